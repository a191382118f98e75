import { Button } from '../parts/button.tsx';
import type { Choice } from '../parts/choices.ts';
import { Combobox } from '../parts/combobox.tsx';
import { withValue, type Path } from './document-path.ts';
import { shifted, ticked } from './edit-lists.ts';
import { edit, leaveEditor } from './workshop-store.ts';

/** Some of a known few, in an order that matters: the first one is tried first. */
export function OrderEditor({
  path,
  value,
  choices,
  add,
}: {
  readonly path: Path;
  readonly value: readonly string[];
  readonly choices: readonly Choice[];
  readonly add: string;
}) {
  const labelOf = (id: string) => choices.find((choice) => choice.id === id)?.label ?? id;
  const put = (next: readonly string[]) => edit((policy) => withValue(policy, path, next));
  return (
    <div className="order-editor">
      <ol>
        {value.map((id, at) => (
          <li key={id}>
            <span>
              <span className="quiet">{at + 1}</span> {labelOf(id)}
            </span>
            <Button
              tone="quiet"
              aria-label={`Move ${labelOf(id)} up`}
              disabled={at === 0}
              onClick={() => put(shifted(value, at, -1))}
            >
              ↑
            </Button>
            <Button
              tone="quiet"
              aria-label={`Move ${labelOf(id)} down`}
              disabled={at === value.length - 1}
              onClick={() => put(shifted(value, at, 1))}
            >
              ↓
            </Button>
            <Button
              tone="quiet"
              aria-label={`Remove ${labelOf(id)}`}
              onClick={() => put(ticked(value, id, false))}
            >
              Remove
            </Button>
          </li>
        ))}
      </ol>
      <div className="conditions-add">
        <Combobox
          label={add}
          none="Type a name"
          choices={choices.filter(({ id }) => !value.includes(id))}
          value={null}
          onChoose={(id) => id !== null && put(ticked(value, id, true))}
        />
        <Button keys="Esc" tone="quiet" onClick={leaveEditor}>
          Done
        </Button>
      </div>
    </div>
  );
}
