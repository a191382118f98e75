import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleo, imani } from '../support/given.ts';
import {
  clinic,
  consent,
  DAY,
  dates,
  IN_STATE,
  instant,
  made,
  MADE,
  packet,
  referralId,
  send,
  told,
} from '../support/referral-states.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import { confirmArrival } from '#shared/referral/confirm-arrival.ts';
import {
  answerReferral,
  endReferral,
  endReasonsFor,
  makeReferral,
  missAppointment,
  reportReferral,
  sendReferral,
  takeReferral,
  withdrawReferral,
} from '#shared/referral/decide-referral.ts';
import { ACTS_IN, REFERRAL_ACTS, type ReferralAct } from '#shared/referral/referral-acts.ts';
import type { ReferralEvent } from '#shared/referral/referral-events.ts';
import {
  arrivalOf,
  END_REASONS,
  isOpen,
  REFERRAL_STATES,
  type Referral,
  type ReferralState,
} from '#shared/referral/referral.ts';

const said = { saidBy: 'Kim', note: '' };
/** After the appointment of the example, before the end of its waiting time. */
const LATER = Date.parse(instant(4 * DAY));

const DO: Readonly<Record<ReferralAct, (referral: Referral) => ReferralEvent[] | Refusal>> = {
  send: (on) => send(on, 4 * DAY),
  accept: (on) => answerReferral(on, { answer: 'accepted', ...said, appointment: null }, LATER),
  waitlist: (on) =>
    answerReferral(on, { answer: 'waitlisted', ...said, until: instant(20 * DAY) }, LATER),
  decline: (on) => answerReferral(on, { answer: 'declined', ...said, reason: 'full' }, LATER),
  miss: (on) => missAppointment(on, null, LATER),
  report: (on) => reportReferral(on, 'came'),
  confirm: (on) =>
    confirmArrival(on, { arrivedOn: '2026-03-06', servedOn: '2026-03-07' }, 'code', dates),
  withdraw: withdrawReferral,
  end: (on) => endReferral(on, endReasonsFor(on)[0]!),
};

/** Written out a second time: where each act leads from each state; nothing where it is refused. */
const LEADS: Readonly<Record<ReferralState, Partial<Record<ReferralAct, ReferralState>>>> = {
  made: {
    send: 'sent',
    report: 'made',
    confirm: 'linked',
    withdraw: 'withdrawn',
    end: 'ended',
  },
  sent: {
    send: 'sent',
    accept: 'accepted',
    waitlist: 'waitlisted',
    decline: 'declined',
    report: 'sent',
    confirm: 'linked',
    withdraw: 'withdrawn',
    end: 'ended',
  },
  waitlisted: {
    accept: 'accepted',
    waitlist: 'waitlisted',
    decline: 'declined',
    report: 'waitlisted',
    confirm: 'linked',
    withdraw: 'withdrawn',
    end: 'ended',
  },
  accepted: {
    accept: 'accepted',
    waitlist: 'waitlisted',
    decline: 'declined',
    miss: 'accepted',
    report: 'accepted',
    confirm: 'linked',
    withdraw: 'withdrawn',
    end: 'ended',
  },
  arrived: { confirm: 'linked', withdraw: 'withdrawn', end: 'ended' },
  linked: { confirm: 'linked' },
  declined: { confirm: 'linked' },
  withdrawn: {},
  ended: { confirm: 'linked' },
};

describe.each(REFERRAL_STATES)('a referral that is %s', (state) => {
  test.each(REFERRAL_ACTS)('%s leads where the table says, or is refused in a sentence', (act) => {
    const before = IN_STATE[state];
    const outcome = DO[act](before);
    const leads = LEADS[state][act];
    expect(ACTS_IN[state].includes(act)).toBe(leads !== undefined);
    if (leads === undefined) {
      expect(outcome).toMatchObject({ refused: `referral-${state}` });
      expect((outcome as Refusal).because).toMatch(/^\S.{10,}[.…]$/s);
    } else {
      expect(told(outcome, before, 4 * DAY).standing.state).toBe(leads);
    }
  });
});

test('it is made with where to, how and when; without a place it is not', () => {
  expect(made()).toMatchObject({
    owner: cleo,
    referral: { organization: 'Invented walk-in clinic', phone: '312-555-0142' },
    standing: { state: 'made' },
    reported: null,
  });
  const nowhere = makeReferral(
    referralId,
    made().incidentId,
    { ...clinic, organization: ' ' },
    {
      code: '',
      digest: '',
    },
  );
  expect(nowhere).toMatchObject({ refused: 'place-needed' });
});

