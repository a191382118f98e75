import { useState } from 'react';
import type { MappingLine } from '#shared/board/import-view.ts';
import { LARGEST_MAPPING_FILE } from '#shared/contract/import-limits.ts';
import { ask } from '../desk/ask.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Button } from '../parts/button.tsx';
import { FileField } from '../parts/file-field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

/** What the columns of the exports of other systems mean, as the center keeps it. */
export function KeptMappings({
  mappings,
  onChanged,
}: {
  readonly mappings: readonly MappingLine[];
  readonly onChanged: () => void;
}) {
  const remove = useCommand('import.remove-mapping');
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <section aria-labelledby="import-mappings">
      <h3 id="import-mappings">Saved mappings</h3>
      {mappings.length === 0 ? (
        <p className="field-hint">
          None yet. What the columns of a file mean can be saved when you look at one; another
          center can give you its mapping as a file.
        </p>
      ) : (
        <ul className="import-list">
          {mappings.map(({ mappingId, name, savedAt, savedByName }) => (
            <li key={mappingId}>
              <span>
                <bdi>{name}</bdi>
                <span className="field-hint">
                  {savedByName}, {wallDateTime(savedAt, deskNow())}
                </span>
              </span>
              <Button
                tone="quiet"
                aria-label={`Save “${name}” as a file`}
                onClick={() => void exported(mappingId).then(setRefused)}
              >
                As a file
              </Button>
              <Button
                tone="quiet"
                aria-label={`Remove “${name}”`}
                onClick={() => void remove.give({ mappingId }).then(onChanged)}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ReadMapping label="Add a mapping file" onChanged={onChanged} />
      {refused !== null && (
        <p role="alert" className="refused">
          {refused}
        </p>
      )}
      <Refused refusal={remove.refusal} />
    </section>
  );
}

/** A mapping another center gave, or one written by hand. */
export function ReadMapping({
  label,
  onChanged,
}: {
  readonly label: string;
  readonly onChanged: () => void;
}) {
  const read = useCommand('import.read-mapping');
  const [tooLarge, setTooLarge] = useState(false);
  async function take(file: File) {
    read.forget();
    setTooLarge(file.size > LARGEST_MAPPING_FILE);
    if (file.size > LARGEST_MAPPING_FILE) return;
    await read.give({ text: await file.text() });
    onChanged();
  }
  return (
    <>
      <FileField
        label={label}
        accept=".json,application/json"
        tone="quiet"
        onFile={(file) => void take(file)}
      />
      {tooLarge && (
        <p role="alert" className="refused">
          The file is larger than 1 MB, and a mapping never is. Nothing was read.
        </p>
      )}
      <Refused refusal={read.refusal} />
    </>
  );
}

/** Null when it was written; else why not. */
async function exported(mappingId: string): Promise<string | null> {
  const reply = await ask('import.export-mapping', { mappingId });
  if (!reply.ok) return reply.because;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([reply.value.text], { type: 'application/json' }));
  link.download = reply.value.name;
  link.click();
  URL.revokeObjectURL(link.href);
  return null;
}
