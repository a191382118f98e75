import { beforeEach, expect, test } from 'vitest';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import {
  ACCEPTED,
  acceptedReferral,
  CLINIC,
  codeOf,
  lineOf,
  referredTo,
  sentReferral,
} from '../support/referral-examples.ts';
import { partnerTallies } from '#main/desk/referral/partner-tallies.ts';

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});

const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const tallies = (period = MARCH) =>
  partnerTallies({ db: atWork.desk.db, timeZone: 'America/Chicago' }, period);

test('each place with what became of its referrals, however its name is written', () => {
  const cleo = atWork.as('Cleo');
  const slow = sentReferral(atWork);
  atWork.pass(60);
  atWork.do(cleo, 'referral.answer', { referralId: slow, said: ACCEPTED });
  const full = sentReferral(atWork, { organization: ` ${CLINIC.toLowerCase()} ` });
  atWork.pass(20);
  const declined = { answer: 'declined', saidBy: '', note: '', reason: 'full' } as const;
  atWork.do(cleo, 'referral.answer', { referralId: full, said: declined });
  referredTo(atWork, { consent: 'self' });
  referredTo(atWork, { organization: 'Another Place' });
  const code = codeOf(atWork, slow);
  const came = { code, arrivedOn: '2026-03-03', servedOn: '2026-03-03' };
  atWork.do(cleo, 'referral.confirm-code', came);
  expect(tallies()).toEqual([
    {
      organization: CLINIC,
      made: 3,
      sent: 2,
      answered: 2,
      accepted: 1,
      waitlisted: 0,
      declined: 1,
      answerSeconds: { median: 1200, p90: 3600 },
      arrived: 1,
      linked: 1,
    },
    expect.objectContaining({ organization: 'Another Place', made: 1, answerSeconds: null }),
  ]);
});

test('the days of the period are the center’s, both counted, by when a referral was made', () => {
  acceptedReferral(atWork);
  const day = (date: string) => tallies({ from: date, to: date });
  expect([day('2026-03-02'), day('2026-03-04')]).toEqual([[], []]);
  expect(day('2026-03-03')).toMatchObject([{ made: 1 }]);
});

test('said by the person is in no count', () => {
  const referralId = referredTo(atWork);
  atWork.do(atWork.as('Cleo'), 'referral.report', { referralId, what: 'came' });
  expect(lineOf(atWork, referralId).reported).toMatchObject({ what: 'came' });
  expect(tallies()).toMatchObject([{ made: 1, arrived: 0, linked: 0 }]);
});
