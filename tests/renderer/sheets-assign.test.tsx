import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { deskStore, openSheet } from '#renderer/desk/desk-store.ts';
import { ActiveSheet } from '#renderer/sheets/active-sheet.tsx';
import { atTheConsole, candidate, I12, inFocus, showBoard, unit, view } from './sheets-fixtures.ts';

const bench = atTheConsole();

const FAR = { kind: 'out-of-area', text: 'Outside its area' } as const;
const BUSY = { kind: 'busy', text: 'Busy: en route' } as const;
const police = unit('P11', { teamType: 'police-cit', team: 'Police, CIT', zone: 'North' });

function open() {
  showBoard([unit('M2'), unit('M3'), unit('M4', { status: 'en-route' }), police]);
  inFocus(
    view({
      candidates: [
        candidate('M2'),
        candidate('M3', { shortfalls: [FAR] }),
        candidate('M4', { shortfalls: [BUSY] }),
      ],
    }),
  );
  act(() => openSheet('assign'));
  render(<ActiveSheet />);
  return screen.getByRole('combobox', { name: 'Unit' });
}

async function press(key: string, target: Element) {
  await act(async () => void fireEvent.keyDown(target, { key }));
}

const sent = () => bench.main.inputsOf('incident.assign-unit');

test('units stand in main’s order with why or why not, then police, EMS and co-response', () => {
  open();
  const rows = screen.getAllByRole('option').map((each) => each.textContent ?? '');
  expect(rows.map((text) => text.slice(0, 2))).toEqual(['M2', 'M3', 'M4', 'P1']);
  expect(rows[1]).toContain('Outside its area');
  expect(rows[2]).toContain('Busy: en route');
  expect(screen.getByText('Police, EMS and co-response')).toBeTruthy();
});

test('Enter sends the first one and closes the sheet', async () => {
  await press('Enter', open());
  expect(sent()).toEqual([{ incidentId: I12, unitId: 'M2', reason: null }]);
  expect(deskStore.getState().sheet).toBeNull();
});

test('a second Enter while the first is under way sends nobody else', async () => {
  const field = open();
  await act(async () => {
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.keyDown(field, { key: 'Enter' });
  });
  expect(sent()).toHaveLength(1);
});

test('a soft shortfall asks for its reason in place and keeps it when main refuses', async () => {
  const field = open();
  await press('ArrowDown', field);
  await press('Enter', field);
  expect(sent()).toEqual([]);
  const why = screen.getByLabelText<HTMLInputElement>(/M3: Outside its area/);
  expect(document.activeElement).toBe(why);
  fireEvent.change(why, { target: { value: 'Nearest by far' } });
  bench.main.refuse('incident.assign-unit', 'M3 cannot go. Off duty.');
  await act(async () => void fireEvent.submit(why));
  expect(screen.getByText('M3 cannot go. Off duty.')).toBeTruthy();
  expect(why.value).toBe('Nearest by far');
  await act(async () => void fireEvent.submit(why));
  expect(sent().at(-1)).toEqual({ incidentId: I12, unitId: 'M3', reason: 'Nearest by far' });
});

test('a hard shortfall is main’s to refuse, beside the list', async () => {
  const field = open();
  fireEvent.change(field, { target: { value: 'm4' } });
  bench.main.refuse('incident.assign-unit', 'M4 cannot go. Busy: en route.');
  await press('Enter', field);
  expect(screen.getByText(/M4 cannot go/)).toBeTruthy();
  expect(screen.queryByLabelText(/all the same/)).toBeNull();
});

test('when main wants a reason nobody foresaw, the field for it opens', async () => {
  const field = open();
  fireEvent.change(field, { target: { value: 'p11' } });
  bench.main.refuse('incident.assign-unit', 'P11: outside its hours. Say why.', 'reason-needed');
  await press('Enter', field);
  const why = screen.getByLabelText(/P11/);
  fireEvent.change(why, { target: { value: 'Only one left' } });
  await act(async () => void fireEvent.submit(why));
  expect(sent().at(-1)).toEqual({ incidentId: I12, unitId: 'P11', reason: 'Only one left' });
});

test('while no decision stands the sheet says who may go all the same', () => {
  showBoard([police]);
  inFocus(view({ needsDecision: true }));
  act(() => openSheet('assign'));
  render(<ActiveSheet />);
  expect(screen.getByText(/police, EMS and co-response may go at once/)).toBeTruthy();
});
