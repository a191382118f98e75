import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { atTheConsole, SAM } from './sheets-fixtures.ts';
import { goToFigures, type GoToCounts } from '#shared/outcomes/go-to.ts';
import { linkageFigures, type CountedReferral } from '#shared/outcomes/linkage.ts';
import { hoursWritten } from '#renderer/outcomes/hours-written.ts';
import { LinkageView } from '#renderer/outcomes/linkage-view.tsx';

const bench = atTheConsole(SAM);
const PERIOD = { from: '2026-02-01', to: '2026-02-28' };

const referral = (more: Partial<CountedReferral> = {}): CountedReferral => ({
  partner: 'Harbor Clinic',
  consented: true,
  ageDays: 40,
  sent: true,
  answerHours: 5,
  accepted: true,
  declined: false,
  arrived: false,
  linked: false,
  saidCame: false,
  ...more,
});
const REFERRALS = [
  referral({ arrived: true, linked: true }),
  referral({ saidCame: true }),
  referral({ ageDays: 3 }),
  referral({ partner: null, accepted: false, declined: true }),
];
const NO_PLAN = { used: 0, notUsed: 0, notKnown: 0 };
const NOTHING: GoToCounts = {
  weeks: [],
  enrolled: 0,
  planned: 0,
  months: [],
  ofUnknown: 0,
  plan: NO_PLAN,
};
const COUNTS: GoToCounts = {
  weeks: [{ week: '2026-02-02', channels: { '911': 30, '988': 10 } }],
  enrolled: 12,
  planned: 3,
  months: [{ month: '2026-02', community: 6, emergency: 14 }],
  ofUnknown: 1,
  plan: { used: 3, notUsed: 1, notKnown: 2 },
};

async function show(referrals = REFERRALS, counts = COUNTS) {
  const value = { linkage: linkageFigures(referrals), goTo: goToFigures(counts) };
  bench.main.answer('outcomes.linkage', { ok: true, value });
  await act(async () => void render(<LinkageView period={PERIOD} />));
}

const region = (name: string) => screen.getByRole('region', { name });

describe('linkage', () => {
  test('each step stands with how many got there, and what it means', async () => {
    await show();
    const steps = within(region('From a referral to a linkage')).getAllByRole('listitem');
    expect(steps.map((step) => step.textContent)).toEqual([
      'Made4 100 %told to the person',
      'Consented4 100 %the place may be told',
      'Sent4 100 %told to the place',
      'Accepted3 75 %by the place',
      'Arrived1 25 %confirmed by the place',
      'Linked1 25 %a service within 30 days, confirmed',
    ]);
  });

  test('is of those whose days are over, and what people only say stands apart', async () => {
    await show();
    const said = region('Confirmed linkage in 30 days').textContent;
    expect(said).toContain('1 of 3 consented referrals');
    expect(said).toContain('1 are not 30 days old');
    expect(screen.getByText(/counted nowhere/).textContent).toContain('1 more person says');
  });

  test('places are named only as the center names them; the others stand together', async () => {
    await show();
    const rows = within(screen.getByRole('table', { name: /^Places/ })).getAllByRole('row');
    expect(rows[1]?.textContent).toContain('Harbor Clinic3100 % of 3');
    expect(rows[2]?.textContent).toContain('All other places together1');
  });

  test('without a referral it teaches what will stand here', async () => {
    await show([]);
    expect(screen.getByText(/No referral was made in these days/)).toBeTruthy();
    expect(screen.queryByRole('listitem')).toBeNull();
  });
});

describe('the go-to', () => {
  test('doors stand with their share, and week by week', async () => {
    await show();
    const doors = within(region('By which door people came'));
    expect(doors.getByRole('row', { name: /^911 30 75 %/ })).toBeTruthy();
    expect(doors.getByText('Week by week')).toBeTruthy();
  });

  test('a month stands with both numbers and its interval, beside the warning', async () => {
    await show();
    const instead = region('Instead of 911');
    expect(instead.textContent).toContain('Less 911 may be avoidance');
    const row = within(instead).getByRole('row', { name: /^2026-02/ }).textContent;
    expect(row).toMatch(/2026-0261430 % \(\d+ % to \d+ %\)/);
    expect(region('Elsewhere than to 911').textContent).toContain('6 of 20 crisis contacts');
    expect(region('Plan for next time: used').textContent).toContain('not known: 2');
    expect(instead.textContent).toContain('1 more time somebody went elsewhere');
  });

  test('where nothing is known it says where to ask', async () => {
    await show(REFERRALS, NOTHING);
    expect(screen.getByText(/Ask at a follow-up/)).toBeTruthy();
    expect(screen.getByText(/No call of these days is known/)).toBeTruthy();
  });

  test('a refusal stands in its place', async () => {
    bench.main.refuse('outcomes.linkage', 'The desk could not count it. Try again.');
    await act(async () => void render(<LinkageView period={PERIOD} />));
    expect(screen.getByRole('alert').textContent).toContain('could not count it');
  });
});

test('the weeks open by key', async () => {
  await show();
  const summary = screen.getByText('Week by week');
  fireEvent.click(summary);
  expect(screen.getByRole('row', { name: /^2026-02-02 30 10/ })).toBeTruthy();
});

test.each([
  [0.5, '30 min'],
  [4.6, '5 h'],
  [72, '3 days'],
  [null, null],
])('%s hours are written %s', (hours, words) => {
  expect(hoursWritten(hours)).toBe(words);
});
