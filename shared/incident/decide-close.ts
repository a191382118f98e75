import type { UnservedReason } from './alternative-course.ts';
import type { DecideContext } from './context.ts';
import type { DispositionCode } from './disposition.ts';
import type { Incident } from './incident.ts';
import type { IncidentEvent } from './incident-events.ts';
import { openIncidentOnly } from './open-incident-only.ts';
import { isLost, isTalking, phaseOf } from './phase.ts';
import { unservedAtClosing, type Teams } from './unserved.ts';
import { isRefusal, refuse, type Refusal } from '../lib/refusal.ts';

/**
 * Closing needs a disposition and nobody left working on it. Nothing closes itself (invariant 7). When
 * an alternative response was recommended and none came, it also needs the reason why.
 */
export function closeIncident(
  incident: Incident,
  disposition: DispositionCode,
  note: string,
  unserved: UnservedReason | null,
  teams: Teams,
): IncidentEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const { number, incidentId } = incident;
  switch (phaseOf(incident)) {
    case 'intake':
      return refuse(
        'not-decided',
        `Incident ${number} has no standing decision yet. Decide first.`,
      );
    case 'responding': {
      const out = incident.units
        .filter((unit) => unit.releasedAt === null)
        .map((unit) => unit.unitId);
      return refuse(
        'units-out',
        `${out.join(', ')} still on incident ${number}. Clear them first.`,
      );
    }
    case 'on-phone':
      return onPhone(incident);
    default: {
      if (isTalking(incident)) return onPhone(incident);
      if (isLost(incident))
        return refuse(
          'caller-lost',
          `The caller of incident ${number} is lost and is called again. A clinician says that nobody was found, or somebody is sent: p, or o to decide otherwise.`,
        );
      if (claimsServices(disposition) && nobodyCame(incident))
        return refuse(
          'nobody-came',
          `No unit has reached the person of incident ${number}. Choose how it really ended.`,
        );
      const ledger = unservedAtClosing(incident, unserved, teams);
      return isRefusal(ledger)
        ? ledger
        : [...ledger, { type: 'incident.closed', incidentId, disposition, note: note.trim() }];
    }
  }
}

function onPhone({ number }: Incident): Refusal {
  return refuse('on-phone', `A clinician is on the phone for incident ${number}.`);
}

function claimsServices(disposition: DispositionCode): boolean {
  return disposition.startsWith('services');
}

function nobodyCame({ decision, units }: Incident): boolean {
  return decision?.fill === 'unit' && !units.some((unit) => unit.reached);
}

export function holdIncident(
  incident: Incident,
  minutes: number,
  reason: string,
  { now }: DecideContext,
): IncidentEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  if (reason.trim() === '') return refuse('reason-needed', 'Say why it waits. Nothing was held.');
  return holdUntil(incident, new Date(Date.parse(now) + minutes * 60_000).toISOString(), reason);
}

/** The same with the moment already known: a hold that was released by mistake goes on. */
export function holdUntil(
  incident: Incident,
  until: string,
  reason: string,
): IncidentEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  return [{ type: 'incident.held', incidentId: incident.incidentId, until, reason: reason.trim() }];
}

export function releaseHold(incident: Incident): IncidentEvent[] | Refusal {
  if (incident.hold === null) return [];
  return [{ type: 'incident.hold-ended', incidentId: incident.incidentId, why: 'released' }];
}
