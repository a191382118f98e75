import { type FormEvent } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { DialResult } from '#shared/phone/transfer-events.ts';
import { useBoard } from '../desk/board-store.ts';
import { forgetForm, useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { KeyScope } from '../sheets/key-scope.tsx';
import { incidentLine, NoIncident } from '../sheets/no-incident.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { DialLog } from './dial-log.tsx';
import './transfer.css';

export function DialSheet() {
  const view = useBoard((board) => board.focus);
  return view === null ? (
    <NoIncident title="Dial a number" />
  ) : (
    <Dial key={view.incidentId} view={view} />
  );
}

/** A number dialed for an incident, by the phone of this computer or by hand, and what came of it. */
function Dial({ view }: { readonly view: IncidentView }) {
  const { incidentId, callback, transfers } = view;
  const form = { subject: `incident/${incidentId}`, form: 'dial' };
  const [number, setNumber] = useTyped(form, 'number', callback ?? '');
  const [who, setWho] = useTyped(form, 'who', '');
  const dial = useCommand('phone.dial');
  const log = useCommand('phone.log-dial');

  async function record(result: DialResult) {
    const answeredBy = result === 'answered' ? who : null;
    const done = await log.give({ incidentId, number, result, answeredBy });
    if (done !== null) forgetForm(form);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void record('answered');
  }
  const hand = () => void dial.give({ number });

  return (
    <KeyScope
      keys={{
        1: hand,
        2: () => void record('no-answer'),
        3: () => void record('busy'),
        4: () => void record('wrong-number'),
      }}
    >
      <Sheet title="Dial a number" subtitle={incidentLine(view)}>
        <form className="new-call" onSubmit={submit}>
          <TextField
            label="Number"
            inputMode="tel"
            value={number}
            onText={setNumber}
            maxLength={80}
          />
          <div className="steps">
            <Button keys="1" aria-disabled={dial.busy} onClick={hand}>
              Dial from this computer
            </Button>
          </div>
          <Refused refusal={dial.refusal} />
          <TextField label="Who answered, by name" value={who} onText={setWho} maxLength={80} />
          <div className="steps">
            <Button type="submit" tone="primary" keys="Enter" aria-disabled={log.busy}>
              Answered
            </Button>
            <Button keys="2" onClick={() => void record('no-answer')}>
              No answer
            </Button>
            <Button keys="3" onClick={() => void record('busy')}>
              Busy
            </Button>
            <Button keys="4" onClick={() => void record('wrong-number')}>
              Wrong number
            </Button>
          </div>
          <Refused refusal={log.refusal} />
        </form>
        <DialLog dialed={transfers.dialed} />
      </Sheet>
    </KeyScope>
  );
}
