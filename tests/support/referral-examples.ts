import { openedIncident, type DeskAtWork } from './desk-at-work.ts';
import { consentOn, previewed } from './sharing-examples.ts';
import type { TimerStory } from './timer-story.ts';
import type { Examples } from './topic-examples.ts';
import { newPartnerKeys, signArrivals } from '#main/desk/referral/partner-signing.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { referralTopics } from '#shared/contract/referral-topics.ts';
import type { DisclosureId, IncidentId, PartnerKeyId, ReferralId } from '#shared/lib/brand.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';
import { PARTNER_KEY_FORMAT, type Arrival } from '#shared/referral/arrivals-file.ts';
import { makePartnerKey } from '#shared/referral/partner-key.ts';
import type { ReferralStep } from '#shared/referral/referral.ts';

export const CLINIC = 'Invented Walk-in Clinic';

export function referralOn(
  incidentId: IncidentId,
  more: Partial<Input<'referral.make'>> = {},
): Input<'referral.make'> {
  return {
    incidentId,
    consent: 'share',
    kind: 'clinical',
    organization: CLINIC,
    phone: '312-555-0142',
    receiver: null,
    service: null,
    how: 'by bus',
    when: 'tonight',
    ...more,
  };
}

/** A referral of Cleo's, on an incident of Dana's unless another is named. */
export function referredTo(
  atWork: DeskAtWork,
  more: Partial<Input<'referral.make'>> = {},
): ReferralId {
  const incidentId = more.incidentId ?? openedIncident(atWork, atWork.as('Dana'));
  const make = referralOn(incidentId as IncidentId, more);
  return atWork.do(atWork.as('Cleo'), 'referral.make', make).made as ReferralId;
}

export function linesOf(atWork: DeskAtWork, incidentId: IncidentId | null = null, by = 'Cleo') {
  return atWork.do(atWork.as(by), 'referral.open', { incidentId, lines: 100 }).lines;
}

export function lineOf(atWork: DeskAtWork, referralId: ReferralId) {
  for (const { incidentId } of linesOf(atWork)) {
    const found = linesOf(atWork, incidentId).find((each) => each.referralId === referralId);
    if (found !== undefined) return found;
  }
  throw new Error('This referral is not in the list.');
}

/** The consent, and the packet read aloud to the place. */
export function toldThePlace(
  atWork: DeskAtWork,
  incidentId: IncidentId,
  partitions: Input<'consent.give'>['partitions'] = ['clinical'],
): DisclosureId {
  const cleo = atWork.as('Cleo');
  const way = partitions.includes('part-2') ? 'written' : 'spoken';
  const consent = consentOn(incidentId, { recipient: 'partner', partitions, way, hours: 720 });
  atWork.do(cleo, 'consent.give', consent);
  atWork.do(cleo, 'incident.add-note', { incidentId, kind: 'clinical', text: 'Sleeps badly.' });
  const ask = { recipient: 'partner', purpose: 'treatment' } as const;
  const made = atWork.do(cleo, 'disclosure.make', previewed(atWork, incidentId, 'Cleo', ask));
  return made.made as DisclosureId;
}

export function sentReferral(atWork: DeskAtWork, more: Partial<Input<'referral.make'>> = {}) {
  const referralId = referredTo(atWork, more);
  const { incidentId } = lineOf(atWork, referralId);
  const kind = more.kind ?? 'clinical';
  toldThePlace(atWork, incidentId, [kind]);
  atWork.do(atWork.as('Cleo'), 'referral.send', { referralId, way: 'phone' });
  return referralId;
}

export const ACCEPTED = {
  answer: 'accepted',
  saidBy: 'Kim at intake',
  note: '',
  appointment: null,
} as const;

export function acceptedReferral(
  atWork: DeskAtWork,
  appointment: string | null = null,
): ReferralId {
  const referralId = sentReferral(atWork);
  const said = { ...ACCEPTED, appointment };
  atWork.do(atWork.as('Cleo'), 'referral.answer', { referralId, said });
  return referralId;
}

