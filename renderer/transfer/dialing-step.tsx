import { useRef, type FormEvent } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { DialResult } from '#shared/phone/transfer-events.ts';
import { useTyped } from '../desk/use-typed.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { DialLog } from './dial-log.tsx';
import { StepCard } from './step-card.tsx';

/** The receiver is called, by the phone of this computer or by hand, until somebody answers by name. */
export function DialingStep({
  view,
  name,
}: {
  readonly view: IncidentView;
  readonly name: string;
}) {
  const { incidentId, phone, transfers } = view;
  const form = { subject: `incident/${incidentId}`, form: 'dialing' };
  const [typed, setTyped] = useTyped(form, 'typed', '');
  const [who, setWho] = useTyped(form, 'who', '');
  const answered = useRef<HTMLInputElement>(null);
  const dial = useCommand('phone.dial');
  const log = useCommand('phone.log-dial', form);
  const number = transfers.number ?? typed;
  const since = phone.state === 'transferring' ? phone.transfer.since : '';

  function record(result: DialResult) {
    const answeredBy = result === 'answered' ? who : null;
    void log.give({ incidentId, number: number.trim() || name, result, answeredBy });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    record('answered');
  }
  useActions({
    'phone.enter': () => answered.current?.focus(),
    'transfer.first': () => void dial.give({ number }),
    'transfer.second': () => record('no-answer'),
    'transfer.third': () => record('busy'),
    'transfer.fourth': () => record('wrong-number'),
  });
  return (
    <StepCard
      title={transfers.number === null ? `Dial ${name}` : `Dial ${transfers.number}`}
      say="I am calling them now. I am still here with you."
    >
      {transfers.number === null && (
        <TextField
          label="Number dialed"
          inputMode="tel"
          value={typed}
          onText={setTyped}
          maxLength={80}
        />
      )}
      <form className="transfer-answer" onSubmit={submit}>
        <TextField
          ref={answered}
          label="Who answered, by name"
          value={who}
          onText={setWho}
          maxLength={80}
        />
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={log.busy}>
          Answered
        </Button>
      </form>
      <div className="button-row">
        <Button keys="1" aria-disabled={dial.busy} onClick={() => void dial.give({ number })}>
          Dial from this computer
        </Button>
        <Button keys="2" onClick={() => record('no-answer')}>
          No answer
        </Button>
        <Button keys="3" onClick={() => record('busy')}>
          Busy
        </Button>
        <Button keys="4" onClick={() => record('wrong-number')}>
          Wrong number
        </Button>
      </div>
      <Refused refusal={dial.refusal ?? log.refusal} />
      <DialLog dialed={transfers.dialed.filter(({ at }) => at >= since)} />
    </StepCard>
  );
}
