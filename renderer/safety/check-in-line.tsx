import type { SafetyRow } from '#shared/board/board-rows.ts';
import { useTime } from '../desk/clock.ts';
import { wallTime } from '../desk/wall-time.ts';
import { urgencyOf, writtenAge } from '../parts/age.ts';

/**
 * How the people in a unit stand, in words with a shape, and a thin bar that fills toward the check-in.
 * Late comes by the clock alone; missed, back-up and duress are on the record.
 */
export function CheckInLine({ safety }: { readonly safety: SafetyRow }) {
  const { state, since, dueAt } = safety;
  const due = dueAt === null ? null : Date.parse(dueAt);
  const words = useTime((now) => {
    if (state === 'duress') return `▲ DURESS since ${wallTime(since)}`;
    if (state === 'back-up') return `▲ asks for back-up since ${wallTime(since)}`;
    if (state === 'missed') return `▲ no check-in since ${wallTime(since)}`;
    if (due === null) return '';
    return now < due
      ? `check-in due ${writtenAge(due - now)}`
      : `◆ check-in late ${writtenAge(now - due)}`;
  });
  const urgency = useTime((now) => {
    if (state !== 'due' && state !== 'late') return 'alert';
    if (due === null) return 'calm';
    return urgencyOf({ from: since, until: dueAt ?? since }, now) === 'calm' ? 'calm' : 'warn';
  });
  const fiftieths = useTime((now) => {
    if (due === null) return 50;
    const from = Date.parse(since);
    const part = (now - from) / Math.max(1, due - from);
    return Math.round(Math.min(1, Math.max(0, part)) * 50);
  });
  return (
    <span className="check-in" data-urgency={urgency}>
      <span>{words}</span>
      {(state === 'due' || state === 'late') && (
        <span className="check-in-bar" aria-hidden="true">
          <span style={{ transform: `scaleX(${fiftieths / 50})` }} />
        </span>
      )}
    </span>
  );
}
