import { useState, type FormEvent } from 'react';
import type { PlaceTablesView } from '#shared/board/place-tables-view.ts';
import { CHICAGO_GRID } from '#shared/place/chicago-grid.ts';
import { sayPosition } from '#shared/place/position.ts';
import type { StreetGrid, StreetLine } from '#shared/place/street-grid.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

/** Whether houses are numbered on a grid, and which streets lie on which of its lines. */
export function GridSection({
  grid,
  gridSet,
  onDone,
}: Pick<PlaceTablesView, 'grid' | 'gridSet'> & { readonly onDone: (text: string) => void }) {
  const command = useCommand('street-grid.set');
  const [street, setStreet] = useState('');
  const [at, setAt] = useState('');
  const set = async (next: StreetGrid | null, text: string) => {
    const given = await command.give({ grid: next as Input<'street-grid.set'>['grid'] });
    if (given !== null) onDone(text);
    return given !== null;
  };
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (grid === null || street.trim() === '') return;
    const line: StreetLine = { street: street.trim(), at: at.trim(), from: null, to: null };
    const lines = [line, ...grid.lines.filter((each) => each.street !== line.street)];
    if (!(await set({ ...grid, lines }, `${line.street} lies at ${line.at}.`))) return;
    setStreet('');
    setAt('');
  };
  const remove = ({ street: gone }: StreetLine) => {
    if (grid === null) return;
    const lines = grid.lines.filter((each) => each.street !== gone);
    void set({ ...grid, lines }, `${gone} has no line any more.`);
  };

  return (
    <section aria-labelledby="places-grid">
      <h3 id="places-grid">Grid of house numbers</h3>
      {grid === null ? (
        <p className="field-hint">
          Switched off: a number says no area. Houses are found by the street table’s areas and the
          common places.
        </p>
      ) : (
        <p>
          <b dir="auto">{grid.name}</b>: numbers count from {sayPosition(grid.origin)},{' '}
          {Math.round(grid.perMile)} to a mile.{' '}
          {gridSet === null
            ? 'As it is shipped; check it here.'
            : `Set by ${gridSet.byName}, ${wallDateTime(gridSet.at, deskNow())}.`}
        </p>
      )}
      <Refused refusal={command.refusal} />
      <div className="button-row">
        {grid === null ? (
          <Button
            aria-disabled={command.busy}
            onClick={() => void set(CHICAGO_GRID, 'Houses are numbered on the grid of Chicago.')}
          >
            Use the grid of Chicago
          </Button>
        ) : (
          <Button
            aria-disabled={command.busy}
            onClick={() => void set(null, 'The grid is switched off.')}
          >
            Switch the grid off
          </Button>
        )}
      </div>
      {grid !== null && (
        <>
          <form className="place-line" onSubmit={(event) => void add(event)}>
            <TextField
              label="Street"
              placeholder="S Maryland Ave"
              value={street}
              maxLength={80}
              onText={setStreet}
            />
            <TextField
              label="Lies at"
              placeholder="832 E"
              value={at}
              maxLength={20}
              onText={setAt}
            />
            <Button type="submit" aria-disabled={command.busy}>
              Add the line
            </Button>
          </form>
          <details>
            <summary>{grid.lines.length} streets have a line</summary>
            <ul className="place-lines">
              {grid.lines.map((line) => (
                <li key={`${line.street} ${line.at} ${line.from ?? ''}`}>
                  <span dir="auto">{line.street}</span>
                  <span>
                    {line.at}
                    {line.from !== null && `, from ${line.from} to ${line.to ?? 'its end'}`}
                  </span>
                  <Button tone="quiet" onClick={() => remove(line)}>
                    Remove<span className="spoken"> {line.street}</span>
                  </Button>
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </section>
  );
}
