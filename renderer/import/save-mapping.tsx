import { useState, type FormEvent } from 'react';
import type { LookedView, MappingLine } from '#shared/board/import-view.ts';
import { say } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { ReadMapping } from './kept-mappings.tsx';

const GUESS = '';

/** How the columns came to be understood, and keeping that under a name. */
export function SaveMapping({
  looked,
  mappings,
  onChanged,
}: {
  readonly looked: LookedView;
  readonly mappings: readonly MappingLine[];
  readonly onChanged: () => void;
}) {
  const { by, faults, mappingId } = looked;
  const [name, setName] = useState('');
  const save = useCommand('import.save-mapping');
  const use = useCommand('import.use-mapping');
  const saved = by.how === 'saved' ? mappingId : GUESS;

  async function keep(event: FormEvent) {
    event.preventDefault();
    if ((await save.give({ name })) === null) return;
    say({
      tone: 'done',
      text: `“${name.trim()}” is saved. Files with these columns are known by it from now on.`,
      cause: null,
    });
    setName('');
    onChanged();
  }

  return (
    <div className="import-mapping">
      <p>{HOW[by.how](by.name)}</p>
      {mappings.length > 0 && (
        <label className="import-use">
          <span>Mapping</span>
          <select
            value={mappings.some((each) => each.mappingId === saved) ? saved : GUESS}
            onChange={(event) => {
              const { value } = event.target;
              void use.give({ mappingId: value === GUESS ? null : value }).then(onChanged);
            }}
          >
            <option value={GUESS}>as it stands below</option>
            {mappings.map((each) => (
              <option key={each.mappingId} value={each.mappingId}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <ReadMapping label="Use a mapping file" onChanged={onChanged} />
      {by.how !== 'saved' && faults.length === 0 && (
        <form className="import-save" onSubmit={(event) => void keep(event)}>
          <TextField label="Save these columns as" value={name} maxLength={120} onText={setName} />
          <Button type="submit" keys="Enter" aria-disabled={save.busy || name.trim() === ''}>
            Save
          </Button>
        </form>
      )}
      <Refused refusal={save.refusal ?? use.refusal} />
    </div>
  );
}

const HOW: Readonly<Record<LookedView['by']['how'], (name: string) => string>> = {
  saved: (name) => `Known by its columns: “${name}”.`,
  preset: (name) => `Known by its columns: ${name}.`,
  guess: () => 'Nobody has described this file. What stands below is a guess: look at each line.',
  edited: () => 'Changed by hand. Save it, and the next file like this one is known.',
  file: (name) => `Read by the mapping file “${name}”.`,
};
