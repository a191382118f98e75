import { outOfOrder, pairUp, placeOf } from './difference-lists.ts';
import { memberDifferences } from './difference-members.ts';
import type { Difference } from './differences.ts';
import { conditionDifferences } from './condition-differences.ts';
import { conditionsText, type Names } from './policy-names.ts';
import type { Gate, MedicalGate, Policy, Rule } from '../policy.ts';
import { quote } from './policy-words.ts';
import { levelRank, type Level } from '../../routing/level.ts';

/** A gate as both policies have it: paired by level, because a level is what a gate is for. */
interface PlacedGate {
  readonly key: string;
  readonly path: string;
  /** “L4 Imminent threat to life”, “the medical gate”. */
  readonly name: string;
  readonly level: Level | null;
  readonly gate: Gate | MedicalGate;
}

interface PlacedRule {
  readonly rule: Rule;
  readonly gate: PlacedGate;
  readonly path: string;
  /** The rule in front of it in its gate. */
  readonly inFront: Rule | undefined;
  /** Its number among all rules of the policy. */
  readonly number: number;
}

/** Differences of the gates and of their rules, gate by gate: `medical` first or the others. */
export class GateDifferences {
  readonly #names: Names;
  readonly #before: readonly PlacedGate[];
  readonly #after: readonly PlacedGate[];
  readonly #rules: readonly (Difference & { readonly gate: string })[];

  constructor(before: Policy, after: Policy, names: Names) {
    this.#names = names;
    this.#before = gatesOf(before);
    this.#after = gatesOf(after);
    this.#rules = this.#compareRules();
  }

  ofMedical(): Difference[] {
    return this.#of((key) => key === MEDICAL);
  }

  ofOthers(): Difference[] {
    const { kept } = pairUp(this.#before, this.#after, ({ key }) => key);
    const order = kept.flatMap(({ before }) => (before === undefined ? [] : [before.index]));
    const others = this.#of((key) => key !== MEDICAL);
    if (outOfOrder(order).size === 0) return others;
    const says = 'The gates stand in another order: the first one with a rule that fires decides.';
    return [...others, { subject: 'gates', kind: 'changed', says, path: '$.gates' }];
  }

  #of(wanted: (key: string) => boolean): Difference[] {
    const chosen = (gates: readonly PlacedGate[]) => gates.filter(({ key }) => wanted(key));
    const { kept, removed } = pairUp(chosen(this.#before), chosen(this.#after), ({ key }) => key);
    return [
      ...kept.flatMap(({ before, after }) => [
        ...this.#gate(before?.entry, after.entry),
        ...this.#rulesOf(after.entry.key),
      ]),
      ...removed.flatMap(({ entry: { key, name, path } }): Difference[] => [
        { subject: `gate ${name}`, kind: 'removed', says: 'This gate is gone.', path },
        ...this.#rulesOf(key),
      ]),
    ];
  }

  #rulesOf(gate: string): Difference[] {
    const rules = this.#rules.filter((each) => each.gate === gate);
    return rules.map(({ subject, kind, says, path }) => ({ subject, kind, says, path }));
  }

  #gate(before: PlacedGate | undefined, { gate, name, path, level }: PlacedGate): Difference[] {
    const subject = level === null ? name : `gate ${name}`;
    const response = (id: string) => this.#names.response(id);
    if (before === undefined)
      return [
        { subject, kind: 'added', says: `A new gate that sends ${response(gate.response)}.`, path },
      ];
    return memberDifferences<Gate | MedicalGate>(before.gate, gate, {
      subject,
      path,
      without: ['rules'],
      words: {
        title: (was, is) => `Is now called ${quote(is)} (before: ${quote(was)}).`,
        response: (was, is) =>
          `Its rules send ${response(is)} instead of ${response(was)}, unless they name a response themselves.`,
      },
    });
  }

