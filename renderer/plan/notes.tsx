import { useCallback, useRef, useState, type RefObject } from 'react';
import type { ClinicalWork } from '#shared/board/clinical-work.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { NOTE_FIELDS, type NoteFieldId } from '#shared/plan/note-fields.ts';
import { ClinicalNotes } from '../clinician/clinical-notes.tsx';
import { say } from '../desk/desk-store.ts';
import { useActions } from '../keys/actions.ts';
import { NoteFieldRow } from './note-field.tsx';
import { recordTyped } from './note-drafts.ts';
import './notes.css';

/** The clinical notes: a free one, and a field for each thing that has to be known later. */
export function Notes({
  incidentId,
  work,
  field,
}: {
  readonly incidentId: IncidentId;
  readonly work: ClinicalWork | undefined;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}) {
  const area = useRef<HTMLElement>(null);
  /** The field worked on last. */
  const [at, setAt] = useState<NoteFieldId | null>(null);
  const next = useCallback((from: NoteFieldId) => {
    const after = NOTE_FIELDS[NOTE_FIELDS.findIndex(({ id }) => id === from) + 1]?.id;
    area.current?.querySelector<HTMLElement>(`[data-field='${after ?? ''}']`)?.focus();
  }, []);
  useActions({
    'notes.record': () => {
      if (area.current?.contains(document.activeElement) !== true) return false;
      void recordTyped(incidentId, work).then((refused) => {
        if (refused === null)
          say({ tone: 'done', text: 'Everything typed is on the record.', cause: null });
        else say({ tone: 'refused', text: refused.because, cause: 'note.write' });
      });
    },
    // The field itself puts the phrase in; here the help sheet learns of the key.
    'notes.phrase': () => false,
  });
  return (
    <section ref={area} className="notes" aria-label="Clinical notes">
      <ClinicalNotes incidentId={incidentId} field={field} />
      <div className="note-fields">
        {NOTE_FIELDS.map((each) => (
          <NoteFieldRow
            key={each.id}
            incidentId={incidentId}
            field={each}
            line={work?.notes.find((line) => line.field === each.id)}
            offered={at === each.id}
            onEnter={setAt}
            onNext={next}
          />
        ))}
      </div>
    </section>
  );
}
