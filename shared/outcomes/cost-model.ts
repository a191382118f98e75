import { AVOIDABLE, COST_UNIT_LABELS, costLine, type CostLine } from './cost-lines.ts';
import type { CostRecord } from './cost-record.ts';
import type { Share } from '../statistics/share.ts';

/** A number the figures rest on that nobody knows exactly: an assumption, or a share the record has counted. */
export type Variable = {
  readonly id: string;
  readonly label: string;
  readonly low: number;
  readonly likely: number;
  readonly high: number;
} & (
  | { readonly kind: 'assumption' }
  | { readonly kind: 'counted'; readonly numerator: number; readonly denominator: number }
);

/** An amount of dollars: a number times variables, by their place in the list. */
export interface Term {
  readonly side: 'cost' | 'avoided';
  /** What people know it as: terms of one part are one bar. */
  readonly part: string;
  /** Paid whether or not somebody calls. */
  readonly fixed: boolean;
  readonly coefficient: number;
  readonly of: readonly number[];
}

/** The whole of what the figures are computed from, for one period. */
export interface CostModel {
  readonly variables: readonly Variable[];
  readonly terms: readonly Term[];
}

const DAYS_A_YEAR = 365.25;

export function costModel(lines: readonly CostLine[], record: CostRecord): CostModel {
  const variables: Variable[] = [];
  const terms: Term[] = [];
  const variable = (id: string): number | null => {
    const known = variables.findIndex((each) => each.id === id);
    if (known >= 0) return known;
    const line = costLine(lines, id);
    if (line === null) return null;
    const { low, likely, high } = line;
    const label = `${line.label}, ${COST_UNIT_LABELS[line.unit]}`;
    return variables.push({ id, label, low, likely, high, kind: 'assumption' }) - 1;
  };
  const add = (term: Omit<Term, 'of'>, ...of: readonly (number | null)[]): void => {
    const known = of.filter((each) => each !== null);
    if (term.coefficient !== 0 && known.length === of.length) terms.push({ ...term, of: known });
  };
  const cost = (part: string, fixed: boolean, coefficient: number) =>
    ({ side: 'cost', part, fixed, coefficient }) as const;

  const { roster, days } = record;
  const team = roster === null ? variable('hours.team') : null;
  const ofHours = team === null ? [] : [team];
  const vehicles = roster?.teamHours ?? days;
  const roles = Object.entries(roster?.roles ?? record.crew);
  for (const [role, hours] of roles)
    add(
      cost('Crews', true, roster === null ? hours * days : hours),
      variable(`staff.${role}`),
      ...ofHours,
    );
  add(
    cost('Clinicians at the desk', true, days),
    variable('staff.clinician'),
    variable('hours.desk'),
  );
  for (const line of lines) {
    if (line.part !== 'program') continue;
    const at = variable(line.id);
    if (line.unit === 'team-hour') add(cost(line.label, true, vehicles), at, ...ofHours);
    if (line.unit === 'year') add(cost(line.label, true, days / DAYS_A_YEAR), at);
    if (line.unit === 'contact') add(cost(line.label, false, record.contacts), at);
    if (line.unit === 'follow-up') add(cost(line.label, false, record.followUps), at);
  }

  for (const { id, label } of AVOIDABLE) {
    const [price, rate] = [variable(`price.${id}`), variable(`rate.${id}`)];
    const avoided = (coefficient: number) =>
      ({ side: 'avoided', part: label, fixed: false, coefficient }) as const;
    add(avoided(record.contacts), price, rate);
    // What the record saw happen all the same was not avoided.
    if (id === 'police')
      add(avoided(-record.contacts), price, rate, counted(variables, 'police', record.police));
    if (id === 'ems' || id === 'ed')
      add(avoided(-record.contacts), price, counted(variables, 'hospital', record.hospital));
  }
  return { variables, terms };
}

const COUNTED_LABELS = {
  police: 'Police there all the same (counted)',
  hospital: 'Taken to a hospital all the same (counted)',
} as const;

function counted(variables: Variable[], id: keyof typeof COUNTED_LABELS, share: Share): number {
  const known = variables.findIndex((each) => each.id === `counted.${id}`);
  if (known >= 0) return known;
  const { numerator, denominator, value, low, high } = share;
  return (
    variables.push({
      id: `counted.${id}`,
      label: COUNTED_LABELS[id],
      low: low ?? 0,
      likely: value ?? 0,
      high: high ?? 0,
      kind: 'counted',
      numerator,
      denominator,
    }) - 1
  );
}

/** The sums of a model at one set of values, in the order of its variables. */
export function amountsAt(
  { terms }: CostModel,
  values: ArrayLike<number>,
): { readonly cost: number; readonly fixed: number; readonly avoided: number } {
  let [cost, fixed, avoided] = [0, 0, 0];
  for (const { side, fixed: isFixed, coefficient, of } of terms) {
    let amount = coefficient;
    for (const at of of) amount *= values[at] ?? 0;
    if (side === 'avoided') avoided += amount;
    else {
      cost += amount;
      if (isFixed) fixed += amount;
    }
  }
  return { cost, fixed, avoided };
}

/** Every part of one side at the likely values, in the order the model names them. */
export function likelyParts(
  { variables, terms }: CostModel,
  side: Term['side'],
): { readonly part: string; readonly amount: number }[] {
  const parts = new Map<string, number>();
  for (const term of terms) {
    if (term.side !== side) continue;
    let amount = term.coefficient;
    for (const at of term.of) amount *= variables[at]?.likely ?? 0;
    parts.set(term.part, (parts.get(term.part) ?? 0) + amount);
  }
  return [...parts].map(([part, amount]) => ({ part, amount }));
}

export function likelyValues({ variables }: CostModel): number[] {
  return variables.map(({ likely }) => likely);
}
