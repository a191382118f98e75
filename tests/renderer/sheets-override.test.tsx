import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ResponseOption } from '#shared/board/incident-view.ts';
import { deskStore, openSheet } from '#renderer/desk/desk-store.ts';
import { ActiveSheet } from '#renderer/sheets/active-sheet.tsx';
import {
  atTheConsole,
  DANA,
  I12,
  inFocus,
  SAM,
  showBoard,
  sitDown,
  view,
} from './sheets-fixtures.ts';

const bench = atTheConsole();

function option(id: string, more: Partial<ResponseOption>): ResponseOption {
  return {
    id,
    label: id,
    who: `Who goes with ${id}`,
    level: 'L2',
    direction: 'same',
    recommended: false,
    barred: null,
    needsReason: true,
    needsSecondPerson: false,
    needsUnservedReason: null,
    ...more,
  };
}

const OPTIONS = [
  option('police-ems', { level: 'L4', direction: 'up', needsReason: false }),
  option('co-response', { level: 'L3', recommended: true, needsReason: false }),
  option('behavioral-health', { direction: 'down', needsSecondPerson: true }),
  option('clinician-phone', { level: 'L1', direction: 'down', barred: 'Ask first: weapon.' }),
];
const RECOMMENDED = {
  ...view().recommendation,
  level: 'L3',
  responseId: 'co-response',
  response: 'Co-response ambulance',
} as const;
const high = view({ options: OPTIONS, recommendation: RECOMMENDED });

function open() {
  showBoard([]);
  inFocus(high);
  act(() => openSheet('override'));
  render(<ActiveSheet />);
  return screen.getByRole('dialog');
}

async function press(key: string, target: Element | null = document.activeElement) {
  await act(async () => void fireEvent.keyDown(target ?? document.body, { key }));
}

const why = () => screen.getByLabelText<HTMLTextAreaElement>('Why');
const decided = () => bench.main.inputsOf('incident.decide');

test('every response says its level and direction in words; a barred one says why', () => {
  open();
  const rows = screen
    .getAllByRole('radio')
    .map((radio) => radio.closest('label')?.textContent ?? '');
  expect(rows[0]).toContain('↑ more');
  expect(rows[1]).toContain('recommended');
  expect(rows[2]).toContain('↓ less');
  expect(rows[2]).toContain('second person');
  expect(rows[3]).toContain('Ask first: weapon.');
  expect(screen.getAllByRole<HTMLInputElement>('radio')[3]?.disabled).toBe(true);
});

test('sending more needs nothing but the key and Enter', async () => {
  const sheet = open();
  await press('1', sheet);
  await act(
    async () => void fireEvent.click(screen.getByRole('button', { name: /Decide: police-ems/ })),
  );
  expect(decided()).toEqual([
    {
      incidentId: I12,
      seen: { level: 'L3', response: 'co-response' },
      response: 'police-ems',
      reason: null,
      secondPerson: null,
    },
  ]);
  expect(deskStore.getState().sheet).toBeNull();
});

test('a barred response cannot be chosen by its digit', async () => {
  await press('4', open());
  expect(screen.getAllByRole<HTMLInputElement>('radio').some((radio) => radio.checked)).toBe(false);
});

test('going down asks for a reason and a second person, in one submit', async () => {
  await press('3', open());
  expect(document.activeElement).toBe(why());
  await press('Enter', why());
  expect(screen.getByText('Say why you choose otherwise.')).toBeTruthy();
  fireEvent.change(why(), { target: { value: 'He put the knife away' } });

  const who = screen.getByRole('combobox', { name: 'Who agrees' });
  fireEvent.change(who, { target: { value: 'sam' } });
  await press('Enter', who);
  const secret = screen.getByLabelText('Their passphrase');
  fireEvent.change(secret, { target: { value: 'their secret' } });
  await press('Enter', secret);
  expect(decided()).toEqual([
    {
      incidentId: I12,
      seen: { level: 'L3', response: 'co-response' },
      response: 'behavioral-health',
      reason: 'He put the knife away',
      secondPerson: { operatorId: SAM.operatorId, passphrase: 'their secret' },
    },
  ]);
});

test('the person deciding cannot be the second person', async () => {
  await press('3', open());
  fireEvent.click(screen.getByRole('combobox', { name: 'Who agrees' }));
  const names = within(screen.getByRole('listbox', { name: 'Who agrees' })).getAllByRole('option');
  expect(names.map((each) => each.textContent).join()).not.toContain(DANA.name);
});

test('training asks for no passphrase', async () => {
  act(() => sitDown(DANA, { mode: 'training', passphrases: false }));
  await press('3', open());
  expect(screen.getByRole('combobox', { name: 'Who agrees' })).toBeTruthy();
  expect(screen.queryByLabelText('Their passphrase')).toBeNull();
});

test('a refusal stands beside the button and loses neither choice nor reason', async () => {
  await press('3', open());
  fireEvent.change(why(), { target: { value: 'He put the knife away' } });
  bench.main.refuse('incident.decide', 'Going below L3 needs a second person to sign on.');
  await press('Enter', why());
  expect(screen.getByText(/needs a second person to sign on/)).toBeTruthy();
  expect(why().value).toBe('He put the knife away');
  expect(screen.getAllByRole<HTMLInputElement>('radio')[2]?.checked).toBe(true);
});

test('a recommendation that changes meanwhile is said, and main gets the one that was seen', async () => {
  await press('3', open());
  fireEvent.change(why(), { target: { value: 'He put the knife away' } });
  const changed = { ...RECOMMENDED, level: 'L4', responseId: 'police-ems' } as const;
  inFocus({ ...high, recommendation: changed });
  expect(screen.getByText(/The recommendation changed while this was open/)).toBeTruthy();
  bench.main.refuse('incident.decide', 'The recommendation is now L4.', 'recommendation-changed');
  await press('Enter', why());
  expect(decided().at(-1)).toMatchObject({ seen: { level: 'L3', response: 'co-response' } });
  fireEvent.click(screen.getByRole('button', { name: 'I have read it' }));
  await press('Enter', why());
  expect(decided().at(-1)).toMatchObject({ seen: { level: 'L4', response: 'police-ems' } });
});
