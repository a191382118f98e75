import type { DeskCore } from '../desk-core.ts';
import { callTypeLabel } from '../incident-row.ts';
import { localMoment } from '../local-moment.ts';
import { personsNumber } from './heard.ts';
import { incidentsFrom } from '#db/board/callbacks-projection.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import { findPastCall } from '#db/board/past-calls-projection.ts';
import { linkOf, linksOfRecord } from '#db/board/people-links-projection.ts';
import { referralsOfIncident } from '#db/board/referrals-projection.ts';
import type { EarlierContact } from '#shared/board/known-person-lines.ts';
import { dispositionLabel } from '#shared/incident/disposition.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { CallLink, Certainty, LinkedCall, WholePerson } from '#shared/person/known-person.ts';
import type { Heard } from '#shared/person/match-person.ts';

/** The calls of a person, whichever record they were linked to: as many of the latest as asked for. */
export function linksOf({ db }: DeskCore, { members }: WholePerson, limit: number): CallLink[] {
  return members
    .flatMap(({ personId }) => linksOfRecord(db, personId, limit))
    .toSorted((a, b) => b.happened.localeCompare(a.happened))
    .slice(0, limit)
    .map(({ link }) => link);
}

/** What came in then and how it ended. Neither the words of the call nor anything a clinician wrote. */
export function earlierContact(
  core: DeskCore,
  call: LinkedCall,
  certainty: Certainty | null,
): EarlierContact {
  const { policy } = core.requirePolicy();
  const type = (code: string | null) => callTypeLabel(policy, code) ?? 'Type not set';
  if ('incidentId' in call) {
    const incident = findIncident(core.db, call.incidentId);
    return {
      call,
      certainty,
      number: incident === null ? null : String(incident.number),
      receivedLocal: incident === null ? '' : localTime(core, incident.openedAt),
      callType: type(incident?.callType ?? null),
      ended: incident === null ? NOT_KNOWN : howItEnded(incident),
      referral: referralsOfIncident(core.db, call.incidentId).at(-1)?.standing.state ?? null,
    };
  }
  const past = findPastCall(core.db, call.pastCall);
  const disposition = past?.course?.disposition;
  return {
    call,
    certainty,
    number: past?.recordNumber ?? null,
    receivedLocal: past?.receivedLocal.slice(0, 'YYYY-MM-DDTHH:MM'.length) ?? '',
    callType: type(past?.callType ?? null),
    // The other system's own words may say what somebody has.
    ended: disposition === undefined ? NOT_KNOWN : dispositionLabel(disposition),
    referral: null,
  };
}

const NOT_KNOWN = 'How it ended is not known';

function howItEnded({ closed }: Incident): string {
  return closed === null ? 'Still open' : dispositionLabel(closed.disposition);
}

function localTime(core: DeskCore, instant: string): string {
  const { date, minute } = localMoment(new Date(instant), core.center?.timeZone ?? 'UTC');
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${date}T${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** As many are shown; what is older helps nobody at intake. */
const MOST_OF_NUMBER = 5;

/** Earlier incidents called from exactly this number that are nobody's, the latest first. */
export function nobodysCallsFrom(
  core: DeskCore,
  phone: Heard['phone'],
  except: string | null,
): EarlierContact[] {
  if (phone === null) return [];
  return incidentsFrom(core.db, phone.number, 4 * MOST_OF_NUMBER)
    .filter((incidentId) => incidentId !== except && linkOf(core.db, incidentId) === null)
    .filter((incidentId) => {
      const callback = findIncident(core.db, incidentId)?.callback ?? null;
      return personsNumber(callback)?.number === phone.number;
    })
    .slice(0, MOST_OF_NUMBER)
    .map((incidentId) => earlierContact(core, { incidentId }, null));
}
