import type { IncidentView } from '#shared/board/incident-view.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { ReadBack } from './read-back.tsx';
import { StepCard } from './step-card.tsx';

/** What is handed over, looked at before anybody is dialed. */
export function PacketStep({ view }: { readonly view: IncidentView }) {
  const { incidentId } = view;
  const { give, refusal, busy } = useCommand('phone.packet-ready');
  const ready = () => void give({ incidentId });
  useActions({ 'phone.enter': ready });
  return (
    <StepCard title="Look at the packet" say={null}>
      <ReadBack view={view} />
      <div className="button-row">
        <Button tone="primary" keys="Enter" aria-disabled={busy} onClick={ready}>
          The packet is right
        </Button>
      </div>
      <Refused refusal={refusal} />
    </StepCard>
  );
}
