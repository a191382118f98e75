import {
  answered,
  askedForPhone,
  CLINICIAN,
  openCenter,
  recommended,
} from '../center/center-on-shift.ts';
import { newPair, type Measure } from '../measure.ts';
import { bareWindow, ElectronWindow } from '../window/electron-window.ts';
import { untilPushed } from '../window/offer.ts';
import { signedOn } from '../window/signed-on.ts';
import type { Session } from '#main/desk/desk.ts';
import { ASK_CHANNEL } from '#shared/contract/channels.ts';
import type { IncidentId, OperatorId } from '#shared/lib/brand.ts';

const SAMPLES = 100;
const WARM_UP = 10;
/** Other open incidents, which the clinician monitors. */
const OTHERS = 100;

/**
 * A call decided for the phone until it is seen on the screen of the clinician it is offered to, with a
 * hundred others open: the decision, what is durable of it, who is asked, and the screen. Beside it the bytes
 * of the same patch, pushed to a window that paints one line.
 */
export const measure: Measure = {
  name: 'offer-seen',
  unit: 'ms',
  better: 'smaller',
  budget: 3,
  take: async (bench) => {
    const folder = bench.folder('data');
    const incidents = decidable(folder);
    const bare = new ElectronWindow(bareWindow(bench.folder('profile'), 'pushed'));
    await bare.loaded();
    const console = await signedOn(folder, CLINICIAN, ['.clinician [data-list="toMe"]']);
    const painted = newPair();
    const inDocument = newPair();
    let bytes = 0;
    try {
      for (const [at, { incidentId, seen }] of incidents.entries()) {
        const decision = {
          incidentId,
          seen,
          response: seen.response,
          reason: null,
          secondPerson: null,
        };
        const ask = { channel: ASK_CHANNEL, args: ['incident.decide', decision] };
        const row = `[data-list="toMe"] [id="phone-call-${incidentId}"]`;
        const value = await untilPushed(console, ask, row);
        const push = { channel: 'bare:push', args: [value.pushed] };
        const baseline = await untilPushed(bare, push, '#answer');
        // Sent to police instead: the next is offered to nobody who has a call waiting.
        await console.ask('incident.upgrade', { incidentId, services: ['police'] });
        if (at < WARM_UP) continue;
        bytes = Math.max(bytes, value.pushed.length);
        painted.value.push(value.painted);
        painted.baseline.push(baseline.painted);
        inDocument.value.push(value.inDocument);
        inDocument.baseline.push(baseline.inDocument);
      }
    } finally {
      await Promise.all([console.quit(), bare.quit()]);
    }
    return { ...painted, also: { inDocument }, facts: { pushedBytes: bytes } };
  },
};

interface Decidable {
  readonly incidentId: IncidentId;
  readonly seen: { readonly level: string; readonly response: string };
}

/** A center with calls that can be helped by phone and that nobody has decided; only Cleo is there for them. */
function decidable(folder: string): Decidable[] {
  const center = openCenter(folder);
  center.desk.db.pragma('synchronous = OFF');
  const imani: Session = { operator: null, focus: null };
  const operatorId = 'imani-okafor' as OperatorId;
  center.do('operator.sign-on', { operatorId, passphrase: '' }, imani);
  center.do('operator.set-availability', { availability: 'away', reason: null }, imani);
  for (let number = 0; number < OTHERS; number += 1) answered(center, number);
  const incidents = Array.from({ length: SAMPLES + WARM_UP }, (_, number) => {
    const incidentId = answered(center, OTHERS + number);
    askedForPhone(center, incidentId);
    return { incidentId, seen: recommended(center, incidentId) };
  });
  center.desk.close();
  return incidents;
}
