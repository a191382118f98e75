import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { ArrivalsExamination, ReferralLine } from '#shared/board/referral-lines.ts';
import type { OperatorId, ReferralId } from '#shared/lib/brand.ts';
import { Qr } from '#renderer/paper/referral-page.tsx';
import { ReferralSheet } from '#renderer/referral/referral-sheet.tsx';
import { ReferralTool } from '#renderer/referral/referral-tool.tsx';
import { settled } from './fake-feed.ts';
import { ago, atTheConsole, CLEO, I12, sitDown, view } from './sheets-fixtures.ts';

const console = atTheConsole(CLEO);

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

function referral(id: string, more: Partial<ReferralLine> = {}): ReferralLine {
  return {
    referralId: id as ReferralId,
    incidentId: I12,
    incidentNumber: 12,
    owner: CLEO.operatorId,
    ownerName: CLEO.name,
    kind: 'clinical',
    consent: 'share',
    to: {
      organization: 'Invented walk-in clinic',
      phone: '312-555-0142',
      receiver: null,
      service: null,
      how: 'by bus',
      when: 'tonight',
      code: '23456-789AH',
    },
    madeAt: ago(7200),
    standing: { state: 'made', since: ago(7200) },
    sentAt: null,
    answers: [],
    unmade: [],
    reported: null,
    due: { step: 'send', from: ago(7200), until: inHours(22) },
    overdue: null,
    overdueSince: null,
    consentHolds: false,
    went: null,
    endReasons: ['not-arrived', 'elsewhere'],
    ...more,
  };
}

const accepted = referral('r2', {
  incidentNumber: 14,
  owner: 'imani' as OperatorId,
  ownerName: 'Imani',
  standing: { state: 'accepted', since: ago(600), appointment: ago(300) },
  due: { step: 'arrival', from: ago(600), until: inHours(23) },
  overdue: 'arrival',
  overdueSince: ago(60),
  reported: { what: 'came', at: ago(100) },
});

const done = { ok: true, value: { seq: 9 } } as const;
const press = (key: string) =>
  act(() => void fireEvent.keyDown(document.activeElement ?? document.body, { key }));

async function openList(...lines: ReferralLine[]) {
  const answer = { ok: true, value: { lines, open: lines.length } } as const;
  console.main.answer('referral.open', ...Array.from({ length: 6 }, () => answer));
  render(<ReferralSheet />);
  await settled();
}
const asked = (topic: string) =>
  console.main.asked.filter((each) => each.topic === topic).map(({ input }) => input);

beforeEach(() => sitDown(CLEO));

test('each says by word how it stands, what is due next, and what is overdue', async () => {
  await openList(accepted, referral('r1'));
  const sheet = screen.getByRole('dialog', { name: 'Referrals' });
  expect(sheet.textContent).toContain('1 overdue, 2 open');
  const [first, second] = within(sheet).getAllByRole('button', { name: /Invented walk-in clinic/ });
  expect(first?.textContent).toMatch(/◕ accepted.*▲ overdue: arrival to be confirmed/);
  expect(second?.textContent).toMatch(/○ made.*send it by/);
  expect(document.activeElement).toBe(first);
  expect(sheet.textContent).toMatch(/Reported by the person.*not confirmed: they went/);
  press('j');
  expect(document.activeElement).toBe(second);
});

test('one key for each act that the state allows, and no other', async () => {
  await openList(referral('r1'));
  expect(screen.queryByRole('button', { name: 'Accepted' })).toBeNull();
  press('a');
  expect(screen.queryByRole('form', { name: 'Accepted' })).toBeNull();
  press('w');
  console.main.answer('referral.withdraw', done);
  fireEvent.click(screen.getByRole('button', { name: 'They want it no more' }));
  await settled();
  expect(asked('referral.withdraw')).toEqual([{ referralId: 'r1' }]);
});

test('the place declines, with a reason; a refusal stands beside it', async () => {
  await openList(accepted);
  press('d');
  console.main.answer('referral.answer', { ok: false, refused: 'x', because: 'Not now, because.' });
  fireEvent.click(screen.getByRole('radio', { name: 'Payment or insurance' }));
  fireEvent.submit(screen.getByRole('form', { name: 'Declined' }));
  await settled();
  expect(asked('referral.answer')).toEqual([
    {
      referralId: 'r2',
      said: { answer: 'declined', saidBy: '', note: '', reason: 'payment' },
    },
  ]);
  expect(screen.getByText('Not now, because.')).toBeDefined();
});

