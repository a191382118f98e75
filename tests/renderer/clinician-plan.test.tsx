import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { A_PLAN, PILLS, PLAYS_GUITAR } from '../support/plan-examples.ts';
import { clinical, written } from './clinical-work.ts';
import { ago, atTheConsole, CLEO, I12, inFocus, row, showBoard, view } from './sheets-fixtures.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { planSheet } from '#shared/plan/plan-sheet.ts';
import { EMPTY_PLAN, spokenSummary } from '#shared/plan/safety-plan.ts';
import { ClinicianHome } from '#renderer/clinician/clinician-home.tsx';
import { IncidentPane } from '#renderer/incident/incident-pane.tsx';
import { runAction } from '#renderer/keys/actions.ts';
import { bindingFor } from '#renderer/keys/places.ts';

const bench = atTheConsole(CLEO);

const SHEET = planSheet(A_PLAN, {
  name: 'Leo',
  center: 'Test Center',
  date: '2026-03-03',
  lines: [{ label: '988 lifeline', number: '988' }],
  training: false,
});
const ON_RECORD = {
  plans: [written(A_PLAN, 30)],
  spoken: spokenSummary(A_PLAN, 'Leo'),
  sheet: SHEET,
};

async function planTool(
  work: Parameters<typeof clinical>[0] = {},
  more: Partial<IncidentView> = {},
) {
  showBoard([], [row(12, { phone: 'with-clinician', clinician: CLEO.operatorId })]);
  render(<ClinicianHome />);
  inFocus(
    view({
      phone: { state: 'with-clinician', since: ago(75), clinician: CLEO.operatorId },
      clinical: clinical(work),
      ...more,
    }),
  );
  await act(async () => void runAction('phone.plan'));
}

const step = (name: RegExp) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
const change = (element: HTMLElement, value: string) =>
  act(async () => void fireEvent.change(element, { target: { value } }));
const press = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

test('s opens the plan; the six steps stand in their order', async () => {
  expect(bindingFor('clinician', 's')?.id).toBe('phone.plan');
  await planTool();
  const plan = screen.getByRole('region', { name: 'Safety plan' });
  expect([...plan.querySelectorAll('label')].map((label) => label.textContent)).toEqual([
    'How I notice that it gets hard',
    'What I can do by myself',
    'People and places that take my mind off it',
    'People I can ask for help',
    'Professionals and services I can call',
    'How I make it safer around me',
  ]);
});

test('lines are typed one below the other, and Ctrl+Enter puts the whole plan on the record', async () => {
  await planTool();
  await change(step(/by myself/), 'walk to the lake\n\nthe long playlist\n');
  step(/by myself/).focus();
  await act(async () => void runAction('notes.record'));
  expect(bench.main.inputsOf('safety-plan.write')).toEqual([
    {
      incidentId: I12,
      plan: { ...EMPTY_PLAN, own: ['walk to the lake', 'the long playlist'] },
      over: null,
    },
  ]);
});

test('Ctrl+Enter outside the plan does not write it', async () => {
  await planTool();
  await change(step(/by myself/), 'walk');
  screen.getByRole('tab', { name: /Safety plan/ }).focus();
  expect(runAction('notes.record')).toBe(false);
  expect(bench.main.inputsOf('safety-plan.write')).toEqual([]);
});

test('what is known is offered by number, and never put in by itself', async () => {
  await planTool({ suggestions: { ...EMPTY_PLAN, own: ['Playing the guitar', 'Took a shower'] } });
  const own = step(/by myself/);
  expect(own.value).toBe('');
  fireEvent.focus(own);
  await act(async () => void fireEvent.keyDown(own, { key: '2', ctrlKey: true }));
  await act(async () => void fireEvent.keyDown(own, { key: '1', ctrlKey: true }));
  expect(own.value).toBe('Took a shower\nPlaying the guitar');
});

test('a plan somebody else wrote meanwhile is not written over in silence', async () => {
  await planTool({ plans: [written(A_PLAN, 30)] });
  await change(step(/by myself/), 'mine');
  bench.main.refuse(
    'safety-plan.write',
    'Imani wrote the safety plan meanwhile.',
    'written-meanwhile',
  );
  step(/by myself/).focus();
  await act(async () => void runAction('notes.record'));
  await press('Mine takes its place');
  expect(bench.main.inputsOf('safety-plan.write')).toMatchObject([{ over: 30 }, { over: 30 }]);
});

