import { beforeEach, describe, expect, test } from 'vitest';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { openedIncident } from '../support/desk-at-work.ts';
import {
  ACCEPTED,
  acceptedReferral,
  CLINIC,
  codeOf,
  lineOf,
  linesOf,
  partnerKey,
  referredTo,
  sentReferral,
  signedFile,
  toldThePlace,
} from '../support/referral-examples.ts';
import { consentOn } from '../support/sharing-examples.ts';
import { MOST_WRONG_CODES, WRONG_CODES_MINUTES } from '#main/desk/referral/confirmations.ts';
import { newReferralCode } from '#main/desk/referral/new-code.ts';
import type { ReferralId } from '#shared/lib/brand.ts';
import { revokePartnerKey } from '#shared/referral/partner-key.ts';
import { findPartnerKey } from '#db/board/partner-keys-projection.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});

const cleo = () => atWork.as('Cleo');
const day = (days: number) => new Date(atWork.now().getTime() + days * 86_400_000).toISOString();
const today = () => day(0).slice(0, 10);
const stateOf = (referralId: ReferralId) => lineOf(atWork, referralId).standing.state;
const timeline = (name: string, referralId: ReferralId) => {
  const { incidentId } = lineOf(atWork, referralId);
  const view = atWork.do(atWork.as(name), 'incident.focus', { incidentId })!;
  return view.timeline.map(({ text }) => text).filter((text) => /referral|Referred/i.test(text));
};

test('from telling the person to a service that the place confirms', () => {
  const referralId = referredTo(atWork);
  expect(lineOf(atWork, referralId)).toMatchObject({
    to: { organization: CLINIC, code: expect.stringMatching(/^.{5}-.{5}$/) },
    standing: { state: 'made' },
    consentHolds: false,
    went: null,
    due: { step: 'send' },
  });
  const disclosureId = toldThePlace(atWork, lineOf(atWork, referralId).incidentId);
  expect(lineOf(atWork, referralId)).toMatchObject({ consentHolds: true, went: disclosureId });
  atWork.do(cleo(), 'referral.send', { referralId, way: 'phone' });
  atWork.do(cleo(), 'referral.answer', { referralId, said: { ...ACCEPTED, appointment: day(2) } });
  expect(lineOf(atWork, referralId)).toMatchObject({
    standing: { state: 'accepted', appointment: day(2) },
    answers: [{ answer: 'accepted', saidBy: 'Kim at intake' }],
  });
  atWork.pass(3 * 24 * 60);
  const code = codeOf(atWork, referralId);
  const came = { code, arrivedOn: today(), servedOn: null };
  atWork.do(cleo(), 'referral.confirm-code', came);
  expect(stateOf(referralId)).toBe('arrived');
  const head = atWork.desk.journal.head();
  // The same code twice changes nothing.
  atWork.do(cleo(), 'referral.confirm-code', { ...came, code: code.toLowerCase() });
  expect(atWork.desk.journal.head()).toBe(head);
  const { incidentId } = lineOf(atWork, referralId);
  atWork.do(cleo(), 'referral.confirm-code', { ...came, servedOn: today() });
  expect(linesOf(atWork)).toEqual([]);
  expect(linesOf(atWork, incidentId)).toMatchObject([{ standing: { state: 'linked' }, due: null }]);
});

test('dispatch reads states and times, clinicians where to and what was said', () => {
  const marker = 'Unique Invented Place';
  const referralId = sentReferral(atWork, { organization: marker });
  const said = {
    answer: 'declined',
    saidBy: `${marker} desk`,
    note: marker,
    reason: 'full',
  } as const;
  atWork.do(cleo(), 'referral.answer', { referralId, said: ACCEPTED });
  const lines = ['A referral was made', 'Referral sent by phone', 'Referral accepted'];
  for (const name of ['Pat', 'Dana', 'Sam']) {
    expect(timeline(name, referralId)).toEqual(lines);
    const asked = { incidentId: null, lines: 10 };
    expect(atWork.desk.answer('referral.open', asked, atWork.as(name))).toMatchObject({
      refused: 'not-allowed',
    });
  }
  const read = timeline('Imani', referralId);
  expect(read[0]).toBe(`Referred to ${marker} — tonight, by bus (yes, the place may be told)`);
  expect(read[2]).toBe('Referral accepted — said by Kim at intake');
  const { incidentId } = lineOf(atWork, referralId);
  atWork.do(cleo(), 'referral.answer', { referralId, said });
  expect(
    JSON.stringify(atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })),
  ).not.toContain(marker);
});

