import type { KeyboardEvent } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { useBoard } from '../desk/board-store.ts';
import { closeSheet } from '../desk/desk-store.ts';
import { useDraft } from '../desk/drafts.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { incidentLine, NoIncident } from './no-incident.tsx';
import { Refused } from './refused.tsx';
import { useCommand } from './use-command.ts';

export function NoteSheet() {
  const view = useBoard((board) => board.focus);
  return view === null ? <NoIncident title="Note" /> : <NoteOf key={view.incidentId} view={view} />;
}

/** A note everybody at the desk reads. It goes on the timeline and cannot be taken back. */
function NoteOf({ view }: { readonly view: IncidentView }) {
  const { incidentId } = view;
  const draft = useDraft(`incident/${incidentId}`, 'note', '');
  const note = useCommand('incident.add-note');

  async function write() {
    const done = await note.give({ incidentId, kind: 'dispatch', text: draft.text });
    if (done === null) return;
    draft.type('');
    closeSheet();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void write();
  }

  return (
    <Sheet title="Note" subtitle={incidentLine(view)}>
      <Field
        label="What is to be known"
        hint="Everybody at the desk reads it. Kept while you type; Shift+Enter begins a new line."
      >
        {(wiring) => (
          <textarea
            {...wiring}
            rows={6}
            dir="auto"
            value={draft.text}
            onChange={(event) => draft.type(event.target.value)}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <Refused refusal={note.refusal} />
      <Button tone="primary" keys="Enter" aria-disabled={note.busy} onClick={() => void write()}>
        Write the note
      </Button>
    </Sheet>
  );
}
