import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CallRow, IncidentRow } from '#shared/board/board-rows.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { showSnapshot } from '#renderer/desk/board-store.ts';
import { deskStore } from '#renderer/desk/desk-store.ts';
import { ClinicianHome } from '#renderer/clinician/clinician-home.tsx';
import { runAction } from '#renderer/keys/actions.ts';
import { monitorEntries } from '#renderer/monitor/monitor-entries.ts';
import { monitorStore } from '#renderer/monitor/monitor-store.ts';
import { call, giveSizes, manyIncidents, snapshot } from './fake-feed.ts';
import {
  ago,
  atTheConsole,
  CLEO,
  DANA,
  I12,
  IMANI,
  inFocus,
  POLICY,
  row,
  unit,
  view,
} from './sheets-fixtures.ts';

const bench = atTheConsole(CLEO);

function home(incidents: readonly IncidentRow[], calls: readonly CallRow[] = []) {
  giveSizes();
  monitorStore.setState(monitorStore.getInitialState(), true);
  const police = unit('P11', { teamType: 'police-cit', team: 'Police, CIT', status: 'en-route' });
  act(() => showSnapshot(snapshot({ incidents, calls, units: [unit('M2'), police] })));
  render(<ClinicianHome />);
}

const monitor = () => screen.getByRole('group', { name: 'Monitor' });
const listed = () =>
  within(monitor())
    .queryAllByRole('option')
    .map((option) => /(?:incident|call) (\d+)/.exec(option.textContent ?? '')?.[1]);
const filter = (name: RegExp) =>
  act(() => void fireEvent.click(within(monitor()).getByRole('button', { name })));
async function press(id: string) {
  await act(async () => void runAction(id));
}
const out = (sign: string) => [{ unitId: sign as UnitId, status: 'en-route' as const }];

test('dangerous first, then who waits longest; a waiting call is not taken for harmless', () => {
  const since = (seconds: number) => ({ promise: null, openedAt: ago(seconds) });
  const rows = [
    row(1, { level: 'L2', ...since(900) }),
    row(2, { level: 'L4', ...since(5) }),
    row(3, { level: 'L3', ...since(30) }),
    row(4, { level: 'L2', ...since(1000) }),
  ];
  const waiting = call(9, { receivedAt: ago(60) });
  const entries = monitorEntries(rows, [waiting], POLICY, new Set(['incident-1']));
  expect(entries.map(({ number }) => number)).toEqual([2, 9, 3, 4]);
});

test('the list has police-handled ones and waiting calls too, each with its reason', () => {
  home(
    [
      row(1, { level: 'L3', units: out('P11') }),
      row(2, { nexus: null }),
      row(3, { nexus: { standing: 'possible', because: ['words: “hears voices”'] } }),
    ],
    [call(9, { callType: 'OTHER', words: 'She overdosed, I think.' })],
  );
  expect(listed()).toEqual(['9', '1', '3']);
  expect(monitor().textContent).toContain('words: “overdosed”');
  expect(monitor().textContent).toContain('words: “hears voices”');
  filter(/^Police/);
  expect(listed()).toEqual(['1']);
  filter(/^Calls/);
  expect(listed()).toEqual(['9']);
  filter(/^Other/);
  expect(listed()).toEqual(['2']);
});

test('with a team, and held, stand under their own heading, with how many', () => {
  home([
    row(1, { units: out('M2'), phase: 'responding', responseId: 'behavioral-health' }),
    row(2, { holdUntil: ago(-600), phase: 'intake' }),
  ]);
  expect(within(monitor()).getByRole('button', { name: 'Team 1' })).toBeTruthy();
  filter(/^Team/);
  expect(listed()).toEqual(['1']);
  filter(/^Held/);
  expect(listed()).toEqual(['2']);
});