describe('a consent is enforced where the place is told', () => {
  test('without one that names a partner nothing counts as sent', () => {
    const referralId = referredTo(atWork);
    const { incidentId } = lineOf(atWork, referralId);
    atWork.do(cleo(), 'consent.give', consentOn(incidentId));
    const way = { referralId, way: 'fax' } as const;
    const asked = atWork.desk.answer('referral.send', way, cleo());
    expect(asked).toMatchObject({ refused: 'no-consent' });
    expect(stateOf(referralId)).toBe('made');
  });

  test('one that has ended since opens nothing, whatever the clock says later', () => {
    const referralId = referredTo(atWork);
    toldThePlace(atWork, lineOf(atWork, referralId).incidentId);
    atWork.pass(31 * 24 * 60);
    const way = { referralId, way: 'phone' } as const;
    expect(atWork.desk.answer('referral.send', way, cleo())).toMatchObject({
      refused: 'no-consent',
    });
    atWork.pass(-31 * 24 * 60);
    expect(atWork.desk.answer('referral.send', way, cleo())).toMatchObject({
      refused: 'no-consent',
    });
  });
});

describe('codes', () => {
  const wrong = () => {
    const asked = { code: newReferralCode('another').code, arrivedOn: today(), servedOn: null };
    return atWork.desk.answer('referral.confirm-code', asked, cleo());
  };

  test('one that belongs to nobody is refused in a sentence, and too many for a while', () => {
    const code = codeOf(atWork, acceptedReferral(atWork));
    for (let tried = 0; tried < MOST_WRONG_CODES; tried += 1)
      expect(wrong()).toMatchObject({ refused: 'unknown-code' });
    const right = { code, arrivedOn: today(), servedOn: null };
    const limited = atWork.desk.answer('referral.confirm-code', right, cleo());
    expect(limited).toMatchObject({ refused: 'too-many-codes' });
    atWork = atWork.reopen();
    atWork.pass(-60);
    expect(wrong()).toMatchObject({ refused: 'too-many-codes' });
    atWork.pass(60 + WRONG_CODES_MINUTES + 1);
    atWork.do(cleo(), 'referral.confirm-code', right);
  });

  test('a mistyped one costs no try', () => {
    const asked = { code: 'ABCDE-FGHJ2', arrivedOn: today(), servedOn: null };
    const head = atWork.desk.journal.head();
    expect(atWork.desk.answer('referral.confirm-code', asked, cleo())).toMatchObject({
      refused: 'code-check',
    });
    expect(atWork.desk.journal.head()).toBe(head);
  });

  test('stand with the words of the referral, and nowhere in the open', () => {
    const code = codeOf(atWork, acceptedReferral(atWork));
    const open = atWork.desk.db.prepare('SELECT body FROM journal').pluck().all().join('');
    expect(open).not.toContain(code);
    const board = atWork.desk.db.prepare('SELECT * FROM board_referrals').all();
    expect(JSON.stringify(board)).not.toContain(code);
  });
});