  #compareRules(): (Difference & { readonly gate: string })[] {
    const before = rulesOf(this.#before);
    const after = rulesOf(this.#after);
    const { kept, removed } = pairUp(before, after, ({ rule }) => rule.id);
    const moved = movedWithin(kept.map((pair) => [pair.before?.entry, pair.after.entry]));
    return [
      ...kept.flatMap(({ before: old, after: { entry } }) => {
        const said =
          old === undefined
            ? [this.#added(entry)]
            : this.#changed(old.entry, entry, moved.has(entry));
        return said.map((each) => ({ ...each, gate: entry.gate.key }));
      }),
      ...removed.map(({ entry }) => ({ ...this.#removed(entry), gate: entry.gate.key })),
    ];
  }

  #added({ rule, gate, path, inFront }: PlacedRule): Difference {
    const place = placeOf(inFront, { name: ({ id }) => id });
    const says = `New in ${gate.name}, ${place}: fires ${conditionsText(rule.when, this.#names)} and sends ${this.#sent(rule, gate)}.`;
    return { subject: `rule ${rule.id}`, kind: 'added', says, path };
  }

  #removed({ rule, gate, path }: PlacedRule): Difference {
    const says = `Gone from ${gate.name}, where it fired ${conditionsText(rule.when, this.#names)} and sent ${this.#sent(rule, gate)}.`;
    return { subject: `rule ${rule.id}`, kind: 'removed', says, path };
  }

  #changed(before: PlacedRule, after: PlacedRule, movedWithinGate: boolean): Difference[] {
    const { path } = after;
    const subject = `rule ${after.rule.id}`;
    const found: Difference[] = [];
    const add = (says: string) => found.push({ subject, kind: 'changed', says, path });
    if (before.gate.key !== after.gate.key) add(this.#gateMove(before, after));
    if (movedWithinGate) {
      const [now, was] = [after, before].map(({ inFront }) =>
        placeOf(inFront, { name: ({ id }) => id }),
      );
      add(
        `Now stands ${now} in its gate (before: ${was}); the first rule that fires sets the response.`,
      );
    }
    const members = memberDifferences(before.rule, after.rule, {
      subject,
      path,
      words: {
        when: (was, is) => conditionDifferences(was, is, this.#names),
        because: (was, is) => `Gives as its reason ${quote(is)} (before: ${quote(was)}).`,
        response: () => this.#responseChange(before, after),
      },
    });
    return [...found, ...members];
  }

  #responseChange(before: PlacedRule, after: PlacedRule): string {
    const [was, is] = [before, after].map(({ rule, gate }) => this.#sent(rule, gate));
    const own = after.rule.response !== undefined;
    if (was === is)
      return own
        ? `Names ${is} itself now, as its gate did for it before.`
        : `Leaves ${is} to its gate now, which sends the same.`;
    return `Sends ${is}${own ? '' : ', as its gate does'} (before: ${was}).`;
  }

  #gateMove(before: PlacedRule, after: PlacedRule): string {
    const way = `Moves from ${before.gate.name} to ${after.gate.name}`;
    const [was, is] = [before.gate.level, after.gate.level];
    const [sent, sends] = [before, after].map(({ rule, gate }) => this.#sent(rule, gate));
    if (is === null) return `${way}: it now adds ${sends} and no longer sets a level.`;
    if (was === null) return `${way}: it now sets the level and no longer adds ${sent}.`;
    const by = levelRank(is) - levelRank(was);
    const how = by === 0 ? 'at the same level' : by < 0 ? 'lower' : 'higher';
    const other = sent === sends ? '' : `, with ${sends} instead of ${sent}`;
    return `${way}: calls it fires for are answered ${how}${other}.`;
  }

  #sent(rule: Rule, { gate }: PlacedGate): string {
    return this.#names.response(rule.response ?? gate.response);
  }
}

const MEDICAL = 'medical';

function gatesOf({ medical, gates }: Policy): PlacedGate[] {
  const seen = new Map<Level, number>();
  const others = gates.map((gate, index): PlacedGate => {
    const count = seen.get(gate.level) ?? 0;
    seen.set(gate.level, count + 1);
    const { level, title } = gate;
    return {
      key: `${level}#${count}`,
      path: `$.gates[${index}]`,
      name: `${level} ${title}`,
      level,
      gate,
    };
  });
  return [
    { key: MEDICAL, path: '$.medical', name: 'the medical gate', level: null, gate: medical },
    ...others,
  ];
}

function rulesOf(gates: readonly PlacedGate[]): PlacedRule[] {
  return gates
    .flatMap((gate) =>
      gate.gate.rules.map((rule, index) => ({
        rule,
        gate,
        path: `${gate.path}.rules[${index}]`,
        inFront: gate.gate.rules[index - 1],
      })),
    )
    .map((placed, number) => ({ ...placed, number }));
}

/** The rules that stay in their gate and stand in another order there. */
function movedWithin(
  pairs: readonly (readonly [PlacedRule | undefined, PlacedRule | undefined])[],
): ReadonlySet<PlacedRule> {
  const byGate = new Map<string, [PlacedRule, PlacedRule][]>();
  for (const [before, after] of pairs) {
    if (before === undefined || after === undefined || before.gate.key !== after.gate.key) continue;
    byGate.set(after.gate.key, [...(byGate.get(after.gate.key) ?? []), [before, after]]);
  }
  const moved = [...byGate.values()].flatMap((stayed) =>
    [...outOfOrder(stayed.map(([before]) => before.number))].map((at) => stayed[at]?.[1]),
  );
  return new Set(moved.filter((each) => each !== undefined));
}
