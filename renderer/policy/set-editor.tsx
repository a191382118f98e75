import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import type { Choice } from '../parts/choices.ts';
import { withValue, type Path } from './document-path.ts';
import { ticked } from './edit-lists.ts';
import { edit, leaveEditor } from './workshop-store.ts';

/** Any number of a known few. `all` names what null means, where the document may hold null. */
export function SetEditor({
  path,
  value,
  choices,
  all,
  other,
}: {
  readonly path: Path;
  readonly value: readonly string[] | null | undefined;
  readonly choices: readonly Choice[];
  readonly all?: string;
  /** Label of a field for what is not among the choices yet. */
  readonly other?: string;
}) {
  const [typed, setTyped] = useState('');
  const list = value ?? [];
  const everything = all !== undefined && (value === null || value === undefined);
  const put = (next: readonly string[] | null) => edit((policy) => withValue(policy, path, next));
  const unlisted = list.filter((id) => !choices.some((choice) => choice.id === id));
  const shown = [...choices, ...unlisted.map((id) => ({ id, label: id }))];
  return (
    <div className="set-editor">
      {all !== undefined && (
        <label className="set-all">
          <input
            type="checkbox"
            checked={everything}
            onChange={(event) =>
              put(event.target.checked ? null : choices.map((choice) => choice.id))
            }
          />
          {all}
        </label>
      )}
      <div className="set-choices" data-off={everything}>
        {shown.map(({ id, label }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={everything || list.includes(id)}
              onChange={(event) =>
                put(
                  ticked(
                    everything ? choices.map((choice) => choice.id) : list,
                    id,
                    event.target.checked,
                  ),
                )
              }
            />
            {label}
          </label>
        ))}
      </div>
      <div className="editor-foot">
        {other !== undefined && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (typed.trim() !== '') put(ticked(list, typed.trim(), true));
              setTyped('');
            }}
          >
            <input
              type="text"
              aria-label={other}
              placeholder={other}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </form>
        )}
        <Button keys="Esc" tone="quiet" onClick={leaveEditor}>
          Done
        </Button>
      </div>
    </div>
  );
}