describe('the place is told', () => {
  test('by the consent that holds, with what went', () => {
    expect(IN_STATE.sent).toMatchObject({
      sentAt: instant(5),
      standing: { state: 'sent', way: 'phone', consentId: 'k-1', disclosureId: 'd-1' },
    });
  });

  test.each([
    ['none was given', []],
    ['it is for another recipient', [{ ...consent, recipient: 'hospital' as const }]],
    ['it is for another purpose', [{ ...consent, purposes: ['support'] as const }]],
    ['it is about other text', [{ ...consent, partitions: ['dispatch'] as const }]],
    ['it has ended', [{ ...consent, expiresAt: instant(4) }]],
    [
      'it was taken back',
      [{ ...consent, ended: { why: 'revoked' as const, at: instant(2), by: cleo } }],
    ],
  ])('not by a consent when %s', (_why, consents) => {
    expect(send(made(), 5, consents)).toMatchObject({ refused: 'no-consent' });
  });

  test('a substance-use program takes a consent for Part 2', () => {
    const referral = made({ kind: 'part-2' });
    expect(send(referral)).toMatchObject({ refused: 'no-consent' });
    const written = { ...consent, partitions: ['part-2'] as const, way: 'written' as const };
    expect(isRefusal(send(referral, 5, [written]))).toBe(false);
  });

  test.each([
    ['nothing went', null],
    ['it went to somebody else', { ...packet, recipient: 'hospital' as const }],
    ['it went before', { ...packet, at: instant(-1) }],
  ])('not when %s', (_why, disclosure) => {
    const outcome = sendReferral(made(), { way: 'fax', disclosure }, [consent], MADE + 300_000);
    expect(outcome).toMatchObject({ refused: 'nothing-went' });
  });

  test('not at all when the person goes alone', () => {
    expect(send(made({ consent: 'self' }))).toMatchObject({ refused: 'goes-alone' });
  });
});

describe('appointments', () => {
  const appointed = IN_STATE.accepted;
  test('one that is still to come was not missed', () => {
    expect(missAppointment(appointed, null, MADE)).toMatchObject({ refused: 'appointment-ahead' });
  });
  test('one nobody kept stays on the record, with the next', () => {
    const again = told(missAppointment(appointed, instant(6 * DAY), LATER), appointed, 4 * DAY);
    expect(again).toMatchObject({
      unmade: [instant(3 * DAY)],
      standing: { state: 'accepted', appointment: instant(6 * DAY) },
    });
  });
  test('without one none is missed', () => {
    const { accept } = DO;
    expect(missAppointment(told(accept(IN_STATE.sent), IN_STATE.sent), null, LATER)).toMatchObject({
      refused: 'no-appointment',
    });
  });
  test('one in the past is not agreed on, and no waiting time either', () => {
    const past = { ...said, appointment: instant(0) };
    expect(answerReferral(IN_STATE.sent, { answer: 'accepted', ...past }, LATER)).toMatchObject({
      refused: 'in-the-past',
    });
    expect(
      answerReferral(IN_STATE.sent, { answer: 'waitlisted', ...said, until: instant(0) }, LATER),
    ).toMatchObject({ refused: 'in-the-past' });
    expect(missAppointment(appointed, instant(0), LATER)).toMatchObject({
      refused: 'in-the-past',
    });
  });
});

test('what the person says is shown apart and confirms nothing', () => {
  const reported = told(reportReferral(IN_STATE.accepted, 'came'), IN_STATE.accepted, 60);
  expect(reported.reported).toEqual({ what: 'came', at: instant(60) });
  expect(reported.standing).toEqual(IN_STATE.accepted.standing);
  expect(arrivalOf(reported)).toBeNull();
});

test('it is ended only with what was really so', () => {
  for (const state of REFERRAL_STATES)
    for (const why of END_REASONS) {
      const outcome = endReferral(IN_STATE[state], why);
      const so = isOpen(IN_STATE[state]) && endReasonsFor(IN_STATE[state]).includes(why);
      expect(!isRefusal(outcome), `${state} ${why}`).toBe(so);
    }
  expect(endReasonsFor(IN_STATE.arrived)).toEqual(['not-linked', 'elsewhere']);
  expect(endReasonsFor(IN_STATE.made)).toEqual(['not-arrived', 'elsewhere']);
});

test('somebody else looks after it, and nobody after one that is over', () => {
  expect(told(takeReferral(made(), imani), made()).owner).toBe(imani);
  expect(takeReferral(made(), cleo)).toEqual([]);
  expect(takeReferral(IN_STATE.withdrawn, imani)).toMatchObject({
    refused: 'referral-withdrawn',
  });
});

test('nothing but a confirmation of the receiving place ever makes a connection', () => {
  const acts = REFERRAL_ACTS.filter((act) => act !== 'confirm');
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 12 }), (steps) => {
      let referral = made();
      for (const act of steps) {
        const outcome = DO[act](referral);
        if (!isRefusal(outcome)) referral = told(outcome, referral, 4 * DAY);
      }
      expect(arrivalOf(referral)).toBeNull();
      expect(['arrived', 'linked']).not.toContain(referral.standing.state);
    }),
  );
});
