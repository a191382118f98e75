import type {
  CallType,
  FactDefinition,
  Policy,
  ResponseDefinition,
  TeamType,
} from '#shared/policy/policy.ts';
import { phoneDeskOf, type Receiver } from '#shared/policy/phone-desk.ts';
import type { StatusLimit } from '#shared/policy/status-limit.ts';
import { inserted, valueAt, withValue, type Path } from './document-path.ts';
import type { Edited } from './edit-rules.ts';

/** The lists of a policy that have a table of their own. */
export type ListName =
  'facts' | 'responses' | 'teamTypes' | 'callTypes' | 'statusLimits' | 'receivers';

/** Where each of them stands in the document. */
export const LIST_PATHS: Readonly<Record<ListName, Path>> = {
  facts: ['facts'],
  responses: ['responses'],
  teamTypes: ['teamTypes'],
  callTypes: ['callTypes'],
  statusLimits: ['statusLimits'],
  receivers: ['phoneDesk', 'receivers'],
};

const LOCAL = { source: 'local policy', verify: true } as const;

/** A new row after `after`, or at the end. It says nothing yet: main names what is missing. */
export function addRow(policy: Policy, list: ListName, after: number | null): Edited {
  const base = list === 'receivers' ? withPhoneDesk(policy) : policy;
  const rows = valueAt(base, LIST_PATHS[list]);
  const at = after === null ? (Array.isArray(rows) ? rows.length : 0) : after + 1;
  const path: Path = [...LIST_PATHS[list], at];
  return { policy: inserted(base, path, newRow(base, list)), path };
}

/** With the figures that hold for a policy without a phone desk written down in it. */
export function withPhoneDesk(policy: Policy): Policy {
  return policy.phoneDesk === undefined ? { ...policy, phoneDesk: phoneDeskOf(policy) } : policy;
}

function newRow(policy: Policy, list: ListName): unknown {
  switch (list) {
    case 'facts':
      return {
        id: freeId(
          policy.facts.map(({ id }) => id),
          'new-fact',
        ),
        topic: 'situation',
        question: '',
        label: '',
        why: '',
        mandatory: false,
        agesAfterMinutes: null,
        ...LOCAL,
      } satisfies FactDefinition;
    case 'responses':
      return {
        id: freeId(
          policy.responses.map(({ id }) => id),
          'new-response',
        ),
        label: '',
        who: '',
        level: 'L2',
        unarmedOnly: false,
        byPhone: false,
        teamTypes: [],
        sends: 'one-of',
        promiseMinutes: 20,
        fallbacks: [],
        ...LOCAL,
      } satisfies ResponseDefinition;
    case 'teamTypes':
      return {
        id: freeId(
          policy.teamTypes.map(({ id }) => id),
          'new-team',
        ),
        label: '',
        short: '',
        requiredRoles: [],
        unarmed: false,
        riskCeiling: 'L2',
        areas: null,
        callTypes: null,
        hours: [{ days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 1440 }],
        effectiveFrom: '2026-01-01',
        effectiveTo: null,
        ...LOCAL,
      } satisfies TeamType;
    case 'callTypes':
      return {
        code: freeId(
          policy.callTypes.map(({ code }) => code),
          'NEW',
        ),
        label: '',
        priority: 2,
        behavioral: 'ask',
        states: [],
        ...LOCAL,
      } satisfies CallType;
    case 'statusLimits':
      return {
        status: 'on-scene',
        fromLevel: null,
        upToPriority: null,
        teamTypes: null,
        warnMinutes: 60,
        alertMinutes: 90,
        ...LOCAL,
      } satisfies StatusLimit;
    case 'receivers':
      return {
        id: freeId(
          phoneDeskOf(policy).receivers.map(({ id }) => id),
          'new-receiver',
        ),
        label: '',
        kind: 'partner',
        dial: null,
        acceptsPart2: false,
        ...LOCAL,
      } satisfies Receiver;
  }
}

function freeId(taken: readonly string[], wanted: string): string {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** The same team from `date` on, as a row of its own: the period before ends on that day. */
export function addPeriod(policy: Policy, at: number, date: string): Edited {
  const team = policy.teamTypes[at];
  if (team === undefined) throw new Error(`The draft has no team type at position ${at}.`);
  const path: Path = ['teamTypes', at + 1];
  const closed = withValue(policy, ['teamTypes', at, 'effectiveTo'], date);
  const next: TeamType = { ...team, effectiveFrom: date, effectiveTo: team.effectiveTo };
  return { policy: inserted(closed, path, next), path };
}

/** One element of a list of ids put in or taken out; what is put in comes last. */
export function ticked(list: readonly string[], id: string, on: boolean): string[] {
  if (!on) return list.filter((each) => each !== id);
  return list.includes(id) ? [...list] : [...list, id];
}

/** The element one place up or down; the same list where there is nowhere to go. */
export function shifted<T>(list: readonly T[], at: number, by: 1 | -1): readonly T[] {
  const to = at + by;
  if (to < 0 || to >= list.length) return list;
  const copy = [...list];
  const [taken] = copy.splice(at, 1);
  if (taken !== undefined) copy.splice(to, 0, taken);
  return copy;
}

/** "2026.2" becomes "2026.3"; what does not end in a number gets one. */
export function nextVersion(version: string): string {
  const found = /^(.*?)(\d+)$/.exec(version);
  return found === null ? `${version}.1` : `${found[1]}${Number(found[2]) + 1}`;
}
