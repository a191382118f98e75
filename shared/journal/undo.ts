import { undoOfDuplicate, type DuplicateUndo } from '../duplicate/undo-duplicate.ts';
import type { Entry, JournalEvent } from './journal-event.ts';
import { isAct, staysAsItIs } from './not-undone.ts';
import type { NoteKind } from '../incident/incident-events.ts';
import type { Place } from '../incident/place.ts';
import type { IncidentId, OperatorId, UnitId } from '../lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '../lib/refusal.ts';
import { undoOfPerson, type PersonUndo } from '../person/undo-person.ts';
import type { UnitStatus } from '../unit/unit-status.ts';

/** After this a mistake is put right with a reason: others have acted on it by then. */
const UNDO_SECONDS = 120;

/** What taking back the last act comes to. Nothing is ever removed: each is one more entry. */
export type Undo = {
  /** The entry that is taken back. */
  readonly seq: number;
} & (
  | {
      /** What was said by radio cannot be unsaid: a unit that was sent is stood down instead. */
      readonly does: 'correct-status' | 'stand-down';
      readonly unitId: UnitId;
      readonly from: UnitStatus;
      readonly to: UnitStatus;
      readonly incidentId: IncidentId | null;
    }
  | { readonly does: 'unstack'; readonly unitId: UnitId; readonly incidentId: IncidentId }
  | { readonly does: 'release-hold'; readonly incidentId: IncidentId }
  | {
      readonly does: 'hold-again';
      readonly incidentId: IncidentId;
      readonly until: string;
      readonly reason: string;
    }
  | { readonly does: 'give-back'; readonly incidentId: IncidentId; readonly owner: OperatorId }
  | {
      readonly does: 'set-place';
      readonly incidentId: IncidentId;
      readonly place: Place;
      readonly callback: string | null;
    }
  | { readonly does: 'set-call-type'; readonly incidentId: IncidentId; readonly callType: string }
  | { readonly does: 'strike-note'; readonly incidentId: IncidentId; readonly kind: NoteKind }
  | PersonUndo
  | DuplicateUndo
);

/** Who undoes, and where: nobody takes back what somebody else did, or did elsewhere. */
interface Who {
  readonly by: OperatorId;
  readonly position: string;
  /** Who is signed on somewhere: an incident is given back to nobody else. */
  readonly here: readonly OperatorId[];
}

type EventOf<Type extends JournalEvent['type']> = Extract<JournalEvent, { type: Type }>;
type StatusEvent = EventOf<'unit.status-changed' | 'unit.status-corrected'>;

/** What the last act is judged by. */
interface Picture {
  readonly seq: number;
  /** What was written by the same command before it. */
  readonly together: readonly JournalEvent[];
  /** What anybody has written since. */
  readonly later: readonly JournalEvent[];
  /** The incident's own entries before it, the newest last. */
  readonly before: readonly JournalEvent[];
  readonly now: string;
  readonly here: readonly OperatorId[];
}

/**
 * The last act of one operator at one position, while taking it back is truthful: within two minutes, with
 * nothing built on it since. Otherwise a sentence why not and what can be done instead. `latest` are
 * the entries up to now, oldest first; `historyOf` has all of an incident's.
 */
export function undoOf(
  latest: readonly Entry[],
  { by, position, here }: Who,
  now: string,
  historyOf: (incidentId: IncidentId) => readonly Entry[],
): Undo | Refusal {
  // What is entered from paper was done on another day: it is neither taken back, nor in the way.
  const entries = latest.filter(({ event }) => event.backEntry === undefined);
  const last = entries.findLast(
    (entry) => entry.by === by && entry.position === position && isAct(entry.event),
  );
  if (last === undefined || Date.parse(now) - Date.parse(last.at) > UNDO_SECONDS * 1000)
    return refuse(
      'nothing-to-undo',
      'You did nothing here in the last two minutes that could be taken back. A wrong status is corrected with a reason: Shift+S.',
    );
  const { event, seq } = last;
  const incidentId = 'incidentId' in event ? event.incidentId : null;
  const earlier = incidentId === null ? [] : historyOf(incidentId as IncidentId);
  return judge(event, {
    seq,
    together: entries.filter((entry) => entry.seq < seq && isTogether(entry, last)).map(eventOf),
    later: entries.filter((entry) => entry.seq > seq).map(eventOf),
    before: earlier.filter((entry) => entry.seq < seq).map(eventOf),
    now,
    here,
  });
}

function eventOf({ event }: Entry): JournalEvent {
  return event;
}

function judge(event: JournalEvent, picture: Picture): Undo | Refusal {
  const { seq } = picture;
  switch (event.type) {
    case 'unit.status-changed':
    case 'unit.status-corrected':
      return ofStatus(event, picture);
    case 'unit.stacked': {
      const { unitId, incidentId } = event;
      return (
        changedSince(unitId, picture.later, (next) => changesUnit(next, unitId)) ?? {
          does: 'unstack',
          seq,
          unitId,
          incidentId,
        }
      );
    }
    case 'incident.note-added':
      return { does: 'strike-note', seq, incidentId: event.incidentId, kind: event.kind };
    case 'incident.held':
    case 'incident.hold-ended':
    case 'incident.owner-changed':
    case 'incident.place-set':
    case 'incident.call-type-set':
      return ofIncident(event, picture);
    case 'person.call-linked':
    case 'person.merged':
      return withSeq(undoOfPerson(event, picture), seq);
    case 'call.joined':
    case 'incident.merged':
      return withSeq(undoOfDuplicate(event, picture), seq);
    case 'incident.staging-ordered': {
      // A unit sent to wait was sent by the same act: it is stood down like any other.
      const sent = picture.together.find(
        (each) => each.type === 'unit.status-changed' && each.unitId === event.unitId,
      );
      return sent === undefined ? staysAsItIs(event.type) : judge(sent, picture);
    }
    default:
      return staysAsItIs(event.type);
  }
}

