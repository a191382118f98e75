import { act, fireEvent, render, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import type { RetentionView } from '#shared/board/retention-view.ts';
import type { LegalHoldId } from '#shared/lib/brand.ts';
import { setScreen } from '#renderer/desk/desk-store.ts';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { Retention } from '#renderer/retention/retention.tsx';
import { ago, atTheConsole, person, SAM, showBoard } from './sheets-fixtures.ts';

const ADA = person('Ada Lind', 'admin');
const bench = atTheConsole(ADA);

const nothing = { records: 0, words: 0, quietSince: null, due: 0, held: 0, open: 0 };
const never = { shredded: 0, lastShredded: null };

const VIEW: RetentionView = {
  years: { clinical: 7, 'part-2': null, justice: null },
  partitions: [
    {
      partition: 'clinical',
      years: 7,
      records: 410,
      words: 1200,
      quietSince: '2016-01-04T10:00:00.000Z',
      due: 12,
      held: 2,
      open: 1,
      ...never,
    },
    { partition: 'part-2', years: null, ...nothing, ...never },
    { partition: 'justice', years: null, ...nothing, ...never },
  ],
  holds: [
    {
      holdId: 'h1' as LegalHoldId,
      holds: 'Incident 41',
      reason: 'Subpoena',
      placedAt: ago(90_000),
      placedByName: 'Sam Weiss',
    },
  ],
  owing: [],
};

function Section() {
  useKeymap();
  return <Retention />;
}

async function open(view: RetentionView = VIEW) {
  const answers = Array.from({ length: 6 }, () => ({ ok: true, value: view }) as const);
  bench.main.answer('retention.overview', ...answers);
  showBoard([]);
  const drawn = render(<Section />);
  await screen.findByText('Schedule');
  return drawn;
}

const click = (name: RegExp | string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

function type(
  label: RegExp | string,
  text: string,
  within_ = screen as Pick<typeof screen, 'getByLabelText'>,
) {
  fireEvent.change(within_.getByLabelText(label), { target: { value: text } });
}

test('says of each kind how long it is kept, what is past that, and what keeps it', async () => {
  const { container } = await open();
  const [, clinical, part2] = screen.getAllByRole('row');
  expect(clinical?.textContent).toContain('12 due, 2 on hold, 1 still open');
  expect(part2?.textContent).toContain('kept for ever');
  expect(screen.getByText('Incident 41')).toBeDefined();
  expect((await axe.run(container)).violations).toEqual([]);
});

test('a schedule is sent whole, an empty field is for ever, and no nonsense is sent', async () => {
  await open();
  type(/^Clinical: kept/, '6.5');
  await click('Set the schedule');
  expect(screen.getByText(/whole number from 1 to 100/)).toBeDefined();
  expect(bench.main.inputsOf('retention.set')).toEqual([]);
  type(/^Clinical: kept/, ' 10 ');
  type(/Part 2.*: kept/, '6');
  bench.main.answer('retention.set', { ok: true, value: { seq: 9 } });
  await click('Set the schedule');
  expect(bench.main.inputsOf('retention.set')).toEqual([
    { years: { clinical: 10, 'part-2': 6, justice: null } },
  ]);
});

test('shredding says what goes, and asks for a second person before anything is sent', async () => {
  await open();
  await click(/^Shred Clinical: 12 records/);
  const form = within(screen.getByRole('form', { name: 'Shred Clinical' }));
  expect(form.getByText(/12 records, quiet for more than 7 years/)).toBeDefined();
  await click('Shred for good');
  expect(form.getByText('Choose who signs as the second person.')).toBeDefined();
  expect(bench.main.inputsOf('retention.shred')).toEqual([]);
  const who = form.getByRole('combobox', { name: 'Who agrees' });
  fireEvent.change(who, { target: { value: 'sam' } });
  await act(async () => void fireEvent.keyDown(who, { key: 'Enter' }));
  type('Their passphrase', 'correct horse', form);
  const because =
    '11 records are due now, not 12. Nothing was shredded: look again, and decide anew.';
  bench.main.answer('retention.shred', { ok: false, refused: 'changed-meanwhile', because });
  await click('Shred for good');
  expect(bench.main.inputsOf('retention.shred')).toEqual([
    {
      partition: 'clinical',
      expected: 12,
      secondPerson: { operatorId: SAM.operatorId, passphrase: 'correct horse' },
    },
  ]);
  expect(form.getByText(because)).toBeDefined();
});

test('what will be gone is read first, and leaving gives the focus back', async () => {
  await open();
  await click(/^Shred Clinical: 12 records/);
  expect(document.activeElement).toBe(screen.getByRole('form', { name: 'Shred Clinical' }));
  await click('Cancel');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Shred Clinical/ }));
  await click('Lift the hold on Incident 41');
  expect(document.activeElement).toBe(
    screen.getByLabelText('Why Incident 41 need not be kept any longer'),
  );
  await click('Cancel');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Lift the hold/ }));
});

test('its keys lead to the years, to what is past them and to a hold', async () => {
  setScreen('administration');
  await open();
  const press = (key: string) =>
    act(async () => void fireEvent.keyDown(document.activeElement ?? document.body, { key }));
  const leave = () => act(() => (document.activeElement as HTMLElement).blur());
  await press('y');
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Clinical: kept for years/);
  leave();
  await press('h');
  expect(document.activeElement).toBe(screen.getByLabelText('Incident'));
  leave();
  await press('s');
  expect(screen.getByRole('form', { name: 'Shred Clinical' })).toBeDefined();
});

test('days are those of the center, and an evening is not the next day', async () => {
  const evening = '2026-03-04T04:30:00.000Z';
  await open({ ...VIEW, holds: VIEW.holds.map((hold) => ({ ...hold, placedAt: evening })) });
  expect(screen.getByText('Sam Weiss, Mar 3, 2026')).toBeDefined();
});

test('says how many go when not all of them do at once', async () => {
  const [clinical, ...others] = VIEW.partitions;
  await open({ ...VIEW, partitions: [{ ...clinical!, due: 730 }, ...others] });
  await click(/^Shred Clinical: 730 records/);
  const form = within(screen.getByRole('form', { name: 'Shred Clinical' }));
  expect(form.getByText(/words of 500 records/).textContent).toContain('230 more are left');
});

test('a hold needs an incident and a reason', async () => {
  await open({ ...VIEW, holds: [] });
  expect(screen.getByText(/Nothing is on hold\./)).toBeDefined();
  type('Incident', 'forty');
  await click('Place the hold');
  expect(screen.getByText(/such as 123/)).toBeDefined();
  type('Incident', '#41');
  type('Why', 'Lawsuit');
  fireEvent.click(screen.getByLabelText('everything of its person'));
  bench.main.answer('retention.hold', { ok: true, value: { seq: 9, made: 'h2' } });
  await click('Place the hold');
  expect(bench.main.inputsOf('retention.hold')).toEqual([
    { number: 41, what: 'person', reason: 'Lawsuit' },
  ]);
});
