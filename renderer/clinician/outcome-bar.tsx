import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { openSheet } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import type { CallSide } from './call-side.ts';
import { EndingForm, type EndingFormProps } from './ending-form.tsx';
import { GiveUpForm, LostForm, TeamForm } from './going-on-form.tsx';
import {
  outcomesNow,
  outcomesOfTransfer,
  WHILE_LOST,
  type PhoneOutcome,
} from './phone-outcomes.ts';
import { goToField, type ArmedOutcome } from './use-outcome.ts';
import { StillNeeded } from './still-needed.tsx';
import './outcome-bar.css';

/** How the call ends or goes on: a letter marks it, Enter does it. */
export function OutcomeBar({
  view,
  side,
  outcome,
}: {
  readonly view: IncidentView;
  readonly side: CallSide;
  readonly outcome: ArmedOutcome;
}) {
  return (
    <section
      className="outcome-bar"
      aria-label="Outcome"
      data-side={side}
      data-armed={outcome.armed !== null}
    >
      {outcome.armed === null ? (
        <ul>
          {shownOn(view, side).map(({ id, keys, label }) => (
            <li key={id}>
              <Button keys={keys} onClick={() => outcome.press(id)}>
                {label}
              </Button>
            </li>
          ))}
          {side === 'mine' && (
            <li>
              <Button keys="t" onClick={() => openSheet('transfer')}>
                Somebody else
              </Button>
            </li>
          )}
        </ul>
      ) : (
        <Armed key={outcome.armed.id} armed={outcome.armed} view={view} outcome={outcome} />
      )}
      {side === 'mine' && view.bounces > 0 && outcome.armed === null && (
        <p className="field-hint">A transfer came back once. A second one is refused.</p>
      )}
    </section>
  );
}

function shownOn(view: IncidentView, side: CallSide): readonly PhoneOutcome[] {
  if (side === 'mine') return outcomesNow(view.fromLine);
  return side === 'lost' ? WHILE_LOST : outcomesOfTransfer(view);
}

/** With everything said before, Enter does it. */
const ENDS_WELL: readonly PhoneOutcome['id'][] = ['resolved', 'referred', 'follow-up'];

function Armed({
  armed,
  view,
  outcome,
}: {
  readonly armed: PhoneOutcome;
  readonly view: IncidentView;
  readonly outcome: ArmedOutcome;
}) {
  const bar = useRef<HTMLDivElement>(null);
  // Out of the notes, wherever the letter was pressed: the next Enter is meant for this.
  useLayoutEffect(() => {
    const [first] = outcome.missing;
    if (first !== undefined && goToField(first.field)) return;
    const fields = bar.current?.querySelector<HTMLElement>('.outcome-fields input');
    const confirm = bar.current?.querySelector<HTMLElement>('.button-row button');
    (ENDS_WELL.includes(armed.id) ? confirm : (fields ?? confirm))?.focus();
    // Only when it is marked: afterwards the keyboard stays where the clinician has it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    outcome.carryOut();
  }
  return (
    <div ref={bar} className="outcome-armed" role="group" aria-label={armed.label}>
      <p role="status">
        <strong>
          Incident {view.number}: {armed.label}?
        </strong>{' '}
        {armed.means}
      </p>
      <div className="outcome-fields">
        <Fields armed={armed} view={view} outcome={outcome} />
        {armed.asks !== null && (
          <TextField
            label={armed.asks}
            value={outcome.line}
            onText={outcome.setLine}
            onKeyDown={onKeyDown}
            maxLength={300}
          />
        )}
      </div>
      <StillNeeded missing={outcome.missing} />
      <Refused refusal={outcome.refusal} />
      <div className="button-row">
        <Button tone="primary" keys="Enter" aria-disabled={outcome.busy} onClick={outcome.carryOut}>
          {armed.label}
        </Button>
        <Button tone="quiet" keys="Esc" onClick={outcome.standDown}>
          {view.phone.state === 'lost' ? 'Go on looking' : 'Stay with the caller'}
        </Button>
      </div>
    </div>
  );
}

function Fields({
  armed,
  view,
  outcome,
}: {
  readonly armed: PhoneOutcome;
  readonly view: IncidentView;
  readonly outcome: ArmedOutcome;
}) {
  const form: EndingFormProps = {
    draft: outcome.draft,
    onDraft: outcome.say,
    second: outcome.second,
    onSecond: outcome.setSecond,
    onEnter: outcome.carryOut,
  };
  switch (armed.id) {
    case 'resolved':
    case 'referred':
    case 'follow-up':
      return <EndingForm {...form} outcome={armed.id} standing={view.clinical?.atTheEnd ?? null} />;
    case 'team':
      return <TeamForm {...form} />;
    case 'lost':
      return <LostForm {...form} />;
    case 'not-found':
      return (
        <GiveUpForm
          {...form}
          signing={(view.recontact?.recommends ?? null) !== null}
          unanswered={view.recontact?.unanswered ?? 0}
        />
      );
    default:
      return null;
  }
}
