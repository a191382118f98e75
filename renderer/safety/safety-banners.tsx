import type { IncidentView } from '#shared/board/incident-view.ts';
import { useTime } from '../desk/clock.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Button } from '../parts/button.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { checkInUnit } from './check-in.ts';

type UnitSafety = IncidentView['safety'][number];

/**
 * On the incident in focus: who of its units is late or in trouble, and what is recommended. Nothing is
 * sent by itself.
 */
export function SafetyBanners({ safety }: { readonly safety: IncidentView['safety'] }) {
  return safety.map((each) => <SafetyBanner key={each.unitId} safety={each} />);
}

function SafetyBanner({ safety }: { readonly safety: UnitSafety }) {
  const { unitId, state, since, dueAt, recommends } = safety;
  const late = useTime((now) => dueAt !== null && now >= Date.parse(dueAt));
  const wrong = state !== 'due' && state !== 'late';
  if (!wrong && !late) return null;
  return (
    <div className="banner" data-tone={wrong ? 'alert' : 'warn'} role="alert">
      <p>
        <strong>
          {wrong ? '▲' : '◆'} {sentence(unitId, state, wallTime(since))}.
        </strong>{' '}
        {wrong && recommendation(recommends)}
      </p>
      {state !== 'duress' && state !== 'back-up' && (
        <>
          <Button onClick={() => checkInUnit(unitId)}>{unitId} was heard</Button>
          <NoticeBeside causes={['unit.check-in']} />
        </>
      )}
    </div>
  );
}

function recommendation(recommends: UnitSafety['recommends']): string {
  return recommends === 'police'
    ? 'Recommended: send police back-up: p p.'
    : 'Police or a co-response team is on this incident as well.';
}

function sentence(unitId: string, state: UnitSafety['state'], since: string): string {
  switch (state) {
    case 'duress':
      return `${unitId} is in duress since ${since}`;
    case 'back-up':
      return `${unitId} asks for back-up since ${since}`;
    case 'missed':
      return `No check-in from ${unitId} since ${since}`;
    default:
      return `The check-in of ${unitId} is late: last heard ${since}`;
  }
}
