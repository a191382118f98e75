import { useState, type FormEvent } from 'react';
import type { ReferralLine } from '#shared/board/referral-lines.ts';
import { useTyped } from '../desk/use-typed.ts';
import {
  DECLINE_REASON_LABELS,
  DECLINE_REASONS,
  type DeclineReason,
} from '#shared/referral/referral.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { ACT_LABELS } from './referral-words.ts';
import { DayAndTime, instantOf, type TypedMoment } from './day-and-time.tsx';

export type AnswerAct = 'accept' | 'waitlist' | 'decline';

/** What the place said: with an appointment, until when, or why not. */
export function AnswerForm({
  line,
  act,
  onRecorded,
}: {
  readonly line: ReferralLine;
  readonly act: AnswerAct;
  readonly onRecorded: () => void;
}) {
  const { referralId } = line;
  const form = { subject: `referral/${referralId}`, form: 'answer' };
  const [saidBy, setSaidBy] = useTyped(form, 'saidBy', '');
  const [note, setNote] = useTyped(form, 'note', '');
  const [reason, setReason] = useTyped<DeclineReason>(form, 'reason', 'full');
  const [moment, setMoment] = useTyped<TypedMoment>(form, 'moment', { day: '', time: '' });
  const answer = useCommand('referral.answer', form);
  const [untold, setUntold] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const at = instantOf(moment);
    const missing = act === 'waitlist' ? at === null : moment.day !== '' && at === null;
    setUntold(missing);
    if (missing) return;
    const words = { saidBy, note };
    const said =
      act === 'accept'
        ? ({ answer: 'accepted', ...words, appointment: at } as const)
        : act === 'waitlist'
          ? ({ answer: 'waitlisted', ...words, until: at ?? '' } as const)
          : ({ answer: 'declined', ...words, reason } as const);
    if ((await answer.give({ referralId, said })) !== null) onRecorded();
  }

  return (
    <form onSubmit={submit} aria-label={ACT_LABELS[act]}>
      {act === 'decline' ? (
        <fieldset className="in-a-row">
          <legend>Why</legend>
          {DECLINE_REASONS.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="decline-reason"
                checked={reason === each}
                // oxlint-disable-next-line jsx-a11y/no-autofocus
                autoFocus={each === 'full'}
                onChange={() => setReason(each)}
              />{' '}
              {DECLINE_REASON_LABELS[each]}
            </label>
          ))}
        </fieldset>
      ) : (
        <DayAndTime
          label={act === 'accept' ? 'Appointment, if any' : 'They know more on'}
          moment={moment}
          onMoment={setMoment}
          error={untold ? 'Give the day and the time, such as 10:00.' : null}
        />
      )}
      <TextField label="Who said it" value={saidBy} onText={setSaidBy} maxLength={100} />
      <TextField label="A note" value={note} onText={setNote} maxLength={300} />
      <Refused refusal={answer.refusal} />
      <Button type="submit" tone="primary" keys="Enter" aria-disabled={answer.busy}>
        Record “{ACT_LABELS[act]}”
      </Button>
    </form>
  );
}
