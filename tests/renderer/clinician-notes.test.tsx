import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { MOTHER_OF_LEO } from '../support/plan-examples.ts';
import { saidAtTheEnd } from './said-at-the-end.ts';
import { clinical, written } from './clinical-work.ts';
import { ago, atTheConsole, CLEO, I12, inFocus, row, showBoard, view } from './sheets-fixtures.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { minorityOf } from '#shared/person/minor.ts';
import { ClinicianHome } from '#renderer/clinician/clinician-home.tsx';
import { keepDrafts } from '#renderer/desk/kept-drafts.ts';
import { runAction } from '#renderer/keys/actions.ts';

const bench = atTheConsole(CLEO);
const ON_THE_LINE: Partial<IncidentView> = {
  phone: { state: 'with-clinician', since: ago(75), clinician: CLEO.operatorId },
};

function onThePhone(work: Parameters<typeof clinical>[0] = {}, more: Partial<IncidentView> = {}) {
  showBoard([], [row(12, { phone: 'with-clinician', clinician: CLEO.operatorId })]);
  render(<ClinicianHome />);
  inFocus(view({ ...ON_THE_LINE, clinical: clinical(work), ...more }));
}

const field = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
const type = (name: string, value: string) =>
  act(async () => void fireEvent.change(field(name), { target: { value } }));
const key = (name: string, init: object) =>
  act(async () => void fireEvent.keyDown(field(name), init));
const paste = (name: string, text: string) =>
  fireEvent.paste(field(name), { clipboardData: { getData: () => text } });

test('Enter puts a field on the record, over what stood there, and goes to the next', async () => {
  onThePhone({ notes: [{ field: 'concern', versions: [written('Cannot sleep.', 41)] }] });
  await type('Concern', 'Cannot sleep, hears steps.');
  expect(screen.getByText('Typed, not on the record')).toBeTruthy();
  await key('Concern', { key: 'Enter' });
  expect(bench.main.inputsOf('note.write')).toEqual([
    { incidentId: I12, field: 'concern', text: 'Cannot sleep, hears steps.', over: 41 },
  ]);
  expect(document.activeElement).toBe(field('What happened today'));
});

test('what is typed is kept within the second, and at once when the field is left', async () => {
  vi.useFakeTimers();
  const stop = keepDrafts();
  onThePhone();
  await type('Agreed', 'Will call');
  await act(async () => void (await vi.advanceTimersByTimeAsync(900)));
  const draft = { subject: `incident/${I12}`, field: 'note.agreed' };
  expect(bench.main.inputsOf('draft.save')).toMatchObject([{ ...draft, text: 'Will call' }]);
  await type('Agreed', 'Will call back');
  await act(async () => void fireEvent.blur(field('Agreed')));
  expect(bench.main.inputsOf('draft.save').at(-1)).toMatchObject({
    ...draft,
    text: 'Will call back',
  });
  expect(bench.main.inputsOf('note.write')).toEqual([]);
  stop();
  vi.useRealTimers();
});

test('a refused field says why beside it and stays typed', async () => {
  onThePhone();
  bench.main.refuse('note.write', 'The disk is full. Nothing was put on the record.');
  await type('Concern', 'Cannot sleep.');
  await key('Concern', { key: 'Enter' });
  expect(screen.getByText(/The disk is full/)).toBeTruthy();
  expect(field('Concern').value).toBe('Cannot sleep.');
});

test('a paste of 200 kB is refused whole, and says what is kept', async () => {
  onThePhone();
  await type('Concern', 'Cannot sleep.');
  let taken = true;
  act(() => {
    taken = paste('Concern', 'x'.repeat(200_000));
  });
  expect(taken).toBe(false);
  expect(
    screen.getByText(/200,013 characters.*20,000.*what stood in the field is kept/),
  ).toBeTruthy();
  expect(field('Concern').value).toBe('Cannot sleep.');
  // The same by another way than the clipboard.
  await type('Concern', 'x'.repeat(200_000));
  expect(field('Concern').value).toBe('Cannot sleep.');
  act(() => {
    taken = paste('Concern', 'x'.repeat(19_000));
  });
  expect(taken).toBe(true);
  expect(screen.queryByText(/20,000/)).toBeNull();
});

test('Ctrl and a number puts a phrase behind what is typed', async () => {
  onThePhone();
  await type('How they are now', 'Quiet.');
  fireEvent.focus(field('How they are now'));
  expect(screen.getByRole('list', { name: 'Phrases' }).textContent).toContain('Speech clear');
  await key('How they are now', { key: '1', ctrlKey: true });
  expect(field('How they are now').value).toBe('Quiet. Speech clear and ordered.');
});

test('who wrote meanwhile is shown, and a person decides whose words stand', async () => {
  const mine = { field: 'concern', versions: [written('Cannot sleep.', 41)] } as const;
  onThePhone({ notes: [mine] });
  await type('Concern', 'Mine.');
  const theirs = {
    ...mine,
    versions: [written('Slept two hours.', 55, 'Imani'), ...mine.versions],
  };
  inFocus(view({ ...ON_THE_LINE, clinical: clinical({ notes: [theirs] }) }));
  expect(screen.getByText('Slept two hours.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Mine takes its place' }));
  await key('Concern', { key: 'Enter' });
  expect(bench.main.inputsOf('note.write')).toEqual([
    { incidentId: I12, field: 'concern', text: 'Mine.', over: 55 },
  ]);
});

