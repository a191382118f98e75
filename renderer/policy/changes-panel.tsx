import type { Difference } from '#shared/policy/difference/differences.ts';
import type { PolicyProblem } from '#shared/policy/document/policy-problems.ts';
import { jumpTo, sectionOf } from './jump.ts';

const SIGNS: Readonly<Record<Difference['kind'], string>> = {
  added: '+',
  removed: '−',
  changed: '≠',
};
const WORDS: Readonly<Record<Difference['kind'], string>> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
};

/** What changes, in words: for the author, and for the second supervisor who did not make it. */
export function ChangesInWords({
  differences,
  jumps,
}: {
  readonly differences: readonly Difference[];
  /** Whether the tables beside it show the document the changes are in. */
  readonly jumps: boolean;
}) {
  if (differences.length === 0)
    return (
      <p className="panel-empty">
        Nothing is changed. Every edit is said here in a sentence, as the second supervisor will
        read it.
      </p>
    );
  return (
    <ul className="changes">
      {differences.map(({ subject, kind, says, path }, at) => (
        <li key={`${subject} ${at}`} data-kind={kind}>
          <span className="change-sign" aria-hidden="true">
            {SIGNS[kind]}
          </span>
          <div>
            {jumps && kind !== 'removed' && sectionOf(path) !== null ? (
              <button type="button" className="jump" onClick={() => jumpTo(path)}>
                {subject}
              </button>
            ) : (
              <b>{subject}</b>
            )}
            <span className="spoken">, {WORDS[kind]}:</span>
            <p>{says}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Why the document is no policy. The same sentences stand at the cells they are about. */
export function ProblemList({ problems }: { readonly problems: readonly PolicyProblem[] }) {
  return (
    <ul className="problems">
      {problems.map(({ path, message, remedy }) => (
        <li key={`${path} ${message}`}>
          <p>
            <strong>{message}</strong> {remedy}
          </p>
          {sectionOf(path) === null ? (
            <code>{path}</code>
          ) : (
            <button type="button" className="jump" onClick={() => jumpTo(path)}>
              Go there
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
