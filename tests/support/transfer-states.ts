import { cleo, couldTalk, decided, fold, imani, incidentId, type Told } from './given.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import type { OutsideLine, TransferTarget } from '#shared/phone/transfer.ts';

export const LIFELINE: OutsideLine = { id: '988', label: '988 lifeline', dial: 'tel:988' };
export const PARTNER: OutsideLine = { id: 'helpline', label: 'Opioid helpline', dial: null };
export const TEAM: OutsideLine = { id: 'crisis-team', label: 'Mobile crisis team', dial: null };

export const started = (
  to: TransferTarget,
  operatorId: OperatorId | null,
  line: OutsideLine | null,
): Told => ({ type: 'phone.transfer-started', incidentId, to, operatorId, from: cleo, line });

export const consented: Told = {
  type: 'phone.transfer-consented',
  incidentId,
  consent: { given: 'said-yes', by: 'caller' },
};
export const packetIsReady: Told = { type: 'phone.transfer-packet-ready', incidentId };
export const answeredBy = (name: string): Told => ({
  type: 'phone.dialed',
  incidentId,
  number: '988',
  line: '988',
  result: 'answered',
  answeredBy: name,
});
export const introduced: Told = { type: 'phone.transfer-introduced', incidentId, receiver: 'Kim' };
export const returned: Told = { type: 'phone.transfer-returned', incidentId, why: 'Busy' };

export const offered = decided(couldTalk);
export const talking = fold([{ type: 'phone.taken', incidentId, clinician: cleo }], offered);

/** The whole way of a call to an outside line. */
export function wayTo(to: '988' | 'partner' | 'team', line: OutsideLine) {
  const consent = fold([started(to, null, line)], talking);
  const packet = fold([consented], consent);
  const dialing = fold([packetIsReady], packet);
  const threeWay = fold([answeredBy('Kim')], dialing);
  return {
    consent,
    packet,
    dialing,
    'three-way': threeWay,
    introduced: fold([introduced], threeWay),
  };
}

const { consent, packet, dialing, introduced: toBeAccepted, ...rest } = wayTo('988', LIFELINE);

/** An incident at every place of a transfer, before, in and after it. */
export const TRANSFER_STATES = {
  'with-clinician': talking,
  consent,
  packet,
  dialing,
  'three-way': rest['three-way'],
  introduced: toBeAccepted,
  'offered to a clinician': fold([started('clinician', imani, null)], talking),
  'offered to dispatch': fold([started('dispatch', null, null)], talking),
  'offered to 988 before there were steps': fold([started('988', null, null)], talking),
  'came back': fold([returned], dialing),
  refused: fold([{ type: 'phone.transfer-refused', incidentId, by: 'caller' }], consent),
  'nobody on the phone': fold([]),
} as const satisfies Readonly<Record<string, Incident>>;

export type TransferState = keyof typeof TRANSFER_STATES;
