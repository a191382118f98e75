import { listDifferences, type ListWords } from './difference-lists.ts';
import { memberDifferences, type MemberWords } from './difference-members.ts';
import type { Difference } from './differences.ts';
import type { Area, CallType, Capability, Policy } from '../policy.ts';
import type { Names } from './policy-names.ts';
import { listed, quote } from './policy-words.ts';

/** How changes of the areas are said. */
export function areaWords(): ListWords<Area> {
  const subject = ({ name }: Area) => `area ${name}`;
  const words: MemberWords<Area> = {
    name: (was, is) => `Is now called ${quote(is)} (before: ${quote(was)}).`,
    zone: (was, is) => `Belongs to the zone ${quote(is)} now (before: ${quote(was)}).`,
  };
  return {
    path: '$.areas',
    keys: [({ id }) => id],
    subject,
    name: ({ name }) => name,
    stands: 'stands',
    added: ({ zone }) => `A new area in the zone ${quote(zone)}.`,
    removed: ({ zone }) => `Is no area of the policy any more; it was in the zone ${quote(zone)}.`,
    changed: (was, is, path) => memberDifferences(was, is, { subject: subject(is), path, words }),
  };
}

/** How changes of what vehicles can have are said; naming none is not the same document as not saying. */
export function capabilityDifferences(before: Policy, after: Policy): Difference[] {
  const [was, is] = [before.capabilities, after.capabilities];
  if (was?.length || is?.length) return listDifferences(was ?? [], is ?? [], capabilityWords());
  const subject = 'capabilities';
  return is === undefined
    ? [{ subject, kind: 'removed', says: 'The policy has no list of them any more.', path: '$' }]
    : [
        {
          subject,
          kind: 'added',
          says: 'The policy says that its vehicles have none of note.',
          path: '$.capabilities',
        },
      ];
}

function capabilityWords(): ListWords<Capability> {
  const subject = ({ label }: Capability) => `capability ${quote(label)}`;
  const words: MemberWords<Capability> = {
    label: (was, is) => `Is now called ${quote(is)} (before: ${quote(was)}).`,
  };
  return {
    path: '$.capabilities',
    keys: [({ id }) => id],
    subject,
    name: ({ label }) => label,
    stands: 'stands',
    added: () => 'Units can have it and incidents can need it now.',
    removed: () => 'Is no capability of the policy any more.',
    changed: (was, is, path) => memberDifferences(was, is, { subject: subject(is), path, words }),
  };
}

/** How changes of the call types are said. */
export function callTypeWords(names: Names): ListWords<CallType> {
  const subject = ({ code }: CallType) => `call type ${code}`;
  const words: MemberWords<CallType> = {
    label: (was, is) => `Is now called ${quote(is)} (before: ${quote(was)}).`,
    priority: (was, is) =>
      `Has priority ${is} now (before: ${was}), which is ${is < was ? 'higher' : 'lower'}.`,
    behavioral: (was, is) => `${BEHAVIORAL[is]} (before: ${was}).`,
    states: (was, is) => statedChange(was, is, names),
  };
  return {
    path: '$.callTypes',
    keys: [({ code }) => code],
    subject,
    name: ({ code }) => code,
    stands: 'stands',
    added: ({ label, priority, states }) => {
      const says = states.length === 0 ? 'says nothing by itself' : `says ${stated(states, names)}`;
      return `A new call type, ${quote(label)}, priority ${priority}, which ${says}.`;
    },
    removed: ({ label }) => `Is no call type of the policy any more; it was ${quote(label)}.`,
    changed: (was, is, path) => memberDifferences(was, is, { subject: subject(is), path, words }),
  };
}

const BEHAVIORAL: Readonly<Record<CallType['behavioral'], string>> = {
  yes: 'Counts as mental health or substance use by its type alone now: yes',
  no: 'Counts as an ordinary call by its type alone now: no',
  ask: 'Leaves it to the questions now whether it is mental health or substance use: ask',
};

type States = CallType['states'];

function stated(states: States, names: Names): string {
  return listed(states.map(({ fact, answer }) => `${names.fact(fact)} is ${answer}`));
}

function statedChange(before: States, after: States, names: Names): string[] {
  const missing = (from: States, all: States) =>
    all.filter(
      ({ fact, answer }) => !from.some((other) => other.fact === fact && other.answer === answer),
    );
  const gained = missing(before, after);
  const lost = missing(after, before);
  const found = [
    ...(lost.length > 0 ? [`No longer says that ${stated(lost, names)}.`] : []),
    ...(gained.length > 0 ? [`Now says that ${stated(gained, names)}.`] : []),
  ];
  return found.length > 0 ? found : ['Says the same as before, in another order.'];
}
