import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { ImportView, LookedView, RunView, SurveyView } from '#shared/board/import-view.ts';
import { deskStore, setScreen } from '#renderer/desk/desk-store.ts';
import { ImportHome } from '#renderer/import/import-home.tsx';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { useWindowKeys } from '#renderer/keys/window-keys.ts';
import { FakeMain, giveSizes, settled } from './fake-feed.ts';
import { atTheConsole, DANA, SAM, sitDown } from './sheets-fixtures.ts';

atTheConsole(SAM);
let main: FakeMain;
beforeAll(() => giveSizes());
beforeEach(() => {
  main = new FakeMain();
  setScreen('import');
});

const EMPTY: ImportView = { chosen: null, run: null, mappings: [], past: [], waiting: [] };

const SURVEY: SurveyView = {
  rows: 1_200,
  of: 'all',
  accepted: 1_190,
  known: 90,
  rejected: 10,
  sample: [
    {
      line: 2,
      number: '31-1',
      received: '2031-05-06T10:00',
      rawType: 'WELFARE CHECK',
      callType: 'WELBNG',
      address: '1 Example St',
      ended: 'Services',
      times: 'arrived +12 min',
    },
  ],
  unmappedTypes: [{ word: 'HOME VISIT', calls: 31 }],
  unmapped: [{ column: 'Team', words: [{ word: 'X9', calls: 4 }] }],
  from: '2031-05-06T10:00',
  to: '2031-05-09T10:00',
};

const LOOKED: LookedView = {
  by: { how: 'guess', name: 'may.csv' },
  mappingId: 'export-1',
  hash: 'b'.repeat(64),
  columns: [
    {
      name: 'Call No',
      uses: ['recordNumber'],
      shape: 'numbers, all different',
      examples: ['31-1'],
    },
    { name: 'Received', uses: ['received'], shape: 'times written iso', examples: [] },
    {
      name: 'Endpoint',
      uses: ['disposition', 'outcome'],
      shape: '4 different words',
      examples: ['GOA'],
    },
    { name: 'Remarks', uses: [], shape: 'text', examples: null },
  ],
  remarks: ['A guess.'],
  faults: [],
  survey: SURVEY,
};

const chosen = (looked: Partial<LookedView> = {}): ImportView => ({
  ...EMPTY,
  chosen: { name: 'may.csv', size: 90_000, looked: { ...LOOKED, ...looked } },
});

const RUN: RunView = {
  importId: 'i1',
  name: 'may.csv',
  state: 'running',
  bytes: 45_000,
  size: 90_000,
  rows: 600,
  rate: 1_500,
  left: 70,
  failed: null,
  result: null,
};

function Console() {
  useKeymap();
  useWindowKeys();
  return <ImportHome />;
}

async function open(view: ImportView) {
  main.answer('import.view', { ok: true, value: view });
  main.answer('import.left-out', {
    ok: true,
    value: { all: 10, rows: [{ line: 7, why: 'Received is empty' }] },
  });
  render(<Console />);
  await settled();
}

const key = (stroke: string) =>
  act(() => fireEvent.keyDown(document.activeElement!, { key: stroke }));

test('empty, it says what to do and what will stand there', async () => {
  await open(EMPTY);
  expect(screen.getByRole('main').textContent).toContain('Choose an export of another system');
  expect(screen.getByRole('main').textContent).toContain('Nothing was imported yet');
  expect(screen.queryByRole('button', { name: /Take over/ })).toBeNull();
});

test('a column is taken for something else; the unused ones are there too', async () => {
  await open(chosen());
  const row = screen.getByRole('row', { name: /Remarks/ });
  expect(row.textContent).toContain('not shown');
  expect(screen.getByRole('row', { name: /Endpoint/ }).textContent).toContain('and outcome');
  const choice = within(row).getByRole('combobox');
  act(() => choice.focus());
  await act(async () => fireEvent.change(choice, { target: { value: 'address' } }));
  expect(main.inputsOf('import.take-column')).toEqual([{ column: 'Remarks', use: 'address' }]);
  await act(async () => fireEvent.change(choice, { target: { value: '' } }));
  expect(main.inputsOf('import.take-column')).toContainEqual({ column: 'Remarks', use: null });
});

