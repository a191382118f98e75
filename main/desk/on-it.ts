import type { ViewSources } from './incident-view.ts';
import type { OnIt } from '#shared/board/incident-view.ts';
import { SERVICES, type Service } from '#shared/incident/incident.ts';
import { isArmed } from '#shared/incident/left-unarmed.ts';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';

const CALLED: Readonly<Record<Service, string>> = { police: 'Police', ems: 'EMS' };

/** Everybody who is on the incident or on the way to it: what the next crew asks first. */
export function everybodyOnIt(sources: ViewSources): OnIt[] {
  return [
    ...unitsOnIt(sources),
    ...askedByRadio(sources),
    ...joinedByPhone(sources),
    ...onThePhone(sources),
  ];
}

function unitsOnIt({ incident, units, policy, local }: ViewSources): OnIt[] {
  return units
    .filter(({ incidentId }) => incidentId === incident.incidentId)
    .map((unit) => ({
      who: unit.unitId,
      does: UNIT_STATUS[unit.status].label.toLowerCase(),
      since: unit.since,
      arms: isArmed(policy, unit, local.date) ? 'armed' : 'unarmed',
    }));
}

/** Called for, and no unit of this board was sent then: somebody was told by radio. */
function askedByRadio({ incident, units, policy }: ViewSources): OnIt[] {
  return SERVICES.flatMap((service): OnIt[] => {
    const asked = incident.upgrades.findLast(({ services }) => services.includes(service));
    if (asked === undefined) return [];
    const teamType = policy.services[service];
    const came = incident.units.some(
      ({ unitId, assignedAt, releasedAt }) =>
        (assignedAt >= asked.at || releasedAt === null) &&
        units.some((unit) => unit.unitId === unitId && unit.teamType === teamType),
    );
    if (came) return [];
    const arms = service === 'police' ? 'armed' : 'unarmed';
    return [{ who: CALLED[service], does: 'asked by radio', since: asked.at, arms }];
  });
}

/** A team outside this board that took the caller over and goes; how it is armed is not known here. */
function joinedByPhone({ incident }: ViewSources): OnIt[] {
  return incident.joined.map(({ label, receiver, at }) => ({
    who: label,
    does: `took the caller over, ${receiver}`,
    since: at,
    arms: null,
  }));
}

function onThePhone({ incident: { phone }, nameOf }: ViewSources): OnIt[] {
  if (phone.state !== 'with-clinician' && phone.state !== 'transferring') return [];
  return [{ who: nameOf(phone.clinician), does: 'on the phone', since: phone.since, arms: null }];
}
