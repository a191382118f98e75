import type { IncidentView } from '#shared/board/incident-view.ts';
import type { AdviceLine } from '#shared/board/monitoring-view.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { tell } from '../desk/ask.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Button } from '../parts/button.tsx';
import { Elapsed } from '../parts/elapsed.tsx';

/** What dispatch was told and asked, and what became of it, the newest first. */
export function ToldDispatch({
  view,
  me,
}: {
  readonly view: IncidentView;
  readonly me: OperatorId;
}) {
  const { incidentId, monitoring, ownerName } = view;
  const { nomination, advice } = monitoring;
  if (nomination === null && advice.length === 0) return null;
  return (
    <ul className="monitor-told" aria-label="Told dispatch">
      {nomination !== null && (
        <li data-tone={nomination.overdue === null ? 'calm' : 'alert'}>
          <span>
            <strong>Nominated for {nomination.label}</strong> by{' '}
            {nomination.clinician === me ? 'you' : <bdi>{nomination.clinicianName}</bdi>}:{' '}
            <span dir="auto">{nomination.reason}</span>
          </span>
          {nomination.clinician === me && (
            <Button onClick={() => void tell('monitor.withdraw-nomination', { incidentId })}>
              Withdraw
            </Button>
          )}
          <small>
            <Elapsed since={nomination.since} /> {waitsFor(nomination.overdue, ownerName)}
          </small>
        </li>
      )}
      {advice.toReversed().map((each) => (
        <li key={each.adviceId} data-tone={each.seen === null && each.repeated ? 'alert' : 'calm'}>
          <span dir="auto">{each.text}</span>
          <small>
            {each.by === me ? 'You' : <bdi>{each.byName}</bdi>}, {wallTime(each.at)}
            {each.forTeam && ', for the team too'} · {becameOf(each)}
          </small>
        </li>
      ))}
    </ul>
  );
}

function waitsFor(overdue: 'owner' | 'supervisor' | null, ownerName: string): string {
  switch (overdue) {
    case null:
      return `waits for ${ownerName}`;
    case 'owner':
      return `${ownerName} was reminded`;
    case 'supervisor':
      return 'the supervisors were told';
  }
}

function becameOf({ seen, answer, repeated }: AdviceLine): string {
  if (answer !== null)
    return answer.followed
      ? `followed, ${answer.byName} ${wallTime(answer.at)}`
      : `not followed, ${answer.byName} ${wallTime(answer.at)}: ${answer.reason ?? ''}`;
  if (seen !== null) return `seen ${wallTime(seen.at)} by ${seen.byName}`;
  return repeated ? 'not seen, said again' : 'not seen yet';
}
