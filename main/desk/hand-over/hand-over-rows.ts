import { owned } from './open-work.ts';
import type { NameOf } from '../incident-row.ts';
import { wordsFor } from '../partition/words-for.ts';
import { findContact } from '#db/board/contacts-projection.ts';
import {
  pastHandOvers,
  standingHandOvers,
  standingLeavings,
  type Leaving,
} from '#db/board/hand-overs-projection.ts';
import { findIncident, incidentNumber } from '#db/board/incidents-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { Announcement } from '#shared/board/board-rows.ts';
import type {
  HandOverRow,
  LeftHolding,
  PastHandOver,
  ShiftRows,
} from '#shared/board/hand-over-sheet.ts';
import { RETURNED_WORDS, type HandOver } from '#shared/hand-over/hand-over.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import type { Role } from '#shared/roster/operator.ts';

export interface ShiftSources {
  readonly db: Database;
  readonly nameOf: NameOf;
}

/** Hand-overs and leavings that somebody still has to look at. */
export function shiftRows(sources: ShiftSources): ShiftRows {
  return {
    handOvers: standingHandOvers(sources.db).map((each) => handOverRow(sources, each)),
    left: standingLeavings(sources.db).flatMap((leaving) => leftHolding(sources, leaving) ?? []),
  };
}

/** Whether an event may have changed them. While nobody has left, incidents are not looked at for it. */
export function touchesShift(db: Database, events: readonly JournalEvent[]): boolean {
  if (events.some(({ type }) => /^(hand-over|operator)\./.test(type))) return true;
  const settles = events.some(({ type }) => SETTLES.has(type));
  return settles && standingLeavings(db).length > 0;
}

const SETTLES: ReadonlySet<JournalEvent['type']> = new Set([
  'incident.owner-changed',
  'incident.closed',
  'phone.taken',
  'phone.transfer-accepted',
  'phone.escalated',
  'phone.resolved',
  'phone.caller-found',
  'contact.owner-changed',
  'contact.ended',
]);

export function handOverRow({ nameOf }: ShiftSources, handOver: HandOver): HandOverRow {
  const { handOverId, from, to, offeredAt, answerBy } = handOver;
  return {
    handOverId,
    from,
    fromName: nameOf(from),
    to,
    toName: nameOf(to),
    offeredAt,
    answerBy,
    cameBack: cameBackBecause(handOver),
  };
}

function cameBackBecause({ state }: HandOver): string | null {
  switch (state.is) {
    case 'declined':
      return state.reason;
    case 'returned':
      return RETURNED_WORDS[state.why];
    default:
      return null;
  }
}

function leftHolding({ db, nameOf }: ShiftSources, leaving: Leaving): LeftHolding | null {
  const { operatorId, at } = leaving;
  const incidents = leaving.incidents.flatMap((incidentId) => {
    const incident = findIncident(db, incidentId);
    const stillTheirs = incident?.closed === null && incident.owner === operatorId;
    return stillTheirs ? [{ incidentId, number: incident.number }] : [];
  });
  const contacts = leaving.contacts.filter((contactId) => {
    const contact = findContact(db, contactId);
    return contact?.ended === null && contact.owner === operatorId;
  }).length;
  if (incidents.length === 0 && contacts === 0) return null;
  return { operatorId, name: nameOf(operatorId), at, incidents, contacts };
}

/** The supervisor's record, newest first, cut to what this role may read. */
export function pastShifts(sources: ShiftSources, role: Role, limit: number): PastHandOver[] {
  const { db, nameOf } = sources;
  const words = wordsFor(db, [role]);
  return pastHandOvers(db, limit).map((row): PastHandOver => {
    if (row.kind === 'left') {
      const { operatorId, at, incidents, contacts } = row.leaving;
      const counts = { incidents: incidents.length, contacts: contacts.length };
      const without = { toName: null, state: 'left', why: null, remark: null } as const;
      return {
        id: row.id,
        fromName: nameOf(operatorId),
        at,
        ...without,
        ...counts,
        policyVersion: null,
      };
    }
    const { handOver } = row;
    const { from, to, offeredAt, state } = handOver;
    const accepted = state.is === 'accepted' ? state.accepted : null;
    return {
      id: row.id,
      fromName: nameOf(from),
      toName: nameOf(to),
      at: state.is === 'offered' ? offeredAt : state.at,
      state: state.is,
      why: cameBackBecause(handOver),
      remark: words(handOver.remark),
      incidents: accepted?.incidents.length ?? 0,
      contacts: accepted?.contacts.length ?? 0,
      policyVersion: accepted?.policyVersion ?? null,
    };
  });
}

/** Said aloud and shown once. Names of colleagues and numbers only. */
export function announceShift(event: JournalEvent, { db, nameOf }: ShiftSources): Announcement[] {
  switch (event.type) {
    case 'hand-over.offered':
      return [
        { text: `${nameOf(event.from)} hands over to ${nameOf(event.to)}: g h.`, sound: null },
      ];
    case 'hand-over.accepted':
      return [
        { text: `${nameOf(event.to)} has taken over from ${nameOf(event.from)}.`, sound: null },
      ];
    case 'hand-over.declined':
      return [
        {
          text: `${nameOf(event.to)} does not take over from ${nameOf(event.from)}, who still owns the work.`,
          sound: 'alert',
        },
      ];
    case 'hand-over.returned':
      return event.why === 'not-answered' || event.why === 'clock-set-back'
        ? [
            {
              text: `The hand-over of ${nameOf(event.from)} to ${nameOf(event.to)} came back: ${RETURNED_WORDS[event.why]}.`,
              sound: 'alert',
            },
          ]
        : [];
    case 'operator.left-holding': {
      const numbers = event.incidents.flatMap((incidentId) => incidentNumber(db, incidentId) ?? []);
      const what = owned(numbers, event.contacts.length);
      return [
        { text: `${nameOf(event.operatorId)} signed off and still owns ${what}.`, sound: 'alert' },
      ];
    }
    default:
      return [];
  }
}
