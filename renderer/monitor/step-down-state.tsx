import type { IncidentView } from '#shared/board/incident-view.ts';
import { tell } from '../desk/ask.ts';
import { useTime } from '../desk/clock.ts';
import { urgencyOf, writtenAge } from '../parts/age.ts';
import { Button } from '../parts/button.tsx';

/** A step-down as the clinician has to mind it: until when dispatch answers, or until when to say that it is calm. */
export function StepDownState({
  view,
  onTheLine,
  onCalm,
}: {
  readonly view: IncidentView;
  readonly onTheLine: boolean;
  readonly onCalm: () => void;
}) {
  const { incidentId, monitoring } = view;
  const { stepDown } = monitoring;
  const running = stepDown?.running ?? null;
  const left = useTime((now) =>
    running === null ? '' : writtenAge(Date.parse(running.until) - now),
  );
  const urgency = useTime((now) => (running === null ? 'calm' : urgencyOf(running, now)));
  if (stepDown === null) return null;
  const { state, units, place, does, agreedByName } = stepDown;
  const who = units.join(', ');
  if (state === 'proposed')
    return (
      <ul className="monitor-told">
        <li data-tone={urgency}>
          <span>
            <strong>Step-down proposed:</strong> {who}{' '}
            {does === 'stage' ? 'waits nearby' : 'does not come'}. Dispatch answers within{' '}
            <span className="tabular">{left}</span>, or everybody goes on.
          </span>
          <Button onClick={() => void tell('monitor.withdraw-step-down', { incidentId })}>
            Withdraw
          </Button>
        </li>
      </ul>
    );
  return (
    <ul className="monitor-told">
      <li
        data-tone={urgency === 'calm' ? 'warn' : 'alert'}
        role={urgency === 'calm' ? undefined : 'alert'}
      >
        <span>
          <strong>
            {who} {does === 'stage' ? `waits at ${place}` : 'does not come'},
          </strong>{' '}
          agreed by <bdi>{agreedByName}</bdi>. Say that it is still calm within{' '}
          <strong className="tabular">{left}</strong>, or the response goes on.
        </span>
        <span className="monitor-acts">
          {onTheLine && (
            <Button tone="primary" keys="Shift+D" onClick={onCalm}>
              Still calm
            </Button>
          )}
          <Button
            onClick={() =>
              void tell('monitor.resume-response', {
                incidentId,
                reason: 'It is not calm any more: the response goes on',
              })
            }
          >
            Not calm: go in
          </Button>
        </span>
      </li>
    </ul>
  );
}
