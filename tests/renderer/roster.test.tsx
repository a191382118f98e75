import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { RosterFileView, RosterUnit, RosterView } from '#shared/board/roster-view.ts';
import type { ShiftId, UnitId } from '#shared/lib/brand.ts';
import { closeSheet, deskStore, setScreen } from '#renderer/desk/desk-store.ts';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { useWindowKeys } from '#renderer/keys/window-keys.ts';
import { lanesOf, nextGap, stepFrom } from '#renderer/roster/lanes.ts';
import { RosterHome } from '#renderer/roster/roster-home.tsx';
import { readShift } from '#renderer/roster/shift-text.ts';
import { ActiveSheet } from '#renderer/sheets/active-sheet.tsx';
import { FakeMain, giveSizes, settled } from './fake-feed.ts';
import { atTheConsole, DANA, SAM, sitDown } from './sheets-fixtures.ts';

atTheConsole(SAM);
let main: FakeMain;
beforeAll(() => giveSizes());
beforeEach(() => {
  main = new FakeMain();
  setScreen('roster');
});

/** A wall hour of the test center's day, in Chicago in winter. */
const at = (hour: number) => new Date(Date.UTC(2026, 2, 3, 6 + hour)).toISOString();

function shift(id: string, name: string, role: string, from: number, to: number) {
  return {
    shiftId: id as ShiftId,
    name,
    role,
    from: at(from),
    to: at(to),
    breaks: [],
    calledOff: null,
  };
}

function unit(unitId: string, more: Partial<RosterUnit> = {}): RosterUnit {
  return {
    unitId: unitId as UnitId,
    teamType: 'behavioral-health',
    team: 'Behavioral-health team',
    short: 'BH',
    zone: 'North',
    status: 'available',
    requiredRoles: ['paramedic', 'clinician'],
    crew: [],
    posting: null,
    hours: [{ from: at(0), to: at(24) }],
    shifts: [],
    gaps: [],
    ...more,
  };
}

const SICK = { ...shift('s3', 'Rafael', 'clinician', 15, 23), calledOff: 'Called in sick.' };
const VIEW: RosterView = {
  days: [
    { date: '2026-03-03', from: at(0), to: at(24) },
    { date: '2026-03-04', from: at(24), to: at(48) },
  ],
  units: [
    unit('M1', {
      shifts: [
        shift('s1', 'Ana Ruiz', 'paramedic', 7, 15),
        shift('s2', 'Bo Larsen', 'paramedic', 15, 23),
        SICK,
        shift('s4', 'שירה בן־דוד', 'clinician', 7, 15),
      ],
      gaps: [{ role: 'clinician', from: at(15), to: at(23) }],
    }),
    unit('P11', { requiredRoles: ['cit-officer'], crew: [] }),
  ],
  names: ['Ana Ruiz', 'Bo Larsen'],
};

function Console() {
  useKeymap();
  useWindowKeys();
  return (
    <>
      {deskStore.getState().screen === 'roster' && <RosterHome />}
      <ActiveSheet />
    </>
  );
}

async function atTheRoster(view: RosterView = VIEW) {
  main.answer('roster.view', () => view);
  render(<Console />);
  await settled();
  const grid = screen.queryByRole('grid');
  if (grid !== null) act(() => grid.focus());
  return grid;
}

async function press(...keys: string[]) {
  for (const key of keys) {
    const target = document.activeElement ?? document.body;
    await act(async () => void fireEvent.keyDown(target, { key, code: '' }));
    await vi.dynamicImportSettled();
    await settled();
  }
}

const marked = () => screen.queryByRole('grid')?.getAttribute('aria-activedescendant');
const cell = (name: RegExp) => screen.getByRole('gridcell', { name });

test('a shift, a gap and who does not come are said in words', async () => {
  const grid = await atTheRoster();
  expect(cell(/Ana Ruiz, paramedic on M1, .*07:00 to 15:00/)).toBeTruthy();
  expect(cell(/No clinician on M1, .*15:00 to 23:00/).textContent).toContain('no clinician');
  expect(cell(/Rafael.*does not come: Called in sick/)).toBeTruthy();
  expect(within(grid!).getByText(/Nobody is planned. On duty by hand: nobody/)).toBeTruthy();
  expect(screen.getByText('One gap ahead in one crew')).toBeTruthy();
  expect(grid?.querySelector('bdi')).not.toBeNull();
});

test('arrows walk over the picture: along a role, down to the nearest in time, from gap to gap', async () => {
  await atTheRoster();
  expect(marked()).toBe('roster-unit-M1');
  await press('ArrowRight', 'ArrowRight');
  expect(marked()).toBe('roster-s2');
  await press('ArrowDown');
  expect(marked()).toContain('gap-M1-clinician');
  await press('ArrowDown');
  expect(marked()).toBe('roster-s3');
  await press('f');
  expect(marked()).toContain('gap-M1-clinician');
  await press('ArrowUp', 'ArrowLeft', 'ArrowLeft', 'j');
  expect(marked()).toBe('roster-unit-P11');
});

