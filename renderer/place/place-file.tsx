import { useState } from 'react';
import type { PlaceFileExamination } from '#shared/board/place-tables-view.ts';
import { ask } from '../desk/ask.ts';
import { textOfFile } from '../desk/file-text.ts';
import { Button } from '../parts/button.tsx';
import { NotRead } from '../parts/not-read.tsx';
import { FileField } from '../parts/file-field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

/** As much as main takes; said before the file is read. */
const LARGEST = 8 * 1024 * 1024;

/** A file of rows: what is in it and what is left out, and then the step that takes it. */
export function PlaceFile({
  label,
  examine,
  adopt,
  does,
  onDone,
}: {
  readonly label: string;
  readonly examine: 'street-table.examine' | 'common-places.examine';
  readonly adopt: 'street-table.adopt' | 'common-places.import';
  readonly does: (rows: number) => string;
  readonly onDone: (rows: number) => void;
}) {
  const [seen, setSeen] = useState<PlaceFileExamination | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const command = useCommand(adopt);

  async function read(file: File) {
    setSeen(null);
    setRefused(null);
    command.forget();
    if (file.size > LARGEST)
      return setRefused(
        `“${file.name}” is larger than 8 MiB. Leave out what is no street or place.`,
      );
    const text = await textOfFile(file);
    if (text === null)
      return setRefused(`“${file.name}” is not UTF-8 text. Save it as UTF-8 and choose it again.`);
    const reply = await ask(examine, { source: file.name, text });
    if (reply.ok) setSeen(reply.value);
    else setRefused(reply.because);
  }
  async function take(hash: string, rows: number) {
    if ((await command.give({ hash })) === null) return;
    setSeen(null);
    onDone(rows);
  }

  return (
    <>
      <FileField
        label={label}
        accept=".csv,text/csv"
        tone="plain"
        onFile={(file) => void read(file)}
      />
      <NotRead why={refused} />
      {seen !== null && <Seen seen={seen} />}
      {seen !== null && seen.hash !== null && (
        <>
          <Refused refusal={command.refusal} />
          <Button
            tone="primary"
            aria-disabled={command.busy}
            onClick={() => void take(seen.hash ?? '', seen.rows)}
          >
            {does(seen.rows)}
          </Button>
        </>
      )}
    </>
  );
}

function Seen({
  seen: { whole, rows, first, rejected, rejectedCount },
}: {
  readonly seen: PlaceFileExamination;
}) {
  if (whole !== null || rows === 0)
    return (
      <p role="alert" className="refused">
        <strong>Nothing of it can be taken.</strong>{' '}
        {whole ?? rejected[0]?.why ?? 'It has no rows.'}
      </p>
    );
  return (
    <div className="place-file" role="status">
      <p>
        {rows} {rows === 1 ? 'row' : 'rows'}
        {rejectedCount > 0 && `, ${rejectedCount} left out`}. The first of them:
      </p>
      <ul>
        {first.map((each) => (
          <li key={each} dir="auto">
            {each}
          </li>
        ))}
      </ul>
      {rejectedCount > 0 && (
        <details open={rejectedCount < 6}>
          <summary>{rejectedCount} left out</summary>
          <ul>
            {rejected.map(({ row, why }) => (
              <li key={row} dir="auto">
                Row {row}: {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
