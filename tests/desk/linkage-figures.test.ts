import { expect, test } from 'vitest';
import { followedUp, promisedContact } from '../support/contact-examples.ts';
import { centerAtWork, openedIncident, type DeskAtWork } from '../support/desk-at-work.ts';
import { linked, registered } from '../support/person-examples.ts';
import {
  ACCEPTED,
  acceptedReferral,
  CLINIC,
  codeOf,
  partnerKey,
  referredTo,
  sentReferral,
} from '../support/referral-examples.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import type { PastCall } from '#shared/call/past-call.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { ContactId, IncidentId, PersonId } from '#shared/lib/brand.ts';

const MARCH = { from: '2026-03-01', to: '2026-04-30' };
const figures = (atWork: DeskAtWork) =>
  atWork.do(atWork.as('Sam'), 'outcomes.linkage', { period: MARCH });
const day = 24 * 60;

test('with nothing on record there is no share of it', () => {
  const { linkage, goTo } = figures(centerAtWork());
  expect(linkage.linkage30).toMatchObject({ numerator: 0, denominator: 0, value: null });
  expect(linkage.partners).toEqual([]);
  expect(goTo.substitution.value).toBeNull();
  expect(goTo).toMatchObject({ weeks: [], enrolled: 0, ofUnknown: 0 });
});

test('a linkage is confirmed by the place within 30 days, and nothing else is one', () => {
  const atWork = centerAtWork();
  const cleo = atWork.as('Cleo');
  partnerKey(atWork);
  const confirmed = acceptedReferral(atWork);
  const said = acceptedReferral(atWork);
  const sent = sentReferral(atWork, { organization: ` ${CLINIC.toUpperCase()} ` });
  referredTo(atWork, { organization: 'Harbor House', consent: 'self' });
  atWork.do(cleo, 'referral.report', { referralId: said, what: 'came' });
  atWork.pass(5 * 60);
  const answer = { ...ACCEPTED, answer: 'declined', reason: 'full' } as const;
  const { appointment: _none, ...declined } = answer;
  atWork.do(cleo, 'referral.answer', { referralId: sent, said: declined });
  const code = codeOf(atWork, confirmed);
  atWork.pass(2 * day);
  const on = atWork.now().toISOString().slice(0, 10);
  atWork.do(cleo, 'referral.confirm-code', { code, arrivedOn: on, servedOn: on });

  const soon = figures(atWork).linkage;
  expect(soon.linkage30.denominator).toBe(0);
  expect(soon.tooYoung).toBe(3);
  atWork.pass(30 * day);
  const { linkage } = figures(atWork);
  expect(linkage.steps).toEqual({
    made: 4,
    consented: 3,
    sent: 3,
    accepted: 2,
    arrived: 1,
    linked: 1,
  });
  expect(linkage.linkage30).toMatchObject({ numerator: 1, denominator: 3 });
  expect(linkage.onlySaid).toBe(1);
  expect(linkage.accept).toMatchObject({ numerator: 2, denominator: 3 });
  // However its name is capitalised it is one place; one the center has not named itself has no name here.
  expect(linkage.partners.map(({ partner, made }) => [partner, made])).toEqual([
    [CLINIC, 3],
    [null, 1],
  ]);
  expect(linkage.answers).toEqual({ answered: 3, medianHours: 0, p90Hours: 5 });
});

/** A person with a followed incident: id of the contact and of the person. */
function followed(atWork: DeskAtWork): { contactId: ContactId; personId: PersonId } {
  const incidentId = openedIncident(atWork, atWork.as('Dana')) as IncidentId;
  const personId = registered(atWork);
  linked(atWork, incidentId, personId);
  atWork.do(atWork.as('Dana'), 'incident.set-call-type', { incidentId, callType: 'MHDIST' });
  return { contactId: followedUp(atWork, incidentId), personId };
}

