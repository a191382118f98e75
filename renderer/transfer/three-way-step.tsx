import { type FormEvent } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { useTyped } from '../desk/use-typed.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { StepCard } from './step-card.tsx';

/** All three are on the line: the caller and the receiver hear each other's name. */
export function ThreeWayStep({
  view: { incidentId },
  name,
  receiver,
}: {
  readonly view: IncidentView;
  readonly name: string;
  readonly receiver: string;
}) {
  const form = { subject: `incident/${incidentId}`, form: 'introduce' };
  const [who, setWho] = useTyped(form, 'who', receiver);
  const meet = useCommand('phone.introduce', form);
  const drop = useCommand('phone.drop-line');
  const introduce = () => void meet.give({ incidentId, receiver: who });
  const lost = () => void drop.give({ incidentId, whose: 'receiver' });
  useActions({ 'phone.enter': introduce, 'transfer.second': lost });
  function submit(event: FormEvent) {
    event.preventDefault();
    introduce();
  }
  return (
    <StepCard
      title={`Bring the caller in, and introduce ${who.trim() === '' ? 'them' : who}`}
      say={`This is ${who.trim() === '' ? '…' : who} from ${name}. I stay with both of you until ${who.trim() === '' ? 'they have' : `${who} has`} everything.`}
    >
      <form className="transfer-answer" onSubmit={submit}>
        <TextField label="Introduced to, by name" value={who} onText={setWho} maxLength={80} />
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={meet.busy}>
          Introduced
        </Button>
      </form>
      <div className="button-row">
        <Button keys="2" aria-disabled={drop.busy} onClick={lost}>
          Their line dropped: dial again
        </Button>
      </div>
      <Refused refusal={meet.refusal ?? drop.refusal} />
    </StepCard>
  );
}
