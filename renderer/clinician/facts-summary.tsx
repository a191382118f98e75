import { Fragment } from 'react';
import type { FactLine } from '#shared/board/incident-view.ts';
import { FactAnswer, Provenance } from '../incident/fact-answer.tsx';

/** What is known so far: every yes and every "nobody knows" on a line of its own, the noes in one. */
export function FactsSummary({
  facts,
  onCorrect,
}: {
  readonly facts: readonly FactLine[];
  /** Null while the answers cannot be changed from here. */
  readonly onCorrect: ((fact: string) => void) | null;
}) {
  const answered = (answer: string) =>
    facts.filter((line) => line.record?.current.answer === answer);
  const [yes, unknown, no] = [answered('yes'), answered('unknown'), answered('no')];
  if (yes.length + unknown.length + no.length === 0)
    return <p className="facts-none">Nothing has been asked yet.</p>;
  return (
    <section className="facts-known" aria-label="What is known">
      <ul>
        {[...yes, ...unknown].map((line) => (
          <li key={line.id}>
            <Label line={line} onCorrect={onCorrect} />
            <FactAnswer line={line} />
            <Provenance line={line} />
          </li>
        ))}
      </ul>
      {no.length > 0 && (
        <p>
          <span className="answer" data-answer="no">
            <span aria-hidden="true">○</span> no
          </span>{' '}
          {no.map((line, at) => (
            <Fragment key={line.id}>
              {at > 0 && ' · '}
              <Label line={line} onCorrect={onCorrect} />
              {line.record?.aged && ' (ask again)'}
            </Fragment>
          ))}
        </p>
      )}
    </section>
  );
}

function Label({
  line,
  onCorrect,
}: {
  readonly line: FactLine;
  readonly onCorrect: ((fact: string) => void) | null;
}) {
  if (onCorrect === null) return <span className="facts-known-label">{line.label}</span>;
  return (
    <button
      type="button"
      className="facts-known-label"
      title="Ask this again"
      onClick={() => onCorrect(line.id)}
    >
      {line.label}
    </button>
  );
}