test('somebody else takes it with a key, and one’s own is not offered', async () => {
  await openList(accepted);
  console.main.answer('referral.take', done);
  press('t');
  await settled();
  expect(asked('referral.take')).toEqual([{ referralId: 'r2' }]);
});

test('without a consent the place is not told: the consent comes first', async () => {
  await openList(referral('r1'));
  press('s');
  await settled();
  expect(screen.getByText(/No consent holds/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'They consent' })).toBeDefined();
});

test('a code that cannot be one is said before main is asked; a right one confirms', async () => {
  await openList(referral('r1'));
  press('c');
  const field = screen.getByLabelText('Code the place gives back');
  fireEvent.change(field, { target: { value: 'ABCDE' } });
  expect(screen.queryByText(/in no referral code/)).toBeNull();
  fireEvent.change(field, { target: { value: 'ABCDE-FGHJ0' } });
  expect(screen.getByText(/“0” is in no referral code/)).toBeDefined();
  fireEvent.click(screen.getByLabelText(/took part in a service/));
  fireEvent.change(screen.getByLabelText('First service on'), { target: { value: '2026-03-05' } });
  console.main.answer('referral.confirm-code', done);
  fireEvent.submit(screen.getByRole('form', { name: 'Confirm with the code' }));
  await settled();
  expect(asked('referral.confirm-code')).toMatchObject([{ servedOn: '2026-03-05' }]);
});

test('a signed file is shown line by line before anything is recorded', async () => {
  await openList(referral('r1'));
  const seen: ArrivalsExamination = {
    fault: null,
    organization: 'Invented walk-in clinic',
    signedAt: ago(60),
    lines: [
      {
        line: 1,
        code: '23456-789AH',
        arrivedOn: '2026-03-05',
        servedOn: null,
        outcome: 'new',
        because: '',
      },
      {
        line: 2,
        code: 'X',
        arrivedOn: '2026-03-05',
        servedOn: null,
        outcome: 'refused',
        because: 'It belongs to another place.',
      },
    ],
  };
  console.main.answer('referral.examine-file', { ok: true, value: seen });
  const file = new File(['{}'], 'arrivals.json');
  fireEvent.change(screen.getByLabelText('A signed file of a place…'), {
    target: { files: [file] },
  });
  await settled();
  await settled();
  const part = screen.getByRole('region', { name: 'A signed file of a place' });
  expect(part.textContent).toMatch(/● confirmed.*× refused.*It belongs to another place\./);
  console.main.answer('referral.confirm-file', done);
  fireEvent.click(within(part).getByRole('button', { name: 'Record 1' }));
  await settled();
  expect(asked('referral.confirm-file')).toEqual([{ text: '{}' }]);
});

test('an empty list teaches what will stand there', async () => {
  await openList();
  expect(screen.getByText(/No referral is open/)).toBeDefined();
});

test('beside the conversation: those of the call, and one more once consent was asked', async () => {
  const list = { ok: true, value: { lines: [referral('r1')], open: 1 } } as const;
  console.main.answer('referral.open', list, list);
  render(<ReferralTool view={view()} />);
  await settled();
  const tool = screen.getByRole('region', { name: 'Referrals' });
  expect(tool.textContent).toContain('Code 23456-789AH');
  fireEvent.change(screen.getByLabelText('Referred to'), { target: { value: 'Bridge House' } });
  fireEvent.submit(screen.getByRole('form', { name: 'Make a referral' }));
  expect(screen.getByText(/^Ask whether the place may be told/)).toBeDefined();
  fireEvent.click(screen.getByLabelText('Yes, the place may be told'));
  fireEvent.click(screen.getByLabelText(/substance-use program/));
  console.main.answer('referral.make', done);
  fireEvent.submit(screen.getByRole('form', { name: 'Make a referral' }));
  await settled();
  expect(asked('referral.make')).toMatchObject([
    { incidentId: I12, organization: 'Bridge House', consent: 'share', kind: 'part-2' },
  ]);
});

test('the QR code is a picture with a name, of the code and nothing else', () => {
  render(<Qr text="23456-789AH" />);
  const picture = screen.getByRole('img', { name: 'QR code of 23456-789AH' });
  // Version 1: 21 modules and a quiet zone of four on each side.
  expect(picture.getAttribute('viewBox')).toBe('0 0 29 29');
});
