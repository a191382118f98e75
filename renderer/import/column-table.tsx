import { useId, useState } from 'react';
import type { ColumnView, LookedView } from '#shared/board/import-view.ts';
import { COLUMN_USES, type ColumnUse } from '#shared/intake-file/column-use.ts';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

const LABELS = new Map<ColumnUse, string>(COLUMN_USES.map(({ use, label }) => [use, label]));
const NOTHING = '';
/** More are no columns a person goes through; they are named and can be found by a mapping file. */
const MOST_SHOWN = 200;

/** Every column of the file, what it is taken for and what it looks like; each can be taken for something else. */
export function ColumnTable({
  looked,
  onChanged,
}: {
  readonly looked: LookedView;
  readonly onChanged: () => void;
}) {
  const take = useCommand('import.take-column');
  const { columns } = looked;
  const used = columns.filter(({ uses }) => uses.length > 0).length;
  const set = (column: string, use: ColumnUse | null) =>
    void take.give({ column, use }).then(onChanged);
  return (
    <>
      <Refused refusal={take.refusal} />
      <table className="import-columns">
        <caption>
          {used} of {columns.length} columns are used.
          {columns.length > MOST_SHOWN &&
            ` The first ${MOST_SHOWN} stand here; use a mapping file for the others.`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Taken for</th>
            <th scope="col">What stands in it</th>
          </tr>
        </thead>
        <tbody>
          {columns.slice(0, MOST_SHOWN).map((column) => (
            <ColumnRow key={column.name} column={column} onUse={(use) => set(column.name, use)} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function ColumnRow({
  column: { name, uses, shape, examples },
  onUse,
}: {
  readonly column: ColumnView;
  readonly onUse: (use: ColumnUse | null) => void;
}) {
  const id = useId();
  return (
    <tr data-used={uses.length > 0}>
      <th scope="row" id={id}>
        <bdi>{name}</bdi>
      </th>
      <td>
        <UseChoice labelledBy={id} uses={uses} onUse={onUse} />
      </td>
      <td>
        {shape}
        {examples === null && shape.startsWith('text') && ' (not shown)'}
        {examples !== null && examples.length > 0 && (
          <span className="import-examples">
            {examples.map((example) => (
              <bdi key={example}>{example}</bdi>
            ))}
          </span>
        )}
      </td>
    </tr>
  );
}

/** All choices are in the page only where somebody is about to choose: there may be hundreds of columns. */
function UseChoice({
  labelledBy,
  uses,
  onUse,
}: {
  readonly labelledBy: string;
  readonly uses: readonly ColumnUse[];
  readonly onUse: (use: ColumnUse | null) => void;
}) {
  const [near, setNear] = useState(false);
  const [first, ...more] = uses;
  const present = first ?? NOTHING;
  const shown = near ? COLUMN_USES : COLUMN_USES.filter(({ use }) => use === present);
  return (
    <>
      <select
        aria-labelledby={labelledBy}
        value={present}
        onFocus={() => setNear(true)}
        onMouseDown={() => setNear(true)}
        onBlur={() => setNear(false)}
        onChange={(event) => {
          const { value } = event.target;
          onUse(value === NOTHING ? null : (value as ColumnUse));
        }}
      >
        <option value={NOTHING}>not used</option>
        {shown.map(({ use, label }) => (
          <option key={use} value={use}>
            {label}
          </option>
        ))}
      </select>
      {more.length > 0 && (
        <span className="import-also">
          and {more.map((use) => LABELS.get(use)?.toLowerCase()).join(', ')}
        </span>
      )}
    </>
  );
}
