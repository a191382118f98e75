import { useEffect, useState } from 'react';
import type { PastSummary } from '#shared/contract/answers.ts';
import { ask } from '../desk/ask.ts';
import { Sheet } from '../parts/sheet.tsx';
import { PickList } from './pick-list.tsx';
import { useFound } from './use-found.ts';

const COUNT = new Intl.NumberFormat('en-US');

/** Calls of an earlier system. They are history: to be found and looked at, never to be worked on. */
export function PastCallsSheet() {
  const [summary, setSummary] = useState<PastSummary | null>(null);
  const [because, setBecause] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const { lines, state } = useFound(typed);

  useEffect(() => {
    let asked = true;
    void ask('past.summary', {}).then((reply) => {
      if (!asked) return;
      if (reply.ok) setSummary(reply.value);
      else setBecause(reply.because);
    });
    return () => {
      asked = false;
    };
  }, []);

  const past = lines.filter((line) => line.kind === 'past-call');
  const shown = past.find((line) => line.id === open);
  return (
    <Sheet title="Past calls" subtitle="Taken over from an earlier system" wide>
      {because !== null && <p role="alert">{because}</p>}
      {summary !== null && (
        <dl className="figures">
          <div>
            <dt>Calls</dt>
            <dd>{COUNT.format(summary.calls)}</dd>
          </div>
          <div>
            <dt>Mental health or substance use by their type</dt>
            <dd>{COUNT.format(summary.behavioral)}</dd>
          </div>
        </dl>
      )}
      {summary?.calls === 0 ? (
        <p className="sheet-empty">
          No past calls yet. An administrator takes over an export with the command line tool
          <code> import</code>; the calls are then found here, by place, type or number.
        </p>
      ) : (
        <PickList
          label="Find in past calls"
          hint="A street, a call type, a record number."
          picks={past.map(({ id, title, detail }) => ({ id, title, detail }))}
          text={typed}
          onText={setTyped}
          onPick={({ id }) => setOpen(id)}
          empty={emptyText(typed, state)}
        />
      )}
      {shown !== undefined && (
        <section className="past-call" aria-label="The past call" aria-live="polite">
          <h3 dir="auto">{shown.title}</h3>
          <p dir="auto">{shown.detail}</p>
        </section>
      )}
    </Sheet>
  );
}

function emptyText(typed: string, state: 'idle' | 'asking' | 'answered'): string {
  if (typed.trim() === '') return 'Type to search.';
  return state === 'answered' ? `No past call matches “${typed}”.` : 'Searching…';
}
