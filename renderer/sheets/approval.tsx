import { useState } from 'react';
import { useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from './refused.tsx';
import { NOBODY_YET, SecondPerson } from '../parts/second-person.tsx';
import { useCommand } from './use-command.ts';
import { WithReason } from './with-reason.tsx';

/** What waits for a second person: who proposed it signs with somebody beside them, anybody else alone. */
export function Approval({
  of,
  hash,
  proposedBy,
  legend,
  does,
  onApproved,
  onDeclined,
}: {
  readonly of: 'areas' | 'screener';
  readonly hash: string;
  readonly proposedBy: string;
  /** Said to who proposed it. */
  readonly legend: string;
  /** The words on the button. */
  readonly does: string;
  readonly onApproved: () => void;
  readonly onDeclined: () => void;
}) {
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  const [second, setSecond] = useState(NOBODY_YET);
  const [missing, setMissing] = useState<string | null>(null);
  const approve = useCommand<'areas.approve' | 'screener.approve'>(`${of}.approve`);
  const mine = proposedBy === me;

  async function sign() {
    const { operatorId, passphrase } = second;
    if (mine && operatorId === null)
      return setMissing('Choose who approves it as the second person.');
    setMissing(null);
    const secondPerson = mine && operatorId !== null ? { operatorId, passphrase } : null;
    if ((await approve.give({ hash, secondPerson })) !== null) onApproved();
  }
  return (
    <>
      {mine && (
        <SecondPerson
          legend={legend}
          needs={`keep-${of}`}
          draft={second}
          onDraft={setSecond}
          onEnter={() => void sign()}
          missing={missing}
        />
      )}
      <Refused refusal={approve.refusal} />
      <Button tone="primary" aria-disabled={approve.busy} onClick={() => void sign()}>
        {does}
      </Button>
      <WithReason
        topic={`${of}.decline`}
        hash={hash}
        label={mine ? 'Take it back' : 'Decline'}
        onDone={onDeclined}
      />
    </>
  );
}