test('Enter on a gap fills it in: the role and the hours stand there, and only the name is missing', async () => {
  await atTheRoster();
  await press('f', 'Enter');
  const form = screen.getByRole('form', { name: 'The shift' });
  expect(within(form).getByLabelText<HTMLInputElement>('Role').value).toBe('clinician');
  expect(within(form).getByLabelText<HTMLInputElement>('From').value).toBe('15:00');
  expect(within(form).getByLabelText<HTMLInputElement>('To').value).toBe('23:00');
  await act(async () => fireEvent.submit(form));
  expect(within(form).getByText('Say who works this shift.')).toBeTruthy();
  fireEvent.change(within(form).getByLabelText('Who'), { target: { value: 'Zoë 🦊 Ng' } });
  await act(async () => fireEvent.submit(form));
  expect(main.inputsOf('shift.plan')).toEqual([
    {
      unitId: 'M1',
      name: 'Zoë 🦊 Ng',
      role: 'clinician',
      from: '2026-03-03T15:00',
      to: '2026-03-03T23:00',
      breaks: [],
    },
  ]);
  expect(deskStore.getState().sheet).toBeNull();
});

test('what the desk refuses stands beside its field, and what was typed stays', async () => {
  await atTheRoster();
  await press('f', 'Enter');
  const form = screen.getByRole('form', { name: 'The shift' });
  main.answer('shift.plan', {
    ok: false,
    refused: 'works-elsewhere',
    because: 'Ana Ruiz already works on R1. Nothing was planned.',
  });
  const who = within(form).getByLabelText<HTMLInputElement>('Who');
  fireEvent.change(who, { target: { value: 'Ana Ruiz' } });
  await act(async () => fireEvent.submit(form));
  await settled();
  expect(who.getAttribute('aria-invalid')).toBe('true');
  expect(within(form).getByText(/already works on R1/)).toBeTruthy();
  expect(who.value).toBe('Ana Ruiz');
  fireEvent.change(who, { target: { value: 'Ida Bell' } });
  expect(within(form).queryByText(/already works on R1/)).toBeNull();
});

test('x calls a person off with a reason, and Enter on a shift changes it', async () => {
  await atTheRoster();
  await press('ArrowRight', 'x');
  const off = screen.getByRole('form', { name: 'Does not come' });
  await act(async () => fireEvent.submit(off));
  expect(main.inputsOf('shift.call-off')).toEqual([{ shiftId: 's1', reason: 'Called in sick.' }]);
  await press('Enter');
  const form = screen.getByRole('form', { name: 'The shift' });
  fireEvent.change(within(form).getByLabelText('To'), { target: { value: '1600' } });
  fireEvent.change(within(form).getByLabelText('Breaks'), { target: { value: '11:00-11:30' } });
  await act(async () => fireEvent.submit(form));
  expect(main.inputsOf('shift.change')).toMatchObject([
    {
      shiftId: 's1',
      to: '2026-03-03T16:00',
      breaks: [{ from: '2026-03-03T11:00', to: '2026-03-03T11:30' }],
    },
  ]);
});

test('without a marked shift, x says what to do', async () => {
  await atTheRoster();
  await press('x');
  expect(deskStore.getState()).toMatchObject({ sheet: null, notice: { tone: 'alert' } });
});

test('days are turned, a week is shown, and both are copied forward', async () => {
  await atTheRoster();
  const asked = () => main.inputsOf('roster.view').at(-1) as { from: string; days: number };
  const { from } = asked();
  await press(']');
  expect(asked().from > from).toBe(true);
  await press('t', 'w');
  expect(asked()).toEqual({ from, days: 7 });
  await press('c');
  const form = screen.getByRole('form', { name: 'Copy forward' });
  await act(async () => void fireEvent.click(within(form).getByLabelText('Only M1')));
  await act(async () => fireEvent.submit(form));
  expect(main.inputsOf('roster.copy')).toMatchObject([{ from, days: 7, unitId: 'M1' }]);
});

test('a unit is posted elsewhere from a day on, or leaves the roster with a reason', async () => {
  await atTheRoster();
  await press('Enter');
  const posting = screen.getByRole('form', { name: 'Team and zone' });
  fireEvent.change(within(posting).getByLabelText('From'), { target: { value: '2026-04-01' } });
  await act(async () => fireEvent.submit(posting));
  expect(main.inputsOf('unit.plan-posting')).toEqual([
    {
      unitId: 'M1',
      posting: { from: '2026-04-01', teamType: 'behavioral-health', zone: 'North' },
    },
  ]);
  await press('u');
  const off = screen.getByRole('form', { name: 'Off the roster' });
  main.refuse('unit.retire', 'M1 belongs to incident 4, which is open.');
  fireEvent.change(within(off).getByLabelText('Why it leaves'), { target: { value: 'Sold.' } });
  await act(async () => fireEvent.submit(off));
  await settled();
  expect(within(off).getByText(/belongs to incident 4/)).toBeTruthy();
});

