import {
  ALL_LEVELS,
  everyPoint,
  holdAt,
  NaivePolicy,
  type Decided,
  type Line,
  type Point,
  type Test,
} from './naive-policy.ts';
import type { Policy, ResponseDefinition, TeamType } from '#shared/policy/policy.ts';
import type { Claim } from '#shared/policy/proof/verdict.ts';

const YES = 0;
const NO = 1;
const UNKNOWN = 2;
const NOT_ASKED = 3;
const DANGEROUS_TOPICS = ['medical', 'weapon', 'violence'];

const rankOf = (level: string) => ALL_LEVELS.indexOf(level);
const L2 = rankOf('L2');
const L4 = rankOf('L4');

/** The claims of `verdict.ts`, each looked at where it is, one combination of answers at a time. */
export class NaiveClaims {
  readonly naive: NaivePolicy;
  readonly #floors: readonly { readonly fact: number; readonly level: number }[];
  readonly #mandatory: readonly number[];
  readonly #medical: readonly number[];
  readonly #screen: readonly number[];
  readonly #needs: ReadonlyMap<string, readonly Test[]>;
  readonly #ems: number;
  readonly #lowestCeiling: ReadonlyMap<string, number>;

  constructor(policy: Policy) {
    this.naive = new NaivePolicy(policy);
    const { facts } = policy;
    this.#floors = facts.flatMap(({ atLeast }, fact) =>
      atLeast === undefined ? [] : [{ fact, level: rankOf(atLeast) }],
    );
    this.#mandatory = facts.flatMap(({ mandatory }, fact) => (mandatory ? [fact] : []));
    this.#medical = facts.flatMap(({ topic }, fact) => (topic === 'medical' ? [fact] : []));
    this.#screen = (policy.screen ?? []).map((id) => this.naive.facts.indexOf(id));
    this.#needs = new Map(
      policy.responses.map(({ id, needs }) => [id, this.naive.tests(needs ?? [])]),
    );
    this.#ems = rankOf(policy.responses.find(({ id }) => id === policy.medical.response)!.level);
    this.#lowestCeiling = new Map(
      policy.responses.map(({ id, teamTypes }) => [id, lowestCeiling(policy, teamTypes)]),
    );
  }

  /** How urgent all that is sent is: the level, or that of EMS where it goes and is higher. */
  #urgency({ level, medical }: Decided): number {
    return medical === null ? level : Math.max(level, this.#ems);
  }

  #isUnasked(point: Point): boolean {
    return this.#mandatory.some((fact) => point[fact] === NOT_ASKED);
  }

  /** What bars unarmed teams: an L4 fact that is yes, or a mandatory one not asked. */
  isDanger(point: Point): boolean {
    return (
      this.#isUnasked(point) ||
      this.#floors.some(({ fact, level }) => level === L4 && point[fact] === YES)
    );
  }

  isUnderItsFloor(point: Point, at: Decided): boolean {
    return this.#floors.some(({ fact, level }) => point[fact] === YES && at.level < level);
  }

  isAboveCeiling({ level, response }: Pick<Decided, 'level' | 'response'>): boolean {
    return level > this.#lowestCeiling.get(response.id)!;
  }

  /** Claims broken by what one combination gets, whatever the others get. */
  brokenAt(point: Point, at: Decided = this.naive.at(point)): Claim[] {
    const broken: Claim[] = [];
    if (at.rule === null) broken.push('one-level');
    if (this.isUnderItsFloor(point, at)) broken.push('floor');
    if (this.#needs.get(at.response.id)!.some((need) => !holdAt([need], point)))
      broken.push('needs');
    if (at.response.unarmedOnly && this.isDanger(point)) broken.push('2');
    if (at.medical === null && this.#medical.some((fact) => point[fact] === YES)) broken.push('6');
    const refused = this.#screen.some((fact) => point[fact] === UNKNOWN);
    const begun = this.#screen[0] !== undefined && point[this.#screen[0]] === YES;
    const unfinished = begun && this.#screen.some((fact) => point[fact] === NOT_ASKED);
    if ((refused || unfinished) && at.level < L2) broken.push('16');
    if (this.isAboveCeiling(at)) broken.push('9');
    return broken;
  }

  /** Claims broken between combinations that differ in one fact only. */
  brokenAlong(fact: number, line: Line): Claim[] {
    const { topic, atLeast } = this.naive.policy.facts[fact]!;
    const sent = line.map((at): Sent =>
      topic === 'medical'
        ? { level: this.#urgency(at), ems: 0 }
        : { level: at.level, ems: at.medical === null ? 0 : 1 },
    );
    const broken: Claim[] = [];
    const dangerous = atLeast !== undefined || DANGEROUS_TOPICS.includes(topic);
    if (dangerous && sent.some((before) => isLess(sent[YES]!, before))) broken.push('monotone');
    const calmer = {
      level: Math.min(sent[YES]!.level, sent[NO]!.level),
      ems: Math.min(sent[YES]!.ems, sent[NO]!.ems),
    };
    if (isLess(sent[UNKNOWN]!, calmer) || isLess(sent[NOT_ASKED]!, calmer)) broken.push('3');
    if (topic === 'context') {
      const looks = line.map(
        (at) => `${at.level} ${at.medical !== null} ${at.response.unarmedOnly}`,
      );
      if (new Set(looks).size > 1) broken.push('5');
    }
    return broken;
  }

  /**
   * The claims about answers and free teams that a small policy breaks, found by listing all of them.
   * Where an L4 fact is yes and the level is lower, the floor is broken already, and who would step in
   * there is not held against the policy a second time.
   */
  brokenAnywhere(): Set<Claim> {
    const { naive } = this;
    const { policy, facts } = naive;
    const broken = new Set<Claim>();
    const deciding = new Set<string>();
    const stepsIn = new Map<string, boolean>();
    for (const point of everyPoint(facts.length)) {
      const at = naive.at(point);
      deciding.add(at.rule?.id ?? '').add(at.medical?.id ?? '');
      for (const claim of this.brokenAt(point, at)) broken.add(claim);
      for (let fact = 0; fact < facts.length; fact += 1)
        // Each line once: from its first point.
        if (point[fact] === 0)
          for (const claim of this.brokenAlong(fact, naive.along(point, fact))) broken.add(claim);
      if (!this.isDanger(point) || this.isUnderItsFloor(point, at)) continue;
      const bar = this.#isUnasked(point) || at.level === L4;
      const key = `${at.level} ${at.response.id} ${bar}`;
      if (!stepsIn.has(key)) stepsIn.set(key, mayStepInUnarmed(policy, at, bar));
      if (stepsIn.get(key) === true) broken.add('2');
    }
    const rules = [policy.medical, ...policy.gates].flatMap((gate) => gate.rules);
    if (rules.some(({ id }) => !deciding.has(id))) broken.add('reachable');
    return broken;
  }
}

interface Sent {
  readonly level: number;
  readonly ems: number;
}

/** Less of either is less: EMS does not make up for a lower level, nor the other way round. */
function isLess(sent: Sent, than: Sent): boolean {
  return sent.level < than.level || sent.ems < than.ems;
}

const datesOf = ({ teamTypes }: Policy) => teamTypes.map(({ effectiveFrom }) => effectiveFrom);

function lowestCeiling(policy: Policy, teamTypes: readonly string[]): number {
  const ceilings = teamTypes.flatMap((id) =>
    datesOf(policy).map((date) => rankOf(staffedOn(policy, id, date)!.riskCeiling)),
  );
  return Math.min(L4, ...ceilings);
}

function mayStepInUnarmed(policy: Policy, at: Decided, bar: boolean): boolean {
  return everySubset([...new Set(policy.teamTypes.map(({ id }) => id))]).some((free) =>
    datesOf(policy).some((date) => whoGoes(policy, at, bar, free, date)?.unarmedOnly === true),
  );
}

/** The period of a team type a date falls in; else the last one begun; else the first to come. */
export function staffedOn(policy: Policy, id: string, date: string): TeamType | undefined {
  const periods = policy.teamTypes
    .filter((team) => team.id === id)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return periods.filter(({ effectiveFrom }) => effectiveFrom <= date).at(-1) ?? periods[0];
}

/** Who goes when exactly these teams are free: the first that is allowed and fully there. */
export function whoGoes(
  policy: Policy,
  { level, response }: Pick<Decided, 'level' | 'response'>,
  bar: boolean,
  free: readonly string[],
  date: string,
): ResponseDefinition | null {
  const able = (id: string) => {
    const team = staffedOn(policy, id, date);
    return free.includes(id) && team !== undefined && rankOf(team.riskCeiling) >= level;
  };
  const chain = [response.id, ...response.fallbacks].map((id) =>
    policy.responses.find((each) => each.id === id)!,
  );
  const goes = chain.find(({ unarmedOnly, teamTypes, sends }) => {
    if (unarmedOnly && bar) return false;
    if (teamTypes.length === 0) return true;
    return sends === 'one-of' ? teamTypes.some(able) : teamTypes.every(able);
  });
  return goes ?? null;
}

/** Every set of the given things. */
export function everySubset<Thing>(things: readonly Thing[]): Thing[][] {
  return things.reduce<Thing[][]>(
    (sets, thing) => sets.flatMap((set) => [set, [...set, thing]]),
    [[]],
  );
}
