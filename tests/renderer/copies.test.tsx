import { act, fireEvent, render, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import type { CopiesView, CopyLine, TargetView } from '#shared/board/copies-view.ts';
import { USUAL_COPIES } from '#shared/copies/copies-setting.ts';
import { Copies } from '#renderer/copies/copies.tsx';
import { agoWords } from '#renderer/copies/copies-words.ts';
import { setScreen } from '#renderer/desk/desk-store.ts';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { useWindowKeys } from '#renderer/keys/window-keys.ts';
import { ago, atTheConsole, person } from './sheets-fixtures.ts';

const ADA = person('Ada Lind', 'admin');
const bench = atTheConsole(ADA);

const copy = (number: number, more: Partial<CopyLine> = {}): CopyLine => ({
  name: `caredesk-2026-03-03-18000${number}Z-0123abcd`,
  number,
  why: 'scheduled',
  madeAt: ago(10_000 - number * 1_000),
  bytes: 48_200_000,
  entries: 15_000 + number,
  reaches: ago(10_000),
  encrypted: true,
  ours: true,
  owes: false,
  ...more,
});
const target = (more: Partial<TargetView> = {}): TargetView => ({
  targetId: 't1',
  folder: '/mnt/second/copies',
  on: true,
  making: null,
  last: { copy: copy(2).name, at: copy(2).madeAt },
  failing: null,
  sameDisk: false,
  freeBytes: 512e9,
  copies: [copy(2), copy(1, { why: 'asked' }), copy(9, { ours: false })],
  ...more,
});

const VIEW: CopiesView = {
  setting: {
    ...USUAL_COPIES,
    targets: [{ targetId: 't1', folder: '/mnt/second/copies', on: true }],
  },
  setByName: 'Ada Lind',
  setAt: ago(90_000),
  targets: [target()],
  encrypted: true,
  drill: null,
  tried: null,
  lastDrill: null,
  restored: null,
  owing: [],
  tooOld: false,
};

function Screen() {
  useKeymap();
  useWindowKeys();
  return (
    <main data-place="administration">
      <Copies />
    </main>
  );
}

async function open(view: CopiesView) {
  bench.main.answer(
    'copies.view',
    ...Array.from({ length: 9 }, () => ({ ok: true, value: view }) as const),
  );
  setScreen('administration');
  const drawn = render(<Screen />);
  await act(async () => {});
  return drawn;
}

async function press(key: string, more: object = {}) {
  await act(
    async () => void fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more }),
  );
}

test('says how old the newest copy is, what is kept, and that nobody has tried one', async () => {
  const { container } = await open(VIEW);
  expect(screen.getByText('every 4 hours and at 03:30')).toBeTruthy();
  expect(screen.getByText(/never: nobody has tried to restore one/)).toBeTruthy();
  const rows = within(screen.getByRole('listbox', { name: '2 copies' })).getAllByRole('option');
  // Copies of another store in the folder are not for here.
  const words = (row: HTMLElement) =>
    row.textContent?.replace(/\d+ min/, '… min').replace(/[A-Z][a-z]{2} \d+, \d\d:\d\d/, ' at … ');
  expect(rows.map(words)).toEqual([
    '2 h … min ago at … 15,002 entries48.2 MB✓ verified, encryptedby the schedule/mnt/second/copies',
    '2 h … min ago at … 15,001 entries48.2 MB✓ verified, encryptedasked for/mnt/second/copies',
  ]);
  expect((await axe.run(container)).violations).toEqual([]);
});

test('without a folder it warns, and e sets one that is tried first', async () => {
  const tried = {
    folder: '/mnt/usb',
    result: { state: 'done', sameDisk: true, freeBytes: 3e9 },
  } as const;
  const { container } = await open({
    ...VIEW,
    setting: USUAL_COPIES,
    targets: [],
    tried,
  });
  expect(screen.getByText(/No copies are made/)).toBeTruthy();
  await press('e');
  const form = within(screen.getByRole('form', { name: 'Where and when copies are made' }));
  fireEvent.change(form.getByLabelText('Folder 1'), { target: { value: ' /mnt/usb ' } });
  fireEvent.change(form.getByLabelText('At these times'), { target: { value: '03:30, 19:00' } });
  await act(async () => void fireEvent.click(form.getByRole('button', { name: 'Test it' })));
  expect(bench.main.inputsOf('copies.try')).toEqual([{ folder: '/mnt/usb' }]);
  expect(form.getByText(/3\.0 GB free\. ▲ It is on the disk of the store/)).toBeTruthy();
  expect((await axe.run(container)).violations).toEqual([]);
  await act(async () => void fireEvent.submit(form.getByLabelText('Folder 1')));
  expect(bench.main.inputsOf('copies.set')).toEqual([
    {
      targets: [{ targetId: null, folder: '/mnt/usb', on: true }],
      schedule: { everyHours: 4, at: ['03:30', '19:00'] },
      rotation: USUAL_COPIES.rotation,
    },
  ]);
});

