import { isReachedInHour, isSent, profileOf } from './call-profile.ts';
import { STEP_COLUMNS } from './step-columns.ts';
import {
  FUNNEL,
  MOMENTS,
  type CountedCall,
  type Moment,
  type Told,
} from '#shared/outcomes/counted-call.ts';

type Value = string | number | null;

interface Column {
  readonly name: string;
  readonly type: 'TEXT' | 'TEXT NOT NULL' | 'INTEGER' | 'INTEGER NOT NULL';
  of(call: CountedCall): Value;
}

const bit = (told: Told): Value => (told === null ? null : told ? 1 : 0);

export const MOMENT_COLUMNS: Readonly<Record<Moment, string>> = {
  answered: 'answered_s',
  decided: 'decided_s',
  dispatched: 'dispatched_s',
  'en-route': 'en_route_s',
  arrived: 'arrived_s',
  cleared: 'cleared_s',
};

/** The bit of a moment in `out_of_order`. */
export function orderBit(moment: Moment): number {
  return 1 << MOMENTS.indexOf(moment);
}

/**
 * How a counted call stands in a row, one column for each member. What most figures read stands first: a row is
 * read from its beginning.
 */
const COLUMNS: readonly Column[] = [
  { name: 'received_local', type: 'TEXT NOT NULL', of: (call) => call.receivedLocal },
  { name: 'id', type: 'TEXT NOT NULL', of: (call) => call.id },
  { name: 'profile', type: 'INTEGER NOT NULL', of: profileOf },
  { name: 'week', type: 'TEXT NOT NULL', of: (call) => call.week },
  { name: 'hour_of_week', type: 'INTEGER NOT NULL', of: (call) => call.hourOfWeek },
  { name: 'area_id', type: 'TEXT', of: (call) => call.areaId },
  { name: 'call_type', type: 'TEXT', of: (call) => call.callType },
  { name: 'language', type: 'TEXT', of: (call) => call.language },
  { name: 'age_band', type: 'TEXT', of: (call) => call.ageBand },
  { name: 'source', type: 'TEXT NOT NULL', of: (call) => call.source },
  ...MOMENTS.map((moment): Column => {
    return { name: MOMENT_COLUMNS[moment], type: 'INTEGER', of: (call) => call.elapsed[moment] };
  }),
  {
    name: 'out_of_order',
    type: 'INTEGER NOT NULL',
    of: (call) => call.outOfOrder.reduce((mask, moment) => mask | orderBit(moment), 0),
  },
  { name: 'clinician_s', type: 'INTEGER', of: (call) => call.clinicianWait },
  { name: 'transfer_s', type: 'INTEGER', of: (call) => call.transferWait },
  { name: 'number', type: 'TEXT NOT NULL', of: (call) => call.number },
  { name: 'open', type: 'INTEGER NOT NULL', of: (call) => (call.open ? 1 : 0) },
  { name: 'channel', type: 'TEXT NOT NULL', of: (call) => call.channel },
  { name: 'person_id', type: 'TEXT', of: (call) => call.personId },
  ...FUNNEL.map((step): Column => {
    return { name: STEP_COLUMNS[step], type: 'INTEGER', of: (call) => bit(call.steps[step]) };
  }),
  { name: 'detection', type: 'TEXT', of: (call) => call.detection },
  { name: 'unserved', type: 'TEXT', of: (call) => call.unserved },
  { name: 'recommended_level', type: 'TEXT', of: (call) => call.recommendedLevel },
  { name: 'decided_level', type: 'TEXT', of: (call) => call.decidedLevel },
  { name: 'response', type: 'TEXT', of: (call) => call.response },
  { name: 'direction', type: 'TEXT', of: (call) => call.direction },
  { name: 'overridden', type: 'INTEGER', of: (call) => bit(call.overridden) },
  { name: 'highest_level', type: 'TEXT', of: (call) => call.highestLevel },
  { name: 'danger_found', type: 'INTEGER', of: (call) => bit(call.dangerFound) },
  { name: 'back_up', type: 'INTEGER', of: (call) => bit(call.backUp) },
  { name: 'police_on_scene', type: 'INTEGER', of: (call) => bit(call.policeOnScene) },
  { name: 'disposition', type: 'TEXT', of: (call) => call.disposition },
  { name: 'talk_s', type: 'INTEGER', of: (call) => call.clinicianTalk },
  { name: 'sent', type: 'INTEGER NOT NULL', of: (call) => bit(isSent(call)) },
  { name: 'reached_in_hour', type: 'INTEGER', of: (call) => bit(isReachedInHour(call)) },
];

export const COLUMN_NAMES = COLUMNS.map(({ name }) => name).join(', ');
export const COLUMN_DDL = COLUMNS.map(({ name, type }) => `${name} ${type}`).join(',\n      ');
export const PLACES = COLUMNS.map(() => '?').join(', ');

export function rowOf(call: CountedCall): Value[] {
  return COLUMNS.map((column) => column.of(call));
}

/** The columns in which any of these rows holds something. */
export function usedColumns(rows: readonly (readonly Value[])[]): {
  readonly names: string;
  readonly places: string;
  of(row: readonly Value[]): Value[];
} {
  const used = [...COLUMNS.keys()].filter((at) => rows.some((row) => row[at] !== null));
  return {
    names: used.map((at) => COLUMNS[at]?.name).join(', '),
    places: used.map(() => '?').join(', '),
    of: (row) => used.map((at) => row[at] ?? null),
  };
}
