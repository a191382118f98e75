import type { Told } from './counted-call.ts';
import type { IncidentRecord } from './incident-record.ts';
import { countedAs, type DispositionCode } from '../incident/disposition.ts';
import { wasServed } from '../incident/unserved.ts';
import { happenedAt } from '../journal/back-entry.ts';
import type { Entry, JournalEvent } from '../journal/journal-event.ts';
import { findFact, type FactTopic, type Policy } from '../policy/policy.ts';

/** How an alternative response ended that helped: by a team, by phone, or with somebody who took over. */
export const SERVED: readonly DispositionCode[] = [
  'services',
  'services-transport',
  'services-transfer',
  'resolved-by-phone',
  '988-accepted',
  'referred',
  'follow-up-scheduled',
];

/** How far an alternative response came: a team, a clinician by phone, or a partner. */
export function responseSteps({ incident, teams }: Pick<IncidentRecord, 'incident' | 'teams'>): {
  readonly assigned: boolean;
  readonly arrived: boolean;
  readonly contact: boolean;
  readonly served: boolean;
} {
  const types = incident.alternative?.teamTypes ?? [];
  const serving = new Set(
    teams.filter(({ teamType }) => types.includes(teamType)).map(({ unitId }) => unitId),
  );
  const arrived = wasServed(incident, teams);
  const disposition = countedAs(incident.closed);
  const contact = arrived && disposition !== null && disposition !== 'no-contact';
  return {
    assigned: arrived || incident.units.some(({ unitId }) => serving.has(unitId)),
    arrived,
    contact,
    served: contact && SERVED.includes(disposition),
  };
}

const DANGERS: readonly FactTopic[] = ['weapon', 'violence', 'medical'];

/**
 * Somebody on scene said that there was a weapon, violence or an injury, or was in duress. Null when nobody got
 * there: then nothing could be found.
 */
export function findsDanger({ incident, entries, policy }: IncidentRecord): Told {
  if (policy === null) return null;
  const found = Object.entries(incident.facts).some(
    ([id, { current, earlier }]) =>
      DANGERS.includes(findFact(policy, id)?.topic ?? 'context') &&
      [...earlier, current].some(
        ({ answer, informant }) => answer === 'yes' && informant === 'responder',
      ),
  );
  if (found || entries.some(({ event }) => event.type === 'unit.duress-raised')) return true;
  return incident.units.some(({ reached }) => reached) ? false : null;
}

/** Asked for after an unarmed team was there (`arrived`, in milliseconds); null when none was. */
export function isBackUp({ entries }: IncidentRecord, arrived: number | null): Told {
  if (arrived === null) return null;
  return entries.some((entry) => asksForPolice(entry.event) && isAfter(entry, arrived));
}

function asksForPolice(event: JournalEvent): boolean {
  return (
    event.type === 'unit.back-up-asked' ||
    event.type === 'unit.duress-raised' ||
    (event.type === 'incident.upgraded' && event.services.includes('police'))
  );
}

function isAfter(entry: Entry, moment: number): boolean {
  return Date.parse(happenedAt(entry)) >= moment;
}

/** Null where police had to be called by radio: whether they came was not kept. */
export function policeThere({ incident, entries, policy, teams }: IncidentRecord): Told {
  if (policy === null) return null;
  const types = policeTeams(policy);
  const police = new Set(
    teams.filter(({ teamType }) => types.has(teamType)).map(({ unitId }) => unitId),
  );
  if (incident.units.some(({ unitId, reached }) => reached && police.has(unitId))) return true;
  const byRadio = entries.some(
    ({ event }) =>
      event.type === 'incident.upgraded' &&
      event.services.includes('police') &&
      event.shortage !== null,
  );
  return byRadio ? null : false;
}

function policeTeams({ teamTypes, policeRoles = [], services }: Policy): ReadonlySet<string> {
  const armed = teamTypes.filter(({ requiredRoles }) =>
    requiredRoles.some((role) => policeRoles.includes(role)),
  );
  return new Set([services.police, ...armed.map(({ id }) => id)]);
}
