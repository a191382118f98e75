import { areaWords, callTypeWords, capabilityDifferences } from './call-type-differences.ts';
import { listDifferences, same } from './difference-lists.ts';
import { memberDifferences, shown, type MemberWords } from './difference-members.ts';
import { factWords } from './fact-differences.ts';
import { namesIn, type Names } from './policy-names.ts';
import { phoneDeskDifferences } from './phone-desk-differences.ts';
import type { Policy, Promises } from '../policy.ts';
import { listed } from './policy-words.ts';
import { responseWords } from './response-differences.ts';
import { GateDifferences } from './rule-differences.ts';
import { statusLimitDifferences } from './status-limit-differences.ts';
import { teamTypeWords } from './team-type-differences.ts';

/** One change between two policies, said so that a person who did not make it understands it. */
export interface Difference {
  /** What was changed: “rule L4-WEAPON”, “team type BH”, “promise times”. */
  readonly subject: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** One plain sentence. */
  readonly says: string;
  /** JSON path in the newer document; in the older one for something removed. */
  readonly path: string;
}

/**
 * Everything that differs from one policy to the next, in the order of the newer document; what was
 * removed stands at the end of its list. Empty exactly when both documents have the same hash.
 */
export function differencesBetween(before: Policy, after: Policy): Difference[] {
  const names = namesIn(before, after);
  const gates = new GateDifferences(before, after, names);
  const parts: Partial<Record<keyof Policy, () => Difference[]>> = {
    facts: () => listDifferences(before.facts, after.facts, factWords(after)),
    responses: () => listDifferences(before.responses, after.responses, responseWords(names)),
    services: () => serviceDifferences(before, after, names),
    screen: () =>
      optionalDifference('suicide screen', '$.screen', before.screen, after.screen, {
        shown: (ids) => ids.map(names.fact).join(', then '),
        says: (is, was) => `Asks ${is} (before: ${was}).`,
        gone: (was) =>
          `There is no suicide screen any more; it asked ${was}. A policy without one is not proved and cannot be published.`,
        made: (is) =>
          `A suicide screen that asks ${is}. The proof holds the rules to it: while it is open, no call is low.`,
      }),
    means: () => {
      const ids = ({ means }: Policy) => means && [means.weapon, means.planned];
      return optionalDifference('means of harm', '$.means', ids(before), ids(after), {
        shown: (facts) => listed(facts.map(names.fact)),
        says: (is, was) => `What is said about means of harm answers ${is} (before: ${was}).`,
        gone: (was) =>
          `What is said about means of harm answers nothing by itself any more; it answered ${was}.`,
        made: (is) =>
          `What is said about means of harm answers ${is}, and the level rises with it.`,
      });
    },
    policeRoles: () =>
      optionalDifference('police roles', '$.policeRoles', before.policeRoles, after.policeRoles, {
        shown: (roles) => listed(roles.map((role) => role.replaceAll('-', ' '))),
        says: (is, was) => `The crew roles that make a team armed are ${is} (before: ${was}).`,
        gone: (was) =>
          `The policy no longer says which crew roles make a team armed; they were ${was}.`,
        made: (is) => `The crew roles that make a team armed are ${is}.`,
      }),
    medical: () => gates.ofMedical(),
    gates: () => gates.ofOthers(),
    teamTypes: () =>
      listDifferences(before.teamTypes, after.teamTypes, teamTypeWords(before, after, names)),
    capabilities: () => capabilityDifferences(before, after),
    areas: () => listDifferences(before.areas, after.areas, areaWords()),
    callTypes: () => listDifferences(before.callTypes, after.callTypes, callTypeWords(names)),
    promises: () =>
      memberDifferences(before.promises, after.promises, {
        subject: 'promise times',
        path: '$.promises',
        words: PROMISES,
      }),
    statusLimits: () => statusLimitDifferences(before.statusLimits, after.statusLimits, names),
    phoneDesk: () => phoneDeskDifferences(before.phoneDesk, after.phoneDesk, names),
  };
  const members = new Set([...Object.keys(after), ...Object.keys(before)]) as Set<keyof Policy>;
  return [...members].flatMap((member) => {
    if (same(before[member], after[member])) return [];
    return parts[member]?.() ?? plainDifference(member, before, after, names);
  });
}

function plainDifference(
  member: keyof Policy,
  before: Policy,
  after: Policy,
  names: Names,
): Difference[] {
  const without = (Object.keys({ ...before, ...after }) as (keyof Policy)[]).filter(
    (other) => other !== member,
  );
  return memberDifferences(before, after, {
    subject: 'policy',
    path: '$',
    without,
    words: {
      inPersonFact: (was, is) =>
        `A clinician’s “send somebody” answers ${names.fact(is)} with yes (before: ${names.fact(was)}).`,
      version: (was, is) => `Is version ${shown(is)} now (before: ${shown(was)}).`,
      verify: (was, is) =>
        `What the center still has to verify is now said as ${shown(is)} (before: ${shown(was)}).`,
    },
  });
}

function serviceDifferences(before: Policy, after: Policy, names: Names): Difference[] {
  return memberDifferences(before.services, after.services, {
    subject: 'services',
    path: '$.services',
    words: {
      police: (was, is) => `“Police now” sends ${names.team(is)} (before: ${names.team(was)}).`,
      ems: (was, is) => `“EMS now” sends ${names.team(is)} (before: ${names.team(was)}).`,
    },
  });
}

interface OptionalWords {
  readonly shown: (list: readonly string[]) => string;
  readonly says: (is: string, was: string) => string;
  readonly gone: (was: string) => string;
  readonly made: (is: string) => string;
}

function optionalDifference(
  subject: string,
  path: string,
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
  words: OptionalWords,
): Difference[] {
  const is = words.shown(after ?? []);
  const was = words.shown(before ?? []);
  if (before === undefined) return [{ subject, kind: 'added', says: words.made(is), path }];
  if (after === undefined) return [{ subject, kind: 'removed', says: words.gone(was), path }];
  return [{ subject, kind: 'changed', says: words.says(is, was), path }];
}

const PROMISES: MemberWords<Promises> = {
  answerSeconds: (was, is) => `A call is to be answered within ${is} s (before: ${was} s).`,
  decideSeconds: (was, is) => `A call is to be decided within ${is} s (before: ${was} s).`,
  clinicianMinutes: (was, is) =>
    `A clinician is to be on the phone within ${is} min (before: ${was} min).`,
  recontactMinutes: (was, is) =>
    `A waiting caller is to be called again within ${is} min (before: ${was} min).`,
};
