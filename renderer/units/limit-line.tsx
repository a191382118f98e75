import type { LimitRow } from '#shared/board/board-rows.ts';
import { useTime } from '../desk/clock.ts';
import { writtenAge } from '../parts/age.ts';
import '../style/time-limits.css';

/**
 * The time of a unit in its status, once there is something to say of it: a warning comes by the clock
 * alone; too long is on the record, and said so until the status changes or the crew is heard.
 */
export function LimitLine({ limit }: { readonly limit: LimitRow }) {
  const alertAt = Date.parse(limit.alertAt);
  const words = useTime((now) => {
    if (limit.overdue) return '▲ too long';
    return now < alertAt ? `◆ too long in ${writtenAge(alertAt - now)}` : '◆ too long now';
  });
  return (
    <span className="check-in" data-urgency={limit.overdue ? 'alert' : 'warn'}>
      {words}
    </span>
  );
}

/** Fills toward the alert, in fiftieths: it moves rarely, so a full board does not redraw every second. */
export function LimitBar({ limit }: { readonly limit: LimitRow }) {
  const from = Date.parse(limit.from);
  const span = Math.max(1, Date.parse(limit.alertAt) - from);
  const warnAt = Date.parse(limit.warnAt);
  const fiftieths = useTime((now) =>
    limit.overdue ? 50 : Math.round(Math.min(1, Math.max(0, (now - from) / span)) * 50),
  );
  const urgency = useTime((now) => (limit.overdue ? 'alert' : now >= warnAt ? 'warn' : 'calm'));
  return (
    <span className="limit-bar" data-urgency={urgency} aria-hidden="true">
      <span style={{ transform: `scaleX(${fiftieths / 50})` }} />
    </span>
  );
}
