import { repeats, unknownId } from './known-ids.ts';
import type { Definitions } from './policy-references.ts';
import type { Mistake, Place } from './policy-problems.ts';
import type { Condition, Gate, Policy, Rule } from '../policy.ts';
import { LEVELS, levelRank } from '../../routing/level.ts';

/** The reason the evaluator itself gives when no rule fires. */
const RESERVED = 'NO-RULE';

/** Gates and their rules: levels without a gate, ids that lead nowhere, conditions that cannot hold. */
export function gateMistakes(policy: Policy, known: Definitions): Mistake[] {
  const gates = placedGates(policy);
  const rules = gates.flatMap(({ at, gate }) =>
    gate.rules.map((rule, index) => ({ at: [...at, 'rules', index], rule })),
  );
  return [
    ...levelMistakes(policy.gates),
    ...repeats(
      gates,
      ({ gate }) => gate.id,
      ({ at, gate }) => ({
        at: [...at, 'id'],
        message: `Another gate is called “${gate.id}” already.`,
        remedy: 'Give this gate another id.',
      }),
    ),
    ...gates.flatMap(({ at, gate }) => [
      ...unknownId(known.responses, [...at, 'response'], gate.response),
      ...(gate.rules.length > 0 ? [] : [withoutRules(at, gate.title)]),
    ]),
    ...repeats(
      rules,
      ({ rule }) => rule.id,
      ({ at, rule }) => ({
        at: [...at, 'id'],
        message: `Another rule is called ${rule.id} already; a decision cites a rule by its id.`,
        remedy: 'Give this rule another id, or remove it.',
      }),
    ),
    ...rules.flatMap(({ at, rule }) => ruleMistakes(at, rule, known)),
  ];
}

function placedGates({ medical, gates }: Policy) {
  const placed = gates.map((gate, index) => ({ at: ['gates', index] as Place, gate }));
  return [{ at: ['medical'] as Place, gate: medical }, ...placed];
}

function withoutRules(at: Place, title: string): Mistake {
  return {
    at: [...at, 'rules'],
    message: `The gate “${title}” has no rule, so it can never decide a call.`,
    remedy: 'Add at least one rule.',
  };
}

function levelMistakes(gates: readonly Gate[]): Mistake[] {
  const missing = [...LEVELS]
    .reverse()
    .filter((level) => !gates.some((gate) => gate.level === level))
    .map((level) => ({
      at: ['gates'],
      message: `No gate answers at ${level}; a policy has one gate for each level.`,
      remedy: `Add a gate with the level ${level}.`,
    }));
  const twice = repeats(
    gates,
    ({ level }) => level,
    ({ level }, at, first) => ({
      at: ['gates', at, 'level'],
      message: `Gate ${first + 1} of the list answers at ${level} already.`,
      remedy: `Put the rules of the two gates at ${level} into one.`,
    }),
  );
  const disordered = gates.flatMap(({ level }, at) => {
    const before = gates[at - 1];
    if (before === undefined || levelRank(before.level) >= levelRank(level)) return [];
    return [
      {
        at: ['gates', at, 'level'],
        message: `The gate at ${level} stands behind the one at ${before.level}, so the lower one would decide first.`,
        remedy: 'Put the gates in the order L4, L3, L2, L1, L0.',
      },
    ];
  });
  return [...missing, ...twice, ...disordered];
}

function ruleMistakes(at: Place, { id, when, response }: Rule, known: Definitions): Mistake[] {
  const reserved: Mistake = {
    at: [...at, 'id'],
    message: `${RESERVED} is the reason given when no rule fires.`,
    remedy: 'Give the rule another id.',
  };
  return [
    ...(id === RESERVED ? [reserved] : []),
    ...conditionMistakes([...at, 'when'], when, `The rule ${id}`, known),
    ...(response === undefined ? [] : unknownId(known.responses, [...at, 'response'], response)),
  ];
}

/** Conditions that lead nowhere, contradict each other or can never hold. `whose` begins a sentence. */
export function conditionMistakes(
  at: Place,
  conditions: readonly Condition[],
  whose: string,
  { facts }: Definitions,
): Mistake[] {
  return [
    ...conditions.flatMap(({ fact }, index) => unknownId(facts, [...at, index, 'fact'], fact)),
    ...conditions.flatMap(({ fact, is }, index) => answerMistakes([...at, index, 'is'], fact, is)),
    ...repeats(
      conditions,
      ({ fact }) => fact,
      ({ fact }, index) => ({
        at: [...at, index, 'fact'],
        message: `${whose} has two conditions on “${fact}”.`,
        remedy: 'Put the answers that satisfy it into one condition.',
      }),
    ),
  ];
}

function answerMistakes(at: Place, fact: string, is: readonly string[]): Mistake[] {
  const never: Mistake = {
    at,
    message: `No answer to “${fact}” satisfies this condition, so it can never hold.`,
    remedy: 'List at least one of yes, no, unknown, not-asked, or remove the condition.',
  };
  const twice = repeats(
    is,
    (reading) => reading,
    (reading, index) => ({
      at: [...at, index],
      message: `The answer “${reading}” stands in this list twice.`,
      remedy: 'Remove one of the two.',
    }),
  );
  return is.length === 0 ? [never] : twice;
}
