import type { ClinicalWork } from '#shared/board/clinical-work.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { Refusal } from '#shared/lib/refusal.ts';
import { NOTE_FIELDS, type NoteFieldId } from '#shared/plan/note-fields.ts';
import { ask } from '../desk/ask.ts';
import { draftText, saveDraft } from '../desk/kept-drafts.ts';

export const subjectOf = (incidentId: IncidentId) => `incident/${incidentId}`;
export const draftOf = (field: NoteFieldId) => `note.${field}`;
/** The free notes beside the fields, each kind under its own name. */
const FREE_NOTES = ['clinical', 'part-2'] as const;

/** Fields with something typed that is not on the record. */
export function typedFields(incidentId: IncidentId): readonly NoteFieldId[] {
  return NOTE_FIELDS.flatMap(({ id }) =>
    draftText(subjectOf(incidentId), draftOf(id)) === undefined ? [] : [id],
  );
}

/**
 * Puts everything typed into the notes on the record, before the conversation ends or goes on elsewhere.
 * What is refused stays typed, and the refusal comes back.
 */
export async function recordTyped(
  incidentId: IncidentId,
  work: ClinicalWork | undefined,
): Promise<Refusal | null> {
  const subject = subjectOf(incidentId);
  for (const kind of FREE_NOTES) {
    const text = draftText(subject, kind) ?? '';
    if (text.trim() === '') continue;
    const written = await ask('incident.add-note', { incidentId, kind, text });
    if (!written.ok) return written;
    saveDraft(subject, kind, '');
  }
  for (const field of typedFields(incidentId)) {
    const text = draftText(subject, draftOf(field)) ?? '';
    const over = work?.notes.find((each) => each.field === field)?.versions[0]?.seq ?? null;
    const written = await ask('note.write', { incidentId, field, text, over });
    if (!written.ok) return written;
    saveDraft(subject, draftOf(field), '');
  }
  return null;
}