test('the plan is read aloud sentence by sentence, and that is recorded', async () => {
  await planTool(ON_RECORD);
  await press('Read aloud');
  const aloud = screen.getByRole('region', { name: 'Read the plan aloud' });
  expect(aloud.textContent).toContain('let me say back what we have put together.');
  await press('They have heard it');
  expect(bench.main.inputsOf('safety-plan.give')).toEqual([{ incidentId: I12, how: 'read-aloud' }]);
  expect(screen.getByRole('region', { name: 'Safety plan' })).toBeTruthy();
});

test('Shift+P shows the page before it is printed, and says where the file is', async () => {
  expect(bindingFor('clinician', 'Shift+P')?.id).toBe('phone.print');
  await planTool(ON_RECORD);
  await act(async () => void runAction('phone.print'));
  const page = screen.getByRole('document', { name: 'The printed page' });
  expect(page.textContent).toContain('My safety plan');
  expect(page.textContent).toContain('988 lifeline: 988');
  expect(page.textContent).not.toMatch(/Kedzie|incident|L2/i);
  bench.main.answer('safety-plan.print', { ok: true, value: { seq: 9, made: '/home/x/plan.pdf' } });
  await press('Print to a file');
  expect(screen.getByText('It is in /home/x/plan.pdf')).toBeTruthy();
});

test('with nothing on the record there is nothing to print or to read', async () => {
  await planTool();
  await act(async () => void runAction('phone.print'));
  expect(screen.getByText(/nothing in the safety plan yet/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Print to a file' })).toBeNull();
});

test('means within reach are said to raise the level before they are put on the record', async () => {
  await planTool();
  await press('Talk about means');
  fireEvent.click(screen.getByLabelText('Firearm'));
  await change(screen.getByLabelText('Can they get to it now?'), 'yes');
  expect(screen.getByText(/the level rises/)).toBeTruthy();
  const agreed = screen.getByLabelText('Agreed, to put distance to it');
  await change(agreed, 'Her brother takes it.');
  await act(async () => void fireEvent.submit(agreed.closest('form')!));
  expect(bench.main.inputsOf('means.discuss')).toMatchObject([
    {
      discussion: { means: ['firearm'], access: 'yes', agreed: 'Her brother takes it.' },
      informant: 'caller-saw',
    },
  ]);
});

test('told by somebody for them, the means are hearsay', async () => {
  await planTool({ informant: 'third-party', means: [written(PILLS)] });
  const agreed = screen.getByLabelText('Agreed, to put distance to it');
  await act(async () => void fireEvent.submit(agreed.closest('form')!));
  expect(bench.main.inputsOf('means.discuss')).toMatchObject([{ informant: 'caller-was-told' }]);
});

test('what helps is added, and taken off by its entry', async () => {
  await planTool({ strengths: [written(PLAYS_GUITAR, 21)] });
  const text = screen.getByLabelText('What helps, or has helped');
  await change(text, 'Her dog');
  await act(async () => void fireEvent.submit(text.closest('form')!));
  expect(bench.main.inputsOf('strength.note')).toMatchObject([
    { strength: { kind: 'helped-before', text: 'Her dog', source: 'person' } },
  ]);
  await press(/Take off/);
  expect(bench.main.inputsOf('strength.withdraw')).toEqual([{ incidentId: I12, strength: 21 }]);
});

test('advice is shared by a second step, after it was read as it will stand', async () => {
  await planTool();
  const advice = screen.getByLabelText(/^How to approach \(/);
  await change(advice, 'Speak slowly; one person speaks.');
  await press('Review and share');
  expect(bench.main.inputsOf('approach.advise')).toEqual([]);
  expect(screen.getByText('Dispatch and the crews will read exactly this:')).toBeTruthy();
  await press('Share it');
  expect(bench.main.inputsOf('approach.advise')).toEqual([
    { incidentId: I12, advice: 'Speak slowly; one person speaks.', reviewed: true },
  ]);
});

test('at the dispatcher’s incident it says how to approach, and each crew is read it', () => {
  const approach = { advice: 'One voice; the dog is friendly.', at: ago(60), by: CLEO.name };
  const cards = [{ unitId: 'M1', cautionIds: [], keptBack: 0, advice: [] }] as unknown;
  showBoard([], [row(12)]);
  render(<IncidentPane />);
  inFocus(view({ approach, teamCards: cards as IncidentView['teamCards'] }));
  const said = screen.getByRole('region', { name: 'How to approach' });
  expect(said.textContent).toContain('One voice; the dog is friendly.');
  expect(screen.getByRole('region', { name: 'Read to M1' }).textContent).toContain('One voice');
});
