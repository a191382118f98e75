import { memo, useId, useState, type KeyboardEvent } from 'react';
import type { NoteLine } from '#shared/board/clinical-work.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { PART_2_FIELD, type NoteField, type NoteFieldId } from '#shared/plan/note-fields.ts';
import { useDraft } from '../desk/drafts.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { draftOf, subjectOf } from './note-drafts.ts';
import { NoteHistory } from './note-history.tsx';
import { pasted, tooLong } from './note-limit.ts';
import { phraseOf, Phrases } from './phrases.tsx';

/**
 * One field of the notes. It is kept while typed and when left; Enter puts it on the record and goes to the
 * next. A memo with a state of its own: a keystroke draws this field and nothing else of the desk.
 */
export const NoteFieldRow = memo(function NoteFieldRow({
  incidentId,
  field,
  line,
  offered,
  onEnter,
  onNext,
}: {
  readonly incidentId: IncidentId;
  readonly field: NoteField & { readonly id: NoteFieldId };
  readonly line: NoteLine | undefined;
  /** Phrases stay with the field worked on last: nothing moves under a pointer on its way to a button. */
  readonly offered: boolean;
  readonly onEnter: (field: NoteFieldId) => void;
  readonly onNext: (field: NoteFieldId) => void;
}) {
  const id = useId();
  const subject = subjectOf(incidentId);
  const latest = line?.versions[0];
  const draft = useDraft(subject, draftOf(field.id), latest?.value ?? '');
  const write = useCommand('note.write');
  const [said, setSaid] = useState<string | null>(null);
  /** What stood here when somebody began to type over it. */
  const [over, setOver] = useState(latest?.seq ?? null);
  const overtaken = draft.changed && latest !== undefined && latest.seq !== over;

  function type(text: string) {
    const no = tooLong(text);
    setSaid(no);
    if (no !== null) return;
    if (!draft.changed) setOver(latest?.seq ?? null);
    draft.type(text);
  }

  function put(phrase: string) {
    const text = draft.text;
    const between = text === '' || /\s$/u.test(text) ? '' : ' ';
    type(`${text}${between}${phrase}`);
  }

  async function record(): Promise<void> {
    if (!draft.changed) return;
    const { text } = draft;
    const done = await write.give({ incidentId, field: field.id, text, over });
    if (done !== null) draft.settle();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const phrase = phraseOf(event, field.phrases);
    if (phrase !== null) {
      event.preventDefault();
      put(phrase);
      return;
    }
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.nativeEvent.isComposing)
      return;
    event.preventDefault();
    void record();
    onNext(field.id);
  }

  return (
    <div className="note-field" data-typed={draft.changed}>
      <label htmlFor={id}>{field.label}</label>
      <textarea
        data-field={field.id}
        id={id}
        rows={1}
        dir="auto"
        placeholder={field.hint}
        aria-describedby={`${id}-state`}
        value={draft.text}
        onChange={(event) => type(event.target.value)}
        onPaste={(event) => {
          const no = pasted(event);
          setSaid(no);
          if (no !== null) event.preventDefault();
        }}
        onKeyDown={onKeyDown}
        onFocus={() => onEnter(field.id)}
      />
      <div id={`${id}-state`} className="note-field-state">
        {field.id === PART_2_FIELD && (
          <span className="note-field-apart">◆ Part 2, kept apart</span>
        )}
        {draft.changed ? (
          <span className="note-typed">Typed, not on the record</span>
        ) : (
          latest !== undefined && (
            <span>
              {latest.value === '' ? 'Taken back' : 'On the record'} {wallTime(latest.at)},{' '}
              <bdi>{latest.by}</bdi>
            </span>
          )
        )}
        {line !== undefined && line.versions.length > 1 && <NoteHistory line={line} />}
      </div>
      {offered && <Phrases label="Phrases" phrases={field.phrases} onPhrase={put} />}
      {said !== null && (
        <p role="alert" className="field-error">
          {said}
        </p>
      )}
      {overtaken && (
        <p role="alert" className="note-overtaken">
          <bdi>{latest.by}</bdi> wrote here at {wallTime(latest.at)}:{' '}
          <q dir="auto">{latest.value}</q>{' '}
          <button type="button" className="phrase" onClick={() => setOver(latest.seq)}>
            Mine takes its place
          </button>{' '}
          <button type="button" className="phrase" onClick={() => draft.type(latest.value)}>
            Keep theirs
          </button>
        </p>
      )}
      <Refused refusal={write.refusal} />
    </div>
  );
});
