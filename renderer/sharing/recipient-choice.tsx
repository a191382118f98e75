import {
  CONSENT_PURPOSES,
  PURPOSE_LABELS,
  RECIPIENT_LABELS,
  USUAL_PURPOSE,
  type ConsentPurpose,
  type Recipient,
} from '#shared/disclosure/recipient.ts';
import { phoneDeskOf } from '#shared/policy/phone-desk.ts';
import { useDesk } from '../desk/desk-store.ts';
import { Field } from '../parts/field.tsx';

export interface Choice {
  readonly recipient: Recipient;
  readonly receiver: string | null;
  readonly purpose: ConsentPurpose;
}

export function usualFor(recipient: Recipient): Choice {
  return { recipient, receiver: null, purpose: USUAL_PURPOSE[recipient] };
}

/** Who it is for and what for. A partner is one of the policy's lines. */
export function RecipientChoice({
  recipients,
  choice,
  onChoice,
}: {
  readonly recipients: readonly Recipient[];
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
}) {
  const policy = useDesk((desk) => desk.policy);
  const partners =
    policy === null ? [] : phoneDeskOf(policy).receivers.filter(({ kind }) => kind === 'partner');
  return (
    <div className="recipient-choice">
      <Field label="For">
        {(wiring) => (
          <select
            {...wiring}
            value={choice.recipient}
            onChange={(event) => onChoice(usualFor(event.target.value as Recipient))}
          >
            {recipients.map((recipient) => (
              <option key={recipient} value={recipient}>
                {RECIPIENT_LABELS[recipient]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {choice.recipient === 'partner' && (
        <Field label="Which partner">
          {(wiring) => (
            <select
              {...wiring}
              value={choice.receiver ?? ''}
              onChange={(event) => onChoice({ ...choice, receiver: event.target.value || null })}
            >
              <option value="">Not one of the policy’s lines</option>
              {partners.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label="What for">
        {(wiring) => (
          <select
            {...wiring}
            value={choice.purpose}
            onChange={(event) =>
              onChoice({ ...choice, purpose: event.target.value as ConsentPurpose })
            }
          >
            {CONSENT_PURPOSES.map((purpose) => (
              <option key={purpose} value={purpose}>
                {PURPOSE_LABELS[purpose]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
