import { useState } from 'react';
import type { PersonNoteLine } from '#shared/board/known-person-lines.ts';
import { centerDate, dateWords, daysAfter } from '../desk/center-date.ts';
import { deskNow } from '../desk/clock.ts';
import { Button } from '../parts/button.tsx';
import { ReasonForm } from '../sheets/reason-form.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { REVIEW_DAYS, SHOWN_DAYS } from './note-forms.tsx';
import type { Section } from './person-page.tsx';
import { noteFrom } from './person-words.ts';

/** How to meet them. Past its review a note is marked, past its last day it is shown here and not at intake. */
export function PersonNotes({ page: { notes }, onDone }: Section) {
  const shown = notes.filter(({ standing }) => standing !== 'withdrawn');
  return (
    <section aria-label="How to approach">
      <h3>How to approach</h3>
      {shown.length === 0 && (
        <p className="person-aside">Nothing is written. m writes what a team should know.</p>
      )}
      <ul className="person-notes">
        {shown.map((note) => (
          <Note key={note.entry} note={note} onDone={onDone} />
        ))}
      </ul>
    </section>
  );
}

function Note({
  note,
  onDone,
}: {
  readonly note: PersonNoteLine;
  readonly onDone: Section['onDone'];
}) {
  const { personId, entry, text, standing, byName, reviewOn, reviewed } = note;
  const [withdrawing, setWithdrawing] = useState(false);
  const form = { subject: `person/${personId}`, form: `withdraw-${entry}` };
  const withdraw = useCommand('person.withdraw-note', form);
  const review = useCommand('person.review-note');

  async function stillTrue() {
    const today = centerDate(deskNow());
    const days = {
      reviewOn: daysAfter(today, REVIEW_DAYS),
      expiresOn: daysAfter(today, SHOWN_DAYS),
    };
    if ((await review.give({ personId, entry, ...days })) !== null)
      onDone(`Looked at: it holds until ${dateWords(days.expiresOn)}.`);
  }
  async function because(reason: string) {
    if ((await withdraw.give({ personId, entry, reason })) !== null)
      onDone('The note is withdrawn.');
  }

  return (
    <li data-standing={standing}>
      <p dir="auto">{text}</p>
      <p>
        <small>
          {noteFrom(note)} · by <bdi>{byName}</bdi> · review {dateWords(reviewOn)}
          {reviewed !== null && (
            <>
              {' '}
              · looked at by <bdi>{reviewed.byName}</bdi>
            </>
          )}
        </small>
      </p>
      <Refused refusal={review.refusal} />
      {withdrawing ? (
        <ReasonForm
          form={form}
          label="Why it is withdrawn"
          refusal={withdraw.refusal}
          busy={withdraw.busy}
          does="Withdraw"
          back="Back"
          onReason={(reason) => void because(reason)}
          onBack={() => setWithdrawing(false)}
        />
      ) : (
        <div className="button-row">
          <Button tone="quiet" aria-disabled={review.busy} onClick={() => void stillTrue()}>
            Still true
            <span className="spoken">: {text}</span>
          </Button>
          <Button tone="quiet" onClick={() => setWithdrawing(true)}>
            Withdraw
            <span className="spoken">: {text}</span>
          </Button>
        </div>
      )}
    </li>
  );
}

/** What to do next time they are in touch. */
export function PersonPlan({ page: { personId, plan }, onDone }: Section) {
  const [withdrawing, setWithdrawing] = useState(false);
  const form = { subject: `person/${personId}`, form: 'withdraw-plan' };
  const withdraw = useCommand('person.withdraw-plan', form);
  async function because(reason: string) {
    if (plan === null) return;
    if ((await withdraw.give({ personId: plan.personId, reason })) === null) return;
    setWithdrawing(false);
    onDone('The plan is withdrawn.');
  }
  return (
    <section aria-label="Next time">
      <h3>Next time</h3>
      {plan === null ? (
        <p className="person-aside">
          No plan. A clinician writes what was agreed to be done next time.
        </p>
      ) : (
        <div className="person-plan" data-expired={plan.expired}>
          <p dir="auto">{plan.says}</p>
          <p>
            <small>
              {plan.agreed ? 'Agreed with the person' : 'Not agreed with the person'} · by{' '}
              <bdi>{plan.byName}</bdi> · {plan.expired ? 'expired' : 'until'}{' '}
              {dateWords(plan.expiresOn)}
            </small>
          </p>
          {withdrawing ? (
            <ReasonForm
              form={form}
              label="Why it is withdrawn"
              refusal={withdraw.refusal}
              busy={withdraw.busy}
              does="Withdraw"
              back="Back"
              onReason={(reason) => void because(reason)}
              onBack={() => setWithdrawing(false)}
            />
          ) : (
            <Button tone="quiet" onClick={() => setWithdrawing(true)}>
              Withdraw<span className="spoken"> the plan</span>
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
