import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { IncidentView, ResponseOption } from '#shared/board/incident-view.ts';
import type { AdviceLine, NominationLine, StepDownLine } from '#shared/board/monitoring-view.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { deskStore } from '#renderer/desk/desk-store.ts';
import { ClinicianBanners } from '#renderer/incident/clinician-banners.tsx';
import { NominatedCall } from '#renderer/incident/nominated-call.tsx';
import { OverdueNominations } from '#renderer/incident/overdue-nominations.tsx';
import { TeamCards } from '#renderer/incident/team-cards.tsx';
import { isOffered, runAction } from '#renderer/keys/actions.ts';
import { bindingFor } from '#renderer/keys/places.ts';
import { IncidentLine } from '#renderer/queue/incident-line.tsx';
import { ActiveSheet } from '#renderer/sheets/active-sheet.tsx';
import { call } from './fake-feed.ts';
import {
  ago,
  atTheConsole,
  CLEO,
  DANA,
  I12,
  inFocus,
  row,
  SAM,
  showBoard,
  sitDown,
  view,
} from './sheets-fixtures.ts';

const bench = atTheConsole(DANA);

const by = { clinician: CLEO.operatorId, clinicianName: CLEO.name };
const advice = (more: Partial<AdviceLine> = {}): AdviceLine => ({
  adviceId: 'a1',
  by: CLEO.operatorId,
  byName: CLEO.name,
  at: ago(30),
  text: 'Speak slowly.',
  forTeam: false,
  seen: null,
  answer: null,
  repeated: false,
  ...more,
});
const nomination = (more: Partial<NominationLine> = {}): NominationLine => ({
  ...by,
  response: 'clinician-phone',
  label: 'Clinician by phone',
  reason: 'Knows him.',
  since: ago(20),
  overdue: null,
  ...more,
});
const stepDown = (more: Partial<StepDownLine> = {}): StepDownLine => ({
  ...by,
  state: 'proposed',
  does: 'stage',
  units: ['P11' as UnitId],
  reason: 'He sits down.',
  since: ago(20),
  running: { from: ago(20), until: ago(-100) },
  level: 'L1',
  secondPerson: false,
  place: '',
  agreedByName: null,
  ...more,
});
const option = (more: Partial<ResponseOption> = {}): ResponseOption => ({
  id: 'clinician-phone',
  label: 'Clinician by phone',
  who: 'Clinician inside this center',
  level: 'L1',
  direction: 'same',
  recommended: true,
  barred: null,
  needsReason: false,
  needsSecondPerson: false,
  needsUnservedReason: null,
  ...more,
});

function shown(monitoring: Partial<IncidentView['monitoring']>, more: Partial<IncidentView> = {}) {
  const nothing = { monitors: [], advice: [], nomination: null, stepDown: null };
  const it = view({ monitoring: { ...nothing, ...monitoring }, ...more });
  inFocus(it);
  return render(<ClinicianBanners view={it} />);
}
async function press(id: string) {
  await act(async () => void runAction(id));
}
async function answer(label: RegExp | string, text: string) {
  const field = screen.getByLabelText(label);
  await act(async () => void fireEvent.change(field, { target: { value: text } }));
  await act(async () => void fireEvent.submit(field));
}

test('the two keys are there wherever a dispatcher stands with an incident', () => {
  for (const place of ['queue', 'incident', 'facts', 'teams'] as const) {
    expect(bindingFor(place, 'Shift+Y')?.id).toBe('clinician.yes');
    expect(bindingFor(place, 'Shift+R')?.id).toBe('clinician.no');
  }
});

test('who listens along is said in a line', () => {
  const monitors = [{ operatorId: CLEO.operatorId, name: CLEO.name, since: ago(9) }];
  shown({ monitors });
  expect(screen.getByText(/is listening along/).textContent).toBe('Cleo Brandt is listening along');
});