test('earlier versions of a field can be opened', () => {
  const versions = [written('Slept two hours.', 55), written('Cannot sleep.', 41)];
  onThePhone({ notes: [{ field: 'concern', versions }] });
  const history = screen.getByText('One earlier version').closest('details')!;
  history.open = true;
  fireEvent(history, new Event('toggle'));
  expect(history.textContent).toContain('Cannot sleep.');
});

test('everything typed goes on the record before the call ends', async () => {
  onThePhone();
  await type('Concern', 'Cannot sleep.');
  await type('Supports there', 'Her aunt.');
  await act(async () => void runAction('phone.resolve'));
  await saidAtTheEnd();
  await act(async () => void runAction('phone.enter'));
  const order = bench.main.asked.map(({ topic }) => topic).filter((topic) => !/draft/.test(topic));
  expect(order.slice(-3)).toEqual(['note.write', 'note.write', 'phone.resolve']);
  expect(field('Concern').value).toBe('');
});

test('a note that is refused keeps the call from ending, but never a team from being asked for', async () => {
  onThePhone();
  bench.main.refuse('note.write', 'Imani wrote “Concern” meanwhile.');
  await type('Concern', 'Cannot sleep.');
  await act(async () => void runAction('phone.resolve'));
  await saidAtTheEnd();
  await act(async () => void runAction('phone.enter'));
  expect(bench.main.inputsOf('phone.resolve')).toEqual([]);
  expect(screen.getByText(/Imani wrote/)).toBeTruthy();
  await act(async () => void runAction('phone.escalate'));
  fireEvent.change(screen.getByLabelText(/What the team must know/), {
    target: { value: 'Alone' },
  });
  bench.main.refuse('note.write', 'Imani wrote “Concern” meanwhile.');
  await act(async () => void runAction('phone.enter'));
  expect(bench.main.inputsOf('phone.escalate')).toHaveLength(1);
});

test('the Part 2 field says that it is kept apart', () => {
  onThePhone();
  const apart = field('Substance-use treatment').getAttribute('aria-describedby')!;
  expect(document.getElementById(apart)?.textContent).toContain('Part 2, kept apart');
});

test('caller and person are written down apart, with the guardian of a minor', async () => {
  onThePhone();
  expect(screen.getByText('Who is on the line, and whom is it about?')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /Write it down/ }));
  fireEvent.click(screen.getByLabelText('Somebody for them'));
  fireEvent.change(screen.getByLabelText('Name of the caller'), { target: { value: 'ليلى' } });
  fireEvent.change(screen.getByLabelText('Name of the person'), { target: { value: 'Sam 🧑🏽‍🚒' } });
  expect(screen.queryByText('Parent or guardian')).toBeNull();
  fireEvent.change(screen.getByLabelText('Age'), { target: { value: '12-17' } });
  fireEvent.change(screen.getByLabelText('Name of the guardian'), { target: { value: 'Noor' } });
  await act(async () => void fireEvent.submit(screen.getByLabelText('Age').closest('form')!));
  expect(bench.main.inputsOf('people.note')).toMatchObject([
    {
      people: {
        who: 'other',
        caller: { name: 'ليلى', callback: '312-555-0100' },
        subject: { name: 'Sam 🧑🏽‍🚒', birth: { known: 'band', band: '12-17' } },
        guardian: { name: 'Noor', consent: 'not-asked' },
      },
    },
  ]);
  expect(screen.queryByLabelText('Name of the caller')).toBeNull();
});

test('what is known of them stands in a line, each name in its own direction', () => {
  const subject = { ...MOTHER_OF_LEO.subject, name: 'ליאו' };
  onThePhone({
    people: written({ ...MOTHER_OF_LEO, subject }),
    minority: minorityOf({ known: 'band', band: '12-17' }, '2026-03-03'),
  });
  const said = screen.getByRole('region', { name: 'Caller and person' });
  expect(said.textContent).toMatch(/On the line Rosa Example, parent.*About ליאו.*Say Leo/);
  expect(within(said).getByText('ליאו').getAttribute('dir')).toBe('auto');
  expect(said.textContent).toMatch(/rights of their own.*verify locally/);
  expect(said.textContent).toMatch(/Guardian Rosa Example.*Reached · Told of the call/);
});

test('with a new caller it is asked again who that is', () => {
  onThePhone({ people: written(MOTHER_OF_LEO), callerChanged: true });
  expect(screen.getByText(/Somebody else has been on the line since/)).toBeTruthy();
});

test('an interpreter that is needed and not there is said, and connected', async () => {
  onThePhone({}, { language: { language: 'pl', interpreter: true } });
  expect(screen.getByText(/No interpreter on the line/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Interpreter' }));
  const line = screen.getByLabelText('Number of the interpreter or line');
  fireEvent.change(line, { target: { value: '4711' } });
  await act(async () => void fireEvent.submit(line.closest('form')!));
  expect(bench.main.inputsOf('interpreter.connect')).toEqual([
    { incidentId: I12, means: 'phone', line: '4711' },
  ]);
});

test('a window that goes away writes what is half typed first', async () => {
  const stop = keepDrafts();
  onThePhone();
  await type('Concern', 'Cannot');
  window.dispatchEvent(new Event('pagehide'));
  stop();
  expect(bench.main.inputsOf('draft.save')).toMatchObject([{ text: 'Cannot' }]);
});
