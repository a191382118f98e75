import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { UnitRow } from '#shared/board/board-rows.ts';
import type { IncidentView, SendCandidate } from '#shared/board/incident-view.ts';
import { useWindowKeys } from '#renderer/keys/window-keys.ts';
import { runAction } from '#renderer/keys/actions.ts';
import { runCommand } from '#renderer/keys/command-line-run.ts';
import { parseCommand } from '#renderer/keys/command-line-parse.ts';
import { deskStore, openSheet, selectUnit } from '#renderer/desk/desk-store.ts';
import { nextStepOf } from '#renderer/incident/next-step.ts';
import { ActiveSheet } from '#renderer/sheets/active-sheet.tsx';
import {
  atTheConsole,
  candidate,
  I12,
  inFocus,
  SAM,
  showBoard,
  sitDown,
  unit,
  view,
} from './sheets-fixtures.ts';

const bench = atTheConsole();

const BARRED = 'Incident 12 (L2) does not go before 9 (L3).';

function onOther(barred: string | null, reassignable = false): SendCandidate {
  const why = barred === null ? 'On its way to 9 (L1): can be pre-empted' : 'On its way to 9 (L3)';
  return candidate('M4', {
    shortfalls: [{ kind: 'busy', text: why }],
    onOther: { number: 9, level: barred === null ? 'L1' : 'L3', barred, reassignable },
  });
}

