import { useState } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { AdviceLine } from '#shared/board/monitoring-view.ts';
import { tell } from '../desk/ask.ts';
import { wallTime } from '../desk/wall-time.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { ReasonForm } from '../sheets/reason-form.tsx';
import { useCommand } from '../sheets/use-command.ts';

/** Approach advice of a clinician. First it is seen, and that has its time; then it is followed, or why it is not. */
export function AdviceBanner({
  view,
  advice,
  answers,
  keyed,
}: {
  readonly view: IncidentView;
  readonly advice: AdviceLine;
  readonly answers: boolean;
  /** The two keys belong to this one. */
  readonly keyed: boolean;
}) {
  const [refusing, setRefusing] = useState(false);
  const { incidentId } = view;
  const { adviceId, byName, at, text, forTeam, seen, repeated } = advice;
  const form = { subject: `incident/${incidentId}`, form: `advice-${adviceId}` };
  const answer = useCommand('monitor.answer-advice', form);
  const see = () => void tell('monitor.see-advice', { incidentId, adviceId });
  const follow = () =>
    void tell('monitor.answer-advice', { incidentId, adviceId, followed: true, reason: null });
  const yes = seen === null ? see : follow;
  useActions(
    keyed && answers ? { 'clinician.yes': yes, 'clinician.no': () => setRefusing(true) } : {},
  );
  async function refuse(reason: string) {
    const done = await answer.give({ incidentId, adviceId, followed: false, reason });
    if (done !== null) setRefusing(false);
  }
  const again = seen === null && repeated;
  return (
    <div
      className="banner asked"
      data-tone={again ? 'alert' : seen === null ? 'warn' : 'calm'}
      role="group"
      aria-label={`Advice of ${byName}`}
    >
      <p role={seen === null ? 'alert' : undefined} className="asked-said">
        <strong>
          {again ? '▲' : '◆'} <bdi>{byName}</bdi> advises:
        </strong>{' '}
        <span dir="auto">{text}</span>
      </p>
      <p className="asked-more">
        {wallTime(at)}
        {forTeam && ' · read to the team too'}
        {seen !== null && ` · seen ${wallTime(seen.at)} by ${seen.byName}`}
        {again && ' · nobody has seen it yet'}
      </p>
      {answers && !refusing && (
        <>
          <Button keys={keyed ? 'Shift+Y' : undefined} onClick={yes}>
            {seen === null ? 'Seen' : 'We follow it'}
          </Button>
          <Button keys={keyed ? 'Shift+R' : undefined} onClick={() => setRefusing(true)}>
            Not followed
          </Button>
        </>
      )}
      {refusing && (
        <ReasonForm
          form={form}
          label="Why it is not followed"
          hint={`${byName} reads it.`}
          refusal={answer.refusal}
          busy={answer.busy}
          does="Tell them"
          back="Back"
          onReason={(reason) => void refuse(reason)}
          onBack={() => setRefusing(false)}
        />
      )}
    </div>
  );
}