test('what would be taken stands beside it, with each rejected row and the words nobody mapped', async () => {
  await open(chosen());
  const side = screen.getByRole('region', { name: 'What would be taken' });
  expect(side.textContent).toContain('would be taken1,100');
  expect(side.textContent).toContain(
    'All 1,200 rows of the file. Received 2031-05-06 to 2031-05-09.',
  );
  expect(within(side).getByRole('list', { name: 'Rejected rows (10)' }).textContent).toContain(
    'line 7Received is empty',
  );
  expect(side.textContent).toContain('WELFARE CHECK WELBNG');
  expect(side.textContent).toContain('HOME VISIT31 calls');
  expect(side.textContent).toContain('X94 calls');
  await act(async () => key('a'));
  expect(main.inputsOf('import.begin')).toEqual([{ hash: LOOKED.hash }]);
});

test('a role that sees no calls gets counts only, and a part of the file is said to be one', async () => {
  await open(chosen({ survey: { ...SURVEY, sample: null, of: 'first' } }));
  expect(screen.getByRole('main').textContent).toContain('Calls are shown to supervisors only');
  expect(screen.getByRole('main').textContent).toContain('The first 1,200 rows;');
  expect(screen.getByRole('button', { name: /Take over the calls of this file/ })).not.toBeNull();
});

test('what keeps it from being taken is said, and there is no way to take it', async () => {
  const fault = { place: 'Received', message: 'no column says it', remedy: 'Take one.' };
  await open(chosen({ faults: [fault], survey: null }));
  expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toContain(
    'Received: no column says it. Take one.',
  );
  expect(screen.getByRole('main').textContent).toContain('Received: no column says it. Take one.');
  expect(screen.queryByRole('button', { name: /Take over/ })).toBeNull();
});

test('while it is taken a bar shows how far it is, and each quarter is said', async () => {
  await open({ ...chosen(), run: RUN });
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('50');
  const said = screen.getByText('50 percent taken over');
  expect(said.getAttribute('role')).toBe('status');
  expect(screen.getByRole('main').textContent).toContain('1,500 rows a second');
  expect(screen.getByRole('main').textContent).toContain('about 1 min left');
  await act(async () => key('x'));
  expect(main.inputsOf('import.stop')).toEqual([{ importId: 'i1' }]);
});

test('an import that was cut short goes on with one key', async () => {
  const past = {
    importId: 'i7',
    name: 'april.csv',
    beganAt: '2031-05-06T10:00:00.000Z',
    byName: 'Sam',
    state: 'cut-short',
    rows: 40,
    imported: 39,
    rejected: 1,
  } as const;
  await open({ ...EMPTY, past: [past] });
  expect(screen.getByRole('row', { name: /april/ }).textContent).toContain('cut short');
  await act(async () => key('r'));
  expect(main.inputsOf('import.resume')).toEqual([{ importId: 'i7' }]);
});

test('a dropped file is handed over by the preload script, which alone knows where it lies', async () => {
  await open(EMPTY);
  const handOver = vi.fn(async () => ({ ok: true, value: { seq: 1 } }) as const);
  window.caredesk.handOver = handOver;
  const file = new File(['a,b'], 'may.csv');
  const drop = (...files: File[]) =>
    act(async () => {
      fireEvent.drop(screen.getByRole('main'), { dataTransfer: { files } });
    });
  await drop(file, file);
  expect(handOver).not.toHaveBeenCalled();
  await drop(file);
  expect(handOver).toHaveBeenCalledWith(file);
});

test('g x leads there for supervisors and administrators, and says so to others', async () => {
  setScreen('dispatch');
  render(<Console />);
  sitDown(DANA);
  key('g');
  key('x');
  expect(deskStore.getState()).toMatchObject({ screen: 'dispatch' });
  expect(deskStore.getState().notice?.text).toContain('supervisors and administrators');
  sitDown(SAM);
  key('g');
  key('x');
  expect(deskStore.getState().screen).toBe('import');
});
