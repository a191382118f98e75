import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';
import { closeSheet, deskStore, openSheet, selectUnit } from '#renderer/desk/desk-store.ts';
import { DISPOSITIONS } from '#shared/incident/disposition.ts';
import { ActiveSheet } from '#renderer/sheets/active-sheet.tsx';
import {
  ago,
  atTheConsole,
  I12,
  IMANI,
  CLEO,
  inFocus,
  SAM,
  showBoard,
  sitDown,
  unit,
  view,
  NO_TRANSFERS,
} from './sheets-fixtures.ts';
import { receiver } from './transfer-fixtures.ts';

const bench = atTheConsole();

type Sheets = Parameters<typeof openSheet>[0];

function open(sheet: Sheets) {
  act(() => openSheet(sheet));
  render(<ActiveSheet />);
  return screen.getByRole('dialog');
}

async function press(key: string, target: Element | null = document.activeElement) {
  await act(async () => void fireEvent.keyDown(target ?? document.body, { key }));
}

async function submit(form: Element) {
  await act(async () => void fireEvent.submit(form));
}

function type(label: string | RegExp, text: string) {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
}

test.each(['assign', 'override', 'disposition', 'hold', 'transfer', 'note'] as const)(
  'the %s sheet without an incident says how to get to one',
  (sheet) => {
    expect(within(open(sheet)).getByText(/No incident is in focus/)).toBeTruthy();
  },
);

test('a sheet is a dialog beside the board, and gives the focus back', () => {
  const before = document.createElement('button');
  document.body.append(before);
  before.focus();
  const sheet = open('keys');
  expect(sheet.getAttribute('aria-modal')).toBe('false');
  expect(sheet.contains(document.activeElement)).toBe(true);
  act(() => closeSheet());
  expect(document.activeElement).toBe(before);
  before.remove();
});

test('the status sheet offers exactly what may follow, each with its key', async () => {
  showBoard([unit('M2', { status: 'on-scene', incidentId: I12, incidentNumber: 12 })]);
  selectUnit('M2');
  const sheet = open('status');
  const list = within(sheet).getByRole('list', { name: 'It becomes' });
  const offered = within(list).getAllByRole('button');
  expect(offered.map((each) => each.textContent?.replace(/ leaves incident 12$/, ''))).toEqual([
    // The letter p stays with police/EMS everywhere, so this one has its digit.
    'wWith patient',
    'tTransporting',
    'vAvailable',
    'cClearing',
    'xOut of service',
  ]);
  expect(offered).toHaveLength(UNIT_STATUS['on-scene'].next.length);
  await press('t');
  expect(bench.main.inputsOf('unit.set-status')).toEqual([
    { unitId: 'M2', status: 'transporting' },
  ]);
  expect(deskStore.getState().sheet).toBeNull();
});

test('a refused status stays in the sheet with main’s sentence', async () => {
  showBoard([unit('M2')]);
  selectUnit('M2');
  const sheet = open('status');
  bench.main.refuse('unit.set-status', 'M2 is available and cannot become off duty.');
  await press('1');
  expect(within(sheet).getByText(/cannot become off duty/)).toBeTruthy();
  expect(deskStore.getState().sheet).toBe('status');
});

test('without a selected unit the status sheet asks which, those on the incident first', async () => {
  showBoard([unit('M1'), unit('M2', { status: 'en-route', incidentId: I12, incidentNumber: 12 })]);
  inFocus(view());
  open('status');
  const names = screen.getAllByRole('option').map((each) => each.textContent?.slice(0, 2));
  expect(names).toEqual(['M2', 'M1']);
  await press('Enter');
  expect(deskStore.getState().selectedUnit).toBe('M2');
});

test('only keepers of the roster can put a role off duty', async () => {
  showBoard([unit('M2')]);
  selectUnit('M2');
  open('status');
  expect(screen.queryByRole('button', { name: /Put Rafael Quiñones of M2/ })).toBeNull();
  act(() => sitDown(SAM));
  const put = screen.getByRole('button', { name: 'Put Rafael Quiñones of M2 off duty' });
  await act(async () => void fireEvent.click(put));
  expect(bench.main.inputsOf('unit.set-duty')).toEqual([
    { unitId: 'M2', name: 'Rafael Quiñones', role: 'clinician', onDuty: false, reason: null },
  ]);
});

