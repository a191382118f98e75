import type { DeskCore } from '../desk-core.ts';
import { requiredOn } from './duty-watch.ts';
import { shiftsOfPerson } from '#db/board/shifts-projection.ts';
import { refuse, type Refusal } from '#shared/lib/refusal.ts';
import type { WallShift, WallSpan } from '#shared/roster/roster-file.ts';
import type { ShiftContext } from '#shared/roster/decide-shift.ts';
import type { Span } from '#shared/roster/shift.ts';
import { momentInZone, wallInZone } from '#shared/roster/zone-moment.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function timeZoneOf(core: DeskCore): string {
  return core.center?.timeZone ?? 'UTC';
}

/** What a plan is judged by, as the board stands. */
export function shiftContext(core: DeskCore): ShiftContext {
  const now = core.now().toISOString();
  const { policy } = core.requirePolicy();
  return {
    now,
    policy,
    required: requiredOn(policy, core.local().date),
    othersOf: (name) => shiftsOfPerson(core.db, name, now),
    say: (instant) => sayMoment(instant, timeZoneOf(core)),
  };
}

/** "Mar 3, 15:00", by the center's clock. */
export function sayMoment(instant: string, zone: string): string {
  const wall = wallInZone(zone, Date.parse(instant));
  const month = MONTHS[Number(wall.slice(5, 7)) - 1] ?? '';
  return `${month} ${Number(wall.slice(8, 10))}, ${wall.slice(11)}`;
}

/** Wall times as instants; refused where the clock never shows one of them. */
export function instantsOf(
  { from, to, breaks }: WallShift,
  zone: string,
): (Span & { readonly breaks: readonly Span[] }) | Refusal {
  const read = [{ from, to }, ...breaks].map((span) => spanOf(span, zone));
  const wrong = read.find((each) => 'refused' in each);
  if (wrong !== undefined) return wrong as Refusal;
  const [shift, ...pauses] = read as Span[];
  return { ...(shift as Span), breaks: pauses };
}

function spanOf(span: WallSpan, zone: string): Span | Refusal {
  const [from, to] = [span.from, span.to].map((wall) =>
    momentInZone(zone, wall.slice(0, 10), wall.slice(11)),
  );
  if (from != null && to != null) return { from, to };
  const wall = from == null ? span.from : span.to;
  return refuse(
    'no-such-time',
    `The center’s clock never shows ${wall.replace('T', ' ')}. Give another time. Nothing was planned.`,
  );
}
