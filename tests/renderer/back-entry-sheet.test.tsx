import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { BackEntryView } from '#shared/contract/answers.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { deskStore, openSheet } from '#renderer/desk/desk-store.ts';
import { Timeline } from '#renderer/incident/timeline.tsx';
import { ActiveSheet } from '#renderer/sheets/active-sheet.tsx';
import { ago, atTheConsole, CLEO, I12, showBoard, sitDown, view } from './sheets-fixtures.ts';

const bench = atTheConsole();

const IN_RECORD: BackEntryView = {
  outages: [{ outageId: 'o1', from: ago(7200), to: ago(600), why: 'The PC lost its power.' }],
  cards: [{ card: '6', incidentId: I12, number: 12, at: ago(60), byName: 'Dana Reyes' }],
};

async function open(known: BackEntryView = IN_RECORD): Promise<HTMLElement> {
  const reply = { ok: true, value: known } as const;
  bench.main.answer('outage.cards', reply, reply);
  showBoard([]);
  act(() => openSheet('back-entry'));
  await act(async () => void render(<ActiveSheet />));
  return screen.findByRole('dialog', { name: 'Back-entry' });
}

const type = (label: string, text: string) =>
  act(() => void fireEvent.change(screen.getByLabelText(label), { target: { value: text } }));
const enter = () =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Enter this card' })));
const inputs = () => bench.main.inputsOf('outage.enter-card');

test('it shows the outages and the cards that are in; without any it asks to declare one first', async () => {
  const sheet = await open();
  expect(await within(sheet).findByText('The PC lost its power.')).toBeTruthy();
  expect(sheet.textContent).toContain('6 (12)');
  expect(within(sheet).getByText('Declare another outage')).toBeTruthy();
});

test('without an outage, declaring one stands first and open', async () => {
  const sheet = await open({ outages: [], cards: [] });
  expect(within(sheet).getByText('First: declare the outage').closest('details')?.open).toBe(true);
});

test('what is missing is said at its field, and main is not asked', async () => {
  await open();
  await enter();
  const number = screen.getByLabelText('Card number');
  expect(number.getAttribute('aria-invalid')).toBe('true');
  type('Card number', '7');
  type('Kept by', 'Pat');
  await enter();
  expect(number.getAttribute('aria-invalid')).toBeNull();
  expect(screen.getByLabelText('Call received').getAttribute('aria-invalid')).toBe('true');
  expect(inputs()).toEqual([]);
});

test('main’s sentence stands at the field it is about, and what was typed stays', async () => {
  await open();
  type('Card number', '7');
  type('Kept by', 'Pat');
  type('Call received', '1407');
  bench.main.refuse('outage.enter-card', 'Card 7 was entered already, as incident 3.', 'card');
  await enter();
  expect(inputs()).toMatchObject([{ card: '7', keptBy: 'Pat', received: { about: false } }]);
  const number = screen.getByLabelText<HTMLInputElement>('Card number');
  expect(number.getAttribute('aria-invalid')).toBe('true');
  expect(number.value).toBe('7');
});

test('a card in the record clears the form for the next one, which the same person kept', async () => {
  await open();
  type('Card number', '7');
  type('Kept by', 'Pat');
  type('Call received', '14:07');
  type('What the caller said', 'She cries.');
  await enter();
  expect(deskStore.getState().notice).toMatchObject({ tone: 'done' });
  expect(screen.getByLabelText<HTMLInputElement>('Card number').value).toBe('');
  expect(screen.getByLabelText<HTMLInputElement>('What the caller said').value).toBe('');
  expect(screen.getByLabelText<HTMLInputElement>('Kept by').value).toBe('Pat');
});

test('a clinician is told who enters cards', async () => {
  sitDown(CLEO);
  const sheet = await open();
  expect(sheet.textContent).toContain('by a dispatcher or a supervisor');
  expect(bench.main.inputsOf('outage.cards')).toEqual([]);
});

test('the timeline shows both times of what came from paper, and says when one is only about right', () => {
  const line = { by: 'Dana', kind: 'unit' } as const;
  const at = '2026-03-03T18:07:00.000Z';
  const timeline = [
    {
      ...line,
      seq: 1,
      at,
      text: 'M1 on scene',
      entered: { at: '2026-03-03T21:30:00.000Z', about: true },
    },
    { ...line, seq: 2, at, text: 'M1 clearing' },
  ];
  render(<Timeline view={view({ incidentId: 'i' as IncidentId, timeline })} />);
  const [paper, live] = screen.getAllByRole('listitem');
  expect(paper?.textContent).toContain('about 12:07');
  expect(paper?.textContent).toContain('entered 15:30');
  expect(live?.textContent).not.toContain('entered');
});
