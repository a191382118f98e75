import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { IncidentView, SendCandidate } from '#shared/board/incident-view.ts';
import { useDispatchKeys } from '#renderer/keys/window-keys.ts';
import { runAction } from '#renderer/keys/actions.ts';
import { runCommand } from '#renderer/keys/command-line-run.ts';
import { parseCommand } from '#renderer/keys/command-line-parse.ts';
import { deskStore, openSheet, selectUnit } from '#renderer/desk/desk-store.ts';
import { nextStepOf } from '#renderer/incident/next-step.ts';
import { ActiveSheet } from '#renderer/sheets/active-sheet.tsx';
import { atTheConsole, I12, inFocus, showBoard, unit, view } from './sheets-fixtures.ts';

const bench = atTheConsole();

const BARRED = 'Incident 12 (L2) does not go before 9 (L3).';

function onOther(barred: string | null): SendCandidate {
  const why = barred === null ? 'On its way to 9 (L1): can be pre-empted' : 'On its way to 9 (L3)';
  return {
    unitId: 'M4',
    teamType: 'behavioral-health',
    team: 'Behavioral-health team',
    shortfalls: [{ kind: 'busy', text: why }],
    recommended: false,
    why,
    onOther: { number: 9, level: barred === null ? 'L1' : 'L3', barred },
  };
}

async function chooseBusy(barred: string | null) {
  showBoard([unit('M4', { status: 'en-route' })]);
  inFocus(view({ candidates: [onOther(barred)] }));
  act(() => openSheet('assign'));
  render(<ActiveSheet />);
  const field = screen.getByRole('combobox', { name: 'Unit' });
  await act(async () => void fireEvent.keyDown(field, { key: 'Enter' }));
  return screen.getByLabelText<HTMLInputElement>('Why M4');
}

