import { areToldApart, personLabel, type KnownPerson, type WholePerson } from './known-person.ts';
import type { KnownPersonEvent } from './known-person-events.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

type Answered = KnownPersonEvent[] | Refusal;

/**
 * Two records are of one person. The first remains and stands for both; what either holds stays where it is, so that
 * taking it back gives both again.
 */
export function mergePersons(
  remains: WholePerson,
  absorbed: WholePerson,
  { evidence, reason }: { readonly evidence: readonly string[]; readonly reason: string },
): Answered {
  if (remains.root.personId === absorbed.root.personId)
    return refuse(
      'one-person',
      `${personLabel(remains)} is one person already. Nothing was merged; choose another one.`,
    );
  if (evidence.length === 0 && reason === '')
    return refuse(
      'no-evidence',
      `Nothing is known of both ${personLabel(remains)} and ${personLabel(absorbed)}. Nothing was merged; say how you know that they are one person.`,
    );
  return [
    {
      type: 'person.merged',
      personId: remains.root.personId,
      absorbed: absorbed.root.personId,
      evidence,
      reason,
    },
  ];
}

/** They were two after all: each has again what it had, and what was added to it since. */
export function unmergePerson(absorbed: KnownPerson, reason: string): Answered {
  const { personId, mergedInto } = absorbed;
  return mergedInto === null
    ? []
    : [{ type: 'person.unmerged', personId: mergedInto, absorbed: personId, reason }];
}

/** They are two, and are not suggested to be one again. */
export function tellApart(one: WholePerson, another: WholePerson): Answered {
  if (one.root.personId === another.root.personId)
    return refuse(
      'one-person',
      `${personLabel(one)} was merged to one person. Nothing was changed; take the merge back first: u.`,
    );
  if (areToldApart(one, another)) return [];
  return [{ type: 'person.told-apart', personId: one.root.personId, other: another.root.personId }];
}
