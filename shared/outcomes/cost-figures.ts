import { breakEven, type BreakEven } from './break-even.ts';
import { costLine, isAssumption, isNotSet, type CostLine } from './cost-lines.ts';
import { amountsAt, costModel, likelyParts, likelyValues, type CostModel } from './cost-model.ts';
import { FEWEST_CONTACTS, type CostRecord } from './cost-record.ts';
import {
  COST_DRAWS,
  rangeOf,
  shapeOf,
  simulateCosts,
  type DrawnRange,
  type DrawnShape,
} from './cost-simulation.ts';
import { tornado, type Tornado } from './tornado.ts';

/** Dollars over a count. Null with a sentence that says why there is none. */
export interface UnitCost {
  /** What the program cost in the period, at the likely values. */
  readonly total: number | null;
  readonly denominator: number;
  readonly likely: number | null;
  readonly range: DrawnRange | null;
  readonly why: string | null;
}

export interface Utilisation {
  readonly busyHours: number;
  readonly teamHours: number | null;
  readonly value: number | null;
  readonly notKnown: number;
  readonly hoursFrom: 'roster' | 'assumption' | null;
}

export interface Avoided {
  /** Dollars a contact: what was avoided, and what is left of it after what the program cost. */
  readonly perContact: DrawnRange;
  readonly net: DrawnRange;
  readonly shape: DrawnShape;
  /** Of the draws: how often more was avoided than the program cost. */
  readonly benefitsExceed: number;
  /** Avoided over cost, at the medians. */
  readonly ratio: number | null;
  readonly parts: readonly { readonly part: string; readonly amount: number }[];
  readonly tornado: Tornado;
  readonly breakEven: BreakEven;
}

export interface CostFigures {
  readonly days: number;
  readonly perContact: UnitCost;
  readonly perCompleted: UnitCost;
  readonly perLinkage: UnitCost;
  readonly utilisation: Utilisation;
  /** What makes up the cost of the period, at the likely values. */
  readonly parts: readonly { readonly part: string; readonly amount: number }[];
  readonly avoided: Avoided | null;
  readonly whyNotAvoided: string | null;
  /** Labels of the lines used that have no source, that are not set, and roles without a line. */
  readonly unsourced: readonly string[];
  readonly notSet: readonly string[];
  readonly rolesWithoutLine: readonly string[];
  readonly draws: number;
}

const BINS = 48;

/** All cost figures of a period. `seed` follows from the document and the period, so they are the same again. */
export function costFigures(
  lines: readonly CostLine[],
  record: CostRecord,
  seed: number,
): CostFigures {
  const model = costModel(lines, record);
  const used = new Set(model.variables.map(({ id }) => id));
  const hours = costLine(lines, 'hours.team')?.likely ?? 0;
  const staffed = record.roster !== null || hours > 0;
  const drawn = simulateCosts(model, COST_DRAWS, seed);
  const likely = amountsAt(model, likelyValues(model));
  const per = (denominator: number, none: string): UnitCost => {
    if (!staffed) return { total: null, denominator, likely: null, range: null, why: NOT_STAFFED };
    if (denominator === 0)
      return { total: likely.cost, denominator, likely: null, range: null, why: none };
    return {
      total: likely.cost,
      denominator,
      likely: likely.cost / denominator,
      range: rangeOf(drawn.cost.map((each) => each / denominator)),
      why: null,
    };
  };
  const why = whyNotAvoided(record, staffed);
  return {
    days: record.days,
    perContact: per(record.contacts, 'Nobody was in contact with a team or a clinician.'),
    perCompleted: per(record.completed, 'No response was completed.'),
    perLinkage: per(record.linked, 'No receiving place has confirmed that anybody came.'),
    utilisation: utilisationOf(record, hours),
    parts: staffed ? likelyParts(model, 'cost') : [],
    avoided: why === null ? avoidedOf(model, drawn, record) : null,
    whyNotAvoided: why,
    unsourced: lines
      .filter((line) => used.has(line.id) && isAssumption(line) && !isNotSet(line))
      .map(({ label }) => label),
    notSet: lines
      .filter((line) => isNotSet(line) && (record.roster === null || line.id !== 'hours.team'))
      .map(({ label }) => label),
    rolesWithoutLine: Object.keys(record.roster?.roles ?? record.crew).filter(
      (role) => costLine(lines, `staff.${role}`) === null,
    ),
    draws: COST_DRAWS,
  };
}

const NOT_STAFFED =
  'The roster has no shift of these teams in the period, and the assumptions say no team hours. Plan shifts, or set “Team hours”.';

function whyNotAvoided(
  { contacts, police, hospital }: CostRecord,
  staffed: boolean,
): string | null {
  if (!staffed) return NOT_STAFFED;
  const known = Math.min(contacts, police.denominator, hospital.denominator);
  if (known >= FEWEST_CONTACTS) return null;
  return `Not enough data: of ${known} ${known === 1 ? 'contact' : 'contacts'} it is known how they ended; ${FEWEST_CONTACTS} are needed.`;
}

function utilisationOf({ roster, busy, days }: CostRecord, aDay: number): Utilisation {
  const teamHours = roster?.teamHours ?? (aDay > 0 ? aDay * days : null);
  return {
    busyHours: busy.hours,
    teamHours,
    value: teamHours === null || teamHours === 0 ? null : busy.hours / teamHours,
    notKnown: busy.notKnown,
    hoursFrom: roster !== null ? 'roster' : teamHours === null ? null : 'assumption',
  };
}

function avoidedOf(
  model: CostModel,
  { cost, avoided }: ReturnType<typeof simulateCosts>,
  { contacts, days }: CostRecord,
): Avoided | null {
  const even = breakEven(amountsAt(model, likelyValues(model)), contacts, days);
  if (even === null) return null;
  const each = avoided.map((amount) => amount / contacts);
  const net = avoided.map((amount, at) => (amount - (cost[at] ?? 0)) / contacts);
  const [perContact, spent] = [rangeOf(each), rangeOf(cost)];
  return {
    perContact,
    net: rangeOf(net),
    shape: shapeOf(net, BINS),
    benefitsExceed: net.reduce((sum, left) => sum + (left > 0 ? 1 : 0), 0) / net.length,
    ratio: spent.median > 0 ? (perContact.median * contacts) / spent.median : null,
    parts: likelyParts(model, 'avoided'),
    tornado: tornado(model, contacts),
    breakEven: even,
  };
}
