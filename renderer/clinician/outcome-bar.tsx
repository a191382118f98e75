import type { KeyboardEvent } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { openSheet } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import type { CallSide } from './call-side.ts';
import { OUTCOMES, outcomesOfTransfer, type PhoneOutcome } from './phone-outcomes.ts';
import type { ArmedOutcome } from './use-outcome.ts';

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
  const shown = side === 'mine' ? OUTCOMES : outcomesOfTransfer(view);
  return (
    <section className="outcome-bar" aria-label="Outcome" data-side={side}>
      {outcome.armed === null ? (
        <ul>
          {shown.map(({ id, keys, label }) => (
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

function Armed({
  armed,
  view,
  outcome,
}: {
  readonly armed: PhoneOutcome;
  readonly view: IncidentView;
  readonly outcome: ArmedOutcome;
}) {
  // Out of the notes, wherever the letter was pressed: the next Enter is meant for this.
  const field = useFirstFocus<HTMLInputElement>();
  const confirm = useFirstFocus<HTMLButtonElement>(armed.asks === null);
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    outcome.carryOut();
  }
  return (
    <div className="outcome-armed" role="group" aria-label={armed.label}>
      <p role="status">
        <strong>
          Incident {view.number}: {armed.label}?
        </strong>{' '}
        {armed.means}
      </p>
      {armed.asks !== null && (
        <TextField
          ref={field}
          label={armed.asks}
          value={outcome.line}
          onText={outcome.setLine}
          onKeyDown={onKeyDown}
          maxLength={300}
        />
      )}
      <Refused refusal={outcome.refusal} />
      <div className="button-row">
        <Button
          ref={confirm}
          tone="primary"
          keys="Enter"
          aria-disabled={outcome.busy}
          onClick={outcome.carryOut}
        >
          {armed.label}
        </Button>
        <Button tone="quiet" keys="Esc" onClick={outcome.standDown}>
          Stay with the caller
        </Button>
      </div>
    </div>
  );
}