test('a disk that fails is said at its folder, with what to do and when it is tried again', async () => {
  const because = '/mnt/second/copies is not there. Plug the disk in.';
  const failing = { since: ago(60), because, failures: 3, again: ago(-3_600) };
  await open({ ...VIEW, tooOld: true, targets: [target({ failing, copies: null })] });
  const folders = within(screen.getByRole('list', { name: 'Folders copies go to' }));
  expect(folders.getByRole('alert').textContent).toMatch(
    /Failed 3 times: .*Plug the disk in\. Tried again at \d\d:\d\d/,
  );
  expect(screen.getByText(/▲ too old/)).toBeTruthy();
});

test('m makes one now, x rehearses the chosen one, and the counts stand side by side', async () => {
  const held = { entries: 15_002, openIncidents: 3, newestCall: ago(9_000), reaches: ago(9_000) };
  const here = { entries: 15_040, openIncidents: 5, newestCall: ago(60), reaches: ago(10) };
  await open({
    ...VIEW,
    drill: {
      copy: copy(2).name,
      folder: '/mnt/second/copies',
      since: ago(5),
      result: { state: 'done', held, here, newer: 38, newerSince: ago(8_000), asMade: true },
    },
  });
  await press('m');
  expect(bench.main.inputsOf('copies.make')).toEqual([{ targetId: null }]);
  await act(async () => void fireEvent.click(screen.getAllByRole('option')[0]!));
  await press('x');
  expect(bench.main.inputsOf('copies.drill')).toEqual([{ targetId: 't1', copy: copy(2).name }]);
  const table = within(screen.getByRole('table'));
  expect(table.getByRole('row', { name: 'Open incidents 3 5' })).toBeTruthy();
  expect(screen.getByText(/38 entries since .* would not be in force any more/)).toBeTruthy();
});

test('a restore says what is lost, wants a drill first, and a second person', async () => {
  const { container } = await open(VIEW);
  await press('R', { shiftKey: true });
  const form = within(screen.getByRole('form', { name: /Restore the copy made/ }));
  expect(form.getByText(/police and EMS are sent by radio and telephone/)).toBeTruthy();
  expect(form.getByRole('button', { name: 'Close the desk and restore it' })).toHaveProperty(
    'disabled',
    true,
  );
  expect((await axe.run(container)).violations).toEqual([]);
  await act(async () => void fireEvent.click(form.getByRole('button', { name: 'Rehearse it' })));
  expect(bench.main.inputsOf('copies.drill')).toHaveLength(1);
  expect(bench.main.inputsOf('copies.restore')).toEqual([]);
});

test('an age is said in the unit somebody thinks in', () => {
  const now = Date.parse('2026-03-03T18:00:00Z');
  const at = (seconds: number) => agoWords(new Date(now - seconds * 1_000).toISOString(), now);
  expect([at(5), at(600), at(7_800), at(5 * 86_400), at(-3_600)]).toEqual([
    'just now',
    '10 min ago',
    '2 h 10 min ago',
    '5 days ago',
    'after this clock',
  ]);
});

test('a folder whose copies still hold what was shredded is named, with what happens next', async () => {
  const folder = '/mnt/share/copies';
  const owes = { folder, records: 3, since: ago(90_000), left: [], because: null, working: false };
  const left = [{ copy: copy(1).name, because: 'It does not open with the key in force.' }];
  const targets = [target({ copies: [copy(2), copy(1, { owes: true })] })];
  const { container } = await open({
    ...VIEW,
    targets,
    owing: [
      { ...owes, because: `${folder} is not there.` },
      { ...owes, folder: '/mnt/second/copies', records: 0, since: null, left },
    ],
  });
  const named = screen.getByRole('region', { name: /still hold what was shredded/ });
  expect(named.textContent).toContain('the words of 3 records shredded since');
  expect(named.textContent).toContain(
    'is not there. It is tried again by itself; if these copies are gone for good',
  );
  expect(named.textContent).toContain(`${copy(1).name}: It does not open`);
  expect(screen.getAllByRole('option').at(-1)?.textContent).toContain('holds shredded words');
  expect((await axe.run(container)).violations).toEqual([]);
});
