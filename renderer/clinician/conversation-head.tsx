import type { IncidentView } from '#shared/board/incident-view.ts';
import { PHASE_LABELS } from '#shared/incident/phase.ts';
import { LevelBadge } from '../parts/level-badge.tsx';
import type { CallSide } from './call-side.ts';

/** Number, place and level: what has to be right before anything is said. */
export function ConversationHead({
  view,
  side,
}: {
  readonly view: IncidentView;
  readonly side: CallSide;
}) {
  const { number, place, area, callback, callTypeLabel, recommendation, decision, phase } = view;
  // An answer that raised the level shows here at once, before anybody has decided again.
  const standing = view.needsDecision ? null : decision;
  const level = standing?.level ?? recommendation.level;
  return (
    <header className="conversation-head">
      <h2>
        <LevelBadge
          level={level}
          large
          provisional={standing === null && recommendation.provisional}
        />
        <span className="spoken">Incident </span>
        {number}
        <span className="conversation-place" dir="auto">
          {place.address === '' ? 'Place not known' : place.address}
        </span>
      </h2>
      <p>
        {[area, callTypeLabel, callback === null ? 'No callback number' : `Callback ${callback}`]
          .filter((each) => each !== null)
          .join(' · ')}
        {side === 'monitor' && (
          <>
            {' · '}
            {PHASE_LABELS[phase]} · with <bdi>{view.ownerName}</bdi>
          </>
        )}
      </p>
    </header>
  );
}