test('a file is shown with what is wrong in it, and is planned only when nothing is', async () => {
  await atTheRoster();
  await press('i');
  const bad: RosterFileView = {
    rejected: [{ line: 3, why: 'There is no unit X9 on this board.' }],
    planned: [],
    known: 2,
    over: 1,
  };
  main.answer('roster.read-file', () => bad);
  const input = screen.getByLabelText('Choose a file');
  const choose = async (text: string) => {
    fireEvent.change(input, { target: { files: [new File([text], 'march.csv')] } });
    await act(async () => void (await new Promise((later) => setTimeout(later, 20))));
  };
  await choose('x');
  expect(screen.getByText(/2 on the roster already, 1 over already, left out/)).toBeTruthy();
  expect(screen.getByText('Line 3')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Plan/ })).toBeNull();
  const row = { ...shift('', 'Ana Ruiz', 'paramedic', 15, 23), unitId: 'M1' as UnitId, line: 2 };
  main.answer('roster.read-file', () => ({ rejected: [], planned: [row], known: 0, over: 0 }));
  await choose('unit,role');
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: /Plan 1 shift/ })));
  expect(main.inputsOf('roster.import')).toEqual([{ csv: 'unit,role' }]);
});

test('an empty roster teaches, and without a unit it says where one is added', async () => {
  await atTheRoster({ ...VIEW, units: [unit('M1')] });
  expect(screen.getByText(/who is on duty is kept by hand/)).toBeTruthy();
  main.answer('roster.view', () => ({ ...VIEW, units: [] }));
  await press('t');
  expect(screen.getByText(/no unit on the roster yet/)).toBeTruthy();
});

test('only who keeps the roster goes there', async () => {
  setScreen('dispatch');
  render(<Console />);
  act(() => sitDown(DANA));
  await press('g', 's');
  expect(deskStore.getState()).toMatchObject({ screen: 'dispatch', notice: { tone: 'refused' } });
  act(() => sitDown(SAM));
  await press('g', 's');
  expect(deskStore.getState().screen).toBe('roster');
});

test('lanes: overlapping shifts stand below each other, what is out of sight is left out', () => {
  const shifts = [
    shift('a', 'A', 'clinician', 7, 15),
    shift('b', 'B', 'clinician', 12, 20),
    shift('c', 'C', 'clinician', 15, 23),
    shift('d', 'D', 'emt', 40, 44),
  ];
  const view = { ...VIEW, units: [unit('M1', { shifts, requiredRoles: ['clinician'] })] };
  const lanes = lanesOf(view, { from: Date.parse(at(0)), to: Date.parse(at(30)) });
  expect(lanes.map(({ cells }) => cells.map(({ key }) => key))).toEqual([
    ['unit M1', 'a', 'c'],
    ['b'],
  ]);
  expect(stepFrom(lanes, 'b', 'above')).toBe('c');
  expect(stepFrom(lanes, 'nothing', 'below')).toBe('unit M1');
  expect(nextGap(lanes, 'a')).toBeNull();
  closeSheet();
});

test.each([
  [{ name: ' ' }, 'name'],
  [{ role: null }, 'role'],
  [{ date: '' }, 'date'],
  [{ from: '7' }, 'from'],
  [{ to: '25:00' }, 'to'],
  [{ from: '22:00', to: '06:00' }, 'to'],
  [{ breaks: 'noon' }, 'breaks'],
])('what is typed wrong is said at its field: %j', (wrong, field) => {
  const typed = {
    name: 'Ana',
    role: 'clinician',
    date: '2026-03-03',
    from: '7:30',
    to: '1530',
    overnight: false,
    breaks: '',
  };
  expect(readShift(typed)).toMatchObject({ from: '2026-03-03T07:30', to: '2026-03-03T15:30' });
  expect(readShift({ ...typed, from: '22:00', to: '06:00', overnight: true })).toMatchObject({
    to: '2026-03-04T06:00',
  });
  expect(readShift({ ...typed, ...wrong })).toMatchObject({ field });
});

test('Delete asks once, in words, and the second Enter removes the shift', async () => {
  await atTheRoster();
  await press('ArrowRight', 'Delete');
  const remove = screen.getByRole('button', { name: /Remove the shift/ });
  expect(document.activeElement).toBe(remove);
  expect(screen.queryByRole('form', { name: 'The shift' })).toBeNull();
  await act(async () => void fireEvent.click(remove));
  expect(main.inputsOf('shift.remove')).toEqual([{ shiftId: 's1' }]);
});
