import type { Unit } from './unit.ts';
import type { UnitId } from '../lib/brand.ts';
import type { Policy } from '../policy/policy.ts';
import type { Operator } from '../roster/operator.ts';

/**
 * The desks of the clinicians who are signed on, as units of the teams that answer by phone: nobody
 * drives out, but whether one is there decides whether a phone response can go. `since` is an ISO
 * instant.
 */
export function clinicianDesks(
  policy: Policy,
  signedOn: readonly Operator[],
  since: string,
): Unit[] {
  const teams = new Set(
    policy.responses.filter(({ byPhone }) => byPhone).flatMap(({ teamTypes }) => teamTypes),
  );
  const clinicians = signedOn.filter(({ role, active }) => role === 'clinician' && active);
  return [...teams].flatMap((teamType) =>
    clinicians.map(({ operatorId, name, role }): Unit => ({
      unitId: `${teamType} ${operatorId}` as UnitId,
      teamType,
      zone: '',
      crew: [{ name, role, onDuty: true, languages: [] }],
      capabilities: [],
      status: 'available',
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
    })),
  );
}
