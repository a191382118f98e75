import { useState } from 'react';
import type { KnownCaution } from '#shared/board/caution-lines.ts';
import { useBoard } from '../desk/board-store.ts';
import { useDesk } from '../desk/desk-store.ts';
import { Sheet } from '../parts/sheet.tsx';
import { AttachCaution } from './caution-attach.tsx';
import { CautionForm } from './caution-form.tsx';
import { CautionList } from './caution-list.tsx';
import { incidentLine } from './no-incident.tsx';
import { NOTHING, useAsked } from '../desk/use-asked.ts';
import '../style/cautions.css';

/** Records a caution for the address in focus, attaches one by name, and lists what is kept. */
export function CautionSheet() {
  const selected = useDesk((desk) =>
    desk.selection?.kind === 'incident' ? desk.selection.id : null,
  );
  const focused = useBoard((board) => board.focus);
  const view = focused?.incidentId === selected ? focused : null;
  const { view: cautions, refused, look } = useAsked('caution.all', NOTHING);
  const [renewed, setRenewed] = useState<KnownCaution | null>(null);
  return (
    <Sheet title="Cautions" subtitle={view === null ? undefined : incidentLine(view)}>
      <CautionForm
        key={`${view?.incidentId ?? ''} ${renewed?.cautionId ?? ''}`}
        view={view}
        renewed={renewed}
        onRecorded={look}
      />
      {view !== null && <AttachCaution view={view} />}
      {refused !== null && <p role="alert">{refused}</p>}
      {cautions !== null && (
        <CautionList cautions={cautions} onRenew={setRenewed} onRemoved={look} />
      )}
    </Sheet>
  );
}