function withSeq(undo: PersonUndo | DuplicateUndo | Refusal, seq: number): Undo | Refusal {
  return isRefusal(undo) ? undo : { ...undo, seq };
}

function ofStatus(event: StatusEvent, { seq, later, together }: Picture): Undo | Refusal {
  const { unitId, from, to, incidentId } = event;
  if (event.type === 'unit.status-corrected')
    return refuse(
      'already-corrected',
      `The last change of ${unitId} was a correction itself. Correct it again, with the reason: Shift+S.`,
    );
  const changed = changedSince(unitId, later, (next) => changesUnit(next, unitId));
  if (changed !== null) return changed;
  if (incidentId !== null && later.some((next) => decides(next, incidentId)))
    return refuse(
      'decided-since',
      `Something was decided on the incident of ${unitId} since. Nothing was taken back; correct it with a reason.`,
    );
  const wasWith = (type: JournalEvent['type']) => together.some((each) => each.type === type);
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
  const does = to === 'assigned' ? 'stand-down' : 'correct-status';
  return { does, seq, unitId, from, to, incidentId };
}

type OfIncident = EventOf<
  | 'incident.held'
  | 'incident.hold-ended'
  | 'incident.owner-changed'
  | 'incident.place-set'
  | 'incident.call-type-set'
>;

/** What voids it besides a decision: the same thing set again. */
const SAME: Readonly<Record<OfIncident['type'], readonly JournalEvent['type'][]>> = {
  'incident.held': ['incident.held', 'incident.hold-ended'],
  'incident.hold-ended': ['incident.held', 'incident.hold-ended'],
  'incident.owner-changed': ['incident.owner-changed', 'phone.taken', 'phone.transfer-accepted'],
  'incident.place-set': ['incident.place-set'],
  'incident.call-type-set': ['incident.call-type-set'],
};

function ofIncident(event: OfIncident, picture: Picture): Undo | Refusal {
  const { seq, later, before } = picture;
  const { incidentId } = event;
  const here = (each: JournalEvent) => 'incidentId' in each && each.incidentId === incidentId;
  if (later.some((each) => here(each) && SAME[event.type].includes(each.type)))
    return refuse('changed-since', 'It has been set again since. Nothing was taken back.');
  if (later.some((each) => decides(each, incidentId)))
    return refuse(
      'decided-since',
      'Something was decided on this incident since. Nothing was taken back; set it anew where it is wrong.',
    );
  const opened = before.find((each) => each.type === 'incident.opened');
  switch (event.type) {
    case 'incident.held':
      return { does: 'release-hold', seq, incidentId };
    case 'incident.hold-ended': {
      const held = before.findLast((each) => each.type === 'incident.held');
      if (event.why !== 'released' || held === undefined || held.until <= picture.now)
        return refuse('time-passed', 'The time of that hold has passed. Hold it anew: h.');
      return { does: 'hold-again', seq, incidentId, until: held.until, reason: held.reason };
    }
    case 'incident.owner-changed':
      return picture.here.includes(event.from)
        ? { does: 'give-back', seq, incidentId, owner: event.from }
        : refuse(
            'owner-left',
            'Whoever had it before has signed off, and no incident may be without somebody. It stays yours.',
          );
    case 'incident.place-set': {
      const was = before.findLast((each) => each.type === 'incident.place-set') ?? opened;
      if (was === undefined) return refuse('nothing-before', 'Its earlier place is not on record.');
      return { does: 'set-place', seq, incidentId, place: was.place, callback: was.callback };
    }
    case 'incident.call-type-set': {
      const was = before.findLast((each) => each.type === 'incident.call-type-set') ?? opened;
      const stated = later.some((each) => here(each) && isStated(each));
      if (stated)
        return refuse(
          'type-answered',
          'The call type answered questions of its own, and answers are not taken back. Choose the right type: c.',
        );
      if (was === undefined || was.callType === null)
        return refuse('nothing-before', 'It had no call type before. Choose the right one: c.');
      return { does: 'set-call-type', seq, incidentId, callType: was.callType };
    }
  }
}

function isStated(event: JournalEvent): boolean {
  return event.type === 'incident.fact-answered' && event.informant === 'record';
}

function changedSince(
  unitId: UnitId,
  later: readonly JournalEvent[],
  changes: (event: JournalEvent) => boolean,
): Refusal | null {
  return later.some(changes)
    ? refuse('changed-since', `${unitId} has changed since. Nothing was taken back.`)
    : null;
}

const OF_UNIT: readonly JournalEvent['type'][] = [
  'unit.status-changed',
  'unit.status-corrected',
  'unit.stacked',
  'unit.unstacked',
];

function changesUnit(event: JournalEvent, unitId: UnitId): boolean {
  return OF_UNIT.includes(event.type) && 'unitId' in event && event.unitId === unitId;
}

const DECIDED: readonly JournalEvent['type'][] = [
  'incident.response-decided',
  'incident.upgraded',
  'incident.unit-pre-empted',
  'incident.unit-reassigned',
  'incident.unit-stood-down',
  'incident.closed',
];

function decides(event: JournalEvent, incidentId: IncidentId): boolean {
  return DECIDED.includes(event.type) && 'incidentId' in event && event.incidentId === incidentId;
}

/** Written by the same command: the same stamp, and about the same incident. */
function isTogether({ at, by, position, event }: Entry, last: Entry): boolean {
  return (
    at === last.at &&
    by === last.by &&
    position === last.position &&
    'incidentId' in event &&
    'incidentId' in last.event &&
    event.incidentId === last.event.incidentId
  );
}