async function chooseBusy(barred: string | null, reassignable = false) {
  showBoard([unit('M4', { status: 'en-route' })]);
  inFocus(view({ candidates: [onOther(barred, reassignable)] }));
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

test('at the same level a person moves it by judgement, by key too, and the other one is told', async () => {
  const why = await chooseBusy(BARRED, true);
  type(why, 'Knows the person.');
  expect(screen.getByRole('button', { name: /Reassign: take it from 9 now/ })).toBeTruthy();
  const pressed = { key: 't', code: 'KeyT', altKey: true };
  await act(async () => void fireEvent.keyDown(why, pressed));
  expect(bench.main.inputsOf('incident.reassign-unit')).toEqual([sent]);
  expect(bench.main.inputsOf('incident.pre-empt-unit')).toEqual([]);
});

test('where it may not be taken away there is no such button', async () => {
  await chooseBusy(BARRED);
  expect(screen.queryByRole('button', { name: /Pre-empt/ })).toBeNull();
  await click(/Another unit/);
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Unit' }));
});

async function statusSheet(
  status: 'en-route' | 'on-scene',
  letter: string,
  more: Partial<UnitRow> = {},
) {
  showBoard([unit('M2', { status, incidentNumber: 12, ...more })]);
  act(() => {
    selectUnit('M2');
    openSheet('status');
  });
  render(<ActiveSheet />);
  const press = document.activeElement ?? document.body;
  await act(async () => void fireEvent.keyDown(press, { key: letter, code: letter }));
}

const focused = () => document.activeElement ?? document.body;
const stroke = (key: string) =>
  act(async () => void fireEvent.keyDown(focused(), { key, code: `Key${key.toUpperCase()}` }));

test('a wrong status is corrected to any other by its letter, with what was wrong', async () => {
  await statusSheet('on-scene', 'r');
  const choices = within(screen.getByRole('list', { name: 'What it really is' }));
  expect(choices.queryByRole('button', { name: /On scene/ })).toBeNull();
  expect(choices.getAllByRole('button')).toHaveLength(10);
  await stroke('e');
  const why = screen.getByLabelText(/M2 is en route\. What was wrong/);
  expect(document.activeElement).toBe(why);
  type(why, 'Pressed by mistake.');
  await act(async () => void fireEvent.submit(why));
  expect(bench.main.inputsOf('unit.correct-status')).toEqual([
    { unitId: 'M2', status: 'en-route', reason: 'Pressed by mistake.' },
  ]);
  expect(deskStore.getState().sheet).toBeNull();
});

test('a stacked unit is taken off with a reason; without one nothing is offered', async () => {
  await statusSheet('on-scene', 'u', { nextNumber: 31 });
  const why = screen.getByLabelText('Why M2 does not come');
  expect(document.activeElement).toBe(why);
  type(why, 'It takes too long there.');
  bench.main.refuse('unit.unstack', 'M2 comes to no other incident.');
  await act(async () => void fireEvent.submit(why));
  expect(screen.getByText('M2 comes to no other incident.')).toBeTruthy();
  await act(async () => void fireEvent.submit(why));
  expect(bench.main.inputsOf('unit.unstack').at(-1)).toEqual({
    unitId: 'M2',
    reason: 'It takes too long there.',
  });
  expect(deskStore.getState().notice?.text).toBe('M2 does not come to 31.');
  cleanup();
  await statusSheet('on-scene', 'u');
  expect(screen.queryByLabelText('Why M2 does not come')).toBeNull();
});

test('the crew is heard, asks for back-up and is in duress from the same sheet', async () => {
  await statusSheet('on-scene', 'i');
  expect(bench.main.inputsOf('unit.check-in')).toEqual([{ unitId: 'M2' }]);
  for (const [key, topic] of [
    ['B', 'unit.ask-back-up'],
    ['D', 'unit.duress'],
  ] as const) {
    const pressed = { key, code: `Key${key}`, shiftKey: true };
    await act(async () => void fireEvent.keyDown(focused(), pressed));
    expect(bench.main.inputsOf(topic)).toEqual([{ unitId: 'M2' }]);
  }
});

test('a keeper of the roster switches each of the crew by a letter; nobody else does', async () => {
  await statusSheet('on-scene', 'k');
  expect(bench.main.inputsOf('unit.set-duty')).toEqual([]);
  cleanup();
  sitDown(SAM);
  await statusSheet('on-scene', 'j');
  expect(bench.main.inputsOf('unit.set-duty')).toEqual([
    {
      unitId: 'M2',
      name: 'Rafael Quiñones',
      role: 'clinician',
      onDuty: false,
      reason: null,
    },
  ]);
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
  useWindowKeys();
  return <input aria-label="text" />;
}

const undoes = () => act(async () => void runAction('undo'));

test('Ctrl+Z takes back what main offers, and says what is so now', async () => {
  render(<Keys />);
  bench.main.answer('act.last', { ok: true, value: { seq: 7, says: 'M2 is en route.' } });
  await undoes();
  expect(bench.main.inputsOf('act.undo')).toEqual([{ seq: 7 }]);
  expect(deskStore.getState().notice).toMatchObject({ tone: 'done', text: 'M2 is en route.' });
});

test('with nothing to take back it says why, and in a text field it is the field’s own', async () => {
  render(<Keys />);
  bench.main.answer('act.last', { ok: true, value: { seq: null, says: 'M2 changed.' } });
  await undoes();
  expect(bench.main.inputsOf('act.undo')).toEqual([]);
  expect(deskStore.getState().notice).toMatchObject({ tone: 'refused', text: 'M2 changed.' });
  screen.getByLabelText('text').focus();
  const before = bench.main.asked.length;
  expect(runAction('undo')).toBe(false);
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
  expect(bench.main.inputsOf('act.last')).toHaveLength(1);
});

const promised = (more: Partial<IncidentView>) =>
  nextStepOf(
    view({ stacked: [{ unitId: unit('M4').unitId, afterNumber: 9, free: true }], ...more }),
  );
const free = candidate('M4');

test('Enter sends a stacked unit once it is free, or opens the list when something stands against it', () => {
  expect(promised({ candidates: [free] })).toMatchObject({ does: 'send', unitId: 'M4' });
  expect(promised({ candidates: [{ ...free, recommended: false }] })).toMatchObject({
    does: 'choose-unit',
  });
  const stacked = [{ unitId: unit('M4').unitId, afterNumber: 9, free: false }];
  expect(promised({ stacked, candidates: [] })).not.toMatchObject({ does: 'send' });
});
