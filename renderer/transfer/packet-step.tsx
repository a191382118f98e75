import type { IncidentView } from '#shared/board/incident-view.ts';
import { packetRecipient } from '#shared/phone/receivers.ts';
import type { Transfer } from '#shared/phone/transfer.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Keys } from '../parts/kbd.tsx';
import { PacketPreviewed } from '../sharing/packet-preview.tsx';
import '../sharing/sharing.css';
import { usePreview } from '../sharing/use-preview.ts';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { ReadBack } from './read-back.tsx';
import { StepCard } from './step-card.tsx';

/** What is handed over, exactly as the receiver gets it, looked at before anybody is dialed. */
export function PacketStep({
  view,
  transfer,
}: {
  readonly view: IncidentView;
  readonly transfer: Transfer;
}) {
  const { incidentId, revision } = view;
  const recipient = packetRecipient(transfer.to);
  const asked = { recipient, receiver: transfer.line?.id ?? null, purpose: 'treatment' } as const;
  const { preview, refusal: unseen } = usePreview(incidentId, asked, revision);
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
      <p className="field-hint">
        A consent that lets more go, and paper or a file: <Keys keys="x" /> Sharing.
      </p>
      {preview !== null && <PacketPreviewed packet={preview.packet} />}
      <Refused refusal={unseen} />
    </StepCard>
  );
}
