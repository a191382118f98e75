import type { DeskCore } from '../desk-core.ts';
import { wordsFor } from '../partition/words-for.ts';
import { findCandidates, matchTo, sharedBy } from './candidates.ts';
import { earlierContact, linksOf, nobodysCallsFrom } from './earlier-contacts.ts';
import { heardOnCall, heardOnIncident } from './heard.ts';
import { isAtIntake, matchLine, noteLines, personCautions, planLine } from './person-lines.ts';
import { countLinksOfRecord, linkOf } from '#db/board/people-links-projection.ts';
import { rootOf, wholePerson } from '#db/board/people-projection.ts';
import { ruledOutFor } from '#db/board/people-said-projection.ts';
import type { CandidateLine, KnownOnCall } from '#shared/board/known-person-lines.ts';
import type { IncidentId, PersonId } from '#shared/lib/brand.ts';
import {
  callIdOf,
  personLabel,
  type Certainty,
  type WholePerson,
} from '#shared/person/known-person.ts';
import type { Heard, Match } from '#shared/person/match-person.ts';
import type { Role } from '#shared/roster/operator.ts';

/** As many are shown: who has to look through more asks for a date of birth. */
const MOST = 6;
/** Earlier calls of each, the latest. */
const CALLS = 4;

/** Whom a call that waits may be about, by what came with it. */
export function knownOnWaiting(core: DeskCore, callId: string, role: Role): KnownOnCall | null {
  const heard = heardOnCall(core, callId);
  return heard === null ? null : known(core, heard, { incidentId: null, also: null, role });
}

/** Whom an incident may be about. Whom a human linked stands first, and whom they ruled out does not stand. */
export function knownOnIncident(
  core: DeskCore,
  incidentId: IncidentId,
  also: PersonId | null,
  role: Role,
): KnownOnCall | null {
  const heard = heardOnIncident(core, incidentId);
  return heard === null ? null : known(core, heard, { incidentId, also, role });
}

interface Asked {
  readonly incidentId: IncidentId | null;
  readonly also: PersonId | null;
  readonly role: Role;
}

function known(core: DeskCore, heard: Heard, { incidentId, also, role }: Asked): KnownOnCall {
  const { db } = core;
  const { found, crowds } = findCandidates(db, heard);
  const link = incidentId === null ? null : linkOf(db, incidentId);
  const ruledOut = incidentId === null ? new Set<string>() : ruledOutFor(db, incidentId);
  const lines: [WholePerson, Match | null][] = found
    .filter(({ whole }) => whole.members.every(({ personId }) => !ruledOut.has(personId)))
    .map(({ whole, match }) => [whole, match]);
  const linkedTo = link === null ? null : rootOf(db, link.personId);
  for (const personId of [also, linkedTo]) {
    const at = lines.findIndex(([{ root }]) => root.personId === personId);
    const [line] = at < 0 ? [compared(core, heard, personId)] : lines.splice(at, 1);
    if (line !== null && line !== undefined) lines.unshift(line);
  }
  const certaintyOf = ({ root }: WholePerson): Certainty | null =>
    link !== null && root.personId === linkedTo ? link.certainty : null;
  return {
    name: heard.name ?? '',
    birthDate: heard.birthDate,
    phone: heard.phone?.shown ?? null,
    address: heard.address,
    candidates: lines
      .slice(0, MOST)
      .map(([whole, match]) =>
        candidateLine(core, whole, match, certaintyOf(whole), incidentId, role),
      ),
    crowds,
    sameNumber: nobodysCallsFrom(core, heard.phone, incidentId),
  };
}

function compared(
  core: DeskCore,
  heard: Heard,
  personId: PersonId | null,
): [WholePerson, Match | null] | null {
  const whole = personId === null ? null : wholePerson(core.db, personId);
  return whole === null ? null : [whole, matchTo(heard, whole, sharedBy(core.db, heard))];
}

function candidateLine(
  core: DeskCore,
  whole: WholePerson,
  match: Match | null,
  certainty: Certainty | null,
  incidentId: IncidentId | null,
  role: Role,
): CandidateLine {
  const { personId, number } = whole.root;
  // This very call is no earlier contact.
  const links = linksOf(core, whole, CALLS + 1).filter(({ call }) => callIdOf(call) !== incidentId);
  const inAll = whole.members.reduce(
    (calls, member) => calls + countLinksOfRecord(core.db, member.personId),
    0,
  );
  const plan = planLine(core, whole);
  return {
    personId,
    number,
    label: personLabel(whole),
    match: matchLine(match),
    certainty,
    contacts: links
      .slice(0, CALLS)
      .map(({ call, certainty: of }) => earlierContact(core, call, of)),
    contactsInAll: inAll - (certainty === null ? 0 : 1),
    notes: noteLines(core, whole).filter(isAtIntake),
    plan: plan?.expired === true ? null : plan,
    cautions: personCautions(core, whole, wordsFor(core.db, [role])),
  };
}
