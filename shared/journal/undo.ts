import type { Entry, JournalEvent } from './journal-event.ts';
import type { IncidentId, OperatorId, UnitId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import { UNIT_STATUS, type UnitStatus } from '../unit/unit-status.ts';

/** After this a mistake is a correction with a reason: others have acted on the status by then. */
const UNDO_SECONDS = 120;

/** What taking back the last status change comes to. */
export interface Undo {
  /** The entry that is taken back. */
  readonly seq: number;
  readonly unitId: UnitId;
  readonly from: UnitStatus;
  readonly to: UnitStatus;
  readonly incidentId: IncidentId | null;
  /** What was said by radio cannot be unsaid: a unit that was sent is stood down instead. */
  readonly how: 'correct' | 'stand-down';
}

type StatusEvent = Extract<JournalEvent, { type: 'unit.status-changed' | 'unit.status-corrected' }>;

const DECIDED: readonly JournalEvent['type'][] = [
  'incident.response-decided',
  'incident.upgraded',
  'incident.unit-pre-empted',
  'incident.unit-stood-down',
  'incident.closed',
];

/**
 * The last status change of one operator at one position, while taking it back is truthful: within two
 * minutes, with nothing changed on the unit and nothing decided on its incident since. Otherwise a
 * sentence why not. `entries` are the latest ones, oldest first.
 */
export function undoOf(
  entries: readonly Entry[],
  { by, position }: Pick<Entry, 'position'> & { readonly by: OperatorId },
  now: string,
): Undo | Refusal {
  const mine = (entry: Entry): entry is Entry<StatusEvent> =>
    entry.by === by && entry.position === position && isStatus(entry.event);
  const last = entries.findLast(mine);
  if (last === undefined || Date.parse(now) - Date.parse(last.at) > UNDO_SECONDS * 1000)
    return refuse(
      'nothing-to-undo',
      'You changed no status here in the last two minutes. An older one is corrected with a reason: s, then the unit.',
    );
  const { event, seq } = last;
  const { unitId, from, to, incidentId } = event;
  if (event.type === 'unit.status-corrected')
    return refuse(
      'already-corrected',
      `The last change of ${unitId} was a correction itself. Correct it again, with the reason: s, then the unit.`,
    );
  const later = entries.filter((entry) => entry.seq > seq);
  if (later.some(({ event: next }) => changesUnit(next, unitId)))
    return refuse('changed-since', `${unitId} has changed since. Nothing was taken back.`);
  if (incidentId !== null && later.some(({ event: next }) => decides(next, incidentId)))
    return refuse(
      'decided-since',
      `Something was decided on the incident of ${unitId} since. Nothing was taken back; correct it with a reason.`,
    );
  const together = entries.filter((entry) => entry.seq < seq && isTogether(entry, last));
  const wasWith = (type: JournalEvent['type']) =>
    together.some(({ event: before }) => before.type === type);
  if (to === 'available' && wasWith('incident.unit-stood-down'))
    return refuse(
      'stood-down',
      `${unitId} was told to stand down, and that cannot be unsaid. Send it again.`,
    );
  if (to === 'assigned' && wasWith('incident.upgraded'))
    return refuse(
      'police-ems-now',
      `${unitId} went with police/EMS now, which is not undone. Stand it down by itself: sd ${unitId}.`,
    );
  return { seq, unitId, from, to, incidentId, how: to === 'assigned' ? 'stand-down' : 'correct' };
}

function isStatus(event: JournalEvent): event is StatusEvent {
  return event.type === 'unit.status-changed' || event.type === 'unit.status-corrected';
}

function changesUnit(event: JournalEvent, unitId: UnitId): boolean {
  return (isStatus(event) || event.type === 'unit.stacked') && event.unitId === unitId;
}

function decides(event: JournalEvent, incidentId: IncidentId): boolean {
  return DECIDED.includes(event.type) && 'incidentId' in event && event.incidentId === incidentId;
}

/** Written by the same command: the same stamp, and about the same incident. */
function isTogether(entry: Entry, last: Entry<StatusEvent>): boolean {
  const { event } = entry;
  return (
    entry.at === last.at &&
    entry.by === last.by &&
    entry.position === last.position &&
    'incidentId' in event &&
    event.incidentId === last.event.incidentId
  );
}

/** What the operator reads before or after it is done. `number` is the incident's, null without one. */
export function sayUndo({ unitId, from, to, how }: Undo, number: number | null): string {
  const [was, is] = [UNIT_STATUS[from].label.toLowerCase(), UNIT_STATUS[to].label.toLowerCase()];
  return how === 'correct'
    ? `${unitId} is ${was} again, not ${is}.`
    : `${unitId} is stood down from incident ${number ?? ''} instead: what went out by radio cannot be unsent. Tell the crew.`;
}
