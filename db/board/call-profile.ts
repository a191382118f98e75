import { UNSERVED_CODES } from '#shared/incident/alternative-course.ts';
import { DISPOSITION_CODES } from '#shared/incident/disposition.ts';
import { DETECTIONS, FUNNEL, type CountedCall, type Told } from '#shared/outcomes/counted-call.ts';
import { LEVELS } from '#shared/routing/level.ts';
import { STEP_COLUMNS } from './step-columns.ts';

type Value = string | number | null;

/** A member with few values, null being one of them: its place among them is a digit of the profile. */
interface Digit {
  readonly column: string;
  readonly values: readonly Value[];
  of(call: CountedCall): Value;
}

const TOLD: readonly Value[] = [null, 0, 1];
const bit = (told: Told): Value => (told === null ? null : told ? 1 : 0);

const told = (column: string, of: (call: CountedCall) => Told): Digit => {
  return { column, values: TOLD, of: (call) => bit(of(call)) };
};
const named = (
  column: string,
  values: readonly string[],
  of: (call: CountedCall) => string | null,
): Digit => {
  return { column, values: [null, ...values], of };
};

/**
 * Everything of a call that shares are counted by, and that has few values. A million calls have some thousand
 * profiles, so that one sum by profile answers every share there is.
 */
const DIGITS: readonly Digit[] = [
  ...FUNNEL.map((step) => told(STEP_COLUMNS[step], (call) => call.steps[step])),
  told('open', (call) => call.open),
  named('source', ['console', 'import'], (call) => call.source),
  named('detection', DETECTIONS, (call) => call.detection),
  named('unserved', UNSERVED_CODES, (call) => call.unserved),
  named('decided_level', LEVELS, (call) => call.decidedLevel),
  named('highest_level', LEVELS, (call) => call.highestLevel),
  named('direction', ['same', 'up', 'down'], (call) => call.direction),
  told('overridden', (call) => call.overridden),
  told('danger_found', (call) => call.dangerFound),
  told('back_up', (call) => call.backUp),
  told('police_on_scene', (call) => call.policeOnScene),
  named('disposition', DISPOSITION_CODES, (call) => call.disposition),
  told('sent', isSent),
  told('reached_in_hour', isReachedInHour),
];

const LAST_DIGIT_FIRST = DIGITS.toReversed();

const AN_HOUR = 3_600;

/** Whether a unit is known to have been sent. */
export function isSent({ elapsed }: CountedCall): boolean {
  return elapsed.dispatched !== null;
}

/** Null where it is not known, and where the moment stands before an earlier one. */
export function isReachedInHour({ elapsed, outOfOrder }: CountedCall): Told {
  if (elapsed.arrived === null || outOfOrder.includes('arrived')) return null;
  return elapsed.arrived <= AN_HOUR;
}

/** A number that stands for all of them: each is a digit to the base of its own values. */
export function profileOf(call: CountedCall): number {
  let profile = 0;
  for (const { values, of } of LAST_DIGIT_FIRST)
    profile = profile * values.length + Math.max(0, values.indexOf(of(call)));
  return profile;
}

/** The digits of a column `profile` as columns again, under their own names. */
export const DIGITS_AS_COLUMNS = digitColumns().join(',\n  ');

function digitColumns(): string[] {
  let divisor = 1;
  return DIGITS.map(({ column, values }) => {
    const digit = `profile / ${divisor} % ${values.length}`;
    divisor *= values.length;
    if (values === TOLD) return `NULLIF(${digit}, 0) - 1 AS ${column}`;
    const names = values.slice(1).map((value, at) => `WHEN ${at + 1} THEN '${value}'`);
    return `CASE ${digit} ${names.join(' ')} END AS ${column}`;
  });
}
