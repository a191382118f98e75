import { MOMENT_COLUMNS, orderBit } from '#db/board/counted-call-columns.ts';
import { STEP_COLUMNS } from '#db/board/step-columns.ts';
import { FUNNEL, type FunnelStep, type Moment } from '#shared/outcomes/counted-call.ts';
import type { ShareFigure, TimeFigure } from '#shared/outcomes/figure-catalogue.ts';

/**
 * A share of calls in SQL over `counted_calls`, and over the tallies of them. `of` says which calls it is a share of; `is` whether one of them
 * counts, and is null where the record cannot tell.
 */
export interface Condition {
  readonly of: string;
  readonly is: string;
}

function stepAfter(step: FunnelStep): Condition {
  const before = FUNNEL[FUNNEL.indexOf(step) - 1];
  return {
    of: before === undefined ? '1' : `${STEP_COLUMNS[before]} = 1`,
    is: STEP_COLUMNS[step],
  };
}

const FOUND = 'step_behavioral = 1';
const DECIDED = 'overridden IS NOT NULL';

/** What the tables of `phone-follow-on.ts` hold, in the transaction in which they were filled. */
const FOLLOWED = (column: string): Condition => ({
  of: 'id IN (SELECT id FROM temp.phone_follow_on)',
  is: `(SELECT ${column} FROM temp.phone_follow_on f WHERE f.id = c.id)`,
});

export const CONDITIONS: Readonly<Record<ShareFigure, Condition>> = {
  behavioral: stepAfter('behavioral'),
  screened: stepAfter('screened'),
  eligible: stepAfter('eligible'),
  offered: stepAfter('offered'),
  assigned: stepAfter('assigned'),
  arrived: stepAfter('arrived'),
  contact: stepAfter('contact'),
  served: stepAfter('served'),
  linked: stepAfter('linked'),
  capture: { of: 'step_eligible = 1', is: 'step_assigned' },
  unserved: { of: 'step_eligible = 1', is: '1 - step_assigned' },
  'first-found-by-type': { of: FOUND, is: "detection = 'typed'" },
  'first-found-by-answer': { of: FOUND, is: "detection = 'flagged'" },
  'first-found-by-clinician': { of: FOUND, is: "detection = 'clinician'" },
  override: { of: DECIDED, is: 'overridden' },
  'override-up': { of: DECIDED, is: "overridden = 1 AND direction = 'up'" },
  'override-down': { of: DECIDED, is: "overridden = 1 AND direction = 'down'" },
  'override-same': { of: DECIDED, is: "overridden = 1 AND direction = 'same'" },
  'harmful-override': {
    of: "overridden = 1 AND direction <> 'up'",
    is: 'highest_level > decided_level OR COALESCE(danger_found, 0) OR COALESCE(back_up, 0)',
  },
  // Of the console's own arrivals it is known whether the team was unarmed, and null where it was not.
  'back-up': {
    of: "back_up IS NOT NULL OR (source = 'import' AND step_arrived = 1)",
    is: 'back_up',
  },
  upgrade: { of: 'decided_level IS NOT NULL', is: 'highest_level > decided_level' },
  'under-triage': { of: "decided_level <= 'L2'", is: "highest_level >= 'L4'" },
  'over-triage': { of: "decided_level >= 'L3'", is: '1 - danger_found' },
  'non-police': { of: 'step_eligible = 1 AND open = 0', is: '1 - police_on_scene' },
  'no-contact': { of: 'step_arrived = 1', is: '1 - step_contact' },
  'phone-24-hours': FOLLOWED('resolved_24_hours'),
  'phone-7-days': FOLLOWED('resolved_7_days'),
  'hospital-transfer': { of: 'step_contact = 1', is: "disposition = 'services-transfer'" },
  'police-sent': { of: FOUND, is: 'police_on_scene' },
  'arrived-in-an-hour': {
    of: `${FOUND} AND sent`,
    is: 'reached_in_hour',
  },
};

/** A time in SQL: what was measured, whether it may be counted, and whether it happened without being known. */
export interface Timed {
  readonly seconds: string;
  readonly inOrder: string;
  readonly unknown: string;
}

/** Between two moments; from receiving the call where `from` is null. `later` proves that it happened. */
function between(from: Moment | null, to: Moment, later: Moment | null = null): Timed {
  const [start, end] = [from && MOMENT_COLUMNS[from], MOMENT_COLUMNS[to]];
  const bits = (from === null ? 0 : orderBit(from)) | orderBit(to);
  const known = start === null ? `${end} IS NOT NULL` : `${start} + ${end} IS NOT NULL`;
  const happened = later === null ? '' : ` OR ${MOMENT_COLUMNS[later]} IS NOT NULL`;
  return {
    seconds: start === null ? end : `${end} - ${start}`,
    inOrder: `(out_of_order & ${bits}) = 0 AND ${end} >= ${start ?? '0'}`,
    unknown: `NOT (${known}) AND (source = 'import'${happened})`,
  };
}

function kept(column: string): Timed {
  return { seconds: column, inOrder: `${column} >= 0`, unknown: '0' };
}

export const TIMED: Readonly<Record<TimeFigure, Timed>> = {
  answer: between(null, 'answered'),
  'first-unit': between('answered', 'dispatched'),
  clinician: kept('clinician_s'),
  decision: between('answered', 'decided'),
  queue: between('decided', 'dispatched'),
  turnout: between('dispatched', 'en-route', 'arrived'),
  travel: between('en-route', 'arrived', 'arrived'),
  response: between(null, 'arrived'),
  scene: between('arrived', 'cleared'),
  clear: between(null, 'cleared'),
  transfer: kept('transfer_s'),
};
