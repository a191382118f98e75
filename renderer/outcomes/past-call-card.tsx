import { useEffect, useState } from 'react';
import type { SaidLine } from '#shared/board/past-call-view.ts';
import type { CallBehind } from '#shared/outcomes/outcome-figures.ts';
import { ask } from '../desk/ask.ts';

/** What the export said of an imported call, in its own words. */
export function PastCallCard({ call }: { readonly call: CallBehind }) {
  const [lines, setLines] = useState<readonly SaidLine[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void ask('past.call', { key: call.id }).then((reply) => {
      if (gone) return;
      setLines(reply.ok ? reply.value : []);
      setRefused(reply.ok ? null : reply.because);
    });
    return () => {
      gone = true;
    };
  }, [call.id]);
  return (
    <section className="past-call" aria-label={`Imported call ${call.number}`} aria-live="polite">
      <h3>Imported call {call.number}: what the export said</h3>
      {refused !== null && <p role="alert">{refused}</p>}
      <dl>
        {lines.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
