import { useRef, useState, type FormEvent } from 'react';
import type { IntakeLineView } from '#shared/board/intake-lines-view.ts';
import type { IntakeLineId } from '#shared/lib/brand.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { ChoiceRow } from '../parts/choice-row.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { FolderFields, SpillFields } from './other-fields.tsx';
import { ListenerFields } from './listener-fields.tsx';
import { draftOf, errorsIn, NEW_LINE, settingOf, type LineDraft } from './line-draft.ts';
import { KIND_LABELS } from './line-words.ts';

const INVALID = '[aria-invalid="true"]';

/** A new line, or one that is changed. A new one stands switched off until somebody switches it on. */
export function LineForm({
  line,
  onSet,
  onCancel,
}: {
  readonly line: IntakeLineView | null;
  readonly onSet: (lineId: IntakeLineId, draft: LineDraft) => void;
  readonly onCancel: () => void;
}) {
  const first = useFirstFocus<HTMLInputElement>();
  const form = useRef<HTMLFormElement>(null);
  const kept = { subject: `intake-line/${line?.lineId ?? 'new'}`, form: 'line' };
  const before = line === null ? NEW_LINE : draftOf(line.name, line.setting);
  const [draft, setDraft] = useTyped<LineDraft>(kept, 'draft', before);
  const [tried, setTried] = useState(false);
  const set = useCommand('intake-line.set', kept);
  const errors = tried ? errorsIn(draft) : {};
  const put = (change: Partial<LineDraft>) => {
    setDraft({ ...draft, ...change });
    set.forget();
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.keys(errorsIn(draft)).length > 0) {
      // Once they are drawn: the first that is wrong may be above what is seen.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(INVALID)?.focus());
      return;
    }
    const done = await set.give({
      lineId: line?.lineId ?? null,
      name: draft.name.trim(),
      on: line?.on ?? false,
      setting: settingOf(draft),
    });
    if (done !== null) onSet(done.made as IntakeLineId, draft);
  }

  const fields = { draft, errors, put };
  return (
    <form
      ref={form}
      className="intake-form"
      aria-label={line === null ? 'A new intake line' : `Change ${line.name}`}
      onSubmit={submit}
      noValidate
    >
      <h3>{line === null ? 'A new intake line' : `Change “${line.name}”`}</h3>
      <TextField
        label="Name"
        hint="How the record and this list call it, such as County CAD."
        value={draft.name}
        onText={(name) => put({ name })}
        error={errors.name}
        maxLength={60}
        ref={first}
      />
      {line === null && (
        <ChoiceRow
          className="intake-choice"
          legend="What it is"
          choices={KIND_LABELS}
          value={draft.kind}
          onChoose={(kind) => put({ kind })}
        />
      )}
      {draft.kind === 'eido-listener' && <ListenerFields {...fields} />}
      {draft.kind === 'ali-spill' && <SpillFields {...fields} />}
      {draft.kind === 'watched-folder' && <FolderFields {...fields} />}
      <Refused refusal={set.refusal} />
      <div className="button-row">
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={set.busy}>
          {line === null ? 'Add it, switched off' : 'Keep the change'}
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
