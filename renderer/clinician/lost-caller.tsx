import type { IncidentView } from '#shared/board/incident-view.ts';
import { CALLS_BEFORE_CLOSING, LOST_CHECK_LABELS } from '#shared/phone/lost-caller.ts';
import { HUNG_UP_LABELS } from '#shared/phone/outcome-events.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Keys } from '../parts/kbd.tsx';

/** Where somebody was last, how often they were called again, and what to do about it now. */
export function LostCaller({ view }: { readonly view: IncidentView }) {
  const { phone, recontact } = view;
  if (phone.state !== 'lost') return null;
  const { lastKnown, hungUp } = phone;
  const unanswered = recontact?.unanswered ?? 0;
  const advice = recontact?.recommends ?? null;
  return (
    <section
      className="lost-caller"
      aria-label="The caller is lost"
      data-tone={advice === null ? 'warn' : 'alert'}
    >
      {advice !== null && advice !== 'send' && (
        <p role="alert">
          <strong>▲ Recommended: {LOST_CHECK_LABELS[advice]}.</strong> <Keys keys="p p" /> sends
          police and EMS, <Keys keys="e" /> asks for a team. Nobody is sent by itself.
        </p>
      )}
      <dl>
        <dt>Last known</dt>
        <dd dir="auto">
          {lastKnown === null
            ? 'nobody knows where'
            : `${lastKnown.place}, at ${wallTime(lastKnown.at)}`}
        </dd>
        <dt>Broke off</dt>
        <dd>
          {wallTime(phone.since)}
          {hungUp !== 'not-known' && ` · ${HUNG_UP_LABELS[hungUp].toLowerCase()}`}
        </dd>
        <dt>Called again</dt>
        <dd>
          {unanswered} of {CALLS_BEFORE_CLOSING} times before it may be closed
        </dd>
      </dl>
    </section>
  );
}