const sent = { incidentId: I12, unitId: 'M4', reason: 'Knows the person.' };
const type = (field: Element, value: string) => fireEvent.change(field, { target: { value } });
const click = (name: RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

test('a busy unit is not sent at once: the sheet warns, and Enter stacks it', async () => {
  const why = await chooseBusy(null);
  expect(bench.main.inputsOf('incident.assign-unit')).toEqual([]);
  expect(screen.getByText(/M4 is still on 9 \(L1\): it comes after that/)).toBeTruthy();
  expect(document.activeElement).toBe(why);
  type(why, 'Knows the person.');
  bench.main.refuse('incident.stack-unit', 'M4 cannot go. No clinician on duty.');
  await act(async () => void fireEvent.submit(why));
  expect(screen.getByText('M4 cannot go. No clinician on duty.')).toBeTruthy();
  expect(why.value).toBe('Knows the person.');
  await act(async () => void fireEvent.submit(why));
  expect(bench.main.inputsOf('incident.stack-unit').at(-1)).toEqual(sent);
  expect(bench.main.inputsOf('incident.pre-empt-unit')).toEqual([]);
  expect(deskStore.getState().sheet).toBeNull();
});

test('taking it away is a button of its own, and says that the other one needs a unit', async () => {
  type(await chooseBusy(null), 'Knows the person.');
  await click(/Pre-empt: take it from 9 now/);
  expect(bench.main.inputsOf('incident.pre-empt-unit')).toEqual([sent]);
  expect(deskStore.getState().notice?.text).toMatch(/9 needs a unit again/);
});

test('where it may not be taken away there is no such button', async () => {
  await chooseBusy(BARRED);
  expect(screen.queryByRole('button', { name: /Pre-empt/ })).toBeNull();
  await click(/Another unit/);
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Unit' }));
});

async function statusSheet(status: 'en-route' | 'on-scene', letter: string) {
  showBoard([unit('M2', { status, incidentNumber: 12 })]);
  act(() => {
    selectUnit('M2');
    openSheet('status');
  });
  render(<ActiveSheet />);
  const press = document.activeElement ?? document.body;
  await act(async () => void fireEvent.keyDown(press, { key: letter, code: letter }));
}

test('a wrong status is corrected to any other, with what was wrong', async () => {
  await statusSheet('on-scene', 'r');
  const field = screen.getByRole('combobox', { name: 'What it really is' });
  expect(screen.queryByRole('option', { name: /On scene/ })).toBeNull();
  expect(screen.getAllByRole('option')).toHaveLength(10);
  type(field, 'en route');
  await act(async () => void fireEvent.keyDown(field, { key: 'Enter' }));
  const why = screen.getByLabelText(/M2 is en route\. What was wrong/);
  expect(document.activeElement).toBe(why);
  type(why, 'Pressed by mistake.');
  await act(async () => void fireEvent.submit(why));
  expect(bench.main.inputsOf('unit.correct-status')).toEqual([
    { unitId: 'M2', status: 'en-route', reason: 'Pressed by mistake.' },
  ]);
  expect(deskStore.getState().sheet).toBeNull();
});

test('a unit on its way is stood down, and a reason may be left out', async () => {
  await statusSheet('en-route', 'n');
  const why = screen.getByLabelText('Why (may be left out)');
  expect(document.activeElement).toBe(why);
  await act(async () => void fireEvent.submit(why));
  expect(bench.main.inputsOf('unit.stand-down')).toEqual([{ unitId: 'M2', reason: null }]);
  expect(deskStore.getState().notice?.text).toMatch(/Tell the crew by radio/);
});

test('one that is there is not: its sheet offers no such thing', async () => {
  await statusSheet('on-scene', 'n');
  expect(screen.queryByRole('button', { name: /Stand/ })).toBeNull();
  expect(screen.getByRole('button', { name: /Correct a wrong status/ })).toBeTruthy();
});

function Keys() {
  useDispatchKeys();
  return <input aria-label="text" />;
}

const undoes = () => act(async () => void runAction('unit.undo'));

test('Ctrl+Z takes back what main offers, and says what is so now', async () => {
  render(<Keys />);
  bench.main.answer('unit.last-change', { ok: true, value: { seq: 7, says: 'M2 is en route.' } });
  await undoes();
  expect(bench.main.inputsOf('unit.undo')).toEqual([{ seq: 7 }]);
  expect(deskStore.getState().notice).toMatchObject({ tone: 'done', text: 'M2 is en route.' });
});

test('with nothing to take back it says why, and in a text field it is the field’s own', async () => {
  render(<Keys />);
  bench.main.answer('unit.last-change', { ok: true, value: { seq: null, says: 'M2 changed.' } });
  await undoes();
  expect(bench.main.inputsOf('unit.undo')).toEqual([]);
  expect(deskStore.getState().notice).toMatchObject({ tone: 'refused', text: 'M2 changed.' });
  screen.getByLabelText('text').focus();
  const before = bench.main.asked.length;
  expect(runAction('unit.undo')).toBe(false);
  expect(bench.main.asked).toHaveLength(before);
});

test('the command line stands down, corrects and takes back', async () => {
  showBoard([unit('M2', { status: 'en-route' })]);
  for (const line of ['sd m2 not needed', 'fix m2 av pressed by mistake', 'undo'])
    expect(await act(() => runCommand(parseCommand(line)))).toBeNull();
  expect(bench.main.inputsOf('unit.stand-down')).toEqual([{ unitId: 'M2', reason: 'not needed' }]);
  expect(bench.main.inputsOf('unit.correct-status')).toEqual([
    { unitId: 'M2', status: 'available', reason: 'pressed by mistake' },
  ]);
  expect(bench.main.inputsOf('unit.last-change')).toHaveLength(1);
});

const promised = (more: Partial<IncidentView>) =>
  nextStepOf(
    view({ stacked: [{ unitId: unit('M4').unitId, afterNumber: 9, free: true }], ...more }),
  );
const free: SendCandidate = {
  unitId: 'M4',
  teamType: 'behavioral-health',
  team: 'Behavioral-health team',
  shortfalls: [],
  recommended: true,
  why: 'Full crew',
};

test('Enter sends a stacked unit once it is free, or opens the list when something stands against it', () => {
  expect(promised({ candidates: [free] })).toMatchObject({ does: 'send', unitId: 'M4' });
  expect(promised({ candidates: [{ ...free, recommended: false }] })).toMatchObject({
    does: 'choose-unit',
  });
  const stacked = [{ unitId: unit('M4').unitId, afterNumber: 9, free: false }];
  expect(promised({ stacked, candidates: [] })).not.toMatchObject({ does: 'send' });
});
