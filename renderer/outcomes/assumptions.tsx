import { useState } from 'react';
import type { KeptCosts } from '#shared/board/kept-costs.ts';
import {
  COST_PART_LABELS,
  COST_PARTS,
  COST_UNIT_LABELS,
  isAssumption,
  isNotSet,
  type CostLine,
} from '#shared/outcomes/cost-lines.ts';
import { say } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { AssumptionFiles } from './assumption-files.tsx';
import { AssumptionForm } from './assumption-form.tsx';
import { AssumptionHistory } from './assumption-history.tsx';
import { plain } from './dollars.ts';

/** Every number the figures rest on, where it is from and what is weak about it. */
export function Assumptions({
  kept,
  onChanged,
}: {
  readonly kept: KeptCosts;
  readonly onChanged: () => void;
}) {
  const [open, setOpen] = useState<string | null>(null);
  /** The line whose form was closed last: the keys go on from there. */
  const [left, setLeft] = useState<string | null>(null);
  const close = () => {
    setLeft(open);
    setOpen(null);
  };
  const changed = (text: string) => {
    close();
    say({ tone: 'done', text, cause: null });
    onChanged();
  };
  return (
    <aside className="assumptions" aria-labelledby="assumptions-title">
      <header>
        <h3 id="assumptions-title">Assumptions</h3>
        <p>
          {kept.version === 0 ? 'As shipped' : `Version ${kept.version}`}. Verify every line
          locally. “Lowest” and “highest” are what it surely is not below and above.
        </p>
      </header>
      <table className="outcome-table assumption-table">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Lowest</th>
            <th scope="col">Likely</th>
            <th scope="col">Highest</th>
            <th scope="col">
              <span className="spoken">Change</span>
            </th>
          </tr>
        </thead>
        {COST_PARTS.map((part) => (
          <tbody key={part}>
            <tr className="assumption-part">
              <th scope="rowgroup" colSpan={5}>
                {COST_PART_LABELS[part]}
              </th>
            </tr>
            {kept.lines
              .filter((line) => line.part === part)
              .map((line) =>
                open === line.id ? (
                  <tr key={line.id}>
                    <td colSpan={5}>
                      <AssumptionForm
                        kept={kept}
                        line={line}
                        onCancel={close}
                        onChanged={changed}
                      />
                    </td>
                  </tr>
                ) : (
                  <AssumptionRow
                    key={line.id}
                    line={line}
                    focused={left === line.id}
                    onOpen={() => {
                      setLeft(null);
                      setOpen(line.id);
                    }}
                  />
                ),
              )}
          </tbody>
        ))}
      </table>
      <AssumptionFiles kept={kept} onChanged={changed} />
      <AssumptionHistory kept={kept} onChanged={changed} />
    </aside>
  );
}

function AssumptionRow({
  line,
  focused,
  onOpen,
}: {
  readonly line: CostLine;
  readonly focused: boolean;
  readonly onOpen: () => void;
}) {
  const button = useFirstFocus<HTMLButtonElement>(focused);
  const { label, unit, low, likely, high, source, weakness, year } = line;
  const notSet = isNotSet(line);
  return (
    <tr data-none={notSet}>
      <th scope="row">
        {label} <span className="assumption-unit">{COST_UNIT_LABELS[unit]}</span>
        <span className="row-means">
          {isAssumption(line) ? (
            <em className="assumption-mark">{notSet ? 'not set' : 'assumption'}</em>
          ) : (
            <span dir="auto">
              {source}
              {year !== null && ` (${year})`}
            </span>
          )}
          {weakness !== '' && <span dir="auto"> · {weakness}</span>}
        </span>
      </th>
      {notSet ? (
        <td colSpan={3}>–</td>
      ) : (
        <>
          <td className="number">{plain(low)}</td>
          <td className="number">
            <b>{plain(likely)}</b>
          </td>
          <td className="number">{plain(high)}</td>
        </>
      )}
      <td>
        <Button
          tone="quiet"
          className="calls-button"
          ref={button}
          aria-label={`Change ${label}`}
          onClick={onOpen}
        >
          Change
        </Button>
      </td>
    </tr>
  );
}
