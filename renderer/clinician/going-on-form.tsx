import { Keys } from '../parts/kbd.tsx';
import { TextField } from '../parts/field.tsx';
import { SecondPerson } from '../parts/second-person.tsx';
import { ChoiceRow } from '../parts/choice-row.tsx';
import { enterMeans, type EndingFormProps } from './ending-form.tsx';
import { CALLS_BEFORE_CLOSING } from '#shared/phone/lost-caller.ts';
import { HUNG_UP_LABELS } from '#shared/phone/outcome-events.ts';

/** A team has to go: what dispatch must know, and whether the caller stays. Nothing is waited for. */
export function TeamForm({ draft, onDraft, onEnter }: EndingFormProps) {
  const onKeyDown = enterMeans(onEnter);
  return (
    <>
      <TextField
        label="What the team must know, for dispatch (no clinical detail)"
        value={draft.know}
        onText={(know) => onDraft({ know })}
        maxLength={300}
        data-field="know"
        onKeyDown={onKeyDown}
      />
      <ChoiceRow
        legend="The caller"
        field="stays"
        choices={{ stays: 'stays on the line with me', goes: 'the conversation ends now' }}
        value={draft.stays ? 'stays' : 'goes'}
        onChoose={(choice) => onDraft({ stays: choice === 'stays' })}
        onKeyDown={onKeyDown}
      />
    </>
  );
}

/** The line is gone: Enter starts the clock at once, and what is known is put down with it. */
export function LostForm({ draft, onDraft, onEnter }: EndingFormProps) {
  const onKeyDown = enterMeans(onEnter);
  return (
    <>
      <TextField
        label="Last words (clinicians read them)"
        value={draft.lastWords}
        onText={(lastWords) => onDraft({ lastWords })}
        maxLength={1000}
        data-field="last-words"
        onKeyDown={onKeyDown}
      />
      <TextField
        label="Where they were last (dispatch sees it)"
        value={draft.place}
        onText={(place) => onDraft({ place })}
        maxLength={300}
        data-field="last-known"
        onKeyDown={onKeyDown}
      />
      <ChoiceRow
        legend="Who hung up"
        field="hung-up"
        choices={HUNG_UP_LABELS}
        value={draft.hungUp}
        onChoose={(hungUp) => onDraft({ hungUp })}
        onKeyDown={onKeyDown}
      />
    </>
  );
}

/** Nobody was found again. While somebody is to be looked for, it takes two to say that nobody goes. */
export function GiveUpForm({
  draft,
  onDraft,
  second,
  onSecond,
  onEnter,
  signing,
  unanswered,
}: EndingFormProps & { readonly signing: boolean; readonly unanswered: number }) {
  const left = CALLS_BEFORE_CLOSING - unanswered;
  return (
    <>
      {left > 0 && (
        <p className="still-needed">
          <strong>
            Call again first: {left} more {left === 1 ? 'time' : 'times'}.
          </strong>{' '}
          <Keys keys="Shift+X" /> when nobody answers.
        </p>
      )}
      <TextField
        label="Why nobody has to go (clinicians read it)"
        value={draft.why}
        onText={(why) => onDraft({ why })}
        maxLength={1000}
        data-field="why"
        onKeyDown={enterMeans(onEnter)}
      />
      {signing && (
        <SecondPerson
          legend="A second person signs that nobody has to go"
          needs="sign-second"
          draft={second}
          onDraft={onSecond}
          onEnter={onEnter}
        />
      )}
    </>
  );
}
