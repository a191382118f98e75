import type { IncidentView, ReasonLine, RecommendationView } from '#shared/board/incident-view.ts';
import { useId } from 'react';
import { useBoard } from '../desk/board-store.ts';
import { useDesk } from '../desk/desk-store.ts';
import { LevelBadge } from '../parts/level-badge.tsx';

const MOST_REASONS = 3;
const MOST_CHANGES = 3;
const MOST_UNASKED = 4;

/** Three sentences; each names its rule, and the rule tells its source when pointed at or focused. */
export function Reasons({ reasons }: { readonly reasons: readonly ReasonLine[] }) {
  if (reasons.length === 0) return null;
  const more = reasons.length - MOST_REASONS;
  return (
    <section className="reasons">
      <h4>Why</h4>
      <ol>
        {reasons.slice(0, MOST_REASONS).map((reason) => (
          <Reason key={reason.rule} reason={reason} />
        ))}
      </ol>
      {more > 0 && (
        <p className="more">
          and {more} more {more === 1 ? 'rule' : 'rules'}
        </p>
      )}
    </section>
  );
}

/** One sentence with its rule and source. */
export function Reason({ reason }: { readonly reason: ReasonLine }) {
  const id = useId();
  return (
    <li>
      {reason.because}{' '}
      <button type="button" className="rule" aria-describedby={id}>
        {reason.rule}
      </button>
      <span id={id} role="tooltip" className="source">
        Source: {reason.source}
      </span>
    </li>
  );
}

export function WouldChange({ changes }: { readonly changes: RecommendationView['wouldChange'] }) {
  if (changes.length === 0) return null;
  return (
    <section className="would-change">
      <h4>Would change it</h4>
      <ul>
        {changes.slice(0, MOST_CHANGES).map(({ label, answer, level, response }) => (
          <li key={`${label} ${answer}`}>
            <span>
              {label}: <strong>{answer}</strong>
            </span>
            <span aria-hidden="true">→</span>
            <LevelBadge level={level} />
            <span>{response}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Unasked({ labels }: { readonly labels: readonly string[] }) {
  if (labels.length === 0) return null;
  const more = labels.length - MOST_UNASKED;
  return (
    <section className="unasked">
      <h4>Not asked yet</h4>
      <p>
        {labels.slice(0, MOST_UNASKED).join(' · ')}
        {more > 0 && ` and ${more} more`}
      </p>
    </section>
  );
}

/** Medical goes now, beside whatever else is decided, and its line never waits for that. */
export function Alongside({ view }: { readonly view: IncidentView }) {
  const team = useDesk((desk) => desk.policy?.services.ems ?? null);
  // One text, so that the selector stays a primitive.
  const out = useBoard((board) =>
    view.units
      .filter((unit) => unit.releasedAt === null)
      .map((unit) => board.units.get(unit.unitId))
      .filter((row) => row !== undefined && row.teamType === team)
      .map((row) => row?.unitId)
      .join(', '),
  );
  const { alongside } = view.recommendation;
  if (alongside.length === 0) return null;
  return (
    <ul className="alongside">
      {alongside.map(({ id, label }) => (
        <li key={id}>
          <strong>
            <span aria-hidden="true">▲</span> {label} now
          </strong>
          <span>
            {id === team && out !== '' ? (
              `${out} is on it`
            ) : (
              <>
                beside everything else: <kbd>p</kbd> <kbd>e</kbd>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
