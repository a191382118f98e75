import { lazy, Suspense, type KeyboardEvent } from 'react';
import { TextField } from '../parts/field.tsx';
import { SecondPerson, type SecondPersonDraft } from '../parts/second-person.tsx';
import { ChoiceRow } from '../parts/choice-row.tsx';
import type { EndingDraft } from './ending-draft.ts';
import { FollowUpFields } from './follow-up-fields.tsx';
import { useBoard } from '../desk/board-store.ts';
import { useDesk } from '../desk/desk-store.ts';
import type { ClinicalView } from '#shared/board/clinical-view.ts';
import { COMPANY_LABELS, type Ending } from '#shared/phone/ending.ts';
import { phoneDeskOf } from '#shared/policy/phone-desk.ts';
import { REFERRAL_CONSENT_LABELS } from '#shared/referral/referral.ts';

// Wanted for a referral only: nobody's start pays for it.
const PlaceFinder = lazy(() =>
  import('../referral/place-finder.tsx').then(({ PlaceFinder }) => ({ default: PlaceFinder })),
);

export interface EndingFormProps {
  readonly draft: EndingDraft;
  readonly onDraft: (changes: Partial<EndingDraft>) => void;
  readonly second: SecondPersonDraft;
  readonly onSecond: (second: SecondPersonDraft) => void;
  /** Enter: on to what is missing, or it is done. */
  readonly onEnter: () => void;
}

/** What the end of a conversation asks: only what this end needs, in the order it is said. */
export function EndingForm({
  outcome,
  standing,
  ...form
}: EndingFormProps & {
  readonly outcome: Ending['outcome'];
  readonly standing: ClinicalView['atTheEnd'] | null;
}) {
  const { draft, onDraft, second, onSecond, onEnter } = form;
  const onKeyDown = enterMeans(onEnter);
  const open = standing?.open ?? [];
  const high = standing?.risk === 'high';
  const unfinished = standing?.risk === 'unfinished';
  return (
    <>
      {high && (
        <p className="ending-high">
          <strong>◆ The risk screen is high.</strong> A call within three days and a safety plan (s)
          are needed, or a second person signs.
        </p>
      )}
      {open.length > 0 || unfinished ? (
        <TextField
          label="Safety questions: why they are not asked"
          hint={
            open.length > 0
              ? `Open: ${open.join(', ').toLowerCase()}. q asks them.`
              : 'The risk screen is not finished.'
          }
          value={draft.notAsked}
          onText={(notAsked) => onDraft({ notAsked })}
          maxLength={300}
          data-field="safety"
          onKeyDown={onKeyDown}
        />
      ) : (
        <p className="ending-met" data-field="safety">
          <span aria-hidden="true">✓</span> Safety questions asked.
        </p>
      )}
      {outcome === 'resolved' && (
        <CompanyFields draft={draft} onDraft={onDraft} onKeyDown={onKeyDown} />
      )}
      {outcome === 'referred' && (
        <ReferralFields draft={draft} onDraft={onDraft} onKeyDown={onKeyDown} />
      )}
      {(outcome !== 'referred' || high) && (
        <TextField
          label={high ? 'The plan that was agreed' : 'What was agreed'}
          value={draft.agreed}
          onText={(agreed) => onDraft({ agreed })}
          maxLength={1000}
          data-field="agreed"
          onKeyDown={onKeyDown}
        />
      )}
      {outcome !== 'follow-up' && (
        <ChoiceRow
          legend="Somebody calls again"
          field="follow-up"
          choices={{ no: 'No', yes: 'Yes' }}
          value={draft.again}
          onChoose={(again) => onDraft({ again })}
          onKeyDown={onKeyDown}
        />
      )}
      {(outcome === 'follow-up' || draft.again === 'yes') && (
        <FollowUpFields draft={draft} onDraft={onDraft} onKeyDown={onKeyDown} />
      )}
      {high && (
        <SecondPerson
          legend="Or a second person signs"
          needs="sign-second"
          draft={second}
          onDraft={onSecond}
          onEnter={onEnter}
        />
      )}
    </>
  );
}

interface Part extends Pick<EndingFormProps, 'draft' | 'onDraft'> {
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function CompanyFields({ draft, onDraft, onKeyDown }: Part) {
  return (
    <>
      <ChoiceRow
        legend="Who they are with"
        field="company"
        choices={COMPANY_LABELS}
        value={draft.company}
        onChoose={(company) => onDraft({ company })}
        onKeyDown={onKeyDown}
      />
      {draft.company === 'with-somebody' && (
        <TextField
          label="Who is with them"
          value={draft.who}
          onText={(who) => onDraft({ who })}
          maxLength={300}
          data-field="company"
          onKeyDown={onKeyDown}
        />
      )}
    </>
  );
}

/** The center's own list is offered while typing; any other place is typed. */
function ReferralFields({ draft, onDraft, onKeyDown }: Part) {
  const incidentId = useBoard((board) => board.focus?.incidentId ?? null);
  const policy = useDesk((desk) => desk.policy);
  const places =
    policy === null ? [] : phoneDeskOf(policy).receivers.filter(({ kind }) => kind === 'partner');
  const text = (label: string, field: 'how' | 'when', hint: string) => (
    <TextField
      label={label}
      placeholder={hint}
      value={draft[field]}
      onText={(value) => onDraft({ [field]: value })}
      maxLength={300}
      data-field={field}
      onKeyDown={onKeyDown}
    />
  );
  return (
    <>
      {incidentId !== null && (
        <Suspense fallback={null}>
          <PlaceFinder
            incidentId={incidentId}
            onFound={({ organization, phone, service, part2 }) =>
              onDraft({
                to: organization,
                toPhone: phone,
                receiver: null,
                service,
                substanceUse: part2,
              })
            }
          />
        </Suspense>
      )}
      <TextField
        label="Referred to"
        value={draft.to}
        list="referral-places"
        onText={(to) =>
          onDraft({
            to,
            receiver: places.find(({ label }) => label === to)?.id ?? null,
            service: null,
          })
        }
        maxLength={300}
        data-field="to"
        onKeyDown={onKeyDown}
      />
      <datalist id="referral-places">
        {places.map(({ id, label }) => (
          <option key={id} value={label}>
            {label}
          </option>
        ))}
      </datalist>
      <TextField
        label="Telephone of the place"
        value={draft.toPhone}
        onText={(toPhone) => onDraft({ toPhone })}
        inputMode="tel"
        maxLength={40}
        onKeyDown={onKeyDown}
      />
      <label>
        <input
          type="checkbox"
          checked={draft.substanceUse}
          onChange={({ target }) => onDraft({ substanceUse: target.checked })}
        />{' '}
        A substance-use program: kept with Part 2 text
      </label>
      <ChoiceRow
        legend="May the place be told that they come?"
        field="consent"
        choices={REFERRAL_CONSENT_LABELS}
        value={draft.consent}
        onChoose={(consent) => onDraft({ consent })}
        onKeyDown={onKeyDown}
      />
      <div className="field-pair">
        {text('How they get there', 'how', 'walks, a sister drives')}
        {text('When', 'when', 'tonight, Tuesday at 10')}
      </div>
    </>
  );
}

export function enterMeans(onEnter: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    onEnter();
  };
}