test('advice is announced, seen with one key, then followed with the same', async () => {
  const { rerender } = shown({ advice: [advice()] });
  expect(screen.getByRole('alert').textContent).toContain('Cleo Brandt advises: Speak slowly.');
  await press('clinician.yes');
  expect(bench.main.inputsOf('monitor.see-advice')).toEqual([{ incidentId: I12, adviceId: 'a1' }]);
  const seen = advice({ seen: { at: ago(2), byName: DANA.name } });
  const nothing = { monitors: [], nomination: null, stepDown: null };
  const next = view({ monitoring: { ...nothing, advice: [seen] } });
  rerender(<ClinicianBanners view={next} />);
  // Once seen it is calm: no live region, and when it was seen stands there.
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByText(/seen \d\d:\d\d by Dana Reyes/)).toBeTruthy();
  await press('clinician.yes');
  expect(bench.main.inputsOf('monitor.answer-advice')).toMatchObject([
    { adviceId: 'a1', followed: true },
  ]);
});

test('advice that is not followed takes a reason, and main’s sentence stands beside it', async () => {
  shown({ advice: [advice()] });
  await press('clinician.no');
  bench.main.refuse('monitor.answer-advice', 'Say in a line why it is not followed.');
  await answer('Why it is not followed', '');
  expect(screen.getByText('Say in a line why it is not followed.')).toBeTruthy();
  await answer('Why it is not followed', 'Already inside.');
  expect(bench.main.inputsOf('monitor.answer-advice').at(-1)).toMatchObject({
    followed: false,
    reason: 'Already inside.',
  });
});

test('the keys belong to the topmost: a step-down before a nomination before advice', async () => {
  shown(
    { advice: [advice()], nomination: nomination(), stepDown: stepDown() },
    { options: [option()] },
  );
  expect(screen.getByRole('button', { name: /Agree/ }).getAttribute('aria-keyshortcuts')).toBe(
    'Shift+Y',
  );
  expect(screen.getByRole('button', { name: /Approve/ }).getAttribute('aria-keyshortcuts')).toBe(
    null,
  );
  await press('clinician.yes');
  expect(screen.getByLabelText('Where P11 waits')).toBeTruthy();
  expect(bench.main.inputsOf('incident.decide')).toEqual([]);
});

test('approving what needs nothing more is the decision itself', async () => {
  shown({ nomination: nomination() }, { options: [option()] });
  await press('clinician.yes');
  expect(bench.main.inputsOf('incident.decide')).toEqual([
    {
      incidentId: I12,
      seen: { level: 'L2', response: 'behavioral-health' },
      response: 'clinician-phone',
      reason: null,
      secondPerson: null,
    },
  ]);
});

test('approving less opens the sheet of another response, with the choice and the reason in it', async () => {
  const needs = option({ recommended: false, direction: 'down', needsReason: true });
  shown(
    { nomination: nomination() },
    { options: [option({ id: 'police', label: 'Police', who: 'Patrol officer' }), needs] },
  );
  await press('clinician.yes');
  render(<ActiveSheet />);
  expect(bench.main.inputsOf('incident.decide')).toEqual([]);
  expect(
    (screen.getByRole('radio', { name: /Clinician by phone/ }) as HTMLInputElement).checked,
  ).toBe(true);
  const why = screen.getByLabelText('Why') as HTMLTextAreaElement;
  expect(why.value).toBe('Cleo Brandt: Knows him.');
  expect(document.activeElement).toBe(why);
});

test('what is barred is not approved by any key, and why stands there', async () => {
  const barred = option({ barred: 'Ask first: “Weapon in hand” has not been asked.' });
  shown({ nomination: nomination() }, { options: [barred] });
  expect(screen.getByText(/Ask first/)).toBeTruthy();
  await press('clinician.yes');
  expect(bench.main.inputsOf('incident.decide')).toEqual([]);
  expect(deskStore.getState().notice?.text).toMatch(/still waits/);
});

test('denied with its reason', async () => {
  shown({ nomination: nomination() }, { options: [option()] });
  await press('clinician.no');
  await answer('Why not', 'Police is there.');
  expect(bench.main.inputsOf('monitor.deny-nomination')).toEqual([
    { incidentId: I12, reason: 'Police is there.' },
  ]);
});

