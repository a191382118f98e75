import { useId, useState } from 'react';
import type { RosterFileView } from '#shared/board/roster-view.ts';
import { ROSTER_COLUMNS } from '#shared/roster/roster-file.ts';
import { ask } from '../desk/ask.ts';
import { deskNow } from '../desk/clock.ts';
import { closeSheet, say } from '../desk/desk-store.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { spokenRole } from '../units/spoken-role.ts';
import { lookAt } from './roster-store.ts';

/** So many rows are listed; the numbers are of all of them. */
const LISTED = 40;

interface ReadFile {
  readonly name: string;
  readonly csv: string;
  readonly view: RosterFileView | null;
  readonly refused: string | null;
}

/** A roster file is looked at first, and then taken over whole, or not at all. */
export function ImportSheet() {
  const id = useId();
  const [file, setFile] = useState<ReadFile | null>(null);
  const take = useCommand('roster.import');

  async function read(chosen: File) {
    take.forget();
    const csv = await chosen.text();
    const reply = await ask('roster.read-file', { csv });
    const { name } = chosen;
    setFile(
      reply.ok
        ? { name, csv, view: reply.value, refused: null }
        : { name, csv, view: null, refused: reply.because },
    );
  }

  async function commit({ csv, view, name }: ReadFile) {
    if ((await take.give({ csv })) === null) return;
    const count = view?.planned.length ?? 0;
    say({ tone: 'done', text: `${count} shifts of “${name}” are planned.`, cause: null });
    closeSheet();
    await lookAt({});
  }

  const ready = file !== null && file.view !== null && file.view.rejected.length === 0;
  return (
    <Sheet title="Import a roster" subtitle="Looked at first, then taken over whole or not at all">
      <div className="roster-file">
        <input
          id={id}
          type="file"
          className="spoken"
          accept=".csv,text/csv"
          data-first-focus
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            if (chosen !== undefined) void read(chosen);
            // The same file may be chosen again after it was corrected.
            event.target.value = '';
          }}
        />
        <label htmlFor={id} className="button">
          Choose a file
        </label>
        <p className="field-hint">
          CSV in UTF-8, first line <code>{ROSTER_COLUMNS.join(',')}</code>; times as 2026-03-08
          15:00 by the center’s clock, breaks as 18:30-19:00; 21:00-21:15.
        </p>
      </div>
      {file?.refused != null && (
        <p role="alert" className="field-error">
          “{file.name}”: {file.refused}
        </p>
      )}
      {file?.view != null && <FileRows name={file.name} view={file.view} />}
      <Refused refusal={take.refusal} />
      {ready && (file.view?.planned.length ?? 0) > 0 && (
        <Button tone="primary" aria-disabled={take.busy} onClick={() => void commit(file)}>
          Plan {file.view?.planned.length} shifts
        </Button>
      )}
    </Sheet>
  );
}

function FileRows({ name, view }: { readonly name: string; readonly view: RosterFileView }) {
  const { planned, rejected, known, over } = view;
  const counts = [
    `${planned.length} new`,
    ...(known > 0 ? [`${known} on the roster already`] : []),
    ...(over > 0 ? [`${over} over already, left out`] : []),
    ...(rejected.length > 0 ? [`${rejected.length} cannot be taken over`] : []),
  ];
  return (
    <section aria-label={`Rows of ${name}`} className="roster-rows">
      <p role="status">
        “{name}”: {counts.join(', ')}.
      </p>
      {rejected.length > 0 && (
        <>
          <p className="sheet-warning">
            While a row cannot be taken over, nothing of the file is. Correct it and choose it
            again.
          </p>
          <ol className="roster-rejected">
            {rejected.slice(0, LISTED).map(({ line, why }) => (
              <li key={`${line} ${why}`}>
                <strong>Line {line}</strong> {why}
              </li>
            ))}
          </ol>
        </>
      )}
      {rejected.length === 0 && (
        <ol className="roster-new">
          {planned.slice(0, LISTED).map((row) => (
            <li key={row.line}>
              <span>{row.unitId}</span> <bdi>{row.name}</bdi>, {spokenRole(row.role)},{' '}
              {wallDateTime(row.from, deskNow())}–{wallTime(row.to)}
            </li>
          ))}
        </ol>
      )}
      {Math.max(planned.length, rejected.length) > LISTED && (
        <p className="field-hint">The first {LISTED} are listed.</p>
      )}
    </section>
  );
}
