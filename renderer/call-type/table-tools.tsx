import { useState } from 'react';
import type { CallTypesView } from '#shared/call-type/call-types-view.ts';
import { ask } from '../desk/ask.ts';
import { deskNow } from '../desk/clock.ts';
import { say } from '../desk/desk-store.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Button } from '../parts/button.tsx';
import { FileField } from '../parts/file-field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

const LARGEST = 512 * 1024;

/** The pattern part of the map: which table counts, another one from a file, and all of it as a file. */
export function TableTools({
  table,
  onChanged,
}: {
  readonly table: CallTypesView['table'];
  readonly onChanged: () => void;
}) {
  const adopt = useCommand('call-types.import-table');
  const [because, setBecause] = useState<string | null>(null);

  async function take(file: File) {
    setBecause(null);
    adopt.forget();
    if (file.size > LARGEST)
      return setBecause(`“${file.name}” is larger than 512 KiB, and no table is.`);
    const done = await adopt.give({ text: await file.text(), source: file.name });
    if (done === null) return;
    say({ tone: 'done', text: `The table of “${file.name}” counts now.`, cause: null });
    onChanged();
  }

  async function save() {
    const reply = await ask('call-types.export-table', {});
    if (!reply.ok) return setBecause(reply.because);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([reply.value.text], { type: 'text/csv' }));
    link.download = 'call-types.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  }

  const { patterns, source, adoptedAt, adoptedByName } = table;
  return (
    <div className="table-tools">
      <p className="field-hint">
        Table: {source === null ? 'the one that ships with CareDesk' : <bdi>{source}</bdi>},{' '}
        {patterns} patterns
        {adoptedAt !== null && (
          <>
            , since {wallDateTime(adoptedAt, deskNow())} by <bdi>{adoptedByName}</bdi>
          </>
        )}
      </p>
      <FileField
        label="Take a table from a file"
        accept=".csv,text/csv"
        tone="quiet"
        onFile={(file) => void take(file)}
      />
      <Button tone="quiet" onClick={() => void save()}>
        Save all as CSV
      </Button>
      <Refused refusal={adopt.refusal} />
      {because !== null && <p role="alert">{because}</p>}
    </div>
  );
}
