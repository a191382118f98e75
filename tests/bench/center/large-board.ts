import {
  answered,
  askedThrough,
  openCenter,
  recommended,
  ring,
  type CenterOnShift,
} from './center-on-shift.ts';
import { putInService } from './fleet.ts';
import { allUnits } from '#db/board/units-projection.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

export interface LargeBoard {
  readonly units: number;
  /** Open incidents and waiting calls together. */
  readonly open: number;
  readonly waiting: number;
}

/** What was put on the board: the units are out, each on an incident of its own. */
export interface OnBoard {
  readonly out: readonly UnitId[];
  readonly incidents: readonly IncidentId[];
}

/** Opens an empty folder, fills its board, and leaves it for the window to open. */
export function openBoard(folder: string, { units, open, waiting }: LargeBoard): OnBoard {
  const center = openCenter(folder);
  // Nobody waits for these answers; the window opens the folder as durable as ever.
  center.desk.db.pragma('synchronous = OFF');
  const seeded = allUnits(center.desk.db).length;
  if (units > seeded) putInService(center, units, seeded);
  else retire(center, seeded - units);
  const free = allUnits(center.desk.db).filter(({ teamType, status, crew }) => {
    return (
      teamType === 'behavioral-health' &&
      status === 'available' &&
      crew.every(({ onDuty }) => onDuty)
    );
  });
  const incidents: IncidentId[] = [];
  for (let number = 0; number < open - waiting; number += 1) {
    const incidentId = answered(center, number);
    askedThrough(center, incidentId);
    const unit = free[number];
    if (unit !== undefined) send(center, incidentId, unit.unitId);
    incidents.push(incidentId);
  }
  for (let number = 0; number < waiting; number += 1) ring(center, open + number);
  center.desk.close();
  return { out: free.slice(0, incidents.length).map(({ unitId }) => unitId), incidents };
}

/** The last ones of the evening's: police and ambulances of the South. */
function retire({ desk }: CenterOnShift, count: number): void {
  const leave = allUnits(desk.db)
    .filter(({ teamType }) => teamType !== 'behavioral-health')
    .slice(-count);
  for (const { unitId } of leave)
    desk.record([{ type: 'unit.retired', unitId, reason: 'Fewer units.' }], DESK_OPERATOR);
}

function send(center: CenterOnShift, incidentId: IncidentId, unitId: UnitId): void {
  const seen = recommended(center, incidentId);
  const choice = { response: seen.response, reason: null, secondPerson: null };
  center.do('incident.decide', { incidentId, seen, ...choice });
  center.do('incident.assign-unit', { incidentId, unitId, reason: 'Nobody else is free.' });
  center.do('unit.set-status', { unitId, status: 'en-route' });
}
