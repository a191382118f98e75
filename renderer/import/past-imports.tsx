import type { PastImport } from '#shared/board/import-view.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Button } from '../parts/button.tsx';
import { counted } from './sizes.ts';

const STATES: Readonly<Record<PastImport['state'], string>> = {
  running: 'under way',
  'cut-short': 'cut short',
  finished: 'finished',
  'given-up': 'begun anew',
};

/** What was imported before, and what was cut short and can go on. */
export function PastImports({
  past,
  onResume,
}: {
  readonly past: readonly PastImport[];
  readonly onResume: (importId: string) => void;
}) {
  if (past.length === 0)
    return (
      <p className="import-body teach">
        Nothing was imported yet. What was taken over, when and by whom will stand here; an import
        that was cut short can go on from here.
      </p>
    );
  return (
    <div className="import-body">
      <table className="import-past">
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Begun</th>
            <th scope="col" className="import-number">
              Rows
            </th>
            <th scope="col" className="import-number">
              Taken
            </th>
            <th scope="col" className="import-number">
              Rejected
            </th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {past.map(({ importId, name, beganAt, byName, state, rows, imported, rejected }) => (
            <tr key={importId}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>
                {wallDateTime(beganAt, deskNow())}, {byName}
              </td>
              <td className="import-number">{counted(rows)}</td>
              <td className="import-number">{counted(imported)}</td>
              <td className="import-number">{counted(rejected)}</td>
              <td>
                {STATES[state]}
                {state === 'cut-short' && (
                  <Button keys="r" onClick={() => onResume(importId)}>
                    Go on
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