test('what is typed narrows it down; the arrows move through what was found', () => {
  home([row(1), row(2, { ownerName: 'Muñoz' }), row(3)]);
  const field = screen.getByRole('searchbox', { name: 'Find among them' });
  act(() => void fireEvent.change(field, { target: { value: 'munoz' } }));
  expect(listed()).toEqual(['2']);
  act(() => void fireEvent.keyDown(field, { key: 'ArrowDown' }));
  expect(deskStore.getState().selection).toEqual({ kind: 'incident', id: 'incident-2' });
  act(() => void fireEvent.change(field, { target: { value: 'nobody there' } }));
  expect(monitor().textContent).toContain('Nothing here fits “nobody there”');
});

test('of three hundred only what is in view is in the page, and the selected one', () => {
  home(manyIncidents(300, (n) => row(n)));
  expect(within(monitor()).getAllByRole('option').length).toBeLessThan(40);
  act(() => deskStore.setState({ selection: { kind: 'incident', id: 'incident-1' } }));
  const list = within(monitor()).getByRole('listbox');
  expect(list.getAttribute('aria-label')).toBe('300 to monitor');
  const active = list.getAttribute('aria-activedescendant') ?? '';
  expect(document.getElementById(active)?.getAttribute('aria-setsize')).toBe('300');
});

test('l listens along, and l again leaves', async () => {
  home([row(12)]);
  inFocus(view());
  await press('monitor.along');
  expect(bench.main.inputsOf('monitor.join')).toEqual([{ incidentId: I12 }]);
  const me = { operatorId: CLEO.operatorId, name: CLEO.name, since: ago(5) };
  const other = { operatorId: IMANI.operatorId, name: IMANI.name, since: ago(5) };
  inFocus(view({ monitoring: { ...NOTHING, monitors: [other, me] } }));
  expect(screen.getByText(`${IMANI.name}, you`)).toBeTruthy();
  await press('monitor.along');
  expect(bench.main.inputsOf('monitor.leave')).toEqual([{ incidentId: I12 }]);
});

const NOTHING: IncidentView['monitoring'] = {
  monitors: [],
  advice: [],
  nomination: null,
  stepDown: null,
};

test('advice says beside the field that it is no diagnosis, and is sent with Enter', async () => {
  home([row(12)]);
  inFocus(view());
  await press('monitor.advise');
  const field = screen.getByRole('textbox', { name: `Advice to ${DANA.name}` });
  expect(document.activeElement).toBe(field);
  expect(screen.getByText(/not a diagnosis: dispatch, police and teams may read it/)).toBeTruthy();
  await act(async () => void fireEvent.change(field, { target: { value: 'Speak slowly.' } }));
  await act(async () => void fireEvent.click(screen.getByRole('checkbox', { name: /the team/ })));
  await act(async () => void fireEvent.submit(field));
  expect(bench.main.inputsOf('monitor.advise')).toEqual([
    { incidentId: I12, text: 'Speak slowly.', forTeam: true },
  ]);
  expect(screen.queryByRole('form', { name: 'Advise' })).toBeNull();
});

test('the clinician sees when advice was seen and what became of it', () => {
  home([row(12)]);
  const advice = {
    adviceId: 'a1',
    by: CLEO.operatorId,
    byName: CLEO.name,
    at: ago(60),
    text: 'Speak slowly.',
    forTeam: false,
    seen: { at: ago(20), byName: DANA.name },
    answer: null,
    repeated: true,
  };
  inFocus(view({ monitoring: { ...NOTHING, advice: [advice] } }));
  const told = screen.getByRole('list', { name: 'Told dispatch' });
  expect(told.textContent).toMatch(/Speak slowly\..*seen \d\d:\d\d by Dana Reyes/);
});

