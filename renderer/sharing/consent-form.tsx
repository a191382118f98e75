import { type FormEvent } from 'react';
import {
  CONSENT_HOURS,
  CONSENT_PARTITIONS,
  CONSENT_WAY_LABELS,
  CONSENT_WAYS,
  CONSENTER_LABELS,
  CONSENTER_RULES,
  CONSENTERS,
  type Consenter,
  type ConsentPartition,
  type ConsentWay,
} from '#shared/disclosure/consent.ts';
import { canBeConsentedTo } from '#shared/disclosure/entitlement.ts';
import { RECIPIENT_LABELS } from '#shared/disclosure/recipient.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { PARTITION_LABELS } from '#shared/partition/partition.ts';
import type { AgeStanding } from '#shared/person/minor.ts';
import { useTyped } from '../desk/use-typed.ts';
import { useActions } from '../keys/actions.ts';
import { backOneStep } from '../clinician/back-one-step.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import type { Choice } from './recipient-choice.tsx';

const USUAL_CONSENTER: Readonly<Record<AgeStanding, Consenter>> = {
  'under-12': 'guardian-of-child',
  '12-17': 'minor',
  adult: 'adult',
  'not-known': 'adult',
};

const HOUR_LABELS: Readonly<Record<(typeof CONSENT_HOURS)[number], string>> = {
  24: 'a day',
  720: '30 days',
  8760: 'a year',
};

/** Filled in already for the recipient in view: Enter writes it down. */
export function ConsentForm({
  incidentId,
  choice,
  standing,
  onDone,
}: {
  readonly incidentId: IncidentId;
  readonly choice: Choice;
  readonly standing: AgeStanding;
  readonly onDone: () => void;
}) {
  const { recipient, purpose } = choice;
  const possible = CONSENT_PARTITIONS.filter((each) => canBeConsentedTo(recipient, each, purpose));
  const form = { subject: `incident/${incidentId}`, form: 'consent' };
  const [consenter, setConsenter] = useTyped<Consenter>(
    form,
    'consenter',
    USUAL_CONSENTER[standing],
  );
  const [partitions, setPartitions] = useTyped<readonly ConsentPartition[]>(
    form,
    'partitions',
    possible.filter((each) => each !== 'part-2'),
  );
  const [way, setWay] = useTyped<ConsentWay>(form, 'way', 'spoken');
  const [hours, setHours] = useTyped<(typeof CONSENT_HOURS)[number]>(form, 'hours', 24);
  const give = useCommand('consent.give', form);
  const confirm = useFirstFocus<HTMLButtonElement>();
  useActions({ escape: () => backOneStep(onDone) });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const scope = { partitions: [...partitions], purposes: [purpose] };
    const done = await give.give({ incidentId, recipient, consenter, way, hours, ...scope });
    if (done !== null) onDone();
  }

  if (possible.length === 0)
    return (
      <p className="sharing-hint" role="status">
        Nobody can consent to more for {RECIPIENT_LABELS[recipient]} and this purpose.{' '}
        <Button tone="quiet" keys="Esc" onClick={onDone}>
          Back
        </Button>
      </p>
    );
  return (
    <form className="consent-form" onSubmit={submit} aria-label="Consent">
      <Field label="Who consents" hint={CONSENTER_RULES[consenter]}>
        {(wiring) => (
          <select
            {...wiring}
            value={consenter}
            onChange={(event) => setConsenter(event.target.value as Consenter)}
          >
            {CONSENTERS.map((each) => (
              <option key={each} value={each}>
                {CONSENTER_LABELS[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset className="in-a-row">
        <legend>To what, for {RECIPIENT_LABELS[recipient]}</legend>
        {possible.map((each) => (
          <label key={each}>
            <input
              type="checkbox"
              checked={partitions.includes(each)}
              onChange={(event) =>
                setPartitions(
                  event.target.checked
                    ? [...partitions, each]
                    : partitions.filter((other) => other !== each),
                )
              }
            />{' '}
            {PARTITION_LABELS[each]}
          </label>
        ))}
      </fieldset>
      <fieldset className="in-a-row">
        <legend>How it was given</legend>
        {CONSENT_WAYS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="consent-way"
              checked={way === each}
              onChange={() => setWay(each)}
            />{' '}
            {CONSENT_WAY_LABELS[each]}
          </label>
        ))}
      </fieldset>
      <fieldset className="in-a-row">
        <legend>It ends after</legend>
        {CONSENT_HOURS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="consent-hours"
              checked={hours === each}
              onChange={() => setHours(each)}
            />{' '}
            {HOUR_LABELS[each]}
          </label>
        ))}
      </fieldset>
      <p className="sharing-hint">
        Say first: what goes, to whom, that they may say no and still be helped, and that they can
        take it back at any time.
      </p>
      <Refused refusal={give.refusal} />
      <div className="button-row">
        <Button ref={confirm} type="submit" tone="primary" keys="Enter" aria-disabled={give.busy}>
          They consent
        </Button>
        <Button tone="quiet" keys="Esc" onClick={onDone}>
          Not now
        </Button>
      </div>
    </form>
  );
}
