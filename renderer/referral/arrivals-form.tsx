import { useState } from 'react';
import type { ArrivalsExamination } from '#shared/board/referral-lines.ts';
import { ask } from '../desk/ask.ts';
import { dateWords } from '../desk/center-date.ts';
import { Button } from '../parts/button.tsx';
import { FileField } from '../parts/file-field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

const OUTCOMES = {
  new: '● confirmed',
  known: '○ on record already',
  refused: '× refused',
} as const;

interface Chosen {
  readonly text: string;
  readonly seen: ArrivalsExamination;
}

/** A file a receiving place has signed: line by line what it confirms, before anything is recorded. */
export function ArrivalsForm({ onConfirmed }: { readonly onConfirmed: () => void }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [because, setBecause] = useState<string | null>(null);
  const confirm = useCommand('referral.confirm-file');

  async function choose(file: File) {
    const text = await file.text();
    const reply = await ask('referral.examine-file', { text });
    setBecause(reply.ok ? reply.value.fault : reply.because);
    setChosen(reply.ok && reply.value.fault === null ? { text, seen: reply.value } : null);
  }

  async function record() {
    if (chosen === null || (await confirm.give({ text: chosen.text })) === null) return;
    setChosen(null);
    onConfirmed();
  }

  const fresh = chosen?.seen.lines.filter(({ outcome }) => outcome === 'new').length ?? 0;
  return (
    <section className="referral-file" aria-label="A signed file of a place">
      <FileField
        label="A signed file of a place…"
        accept=".json,application/json"
        tone="quiet"
        onFile={(file) => void choose(file)}
      />
      {because !== null && <p role="alert">{because} Nothing was recorded.</p>}
      {chosen !== null && (
        <>
          <p>
            Signed by <bdi>{chosen.seen.organization}</bdi>
          </p>
          <ul>
            {chosen.seen.lines.map((line) => (
              <li key={line.line} data-outcome={line.outcome}>
                <span>{OUTCOMES[line.outcome]}</span>{' '}
                <span>
                  {line.code}, came on {dateWords(line.arrivedOn)}
                  {line.servedOn !== null && `, first service on ${dateWords(line.servedOn)}`}
                </span>
                {line.because !== '' && <span className="referral-because"> {line.because}</span>}
              </li>
            ))}
          </ul>
          <Refused refusal={confirm.refusal} />
          <Button
            tone="primary"
            aria-disabled={fresh === 0 || confirm.busy}
            onClick={() => void (fresh === 0 || record())}
          >
            {fresh === 0 ? 'Nothing new in it' : `Record ${fresh}`}
          </Button>
        </>
      )}
    </section>
  );
}
