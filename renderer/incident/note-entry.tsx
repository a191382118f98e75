import type { IncidentId } from '#shared/lib/brand.ts';
import { memo, useId, type KeyboardEvent, type Ref } from 'react';
import { mayRead } from '#shared/partition/partition.ts';
import { tell } from '../desk/ask.ts';
import { useDesk } from '../desk/desk-store.ts';
import { DISPATCH_NOTE, useNoteDraft } from '../desk/note-draft.ts';
import { Keys } from '../parts/kbd.tsx';
import { NoticeBeside } from '../parts/notice.tsx';

/** Adds a line to the timeline. What is typed survives a power cut until it is added. */
export const NoteEntry = memo(function NoteEntry({
  incidentId,
  inputRef,
}: {
  readonly incidentId: IncidentId;
  readonly inputRef: Ref<HTMLTextAreaElement>;
}) {
  const id = useId();
  const draft = useNoteDraft(incidentId, DISPATCH_NOTE);
  const mayKeepApart = useDesk((desk) => {
    const role = desk.hello?.session?.role;
    return role !== undefined && mayRead(role, DISPATCH_NOTE.apart);
  });
  const add = async () => {
    const done = await tell('incident.add-note', {
      incidentId,
      kind: draft.kind,
      text: draft.text,
    });
    if (done !== null) draft.written();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (draft.text.trim() !== '') void add();
  };
  return (
    <div className="note-entry" data-kind={draft.kind}>
      <div className="note-kind">
        <label htmlFor={id}>
          <Keys keys="m" /> Note
        </label>
        {mayKeepApart && (
          <label>
            <input
              type="checkbox"
              aria-label="Criminal justice"
              checked={draft.apart}
              onChange={(event) => draft.keepApart(event.target.checked)}
            />
            justice
          </label>
        )}
      </div>
      <textarea
        id={id}
        ref={inputRef}
        rows={draft.text.includes('\n') || draft.text.length > 70 ? 3 : 1}
        dir="auto"
        aria-describedby={`${id}-hint`}
        placeholder={
          draft.apart ? 'Never shown to clinicians, unarmed teams or on paper' : 'Enter adds it'
        }
        value={draft.text}
        onChange={(event) => draft.type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span id={`${id}-hint`} className="spoken">
        {draft.apart && 'Criminal justice: never shown to clinicians, unarmed teams or on paper. '}
        Enter adds the note to the timeline, Shift and Enter begins a new line.
      </span>
      <NoticeBeside causes={['incident.add-note']} />
    </div>
  );
});
