import { useState } from 'react';
import { LARGEST_AREA_FILE } from '#shared/contract/area-limits.ts';
import type { AreaExamination } from '#shared/place/area-examination.ts';
import { ask } from '../desk/ask.ts';
import { say } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { NotRead } from '../parts/not-read.tsx';
import { Combobox } from '../parts/combobox.tsx';
import { TextField } from '../parts/field.tsx';
import { FileField } from '../parts/file-field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { AreaMatches, agreedIn, mappingIn, type Agreed } from './area-matches.tsx';

interface Chosen {
  readonly file: string;
  readonly text: string;
  readonly seen: AreaExamination;
}

/** A file, what is wrong with it or how it matches the policy, and the step to the second person. */
export function AreaImport({ onProposed }: { readonly onProposed: () => void }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [agreed, setAgreed] = useState<Agreed>({});
  const [refused, setRefused] = useState<string | null>(null);
  const form = { subject: 'areas', form: 'propose' };
  const [note, setNote] = useTyped(form, 'note', '');
  const propose = useCommand('areas.propose', form);

  async function examine(file: string, text: string, property: string | null) {
    const reply = await ask('areas.examine', { text, property });
    if (!reply.ok) return setRefused(reply.because);
    setRefused(null);
    setChosen({ file, text, seen: reply.value });
    setAgreed(agreedIn(reply.value.matches));
  }
  async function read(file: File) {
    setChosen(null);
    propose.forget();
    if (file.size > LARGEST_AREA_FILE)
      return setRefused(`“${file.name}” is larger than 16 MiB. Export it with fewer points.`);
    await examine(file.name, await file.text(), null);
  }
  async function give({ file, text, seen }: Chosen) {
    if (seen.property === null) return;
    const mapping = mappingIn(agreed);
    const done = await propose.give({ text, source: file, property: seen.property, mapping, note });
    if (done === null) return;
    say({ tone: 'done', text: `“${file}” waits for a second person.`, cause: null });
    onProposed();
  }

  return (
    <section aria-labelledby="areas-import">
      <h3 id="areas-import">Import a file</h3>
      <p className="field-hint">
        GeoJSON: a FeatureCollection of Polygons, longitude and latitude (WGS84). Nothing changes
        before a second person has approved it.
      </p>
      <FileField
        label="Choose a file"
        accept=".geojson,.json,application/geo+json,application/json"
        tone="plain"
        onFile={(file) => void read(file)}
      />
      <NotRead why={refused} />
      {chosen !== null && chosen.seen.faults.length > 0 && <Faults chosen={chosen} />}
      {chosen !== null && chosen.seen.property !== null && (
        <NameProperty
          seen={chosen.seen}
          onProperty={(property) => void examine(chosen.file, chosen.text, property)}
        />
      )}
      {chosen !== null && chosen.seen.faults.length === 0 && (
        <>
          <AreaMatches seen={chosen.seen} agreed={agreed} onAgreed={setAgreed} />
          <Warnings warnings={chosen.seen.warnings} />
          <TextField
            label="Note for the second person"
            value={note}
            maxLength={300}
            onText={setNote}
          />
          <Refused refusal={propose.refusal} />
          <Button tone="primary" aria-disabled={propose.busy} onClick={() => void give(chosen)}>
            Propose this map
          </Button>
        </>
      )}
    </section>
  );
}

function Faults({ chosen: { file, seen } }: { readonly chosen: Chosen }) {
  const { faults } = seen;
  return (
    <div role="alert" className="areas-faults">
      <p>
        <strong>“{file}” is no map yet. Nothing was changed.</strong>
      </p>
      <ul>
        {faults.map((fault) => (
          <li key={fault} dir="auto">
            {fault}
          </li>
        ))}
      </ul>
    </div>
  );
}

function NameProperty({
  seen: { properties, property },
  onProperty,
}: {
  readonly seen: AreaExamination;
  readonly onProperty: (property: string) => void;
}) {
  if (properties.length < 2) return null;
  return (
    <Combobox
      label="Property that holds the name"
      none="Type a property"
      choices={properties.map((each) => ({
        id: each.property,
        label: each.property,
        detail: each.example,
      }))}
      value={property}
      onChoose={(id) => id !== null && onProperty(id)}
    />
  );
}

function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <details className="areas-warnings" open={warnings.length < 4}>
      <summary>{warnings.length} places to look at; none of them stands in the way</summary>
      <ul>
        {warnings.map((warning) => (
          <li key={warning} dir="auto">
            {warning}
          </li>
        ))}
      </ul>
    </details>
  );
}
