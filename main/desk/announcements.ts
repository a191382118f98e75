import { announceContact } from './contact-view.ts';
import { announceDuplicate } from './duplicate/callers.ts';
import { announceSharing } from './disclosure/disclosure-view.ts';
import { announceShift } from './hand-over/hand-over-rows.ts';
import type { NameOf } from './incident-row.ts';
import { announceMonitor } from './phone/monitor-words.ts';
import { announceTransfer } from './phone/transfer-words.ts';
import { announceOffer } from './phone/offer-rows.ts';
import { announceOutcome } from './phone/outcome-words.ts';
import { announceReferral } from './referral/referral-view.ts';
import { announceCrew } from './roster/crew-words.ts';
import { announceSafety } from './safety-rows.ts';
import { announceStaging } from './staging-words.ts';
import { announceTimes } from './time-rows.ts';
import { announceUnits } from './unit-words.ts';
import { announceCall } from './waiting-calls.ts';
import { incidentNumber } from '#db/board/incidents-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { Announcement } from '#shared/board/board-rows.ts';
import type { Entry } from '#shared/journal/journal-event.ts';
import type { Policy } from '#shared/policy/policy.ts';

interface Sources {
  readonly db: Database;
  readonly policy: Policy;
  readonly nameOf: NameOf;
}

/** What an entry is said aloud as, at every console. */
export function announce({ event }: Entry, { db, policy, nameOf }: Sources): Announcement[] {
  // What is entered from paper is over: nobody is called to it.
  if (event.backEntry !== undefined) return [];
  const about = (incidentId: string) => `Incident ${incidentNumber(db, incidentId) ?? ''}`;
  switch (event.type) {
    case 'incident.level-raised':
      return [
        { text: `${about(event.incidentId)} raised to ${event.to}. Decide again.`, sound: 'alert' },
      ];
    case 'incident.left-unarmed': {
      const who = event.units.join(', ');
      return [{ text: `${about(event.incidentId)}: ${who} left without police.`, sound: 'alert' }];
    }
    case 'incident.medical-found':
      return [{ text: `${about(event.incidentId)}: EMS is needed now.`, sound: 'alert' }];
    case 'incident.facts-aged':
      return event.why === 'time'
        ? [{ text: `${about(event.incidentId)}: answers have aged, ask again.`, sound: null }]
        : [];
    case 'incident.upgraded': {
      const short = event.shortage === null ? '' : ` ${event.shortage}`;
      const whence = event.fromLine ? ', from the clinician’s line' : '';
      return [
        {
          text: `${about(event.incidentId)}: ${event.services.join(' and ')} now${whence}.${short}`,
          sound: 'alert',
        },
      ];
    }
    case 'incident.hold-ended':
      return event.why === 'expired'
        ? [{ text: `${about(event.incidentId)}: the promised time has passed.`, sound: 'alert' }]
        : [];
    case 'incident.promise-missed':
      // Deciding shows on its row; for the phone each step is said by itself, and nothing twice.
      return event.step === 'decide' || event.step === 'clinician'
        ? []
        : [{ text: `${about(event.incidentId)} is late: ${event.what}.`, sound: 'alert' }];
    default:
      return [
        ...announceOutcome(event, about),
        ...announceCall(event, db, policy),
        ...announceDuplicate(event, about, db),
        ...announceSafety(event),
        ...announceUnits(event, about),
        ...announceTimes(event, about),
        ...announceContact(event, { db, nameOf }),
        ...announceReferral(event, { db, nameOf }),
        ...announceSharing(event, { db, nameOf }),
        ...announceShift(event, { db, nameOf }),
        ...announceCrew(event, about),
        ...announceStaging(event, about),
        ...announceOffer(event, about),
        ...announceMonitor(event, about, { db, policy, nameOf }),
        ...announceTransfer(event, about, nameOf),
      ];
  }
}