test('disposition: every outcome has a key of its own, Enter closes, a refusal loses nothing', async () => {
  inFocus(view({ phase: 'wrap-up' }));
  const sheet = open('disposition');
  const radios = within(sheet).getAllByRole('radio');
  expect(radios).toHaveLength(DISPOSITIONS.length);
  const keys = [...sheet.querySelectorAll('fieldset kbd')].map((each) => each.textContent);
  expect(new Set(keys).size).toBe(DISPOSITIONS.length);
  expect(keys).not.toContain('p');

  const form = radios[0]!.closest('form')!;
  await submit(form);
  expect(screen.getByText('Choose how it ended first.')).toBeTruthy();
  await press('3', sheet);
  expect(
    screen.getByRole<HTMLInputElement>('radio', { name: /Services in the community/ }).checked,
  ).toBe(true);
  type(/Note/, 'Brother took him home.');
  bench.main.refuse('incident.close', 'M2 still on incident 12. Clear them first.');
  await submit(form);
  expect(screen.getByText(/Clear them first/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>(/Note/).value).toBe('Brother took him home.');
  await submit(form);
  expect(bench.main.inputsOf('incident.close').at(-1)).toEqual({
    incidentId: I12,
    disposition: 'services',
    note: 'Brother took him home.',
  });
  expect(deskStore.getState().sheet).toBeNull();
});

test('hold: a digit chooses the minutes and goes on to the reason, which is required', async () => {
  inFocus(view());
  const sheet = open('hold');
  await press('3');
  expect(document.activeElement).toBe(screen.getByLabelText('Why it waits'));
  const form = screen.getByLabelText('Why it waits').closest('form')!;
  await submit(form);
  expect(bench.main.inputsOf('incident.hold')).toEqual([]);
  expect(within(sheet).getByText('Say why it waits.')).toBeTruthy();
  type('Why it waits', 'Mother calls back');
  await submit(form);
  expect(bench.main.inputsOf('incident.hold')).toEqual([
    { incidentId: I12, minutes: 20, reason: 'Mother calls back' },
  ]);
});

test('a hold can be released with one key', async () => {
  const hold = { until: ago(-300), reason: 'Mother calls back', since: ago(60), expired: false };
  inFocus(view({ hold }));
  open('hold');
  expect(screen.getByText(/Mother calls back/)).toBeTruthy();
  await press('r');
  expect(bench.main.inputsOf('incident.release-hold')).toEqual([{ incidentId: I12 }]);
});

test('note: Enter writes it, Shift+Enter does not', async () => {
  inFocus(view());
  open('note');
  type('What is to be known', 'Gate code 4711');
  const field = screen.getByLabelText('What is to be known');
  await act(async () => void fireEvent.keyDown(field, { key: 'Enter', shiftKey: true }));
  expect(bench.main.inputsOf('incident.add-note')).toEqual([]);
  await press('Enter', field);
  expect(bench.main.inputsOf('incident.add-note')).toEqual([
    { incidentId: I12, kind: 'dispatch', text: 'Gate code 4711' },
  ]);
});

test('find asks after a pause, shows results by kind and goes there', async () => {
  vi.useFakeTimers();
  open('find');
  const field = screen.getByRole('combobox', { name: 'Find anything' });
  bench.main.answer('find.anything', {
    ok: true,
    value: [
      { kind: 'unit', id: 'M2', title: 'M2', detail: 'Available' },
      { kind: 'incident', id: 'incident-12', title: 'Incident 12', detail: 'Kedzie' },
    ],
  });
  fireEvent.change(field, { target: { value: 'k' } });
  fireEvent.change(field, { target: { value: 'ke' } });
  await act(async () => void (await vi.advanceTimersByTimeAsync(60)));
  expect(bench.main.inputsOf('find.anything')).toEqual([]);
  await act(async () => void (await vi.advanceTimersByTimeAsync(30)));
  expect(bench.main.inputsOf('find.anything')).toEqual([{ text: 'ke' }]);
  expect(screen.getAllByRole('option').map((each) => each.textContent)).toEqual([
    'Incident 12Kedzie',
    'M2Available',
  ]);
  await press('ArrowDown', field);
  await press('Enter', field);
  expect(deskStore.getState().selectedUnit).toBe('M2');
  expect(deskStore.getState().sheet).toBeNull();
});

test('an answer to an older text never replaces a newer one', async () => {
  vi.useFakeTimers();
  open('find');
  let late: (value: unknown) => void = () => undefined;
  const asked: string[] = [];
  window.caredesk.ask = (_topic, input) => {
    const { text } = input as { text: string };
    asked.push(text);
    const lines = [{ kind: 'unit', id: text, title: text, detail: '' }];
    const reply = { ok: true as const, value: lines };
    if (text === 'a') return new Promise((done) => (late = () => done(reply)));
    return Promise.resolve(reply);
  };
  const field = screen.getByRole('combobox');
  fireEvent.change(field, { target: { value: 'a' } });
  await act(async () => void (await vi.advanceTimersByTimeAsync(100)));
  fireEvent.change(field, { target: { value: 'ab' } });
  await act(async () => void (await vi.advanceTimersByTimeAsync(100)));
  await act(async () => late(null));
  expect(asked).toEqual(['a', 'ab']);
  expect(screen.getAllByRole('option').map((each) => each.textContent)).toEqual(['ab']);
});

test('keys: what works where the person was, and all of them by searching', () => {
  act(() => deskStore.setState({ pane: 'teams' }));
  const sheet = open('keys');
  expect(within(sheet).getByText(/What works in the teams/)).toBeTruthy();
  expect(within(sheet).getByText('Next team')).toBeTruthy();
  expect(within(sheet).queryByText('Resolved by phone')).toBeNull();
  type('Search all keys', 'resolved');
  expect(within(sheet).getByText(/Resolved by phone/).textContent).toContain('clinician’s desk');
});

test('operators: the look of this workstation and signing off, by key', async () => {
  const sheet = open('operators');
  expect(within(sheet).getByRole('heading', { level: 2 }).textContent).toBe('Dana Reyes');
  const before = deskStore.getState().theme;
  await press('t');
  expect(deskStore.getState().theme).not.toBe(before);
  await press('o');
  expect(bench.main.inputsOf('operator.sign-off')).toEqual([{}]);
  expect(bench.main.inputsOf('desk.hello')).toHaveLength(1);
});

test('past calls: how many there are, and what an empty desk can do about it', async () => {
  bench.main.answer('past.summary', { ok: true, value: { calls: 42_511, behavioral: 2310 } });
  open('past-calls');
  expect(await screen.findByText('42,511')).toBeTruthy();
  act(() => closeSheet());
  await act(async () => void openSheet('past-calls'));
  expect(screen.getByText(/No past calls yet/)).toBeTruthy();
});

test('transfer: the clinician on the line offers the call to a colleague found by name', async () => {
  act(() => sitDown(CLEO));
  showBoard([]);
  const phone = { state: 'with-clinician', since: ago(60), clinician: CLEO.operatorId } as const;
  const inside = { to: 'clinician', line: null, operatorId: IMANI.operatorId } as const;
  const receivers = [
    receiver('Opioid helpline', { notNow: 'The caller wants nobody else on the line.' }),
    receiver(IMANI.name, inside),
  ];
  inFocus(view({ phone, transfers: { ...NO_TRANSFERS, receivers } }));
  open('transfer');
  const names = screen.getAllByRole('option').map((each) => each.textContent ?? '');
  expect(names.some((name) => name.startsWith('Cleo'))).toBe(false);
  bench.main.refuse('phone.transfer', 'A transfer already came back once.', 'bounced');
  const field = screen.getByRole('combobox', { name: 'To whom' });
  fireEvent.change(field, { target: { value: 'opioid' } });
  await press('Enter', field);
  expect(screen.getByRole('alert').textContent).toContain('wants nobody else on the line');
  expect(bench.main.inputsOf('phone.transfer')).toEqual([]);
  fireEvent.change(field, { target: { value: 'imani' } });
  await press('Enter', field);
  expect(bench.main.inputsOf('phone.transfer')).toEqual([
    { incidentId: I12, to: 'clinician', line: null, operatorId: IMANI.operatorId },
  ]);
  expect(screen.getByText(/already came back once/)).toBeTruthy();
});

test('transfer: anybody else sees who is on the phone and can take the incident over', async () => {
  inFocus(view({ owner: CLEO.operatorId, ownerName: 'Cleo Brandt' }));
  open('transfer');
  expect(screen.getByText(/Nobody is on the phone/)).toBeTruthy();
  await press('t');
  expect(bench.main.inputsOf('incident.take')).toEqual([{ incidentId: I12 }]);
});
