import type { Announcement } from '#shared/board/board-rows.ts';
import type { TimelineLine } from '#shared/board/incident-view.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import { rolesInWords, type Unit } from '#shared/unit/unit.ts';
import type { DutyChange } from '#shared/unit/unit-events.ts';

const WHY: Readonly<Record<DutyChange, string>> = {
  'shift-began': 'shift began',
  'shift-ended': 'shift ended',
  'break-began': 'break began',
  'break-ended': 'break ended',
  'break-put-off': 'break put off while on the incident',
  'by-word': 'as said at the console',
  'plan-changed': 'the roster was changed',
};

/** Who of a crew came or went, in the timeline of the incident it is on; null for other events. */
export function sayCrew(event: JournalEvent): Pick<TimelineLine, 'text' | 'kind'> | null {
  if (event.type !== 'unit.duty-changed') return null;
  const { unitId, role, onDuty, why, reason, missing } = event;
  const what = `${unitId}: ${rolesInWords([role])} ${onDuty ? 'on' : 'off'} duty (${WHY[why]})`;
  const said = reason === null ? what : `${what} — ${reason}`;
  if (missing.length === 0) return { kind: 'unit', text: said };
  return { kind: 'alert', text: `${said}. No ${rolesInWords(missing)} on duty` };
}

/** Why a person has to look at the incident: a crew on it is not whole any more; null when all are. */
export function crewAttention(units: readonly Unit[]): string | null {
  for (const { unitId, fellShort } of units)
    if (fellShort.length > 0) return `${unitId}: no ${rolesInWords(fellShort)} on duty`;
  return null;
}

/** Said aloud only where a crew falls short on an incident; `about` names the incident. */
export function announceCrew(
  event: JournalEvent,
  about: (incidentId: string) => string,
): Announcement[] {
  if (event.type !== 'unit.duty-changed') return [];
  const { unitId, incidentId, missing } = event;
  if (incidentId === null || missing.length === 0) return [];
  const text = `${about(incidentId)}: ${unitId} has no ${rolesInWords(missing)} on duty any more.`;
  return [{ text, sound: 'alert' }];
}