export const codeOf = (atWork: DeskAtWork, referralId: ReferralId): string =>
  lineOf(atWork, referralId).to?.code ?? '';

const today = (atWork: DeskAtWork) => atWork.now().toISOString().slice(0, 10);

/** A key of a place, with the half that leaves. */
export function partnerKey(atWork: DeskAtWork, organization = CLINIC) {
  const keyId = atWork.desk.newId() as PartnerKeyId;
  const { publicKey, privateKey } = newPartnerKeys();
  const events = makePartnerKey(keyId, organization, publicKey);
  if (!Array.isArray(events)) throw new Error(events.because);
  atWork.desk.record(events, DESK_OPERATOR);
  return { format: PARTNER_KEY_FORMAT, keyId, partner: organization, privateKey } as const;
}

export function signedFile(
  atWork: DeskAtWork,
  arrivals: readonly Arrival[],
  key = partnerKey(atWork),
): string {
  return JSON.stringify(signArrivals(key, arrivals, atWork.now().toISOString()));
}

function arrivedReferral(atWork: DeskAtWork): ReferralId {
  const referralId = acceptedReferral(atWork);
  const code = codeOf(atWork, referralId);
  const confirmed = { code, arrivedOn: today(atWork), servedOn: null };
  atWork.do(atWork.as('Cleo'), 'referral.confirm-code', confirmed);
  return referralId;
}

function signedExample(atWork: DeskAtWork): { text: string } {
  const code = codeOf(atWork, acceptedReferral(atWork));
  return { text: signedFile(atWork, [{ code, arrivedOn: today(atWork), servedOn: null }]) };
}

const open = (atWork: DeskAtWork) => openedIncident(atWork, atWork.as('Dana'));
const badReferral = [{ referralId: '' }, { referralId: 7 }, { by: 'Cleo' }];
const badFile = [{ text: null }, { text: 'x'.repeat(1_048_577) }];

export const REFERRAL_EXAMPLES: Pick<Examples, keyof typeof referralTopics> = {
  'referral.make': {
    as: 'Cleo',
    good: (atWork) => referralOn(open(atWork)),
    bad: [
      { incidentId: '' },
      { consent: 'maybe' },
      { kind: 'justice' },
      { organization: 'x'.repeat(301) },
      { phone: 'x'.repeat(41) },
      { service: '' },
      { code: 'ABCDE-FGHJK' },
    ],
  },
  'referral.take': {
    as: 'Imani',
    good: (atWork) => ({ referralId: referredTo(atWork) }),
    bad: badReferral,
  },
  'referral.send': {
    as: 'Cleo',
    good: (atWork) => {
      const referralId = referredTo(atWork);
      toldThePlace(atWork, lineOf(atWork, referralId).incidentId);
      return { referralId, way: 'fax' };
    },
    bad: [...badReferral, { way: 'pigeon' }, { disclosureId: 'd1' }],
  },
  'referral.answer': {
    as: 'Cleo',
    good: (atWork) => ({ referralId: sentReferral(atWork), said: ACCEPTED }),
    bad: [
      ...badReferral,
      { said: { ...ACCEPTED, answer: 'perhaps' } },
      { said: { ...ACCEPTED, appointment: 'tomorrow' } },
      { said: { ...ACCEPTED, until: '2026-03-09T10:00:00.000Z' } },
      { said: { answer: 'waitlisted', saidBy: '', note: '' } },
      { said: { answer: 'declined', saidBy: '', note: '', reason: 'rude' } },
    ],
  },
  'referral.miss': {
    as: 'Cleo',
    good: (atWork) => {
      const referralId = acceptedReferral(
        atWork,
        new Date(atWork.now().getTime() + 60_000).toISOString(),
      );
      atWork.pass(2);
      return { referralId, next: null };
    },
    bad: [...badReferral, { next: 'tomorrow' }],
  },
  'referral.report': {
    as: 'Cleo',
    good: (atWork) => ({ referralId: referredTo(atWork), what: 'came' }),
    bad: [...badReferral, { what: 'arrived' }],
  },
  'referral.print': {
    as: 'Cleo',
    good: (atWork) => ({ referralId: referredTo(atWork) }),
    bad: badReferral,
    // A desk without a window does not print.
    refusedHere: true,
  },
  'referral.withdraw': {
    as: 'Cleo',
    good: (atWork) => ({ referralId: referredTo(atWork) }),
    bad: badReferral,
  },
  'referral.end': {
    as: 'Cleo',
    good: (atWork) => ({ referralId: referredTo(atWork), why: 'elsewhere' }),
    bad: [...badReferral, { why: 'linked' }],
  },
  'referral.confirm-code': {
    as: 'Cleo',
    good: (atWork) => ({
      code: codeOf(atWork, acceptedReferral(atWork)),
      arrivedOn: today(atWork),
      servedOn: null,
    }),
    bad: [
      { code: 'x'.repeat(41) },
      { code: null },
      { arrivedOn: 'yesterday' },
      { servedOn: '2026-3-3' },
    ],
  },
  'referral.examine-file': { as: 'Cleo', good: signedExample, bad: badFile },
  'referral.confirm-file': { as: 'Cleo', good: signedExample, bad: badFile },
  'referral.open': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: lineOf(atWork, referredTo(atWork)).incidentId, lines: 20 }),
    bad: [{ incidentId: 7 }, { lines: 0 }, { lines: 501 }],
  },
};

