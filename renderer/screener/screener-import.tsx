import { useState } from 'react';
import type { ScreenerExamination } from '#shared/board/screen-lines.ts';
import { LARGEST_SCREENER_FILE } from '#shared/screen/screener-file.ts';
import { ask } from '../desk/ask.ts';
import { say } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { NotRead } from '../parts/not-read.tsx';
import { TextField } from '../parts/field.tsx';
import { FileField } from '../parts/file-field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { InstrumentPreview } from './instrument-preview.tsx';

interface Chosen {
  readonly file: string;
  readonly text: string;
  readonly seen: ScreenerExamination;
}

/** A file, what is wrong with it or how it will look, and the step to the second person. */
export function ScreenerImport({ onProposed }: { readonly onProposed: () => void }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const form = { subject: 'screener', form: 'propose' };
  const [registration, setRegistration] = useTyped(form, 'registration', '');
  const [missing, setMissing] = useState<string | null>(null);
  const propose = useCommand('screener.propose', form);

  async function read(file: File) {
    setChosen(null);
    setRefused(null);
    propose.forget();
    if (file.size > LARGEST_SCREENER_FILE)
      return setRefused(`“${file.name}” is larger than 512 KiB, and no screen is.`);
    const text = await file.text();
    const reply = await ask('screener.examine', { text });
    if (!reply.ok) return setRefused(reply.because);
    setChosen({ file: file.name, text, seen: reply.value });
  }

  async function give({ file, text }: Chosen) {
    if (registration.trim() === '')
      return setMissing('Say under which registration or permission the center uses it.');
    setMissing(null);
    if ((await propose.give({ text, source: file, registration })) === null) return;
    say({ tone: 'done', text: `“${file}” waits for a second person.`, cause: null });
    onProposed();
  }

  return (
    <section aria-labelledby="screener-import">
      <h3 id="screener-import">Import a file</h3>
      <p className="field-hint">
        A FHIR R4 Questionnaire, or CareDesk’s own format. The wording of the Columbia protocol
        belongs to its owner and comes with a registration; it stays word for word. Nothing changes
        before a second person has approved it.
      </p>
      <FileField
        label="Choose a file"
        accept=".json,application/json,application/fhir+json"
        tone="plain"
        onFile={(file) => void read(file)}
      />
      <NotRead why={refused} />
      {chosen !== null && <Remarks chosen={chosen} />}
      {chosen !== null && chosen.seen.instrument !== null && (
        <>
          <p>
            <b dir="auto">{chosen.seen.instrument.title}</b>, as clinicians will see it:
          </p>
          <InstrumentPreview instrument={chosen.seen.instrument} />
          <TextField
            label="Used under which registration or permission"
            value={registration}
            error={missing}
            maxLength={300}
            onText={setRegistration}
          />
          <Refused refusal={propose.refusal} />
          <Button tone="primary" aria-disabled={propose.busy} onClick={() => void give(chosen)}>
            Propose this wording
          </Button>
        </>
      )}
    </section>
  );
}

function Remarks({ chosen: { file, seen } }: { readonly chosen: Chosen }) {
  const wrong = seen.faults.length > 0;
  const said = wrong ? seen.faults : seen.warnings;
  if (said.length === 0) return null;
  return (
    <div role={wrong ? 'alert' : undefined} className="screener-remarks" data-wrong={wrong}>
      {wrong && (
        <p>
          <strong>“{file}” is no screen yet. Nothing was changed.</strong>
        </p>
      )}
      <ul>
        {said.map((each) => (
          <li key={each} dir="auto">
            {each}
          </li>
        ))}
      </ul>
    </div>
  );
}
