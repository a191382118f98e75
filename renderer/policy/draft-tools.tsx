import { openSheet } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { ImportFile } from './import-file.tsx';
import { useChanged } from './use-changed.ts';
import { redo, startOver, undo, useWorkshop } from './workshop-store.ts';

/** What is done to the draft as a whole, all of which can be undone, and what there was before it. */
export function DraftTools() {
  const mayUndo = useWorkshop((state) => state.past.length > 0);
  const mayRedo = useWorkshop((state) => state.future.length > 0);
  const changed = useChanged();
  return (
    <div className="draft-tools" role="group" aria-label="The policy as a whole">
      <Button tone="quiet" keys="Ctrl+Z" disabled={!mayUndo} onClick={undo}>
        Undo
      </Button>
      <Button tone="quiet" keys="Ctrl+Shift+Z" disabled={!mayRedo} onClick={redo}>
        Redo
      </Button>
      <Button tone="quiet" keys="h" onClick={() => openSheet('policy-history')}>
        History
      </Button>
      <ImportFile />
      <Button tone="quiet" disabled={!changed} onClick={startOver}>
        Start over
      </Button>
    </div>
  );
}