test('a nomination goes for the phone or a team with its reason; a refusal stays beside it', async () => {
  home([row(12)]);
  inFocus(view());
  await press('monitor.nominate');
  const field = screen.getByRole('textbox', { name: 'Why' });
  bench.main.refuse('monitor.nominate', 'Say in a line why it should go so.');
  await act(async () => void fireEvent.submit(field));
  expect(screen.getByText('Say in a line why it should go so.')).toBeTruthy();
  await act(async () => void fireEvent.click(screen.getByRole('radio', { name: /Co-response/ })));
  await act(async () => void fireEvent.change(field, { target: { value: 'Knows him.' } }));
  await act(async () => void fireEvent.submit(field));
  expect(bench.main.inputsOf('monitor.nominate').at(-1)).toEqual({
    incidentId: I12,
    response: 'co-response',
    reason: 'Knows him.',
  });
});

test('a waiting call is looked at and nominated before anybody has answered it', async () => {
  const waiting = call(9, { words: 'My son hears voices.' });
  home([row(12)], [waiting]);
  act(() => deskStore.setState({ selection: { kind: 'call', id: waiting.callId } }));
  const shown = screen.getByRole('article', { name: 'Call 9' });
  expect(shown.textContent).toContain('words: “hears voices”');
  await press('monitor.nominate');
  const field = screen.getByRole('textbox', { name: 'Why' });
  await act(async () => void fireEvent.change(field, { target: { value: 'A regular.' } }));
  await act(async () => void fireEvent.submit(field));
  expect(bench.main.inputsOf('monitor.nominate')).toEqual([
    { callId: waiting.callId, response: 'clinician-phone', reason: 'A regular.' },
  ]);
});

const onTheLine = {
  phone: { state: 'with-clinician', since: ago(75), clinician: CLEO.operatorId },
  units: [{ unitId: 'P11', status: 'en-route', assignedAt: ago(60), releasedAt: null }],
} as const;

test('with the caller on the line a step-down is proposed for police first', async () => {
  home([row(12, { phone: 'with-clinician', clinician: CLEO.operatorId })]);
  inFocus(view(onTheLine));
  await press('monitor.step-down');
  expect(screen.getByText(/unanswered, everybody goes on/)).toBeTruthy();
  const field = screen.getByRole('textbox', { name: 'Why less is enough' });
  await act(async () => void fireEvent.change(field, { target: { value: 'He sits down.' } }));
  await act(async () => void fireEvent.submit(field));
  expect(bench.main.inputsOf('monitor.propose-step-down')).toEqual([
    { incidentId: I12, does: 'stage', units: ['P11'], reason: 'He sits down.' },
  ]);
});

test('without the caller the key says who proposes one, and opens nothing', async () => {
  home([row(12)]);
  inFocus(view());
  await press('monitor.step-down');
  expect(deskStore.getState().notice?.text).toMatch(/who has the caller on the line/);
  expect(screen.queryByRole('form')).toBeNull();
});

test('once agreed, the same key says that it is still calm, until when stands beside it', async () => {
  home([row(12, { phone: 'with-clinician', clinician: CLEO.operatorId })]);
  const stepDown = {
    state: 'agreed',
    clinician: CLEO.operatorId,
    clinicianName: CLEO.name,
    does: 'stage',
    units: ['P11' as UnitId],
    reason: 'He sits down.',
    since: ago(60),
    running: { from: ago(30), until: ago(-90) },
    level: 'L1',
    secondPerson: false,
    place: 'Lawrence and Broadway',
    agreedByName: DANA.name,
  } as const;
  inFocus(view({ ...onTheLine, monitoring: { ...NOTHING, stepDown } }));
  const beside = screen.getByRole('region', { name: 'Beside dispatch' });
  expect(beside.textContent).toMatch(/P11 waits at Lawrence and Broadway.*within 01:\d\d/);
  await press('monitor.step-down');
  expect(bench.main.inputsOf('monitor.confirm-calm')).toEqual([{ incidentId: I12 }]);
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: /Not calm/ })));
  expect(bench.main.inputsOf('monitor.resume-response')).toMatchObject([{ incidentId: I12 }]);
});
