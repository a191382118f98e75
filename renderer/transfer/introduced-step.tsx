import { useState } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { ReadBack } from './read-back.tsx';
import { StepCard } from './step-card.tsx';

/**
 * The receiver reads back what they were told, and says that they have the caller. Two strokes, each of its
 * own meaning: a key pressed twice by mistake must not hang up on somebody.
 */
export function IntroducedStep({
  view,
  receiver,
}: {
  readonly view: IncidentView;
  readonly receiver: string;
}) {
  const { incidentId } = view;
  const [readBack, setReadBack] = useState(false);
  const accept = useCommand('phone.accept-transfer');
  const drop = useCommand('phone.drop-line');
  const lost = () => void drop.give({ incidentId, whose: 'receiver' });
  const forward = () => {
    if (readBack) void accept.give({ incidentId, readBack });
    else setReadBack(true);
  };
  useActions({
    'phone.enter': forward,
    'phone.accepted': forward,
    'transfer.second': lost,
  });
  return (
    <StepCard
      title={readBack ? `Does ${receiver} take over?` : `Let ${receiver} read it back`}
      say={
        readBack
          ? 'Do you have the caller now? Then I leave the line.'
          : 'Please read back to me what you have: where, the number, and what is dangerous.'
      }
    >
      <ReadBack view={view} />
      <div className="button-row">
        <Button tone="primary" keys="Enter" aria-disabled={accept.busy} onClick={forward}>
          {readBack ? `${receiver} has the caller` : 'Read back, and right'}
        </Button>
        <Button keys="2" aria-disabled={drop.busy} onClick={lost}>
          Their line dropped: dial again
        </Button>
      </div>
      <Refused refusal={accept.refusal ?? drop.refusal} />
    </StepCard>
  );
}
