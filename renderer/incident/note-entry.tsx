import type { IncidentId } from '#shared/lib/brand.ts';
import { memo, useId, type KeyboardEvent, type Ref } from 'react';
import { tell } from '../desk/ask.ts';
import { useDraft } from '../desk/drafts.ts';
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
  const draft = useDraft(`incident/${incidentId}`, 'note', '');
  const add = async () => {
    const done = await tell('incident.add-note', {
      incidentId,
      kind: 'dispatch',
      text: draft.text,
    });
    if (done !== null) draft.type('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (draft.text.trim() !== '') void add();
  };
  return (
    <div className="note-entry">
      <label htmlFor={id}>
        <Keys keys="m" /> Note
      </label>
      <textarea
        id={id}
        ref={inputRef}
        rows={draft.text.includes('\n') || draft.text.length > 70 ? 3 : 1}
        dir="auto"
        aria-describedby={`${id}-hint`}
        placeholder="Enter adds it"
        value={draft.text}
        onChange={(event) => draft.type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span id={`${id}-hint`} className="spoken">
        Enter adds the note to the timeline, Shift and Enter begins a new line.
      </span>
      <NoticeBeside causes={['incident.add-note']} />
    </div>
  );
});