test('a step-down is agreed with a place, and from L3 a second person beside it', async () => {
  shown({ stepDown: stepDown({ level: 'L3', secondPerson: true }) });
  expect(screen.getByText(/Unanswered, nothing changes/).textContent).toContain('second person');
  await press('clinician.yes');
  expect(screen.getByRole('group', { name: /Less than L3 takes two/ })).toBeTruthy();
  bench.main.refuse('monitor.agree-step-down', 'A second person has to sign on.');
  await answer('Where P11 waits', 'Lawrence and Broadway');
  expect(screen.getByText(/A second person has to sign on/)).toBeTruthy();
  expect(bench.main.inputsOf('monitor.agree-step-down')).toMatchObject([
    { incidentId: I12, place: 'Lawrence and Broadway', secondPerson: null },
  ]);
});

test('in force, the dispatcher sees until when, and ends it with one button', async () => {
  const agreed = stepDown({ state: 'agreed', place: 'Lawrence', agreedByName: DANA.name });
  shown({ stepDown: agreed });
  const banner = screen.getByRole('group', { name: 'Step-down in force' });
  expect(banner.textContent).toMatch(/P11 waits at Lawrence while Cleo Brandt.*due in 01:\d\d/);
  const end = screen.getByRole('button', { name: 'The response goes on' });
  await act(async () => void fireEvent.click(end));
  expect(bench.main.inputsOf('monitor.resume-response')).toEqual([{ incidentId: I12, reason: '' }]);
});

test('nobody answers their own: a clinician reads what they asked, without a key', () => {
  sitDown(CLEO);
  shown({ nomination: nomination(), advice: [advice()] });
  expect(isOffered('clinician.yes')).toBe(false);
  expect(screen.queryByRole('button', { name: /Approve|Seen/ })).toBeNull();
});

test('a nominated call is answered with the same key, or denied', async () => {
  const nominated = {
    clinician: CLEO.operatorId,
    response: 'clinician-phone',
    reason: 'A regular.',
    since: ago(9),
    overdue: null,
  };
  const waiting = call(9, { nomination: nominated });
  showBoard([]);
  render(<NominatedCall call={waiting} />);
  expect(screen.getByRole('alert').textContent).toContain(
    'Cleo Brandt nominates it for Clinician by phone: A regular.',
  );
  await press('clinician.yes');
  expect(bench.main.inputsOf('call.answer')).toEqual([{ callId: waiting.callId }]);
  await press('clinician.no');
  await answer('Why not', 'A robbery.');
  expect(bench.main.inputsOf('monitor.deny-nomination')).toEqual([
    { callId: waiting.callId, reason: 'A robbery.' },
  ]);
});

test('the row says with a word what waits for an answer', () => {
  const asking = { what: 'step-down', from: ago(10), until: ago(-110), told: null } as const;
  showBoard([], [row(12, { asking })]);
  render(<IncidentLine incidentId={I12} position={1} total={1} selected={false} />);
  expect(screen.getByRole('option').textContent).toContain('step-down?');
});

test('a supervisor is told above every screen, and looks at it with one button', async () => {
  const asking = {
    what: 'nomination',
    from: ago(130),
    until: ago(70),
    told: 'supervisor',
  } as const;
  showBoard([], [row(12, { asking })]);
  const { rerender } = render(<OverdueNominations />);
  expect(screen.queryByRole('alert')).toBeNull();
  act(() => sitDown(SAM));
  rerender(<OverdueNominations />);
  expect(screen.getByRole('alert').textContent).toContain('Incident 12: a nomination waits.');
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: /Look at it/ })));
  expect(deskStore.getState().selection).toEqual({ kind: 'incident', id: I12 });
});

test('advice for the team is read to each crew, with who gave it', () => {
  const cards = [
    {
      unitId: 'M2' as UnitId,
      cautionIds: [],
      keptBack: 0,
      advice: [{ text: 'No sirens.', byName: CLEO.name }],
    },
  ];
  render(<TeamCards view={view({ teamCards: cards })} />);
  expect(screen.getByRole('region', { name: 'Read to M2' }).textContent).toContain(
    'No sirens. (Cleo Brandt, clinician)',
  );
});
