import { useState } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { Recipient } from '#shared/disclosure/recipient.ts';
import { useBoard } from '../desk/board-store.ts';
import { Sheet } from '../parts/sheet.tsx';
import { incidentLine, NoIncident } from '../sheets/no-incident.tsx';
import { Refused } from '../sheets/refused.tsx';
import { PacketPreviewed } from './packet-preview.tsx';
import { RecipientChoice, usualFor } from './recipient-choice.tsx';
import { ShareButtons } from './share-buttons.tsx';
import { usePreview } from './use-preview.ts';
import './sharing.css';

/** Whom dispatch tells something: those who go there, and who takes over. */
const OF_DISPATCH: readonly Recipient[] = ['police', 'ems', 'field-team', 'hospital', '988'];

/** The packet as dispatch makes it: hazards and approach, never a clinical word. */
export function PacketSheet() {
  const view = useBoard((board) => board.focus);
  return view === null ? (
    <NoIncident title="Packet" />
  ) : (
    <PacketOn key={view.incidentId} view={view} />
  );
}

function PacketOn({ view }: { readonly view: IncidentView }) {
  const { incidentId, revision } = view;
  const [choice, setChoice] = useState(() => usualFor('police'));
  const { preview, refusal } = usePreview(incidentId, choice, revision);
  return (
    <Sheet title="Packet" subtitle={incidentLine(view)}>
      <div className="sharing">
        <RecipientChoice recipients={OF_DISPATCH} choice={choice} onChoice={setChoice} />
        <ShareButtons
          key={choice.recipient}
          incidentId={incidentId}
          choice={choice}
          preview={preview}
        />
        <Refused refusal={refusal} />
        {preview !== null && <PacketPreviewed packet={preview.packet} />}
      </div>
    </Sheet>
  );
}