describe('a signed file', () => {
  const examine = (text: string) => atWork.do(cleo(), 'referral.examine-file', { text });
  const confirm = (text: string) => atWork.desk.answer('referral.confirm-file', { text }, cleo());
  const arrival = (referralId: ReferralId, servedOn: string | null = null) => {
    return { code: codeOf(atWork, referralId), arrivedOn: today(), servedOn };
  };

  test('confirms line by line; what is wrong is refused with its reason, and twice changes nothing', () => {
    const here = acceptedReferral(atWork);
    const elsewhere = referredTo(atWork, { organization: 'Another Place' });
    const arrivals = [
      arrival(here),
      arrival(here, today()),
      arrival(elsewhere),
      { ...arrival(here), code: newReferralCode('another').code },
      { ...arrival(here), code: 'ABC' },
      { ...arrival(here), arrivedOn: '2020-01-01' },
    ];
    const text = signedFile(atWork, arrivals);
    const { lines, organization } = examine(text);
    expect(organization).toBe(CLINIC);
    expect(lines.map(({ outcome }) => outcome)).toEqual([
      'new',
      'new',
      'refused',
      'refused',
      'refused',
      'refused',
    ]);
    expect(lines.slice(2).map(({ because }) => because)).toEqual([
      expect.stringMatching(/another place/),
      expect.stringMatching(/no referral of this center/),
      expect.stringMatching(/letters and digits/),
      expect.stringMatching(/cannot have come/),
    ]);
    expect(stateOf(here)).toBe('accepted');
    const { incidentId } = lineOf(atWork, here);
    expect(confirm(text)).toMatchObject({ ok: true });
    expect(linesOf(atWork, incidentId)).toMatchObject([
      { standing: { state: 'linked', linkage: { by: 'signed-file' } } },
    ]);
    const head = atWork.desk.journal.head();
    expect(
      examine(text)
        .lines.slice(0, 2)
        .map(({ outcome }) => outcome),
    ).toEqual(['known', 'known']);
    expect(confirm(text)).toMatchObject({ ok: true });
    expect(atWork.desk.journal.head()).toBe(head);
  });

  test.each([
    ['no JSON', () => 'hello', /no confirmation file/],
    ['another kind of file', () => '{"format":"x"}', /no confirmation file/],
    ['a changed line', (text: string) => text.replace(today(), '2026-03-02'), /signature is wrong/],
    [
      'another key',
      (text: string) => {
        const { keyId } = partnerKey(atWork);
        return JSON.stringify({ ...JSON.parse(text), keyId });
      },
      /signature is wrong/,
    ],
    [
      'a key nobody made',
      (text: string) => JSON.stringify({ ...JSON.parse(text), keyId: 'x' }),
      /did not make/,
    ],
    [
      'a key that was taken back',
      (text: string) => {
        const { keyId } = JSON.parse(text) as { keyId: string };
        atWork.desk.record(revokePartnerKey(findPartnerKey(atWork.desk.db, keyId)!), DESK_OPERATOR);
        return text;
      },
      /taken back/,
    ],
  ])('with %s confirms nothing', (_what, change, why) => {
    const referralId = acceptedReferral(atWork);
    const text = change(signedFile(atWork, [arrival(referralId)]));
    expect(examine(text)).toMatchObject({ fault: expect.stringMatching(why), lines: [] });
    expect(confirm(text)).toMatchObject({ refused: 'no-arrivals' });
    expect(stateOf(referralId)).toBe('accepted');
  });
});

test('what is overdue is said once at every console, without the place', () => {
  const said: string[] = [];
  sentReferral(atWork);
  atWork.desk.subscribe(({ announcements }) => said.push(...announcements.map(({ text }) => text)));
  atWork.pass(3 * 24 * 60);
  for (let look = 0; look < 3; look += 1) atWork.desk.watch();
  const ours = said.filter((text) => text.startsWith('Referral'));
  expect(ours).toEqual([
    expect.stringMatching(/^Referral of incident \d+, no answer yet: Cleo\.$/),
  ]);
  expect(linesOf(atWork)).toMatchObject([{ overdue: 'answer' }]);
});

test('every board hears how many are overdue, and no more of them', () => {
  const referralId = referredTo(atWork, { organization: 'Unique Invented Place' });
  const told: (number | undefined)[] = [];
  atWork.desk.subscribe(({ overdueReferrals }) => told.push(overdueReferrals));
  const board = () => atWork.do(atWork.as('Dana'), 'board.snapshot', {});
  expect(board().overdueReferrals).toBe(0);
  atWork.pass(24 * 60);
  atWork.desk.watch();
  expect(board().overdueReferrals).toBe(1);
  expect(JSON.stringify(board())).not.toContain('Unique');
  atWork.do(cleo(), 'referral.withdraw', { referralId });
  expect(board().overdueReferrals).toBe(0);
  expect(told.filter((each) => each !== undefined)).toEqual([1, 0]);
});

test('what is due next stands on top, and somebody else can take it', () => {
  const later = acceptedReferral(atWork);
  const first = referredTo(atWork);
  expect(linesOf(atWork).map(({ referralId }) => referralId)).toEqual([first, later]);
  atWork.do(atWork.as('Imani'), 'referral.take', { referralId: first });
  expect(lineOf(atWork, first).ownerName).toBe('Imani');
});

test('a referral of an incident that is not there, and one that is not there, are refused', () => {
  const nothing = { referralId: 'nothing' as ReferralId };
  expect(atWork.desk.answer('referral.withdraw', nothing, cleo())).toMatchObject({
    refused: 'no-referral',
  });
  expect(openedIncident(atWork, atWork.as('Dana'))).not.toBe('');
});
