import type { Unit } from './unit.ts';
import type { UnitStatus } from './unit-status.ts';
import type { UnitId } from '../lib/brand.ts';
import { isFreeForPhone, type Clinician } from '../phone/clinician.ts';
import { phoneDeskOf } from '../policy/phone-desk.ts';
import type { Policy } from '../policy/policy.ts';

/**
 * The desks of the clinicians who are signed on, as units of the teams that answer by phone: nobody
 * drives out, but whether one is ready and has room for a call decides whether a phone response can go.
 */
export function clinicianDesks(
  policy: Policy,
  clinicians: readonly Clinician[],
  nameOf: (operatorId: string) => string,
): Unit[] {
  const teams = new Set(
    policy.responses.filter(({ byPhone }) => byPhone).flatMap(({ teamTypes }) => teamTypes),
  );
  const { capacity } = phoneDeskOf(policy);
  return [...teams].flatMap((teamType) =>
    clinicians.map((clinician): Unit => {
      const { operatorId, since, languages } = clinician;
      return {
        unitId: `${teamType} ${operatorId}` as UnitId,
        teamType,
        zone: '',
        crew: [{ name: nameOf(operatorId), role: 'clinician', onDuty: true, languages }],
        capabilities: [],
        status: statusOf(clinician, capacity),
        since,
        incidentId: null,
        clock: { from: since, overdueAt: null },
        releasedFrom: null,
        next: null,
        fellShort: [],
        posting: null,
        whereabouts: null,
        timesOut: 0,
        spoken: [],
      };
    }),
  );
}

/** As near as the statuses of a unit come to it: nobody is sent, only counted. */
function statusOf(clinician: Clinician, capacity: number): UnitStatus {
  if (isFreeForPhone(clinician, capacity)) return 'available';
  return clinician.availability === 'ready' ? 'with-patient' : 'out-of-service';
}
