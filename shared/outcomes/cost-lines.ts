import type { Spread } from '../statistics/pert.ts';

/** What a file of assumptions says it is. */
export const COSTS_FORMAT = 'caredesk-costs/1';

/**
 * What a line says: what an hour of a role costs, how many hours there are where the roster is silent, what
 * else the program costs, the price of something that may be avoided, and how much of it a contact took before.
 */
export const COST_PARTS = ['staff', 'hours', 'program', 'price', 'rate'] as const;
export type CostPart = (typeof COST_PARTS)[number];
export const COST_PART_LABELS: Readonly<Record<CostPart, string>> = {
  staff: 'An hour of each role',
  hours: 'Hours the roster does not hold',
  program: 'What else the program costs',
  price: 'What is paid elsewhere',
  rate: 'How much of it a contact took without the program',
};

export const COST_UNITS = [
  'hour',
  'team-hour',
  'follow-up',
  'contact',
  'run',
  'visit',
  'day',
  'year',
  'hours-a-day',
  'hours-a-contact',
  'runs-a-contact',
  'visits-a-contact',
  'days-a-contact',
] as const;
export type CostUnit = (typeof COST_UNITS)[number];
export const COST_UNIT_LABELS: Readonly<Record<CostUnit, string>> = {
  hour: '$ per hour',
  'team-hour': '$ per team hour',
  'follow-up': '$ per follow-up',
  contact: '$ per contact',
  run: '$ per run',
  visit: '$ per visit',
  day: '$ per day',
  year: '$ per year',
  'hours-a-day': 'hours a day',
  'hours-a-contact': 'hours per contact',
  'runs-a-contact': 'runs per contact',
  'visits-a-contact': 'visits per contact',
  'days-a-contact': 'days per contact',
};

/** What may be paid less often where the program goes instead, with the units of its two lines. */
export const AVOIDABLE = [
  { id: 'police', label: 'Police hours', price: 'hour', rate: 'hours-a-contact' },
  { id: 'ems', label: 'EMS runs', price: 'run', rate: 'runs-a-contact' },
  { id: 'ed', label: 'Emergency-department visits', price: 'visit', rate: 'visits-a-contact' },
  { id: 'jail', label: 'Jail days', price: 'day', rate: 'days-a-contact' },
] as const satisfies readonly {
  id: string;
  label: string;
  price: CostUnit;
  rate: CostUnit;
}[];
export type AvoidableId = (typeof AVOIDABLE)[number]['id'];

/** One assumption: a spread, where it is from, and what is weak about it. All of them: verify locally. */
export interface CostLine extends Spread {
  /** `part.name`; the name of a staff line is the role's id in the policy. */
  readonly id: string;
  readonly part: CostPart;
  readonly label: string;
  readonly unit: CostUnit;
  /** In words; empty makes it an assumption, and it is called that wherever it counts. */
  readonly source: string;
  readonly weakness: string;
  /** The year of the source's dollars; null where it is no source's. */
  readonly year: number | null;
}

const UNITS_OF: Readonly<Record<CostPart, readonly CostUnit[]>> = {
  staff: ['hour'],
  hours: ['hours-a-day'],
  program: ['team-hour', 'follow-up', 'contact', 'year'],
  price: ['hour', 'run', 'visit', 'day'],
  rate: ['hours-a-contact', 'runs-a-contact', 'visits-a-contact', 'days-a-contact'],
};
export function unitsOf(part: CostPart): readonly CostUnit[] {
  return UNITS_OF[part];
}

export function isAssumption({ source }: Pick<CostLine, 'source'>): boolean {
  return source.trim() === '';
}

/** Nobody has put a number in yet: it counts as nothing, and is said to. */
export function isNotSet({ low, likely, high }: Spread): boolean {
  return low === 0 && likely === 0 && high === 0;
}

/** Lines the figures are computed with: without one of them there is nothing to compute. */
export const NEEDED_LINES: readonly string[] = [
  'hours.team',
  'hours.desk',
  ...AVOIDABLE.flatMap(({ id }) => [`price.${id}`, `rate.${id}`]),
];

/** More than any line means: a number with too many zeros is a slip of the pen. */
const HIGHEST: Readonly<Record<CostPart, number>> = {
  staff: 1_000,
  hours: 10_000,
  program: 100_000_000,
  price: 100_000,
  rate: 1_000,
};

/** What is wrong with one line, in a sentence that names it; null when nothing is. */
export function costLineMistake(line: CostLine): string | null {
  const { id, part, label, unit, low, likely, high, source, year } = line;
  const named = `“${label.trim() === '' ? id : label}”`;
  if (!id.startsWith(`${part}.`) || id.length === part.length + 1)
    return `${named} has the id “${id}”, which does not begin with “${part}.”.`;
  if (label.trim() === '') return `The line ${id} has no name.`;
  if (!UNITS_OF[part].includes(unit))
    return `${named} is counted ${COST_UNIT_LABELS[unit]}, which its part does not know.`;
  for (const each of [low, likely, high])
    if (!Number.isFinite(each) || each < 0) return `${named} has a number below 0, or none.`;
  if (low > likely) return `${named}: low (${low}) is above likely (${likely}).`;
  if (likely > high) return `${named}: likely (${likely}) is above high (${high}).`;
  if (high > HIGHEST[part]) return `${named}: ${high} is more than anybody can mean here.`;
  if (year !== null && (!Number.isInteger(year) || year < 1980 || year > 2100))
    return `${named}: ${year} is no year of a source.`;
  if (source.trim() === '' && year !== null)
    return `${named} has a year but no source. Say where the numbers are from, or leave both empty.`;
  return null;
}

/** What is wrong with a whole document; empty when it can be used. */
export function costMistakes(lines: readonly CostLine[]): string[] {
  const mistakes = lines.flatMap((line) => costLineMistake(line) ?? []);
  const seen = new Set<string>();
  for (const { id } of lines) {
    if (seen.has(id)) mistakes.push(`The line ${id} stands twice.`);
    seen.add(id);
  }
  for (const id of NEEDED_LINES) if (!seen.has(id)) mistakes.push(`The line ${id} is missing.`);
  for (const { id, price, rate } of AVOIDABLE)
    for (const [part, unit] of [
      ['price', price],
      ['rate', rate],
    ] as const) {
      const line = lines.find((each) => each.id === `${part}.${id}`);
      if (line !== undefined && line.unit !== unit)
        mistakes.push(`“${line.label}” has to be counted ${COST_UNIT_LABELS[unit]}.`);
    }
  return mistakes;
}

export function costLine(lines: readonly CostLine[], id: string): CostLine | null {
  return lines.find((line) => line.id === id) ?? null;
}
