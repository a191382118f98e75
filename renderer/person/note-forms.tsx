import type { FormEvent } from 'react';
import { APPROACH_MOST } from '#shared/plan/approach.ts';
import { centerDate, dateWords, daysAfter } from '../desk/center-date.ts';
import { deskNow } from '../desk/clock.ts';
import { useDraft } from '../desk/drafts.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import type { Section } from './person-page.tsx';

/** What is filled in already: looked at again after a season, shown for half a year. */
export const REVIEW_DAYS = 90;
export const SHOWN_DAYS = 180;

export interface WithBack extends Section {
  readonly onBack: () => void;
}

/** How to meet this person: what to do, who says so, when to look again, and until when. */
export function NoteForm({ page: { personId }, onDone, onBack }: WithBack) {
  const form = { subject: `person/${personId}`, form: 'approach' };
  const text = useDraft(form.subject, 'approach.text', '');
  const source = useDraft(form.subject, 'approach.source', '');
  const [reviewOn, setReviewOn] = useTyped(form, 'reviewOn', inDays(REVIEW_DAYS));
  const [expiresOn, setExpiresOn] = useTyped(form, 'expiresOn', inDays(SHOWN_DAYS));
  const write = useCommand('person.write-note', form);
  const first = useFirstFocus<HTMLInputElement>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const draft = { text: text.text, source: source.text, reviewOn, expiresOn };
    if ((await write.give({ personId, ...draft })) === null) return;
    onDone(`Written. Whoever answers them reads it until ${dateWords(expiresOn)}.`);
  }

  return (
    <form className="person-form" onSubmit={submit} aria-label="Write an approach note">
      <TextField
        ref={first}
        label="How to approach"
        hint={`What to do, never what somebody has: dispatch and every crew read it. ${APPROACH_MOST} characters.`}
        value={text.text}
        onText={text.type}
        maxLength={APPROACH_MOST}
      />
      <TextField
        label="Who says so"
        hint="The person, a relative, a crew, a clinician."
        value={source.text}
        onText={source.type}
        maxLength={300}
      />
      <DayField label="Look at it again on" value={reviewOn} onDay={setReviewOn} />
      <DayField label="Last day it is shown" value={expiresOn} onDay={setExpiresOn} />
      <Refused refusal={write.refusal} />
      <Buttons does="Write the note" busy={write.busy} onBack={onBack} />
    </form>
  );
}

/** What was agreed to be done when they are in touch again. A clinician writes it. */
export function PlanForm({ page: { personId }, onDone, onBack }: WithBack) {
  const form = { subject: `person/${personId}`, form: 'next-time' };
  const says = useDraft(form.subject, 'next-time.says', '');
  const [agreed, setAgreed] = useTyped(form, 'agreed', false);
  const [expiresOn, setExpiresOn] = useTyped(form, 'expiresOn', inDays(SHOWN_DAYS));
  const write = useCommand('person.write-plan', form);
  const first = useFirstFocus<HTMLInputElement>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const draft = { says: says.text, agreed, expiresOn };
    if ((await write.give({ personId, ...draft })) === null) return;
    onDone(`The plan stands until ${dateWords(expiresOn)}.`);
  }

  return (
    <form className="person-form" onSubmit={submit} aria-label="Write the plan for next time">
      <TextField
        ref={first}
        label="What to do next time"
        hint={`In plain words, for whoever answers. ${APPROACH_MOST} characters.`}
        value={says.text}
        onText={says.type}
        maxLength={APPROACH_MOST}
      />
      <label className="person-check">
        <input
          type="checkbox"
          checked={agreed}
          onChange={(event) => setAgreed(event.target.checked)}
        />{' '}
        Agreed with the person
      </label>
      <DayField label="Last day it is shown" value={expiresOn} onDay={setExpiresOn} />
      <Refused refusal={write.refusal} />
      <Buttons does="Write the plan" busy={write.busy} onBack={onBack} />
    </form>
  );
}

export function Buttons({
  does,
  busy,
  onBack,
}: {
  readonly does: string;
  readonly busy: boolean;
  readonly onBack: () => void;
}) {
  return (
    <div className="button-row">
      <Button type="submit" tone="primary" keys="Enter" aria-disabled={busy}>
        {does}
      </Button>
      <Button tone="quiet" keys="Esc" onClick={onBack}>
        Back
      </Button>
    </div>
  );
}

function DayField({
  label,
  value,
  onDay,
}: {
  readonly label: string;
  readonly value: string;
  readonly onDay: (day: string) => void;
}) {
  return (
    <Field label={label}>
      {(wiring) => (
        <input
          {...wiring}
          type="date"
          required
          value={value}
          onChange={(event) => onDay(event.target.value)}
        />
      )}
    </Field>
  );
}

function inDays(days: number): string {
  return daysAfter(centerDate(deskNow()), days);
}