const elsewhere = (
  contactId: ContactId,
  more: Partial<Input<'contact.went-elsewhere'>> = {},
): Input<'contact.went-elsewhere'> => {
  return {
    contactId,
    on: '2026-03-20',
    channel: 'walk-in',
    saidBy: 'person',
    planUsed: true,
    ...more,
  };
};

test('people who are followed: what they tell of elsewhere stands against their calls to 911', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const { contactId, personId } = followed(atWork);
  atWork.pass(20 * day);
  atWork.do(dana, 'contact.went-elsewhere', elsewhere(contactId));
  atWork.do(
    dana,
    'contact.went-elsewhere',
    elsewhere(contactId, { channel: '988', planUsed: null }),
  );
  // The same person calls 911 again, once.
  const again = openedIncident(atWork, dana) as IncidentId;
  linked(atWork, again, personId);
  atWork.do(dana, 'incident.set-call-type', { incidentId: again, callType: 'MHDIST' });
  // Of an incident nobody was confirmed for, nothing can be counted.
  atWork.do(dana, 'contact.went-elsewhere', elsewhere(followedUp(atWork)));

  const { goTo } = figures(atWork);
  expect(goTo.enrolled).toBe(1);
  expect(goTo.months).toMatchObject([{ month: '2026-03', community: 2, emergency: 1 }]);
  expect(goTo.substitution).toMatchObject({ numerator: 2, denominator: 3 });
  expect(goTo.ofUnknown).toBe(1);
  expect(goTo.planUsed).toMatchObject({ numerator: 2, denominator: 2 });
  expect(goTo.planNotKnown).toBe(1);
  expect(auditBoard(atWork.desk.db).equal).toBe(true);
  const text = atWork
    .do(dana, 'incident.focus', {
      incidentId: atWork.do(dana, 'contact.open', { incidentId: null, lines: 10 }).lines[0]!
        .incidentId,
    })!
    .timeline.map((line) => line.text);
  expect(text.join('\n')).toContain(
    'Instead of 911 on 2026-03-20: Walk-in, as agreed for next time',
  );
});

test('elsewhere is said at a follow-up, by somebody who was reached, of a day that has come', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const refused = (contactId: ContactId, more: Partial<Input<'contact.went-elsewhere'>> = {}) => {
    const reply = atWork.desk.answer('contact.went-elsewhere', elsewhere(contactId, more), dana);
    return reply.ok ? null : reply.refused;
  };
  const today = '2026-03-03';
  const promised = { kind: 'follow-up', after: 'day-1' } as const;
  expect(refused(promisedContact(atWork), { on: today })).toBe('no-follow-up');
  const unreached = promisedContact(atWork, { promised });
  expect(refused(unreached, { on: today })).toBe('not-reached-yet');
  expect(refused(unreached, { on: today, saidBy: 'partner' })).toBeNull();
  expect(refused(followedUp(atWork), { on: '2026-03-04' })).toBe('in-the-future');
});

test('the doors of imported calls are counted by week', () => {
  const atWork = centerAtWork();
  const call = (n: number, receivedLocal: string, channel: '911' | '988'): PastCall => ({
    key: `past/${n}`,
    preset: 'invented',
    recordNumber: `I-${n}`,
    receivedLocal,
    closedLocal: null,
    rawType: 'x',
    callType: 'MHDIST',
    priority: null,
    address: null,
    latitude: null,
    longitude: null,
    agency: null,
    disposition: null,
    rowHash: `row ${n}`,
    course: { channel, steps: { behavioral: true } },
  });
  const calls = [
    call(1, '2026-03-02T10:00:00', '911'),
    call(2, '2026-03-08T10:00:00', '988'),
    call(3, '2026-03-09T10:00:00', '911'),
  ];
  atWork.desk.record(
    calls.map((pastCall) => ({ type: 'past-call.imported', pastCall }) as const),
    atWork.idOf('Ada'),
  );
  const { goTo } = figures(atWork);
  expect(goTo.weeks).toEqual([
    { week: '2026-03-02', channels: { '911': 1, '988': 1 } },
    { week: '2026-03-09', channels: { '911': 1 } },
  ]);
});
