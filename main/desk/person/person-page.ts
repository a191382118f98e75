import type { DeskCore } from '../desk-core.ts';
import { wordsFor } from '../partition/words-for.ts';
import { findCandidates, matchTo, sharedBy } from './candidates.ts';
import { earlierContact, linksOf } from './earlier-contacts.ts';
import { heardOfDetails } from './heard.ts';
import { historyOf } from './person-history.ts';
import { detailLines, matchLine, noteLines, personCautions, planLine } from './person-lines.ts';
import { countLinksOfRecord } from '#db/board/people-links-projection.ts';
import { wholePerson } from '#db/board/people-projection.ts';
import type {
  LinkLine,
  MergedLine,
  MergePreview,
  PersonPage,
  SimilarLine,
} from '#shared/board/known-person-lines.ts';
import {
  areToldApart,
  personLabel,
  standingDetails,
  type WholePerson,
} from '#shared/person/known-person.ts';
import type { Match } from '#shared/person/match-person.ts';
import type { Role } from '#shared/roster/operator.ts';

/** Calls on one page: what is older is counted. */
const CALLS = 100;
const SIMILAR = 5;

/** One person with everything known of them, under whichever of their records they were asked for. */
export function personPage(core: DeskCore, personId: string, role: Role): PersonPage | null {
  const whole = wholePerson(core.db, personId);
  return whole === null ? null : pageOf(core, whole, role);
}

/** What a merge would make of two people; null when one of them is not known, or they are one. */
export function mergePreview(
  core: DeskCore,
  { personId, absorbed }: { readonly personId: string; readonly absorbed: string },
  role: Role,
): MergePreview | null {
  const [remains, other] = [wholePerson(core.db, personId), wholePerson(core.db, absorbed)];
  if (remains === null || other === null || remains.root.personId === other.root.personId)
    return null;
  const root = { ...other.root, mergedInto: remains.root.personId };
  const members = [...remains.members, root, ...other.members.slice(1)];
  return {
    after: pageOf(core, { root: remains.root, members }, role),
    absorbed: { personId: root.personId, number: root.number, label: personLabel(other) },
    match: matchLine(matchOfTwo(core, remains, other)),
    toldApart: areToldApart(remains, other),
  };
}

/** How two known people stand to each other; null when nothing speaks for their being one. */
export function matchOfTwo(core: DeskCore, one: WholePerson, another: WholePerson): Match | null {
  const heard = heardOfDetails(standingDetails(another));
  return matchTo(heard, one, sharedBy(core.db, heard));
}

function pageOf(core: DeskCore, whole: WholePerson, role: Role): PersonPage {
  const { personId, number, registeredAt, registeredBy } = whole.root;
  return {
    personId,
    number,
    label: personLabel(whole),
    registeredAt,
    registeredBy: core.nameOf(registeredBy),
    merged: mergedLines(whole),
    details: detailLines(core, whole),
    calls: linkLines(core, whole),
    callsInAll: whole.members.reduce(
      (calls, member) => calls + countLinksOfRecord(core.db, member.personId),
      0,
    ),
    notes: noteLines(core, whole),
    plan: planLine(core, whole),
    cautions: personCautions(core, whole, wordsFor(core.db, [role])),
    similar: similarTo(core, whole),
    history: historyOf(core, whole),
  };
}

function mergedLines({ members }: WholePerson): MergedLine[] {
  const numberOf = (id: string | null) => members.find((each) => each.personId === id)?.number ?? 0;
  return members.slice(1).map((member) => ({
    personId: member.personId,
    number: member.number,
    label: personLabel({ root: member, members: [member] }),
    into: numberOf(member.mergedInto),
  }));
}

function linkLines(core: DeskCore, whole: WholePerson): LinkLine[] {
  return linksOf(core, whole, CALLS).map(
    ({ call, personId, certainty, evidence, reason, at, by }) => ({
      ...earlierContact(core, call, certainty),
      personId,
      evidence,
      reason,
      at,
      byName: core.nameOf(by),
    }),
  );
}

/** Others who may be the same, but for those somebody said are not. */
function similarTo(core: DeskCore, whole: WholePerson): SimilarLine[] {
  const { found } = findCandidates(core.db, heardOfDetails(standingDetails(whole)));
  return found
    .filter(({ whole: other }) => other.root.personId !== whole.root.personId)
    .filter(({ whole: other }) => !areToldApart(whole, other))
    .slice(0, SIMILAR)
    .map(({ whole: other, match: { strength, because, evidence } }) => ({
      personId: other.root.personId,
      number: other.root.number,
      label: personLabel(other),
      strength,
      because,
      evidence,
    }));
}
