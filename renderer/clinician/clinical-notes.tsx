import { useId, useState, type KeyboardEvent, type RefObject } from 'react';
import type { IncidentId } from '#shared/lib/brand.ts';
import { CLINICAL_NOTE, useNoteDraft } from '../desk/note-draft.ts';
import { pasted, tooLong } from '../plan/note-limit.ts';
import { Button } from '../parts/button.tsx';
import { Keys } from '../parts/kbd.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

/** Clinical words, for clinicians only. Kept while typed, on the record with Enter. */
export function ClinicalNotes({
  incidentId,
  field,
}: {
  readonly incidentId: IncidentId;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}) {
  const id = useId();
  const draft = useNoteDraft(incidentId, CLINICAL_NOTE);
  const [said, setSaid] = useState<string | null>(null);
  const add = useCommand('incident.add-note');

  async function write() {
    const { kind, text } = draft;
    if (text.trim() === '') return;
    const done = await add.give({ incidentId, kind, text });
    if (done !== null) draft.written();
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.nativeEvent.isComposing)
      return;
    event.preventDefault();
    void write();
  }

  return (
    <section className="clinical" data-kind={draft.kind}>
      <label htmlFor={id}>
        <Keys keys="m" /> {draft.apart ? 'Substance-use note (Part 2)' : 'Clinical note'}
      </label>
      <span className="clinical-who">
        {draft.apart
          ? 'Only clinicians read it. It leaves this center only with a consent that names it.'
          : 'Only clinicians read it.'}
      </span>
      <label className="note-apart">
        <input
          type="checkbox"
          checked={draft.apart}
          onChange={(event) => draft.keepApart(event.target.checked)}
        />
        Substance use (Part 2)
      </label>
      <textarea
        ref={field}
        id={id}
        rows={2}
        dir="auto"
        aria-describedby={`${id}-hint`}
        value={draft.text}
        onChange={({ target }) => {
          const no = tooLong(target.value);
          setSaid(no);
          if (no === null) draft.type(target.value);
        }}
        onPaste={(event) => {
          const no = pasted(event);
          setSaid(no);
          if (no !== null) event.preventDefault();
        }}
        onKeyDown={onKeyDown}
      />
      <span id={`${id}-hint`} className="field-hint">
        Kept while you type. Enter puts it on the record, Shift+Enter begins a new line, Alt with a
        letter is the key of that letter.
      </span>
      <Button keys="Enter" aria-disabled={add.busy} onClick={() => void write()}>
        Put on the record
      </Button>
      {said !== null && (
        <p role="alert" className="field-error">
          {said}
        </p>
      )}
      <Refused refusal={add.refusal} />
    </section>
  );
}
