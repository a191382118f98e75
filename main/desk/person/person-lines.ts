import { knownCautions } from '../caution-view.ts';
import type { DeskCore } from '../desk-core.ts';
import type { WordsFor } from '../partition/words-for.ts';
import { cautionsAboutPerson } from '#db/board/cautions-projection.ts';
import type { KnownCaution } from '#shared/board/caution-lines.ts';
import type {
  DetailLine,
  MatchLine,
  NextTimeLine,
  PersonNoteLine,
} from '#shared/board/known-person-lines.ts';
import {
  noteStanding,
  planNow,
  standingDetails,
  type Detail,
  type WholePerson,
} from '#shared/person/known-person.ts';
import type { Match } from '#shared/person/match-person.ts';

export function sayDetail(detail: Detail): string {
  switch (detail.kind) {
    case 'name':
      return detail.name;
    case 'phone':
      return detail.shown;
    case 'birth':
      return detail.date;
    case 'address':
      return detail.address;
  }
}

export function matchLine(match: Match | null): MatchLine | null {
  if (match === null) return null;
  const { strength, because, evidence } = match;
  return { strength, because, evidence };
}

/** What a human has seen when they say something of it. */
export function evidenceLines(match: Match | MatchLine | null): string[] {
  return match?.evidence.map(({ says }) => says) ?? [];
}

export function detailLines(core: DeskCore, { members }: WholePerson): DetailLine[] {
  return members.flatMap(({ personId, details }) =>
    details.map(({ entry, detail, at, by, withdrawn }) => ({
      personId,
      entry,
      kind: detail.kind,
      says: sayDetail(detail),
      at,
      byName: core.nameOf(by),
      withdrawn: withdrawn && {
        at: withdrawn.at,
        byName: core.nameOf(withdrawn.by),
        reason: withdrawn.reason,
      },
    })),
  );
}

/** Every note of a person with how it stands today, those that count first. */
export function noteLines(core: DeskCore, { members }: WholePerson): PersonNoteLine[] {
  const today = core.local().date;
  const lines = members.flatMap(({ personId, notes }) =>
    notes.map((note): PersonNoteLine => {
      const { entry, text, source, at, by, reviewOn, expiresOn, reviewed } = note;
      return {
        personId,
        entry,
        text,
        source,
        at,
        byName: core.nameOf(by),
        reviewOn,
        expiresOn,
        reviewed: reviewed && { at: reviewed.at, byName: core.nameOf(reviewed.by) },
        standing: noteStanding(note, today),
      };
    }),
  );
  return lines.toSorted((a, b) => ORDER[a.standing] - ORDER[b.standing] || b.entry - a.entry);
}

const ORDER = { current: 0, 'to-review': 1, expired: 2, withdrawn: 3 } as const;

/** Those whoever answers is shown: neither withdrawn nor past their last day. */
export function isAtIntake({ standing }: PersonNoteLine): boolean {
  return standing === 'current' || standing === 'to-review';
}

/** The plan that stands, for the page of the person; at intake one past its last day is left out. */
export function planLine(core: DeskCore, whole: WholePerson): NextTimeLine | null {
  const plan = planNow(whole, '');
  const of = whole.members.find((member) => member.plan?.entry === plan?.entry);
  if (plan === null || of === undefined) return null;
  const { says, agreed, at, by, expiresOn } = plan;
  return {
    personId: of.personId,
    says,
    agreed,
    at,
    byName: core.nameOf(by),
    expiresOn,
    expired: expiresOn < core.local().date,
  };
}

/** Cautions about somebody of exactly one of their names, as far as this reader may read them. */
export function personCautions(
  core: DeskCore,
  whole: WholePerson,
  words: WordsFor,
): KnownCaution[] {
  const names = standingDetails(whole).flatMap((each) => (each.kind === 'name' ? each.name : []));
  const found = new Map(
    names
      .flatMap((name) => cautionsAboutPerson(core.db, name))
      .map((caution) => [caution.cautionId, caution]),
  );
  return knownCautions([...found.values()], words, core.local().date, core.nameOf).filter(
    ({ expired }) => !expired,
  );
}