const overdue =
  (step: ReferralStep): TimerStory['written'] =>
  (event) =>
    event.type === 'referral.overdue' && event.step === step;

const on = (begin: (atWork: DeskAtWork) => ReferralId): TimerStory['begin'] => {
  return (atWork) => lineOf(atWork, begin(atWork)).incidentId;
};

const withdraw: TimerStory['stop'] = (atWork, incidentId) => {
  for (const { referralId } of linesOf(atWork, incidentId))
    atWork.do(atWork.as('Cleo'), 'referral.withdraw', { referralId });
};

const HOUR = 60;
const DAYS = 24 * HOUR;

/** The time limits of a referral. */
export const REFERRAL_STORIES = {
  'referral-send': {
    begin: on(referredTo),
    minutes: DAYS,
    written: overdue('send'),
    stop: withdraw,
  },
  'referral-answer': {
    begin: on(sentReferral),
    minutes: 3 * DAYS,
    written: overdue('answer'),
    stop: (atWork, incidentId) => {
      const [{ referralId } = { referralId: '' as ReferralId }] = linesOf(atWork, incidentId);
      atWork.do(atWork.as('Imani'), 'referral.answer', { referralId, said: ACCEPTED });
    },
  },
  'referral-wait': {
    begin: on((atWork) => {
      const referralId = sentReferral(atWork);
      const until = new Date(atWork.now().getTime() + 10 * HOUR * 60_000).toISOString();
      const said = { answer: 'waitlisted', saidBy: '', note: '', until } as const;
      atWork.do(atWork.as('Cleo'), 'referral.answer', { referralId, said });
      return referralId;
    }),
    minutes: 10 * HOUR,
    written: overdue('wait'),
    stop: withdraw,
  },
  'referral-arrival': {
    begin: on((atWork) => acceptedReferral(atWork)),
    minutes: 7 * DAYS,
    written: overdue('arrival'),
    stop: (atWork, incidentId) => {
      const [line] = linesOf(atWork, incidentId);
      const confirmed = { code: line?.to?.code ?? '', arrivedOn: today(atWork), servedOn: null };
      atWork.do(atWork.as('Cleo'), 'referral.confirm-code', confirmed);
    },
  },
  'referral-linkage': {
    begin: on(arrivedReferral),
    minutes: 30 * DAYS,
    written: overdue('linkage'),
    stop: withdraw,
  },
} as const satisfies Readonly<Record<string, TimerStory>>;
