import { useRef, useState, type FormEvent } from 'react';
import type { LegalHoldLine } from '#shared/board/retention-view.ts';
import type { Held } from '#shared/retention/retention.ts';
import { dayWords } from '../desk/center-date.ts';
import { say } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { ChoiceRow } from '../parts/choice-row.tsx';
import { Keys } from '../parts/kbd.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { NOBODY_CHOSEN, NOBODY_YET, SecondPerson } from '../parts/second-person.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';

const HOLDS: Readonly<Record<Held['kind'], string>> = {
  incident: 'this incident',
  person: 'everything of its person',
};
const PLACING = { subject: 'center', form: 'legal-hold' } as const;

/** What may not be shredded whatever the schedule says, and why. */
export function LegalHolds({
  holds,
  onChanged,
}: {
  readonly holds: readonly LegalHoldLine[];
  readonly onChanged: () => void;
}) {
  const [lifting, setLifting] = useState<LegalHoldLine | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const cancel = () => {
    list.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    setLifting(null);
  };
  const changed = () => {
    setLifting(null);
    onChanged();
  };
  return (
    <section aria-labelledby="legal-holds">
      <h3 id="legal-holds">Legal holds</h3>
      {holds.length === 0 && (
        <p className="retention-hint">Nothing is on hold. A court or a lawyer asks for one.</p>
      )}
      <ul ref={list} className="legal-holds">
        {holds.map((hold) => (
          <li key={hold.holdId}>
            <b>{hold.holds}</b>
            <bdi>{hold.reason}</bdi>
            <small>
              {hold.placedByName}, {dayWords(hold.placedAt)}
            </small>
            <Button
              tone="quiet"
              aria-label={`Lift the hold on ${hold.holds}`}
              aria-expanded={lifting?.holdId === hold.holdId}
              onClick={() => setLifting(hold)}
            >
              Lift
            </Button>
          </li>
        ))}
      </ul>
      {lifting !== null && (
        <LiftForm key={lifting.holdId} hold={lifting} onLifted={changed} onCancel={cancel} />
      )}
      <PlaceForm onPlaced={changed} />
    </section>
  );
}

function PlaceForm({ onPlaced }: { readonly onPlaced: () => void }) {
  const [number, setNumber] = useTyped(PLACING, 'number', '');
  const [what, setWhat] = useTyped<Held['kind']>(PLACING, 'what', 'incident');
  const [reason, setReason] = useTyped(PLACING, 'reason', '');
  const [wrong, setWrong] = useState<'number' | 'reason' | null>(null);
  const place = useCommand('retention.hold', PLACING);
  const incident = useRef<HTMLInputElement>(null);
  useActions({ 'retention.hold': () => incident.current?.focus() });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const digits = /^#?(\d{1,9})$/.exec(number.trim())?.[1];
    const fault = digits === undefined ? 'number' : reason.trim() === '' ? 'reason' : null;
    setWrong(fault);
    if (digits === undefined || fault !== null) return;
    if ((await place.give({ number: Number(digits), what, reason })) === null) return;
    say({ tone: 'done', text: 'The hold stands: nothing of it will be shredded.', cause: null });
    onPlaced();
  }

  return (
    <form
      className="retention-form"
      aria-label="Place a hold"
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <h4>
        <Keys keys="h" /> Place a legal hold
      </h4>
      <TextField
        ref={incident}
        label="Incident"
        inputMode="numeric"
        value={number}
        onText={setNumber}
        maxLength={10}
        error={wrong === 'number' ? 'Write the number of the incident, such as 123.' : null}
      />
      <ChoiceRow legend="It keeps" choices={HOLDS} value={what} onChoose={setWhat} />
      <TextField
        label="Why"
        hint="For example the court, the case and the date. No clinical words: supervisors and administrators read it."
        value={reason}
        onText={setReason}
        maxLength={300}
        error={wrong === 'reason' ? 'Say why it is held.' : null}
      />
      <Refused refusal={place.refusal} />
      <div className="button-row">
        <Button type="submit" aria-disabled={place.busy}>
          Place the hold
        </Button>
      </div>
    </form>
  );
}

function LiftForm({
  hold,
  onLifted,
  onCancel,
}: {
  readonly hold: LegalHoldLine;
  readonly onLifted: () => void;
  readonly onCancel: () => void;
}) {
  const form = { subject: hold.holdId, form: 'lift-hold' };
  const [reason, setReason] = useTyped(form, 'reason', '');
  const [second, setSecond] = useState(NOBODY_YET);
  const [wrong, setWrong] = useState<'reason' | 'second' | null>(null);
  const lift = useCommand('retention.release-hold', form);
  const first = useFirstFocus<HTMLInputElement>();

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    const { operatorId, passphrase } = second;
    const fault = reason.trim() === '' ? 'reason' : operatorId === null ? 'second' : null;
    setWrong(fault);
    if (fault !== null || operatorId === null) return;
    const { holdId } = hold;
    const secondPerson = { operatorId, passphrase };
    if ((await lift.give({ holdId, reason, secondPerson })) === null) return;
    say({ tone: 'done', text: `${hold.holds} is no longer on hold.`, cause: null });
    onLifted();
  }

  return (
    <form
      className="retention-form"
      aria-label="Lift the hold"
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <TextField
        ref={first}
        label={`Why ${hold.holds} need not be kept any longer`}
        value={reason}
        onText={setReason}
        maxLength={300}
        error={wrong === 'reason' ? 'Say why it is lifted.' : null}
      />
      <SecondPerson
        legend="Lifting a hold takes two people"
        needs="keep-retention"
        draft={second}
        onDraft={setSecond}
        onEnter={() => void submit()}
        missing={wrong === 'second' ? NOBODY_CHOSEN : null}
      />
      <Refused refusal={lift.refusal} />
      <div className="button-row">
        <Button type="submit" tone="primary" aria-disabled={lift.busy}>
          Lift the hold
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
