import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { IncidentView, RecommendationView } from '#shared/board/incident-view.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { showFocus, showSnapshot } from '#renderer/desk/board-store.ts';
import { deskStore, select, setPane } from '#renderer/desk/desk-store.ts';
import { loadDrafts } from '#renderer/desk/kept-drafts.ts';
import { IncidentPane } from '#renderer/incident/incident-pane.tsx';
import { nextStepOf } from '#renderer/incident/next-step.ts';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { useDispatchKeys, useWindowKeys } from '#renderer/keys/window-keys.ts';
import { call, FakeMain, frameAtOnce, settled, snapshot } from './fake-feed.ts';
import {
  candidate,
  ago,
  answered,
  atTheConsole,
  CLEO,
  DANA,
  fact,
  unit,
  view,
} from './sheets-fixtures.ts';
import { offeredTo } from './transfer-fixtures.ts';

atTheConsole();
let main: FakeMain;
beforeEach(() => {
  frameAtOnce();
  main = new FakeMain();
  showSnapshot(snapshot({ units: [unit('M2')] }));
});

function Desk() {
  useKeymap();
  useWindowKeys();
  useDispatchKeys();
  return <IncidentPane />;
}

/** Unlike any other test's incident: what was pressed there must not count here. */
let count = 100;
function show(more: Partial<IncidentView> = {}) {
  const shown = view({ incidentId: `incident-${(count += 1)}` as never, ...more });
  act(() => {
    select({ kind: 'incident', id: shown.incidentId });
    showFocus(shown);
    setPane('incident');
  });
  render(<Desk />);
  return shown;
}

async function press(key: string, on: Element = document.body, more: KeyboardEventInit = {}) {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
  await act(async () => void fireEvent.keyDown(on, { key, code, ...more }));
  await settled();
}

const recommended = (more: Partial<RecommendationView> = {}): RecommendationView => ({
  ...view().recommendation,
  ...more,
});
const INTAKE = { phase: 'intake', needsDecision: true } as const;
const decision = (more = {}): NonNullable<IncidentView['decision']> => ({
  how: 'accepted',
  response: 'behavioral-health',
  responseLabel: 'Behavioral-health team',
  level: 'L2',
  direction: 'same',
  fill: 'unit',
  recommended: { level: 'L2', response: 'behavioral-health' } as never,
  policyVersion: '2026.5',
  policyHash: 'hash',
  reason: null,
  secondPerson: null,
  at: ago(150),
  by: DANA.operatorId,
  byName: DANA.name,
  ...more,
});
const card = () => within(screen.getByRole('region', { name: 'Recommendation' }));

describe('the recommendation', () => {
  test('says who goes, then why with rule and source, then what would change it', () => {
    show({
      ...INTAKE,
      recommendation: recommended({
        wouldChange: [
          { label: 'Weapon in hand', answer: 'yes', level: 'L4', response: 'Police and EMS' },
        ],
      }),
    });
    expect(card().getByRole('heading', { level: 3 }).textContent).toBe('Behavioral-health team');
    expect(card().getByText('Somebody has to come.')).toBeTruthy();
    const rule = card().getByRole('button', { name: 'L2-IN-PERSON' });
    const source = document.getElementById(rule.getAttribute('aria-describedby') ?? '');
    expect(source?.textContent).toContain('CESSA');
    expect(card().getByText(/Police and EMS/)).toBeTruthy();
  });

  test('while facts are missing the question comes first, and who would go until then', () => {
    show({
      ...INTAKE,
      recommendation: recommended({
        provisional: true,
        unasked: ['Weapon in hand'],
        next: { fact: 'weapon-in-hand', question: 'Is a weapon in anyone’s hand?', why: '…' },
      }),
    });
    expect(card().getByRole('heading', { level: 3 }).textContent).toBe(
      'Ask first: Is a weapon in anyone’s hand?',
    );
    expect(card().getByText(/Until then/).textContent).toContain('Behavioral-health team');
    expect(card().getByText('provisional')).toBeTruthy();
    expect(card().getByText('Weapon in hand')).toBeTruthy();
  });

  test('medical help has a line of its own, and says when somebody is on it', () => {
    showSnapshot(snapshot({ units: [unit('E31', { teamType: 'ems' })] }));
    show({
      ...INTAKE,
      recommendation: recommended({ alongside: [{ id: 'ems', label: 'EMS and fire' }] }),
      units: [{ unitId: 'E31', status: 'en-route', assignedAt: ago(5), releasedAt: null }],
    });
    expect(card().getByText(/EMS and fire now/)).toBeTruthy();
    expect(card().getByText('E31 is on it')).toBeTruthy();
  });

  test.each([
    ['raised', { raised: 'From L2 to L4: weapon in hand.' }, 'From L2 to L4'],
    ['returned', { returned: '988 did not take the call.' }, '988 did not take'],
  ])('%s stands above it as an alert', (_word, more, text) => {
    show({ ...INTAKE, ...more });
    expect(screen.getByRole('alert').textContent).toContain(text);
  });
});

describe('Enter', () => {
  test('accepts what is on the screen, and says which picture that was', async () => {
    const shown = show(INTAKE);
    await press('Enter');
    expect(main.inputsOf('incident.decide')).toEqual([
      {
        incidentId: shown.incidentId,
        seen: { level: 'L2', response: 'behavioral-health' },
        response: 'behavioral-health',
        reason: null,
        secondPerson: null,
      },
    ]);
  });

  test('pressed twice quickly is not the same step twice', async () => {
    main.answer('incident.decide', { ok: true, value: { seq: 50 } });
    const shown = show({ ...INTAKE, revision: 49 });
    await press('Enter');
    await press('Enter');
    expect(main.inputsOf('incident.decide')).toHaveLength(1);
    const decided = { phase: 'decided', needsDecision: false, decision: decision() } as const;
    act(() => showFocus({ ...shown, ...decided, revision: 50, candidates: [candidate('M2')] }));
    await press('Enter');
    expect(main.inputsOf('incident.assign-unit')).toEqual([
      { incidentId: shown.incidentId, unitId: 'M2', reason: null },
    ]);
  });

  test('a refusal stands beside it, and Enter may be tried again', async () => {
    main.refuse('incident.decide', 'The recommendation is now L3.');
    show(INTAKE);
    await press('Enter');
    expect(card().getByRole('alert').textContent).toContain('The recommendation is now L3.');
    await press('Enter');
    expect(main.inputsOf('incident.decide')).toHaveLength(2);
  });

  test('asks instead of accepting what main would not allow', async () => {
    const barred = {
      id: 'behavioral-health',
      label: 'Behavioral-health team',
      who: '',
      level: 'L2',
      direction: 'same',
      recommended: true,
      barred: 'Ask first: “Weapon in hand” has not been asked.',
      needsReason: false,
      needsSecondPerson: false,
      needsUnservedReason: null,
    } as const;
    show({
      ...INTAKE,
      facts: [fact('weapon-in-hand')],
      options: [barred],
      recommendation: recommended({
        provisional: true,
        next: { fact: 'weapon-in-hand', question: 'Is a weapon in anyone’s hand?', why: '' },
      }),
    });
    await press('Enter');
    expect(main.inputsOf('incident.decide')).toEqual([]);
    expect(document.activeElement).toBe(screen.getByRole('group', { name: /Weapon in hand/ }));
  });

  test('opens the disposition when nobody is out any more', async () => {
    show({ phase: 'wrap-up', decision: decision() });
    await press('Enter');
    expect(deskStore.getState().sheet).toBe('disposition');
  });

  test('while typing a note it adds the note and decides nothing', async () => {
    const shown = show(INTAKE);
    const note = screen.getByLabelText(/Note/);
    fireEvent.change(note, { target: { value: 'Door code 44' } });
    await press('Enter', note);
    expect(main.inputsOf('incident.decide')).toEqual([]);
    expect(main.inputsOf('incident.add-note')).toEqual([
      { incidentId: shown.incidentId, kind: 'dispatch', text: 'Door code 44' },
    ]);
    expect((note as HTMLTextAreaElement).value).toBe('');
  });
});

describe('the next step', () => {
  const decided = (more: Partial<IncidentView>) =>
    nextStepOf(view({ decision: decision(), ...more }));

  test.each([
    ['a recommended unit goes', { candidates: [candidate('M2')] }, { does: 'send', unitId: 'M2' }],
    [
      'no unit can go',
      { candidates: [candidate('M2', { shortfalls: [{ kind: 'busy', text: 'Busy: on scene' }] })] },
      { does: 'choose-unit' },
    ],
    ['no unit at all', {}, { does: 'choose-unit' }],
    ['units are out', { phase: 'responding' }, { does: 'wait' }],
    [
      'units are out and one is still wanted',
      { phase: 'responding', wanted: ['Behavioral-health team'], candidates: [candidate('M3')] },
      { does: 'send', unitId: 'M3' },
    ],
    [
      'what is wanted is not what is free',
      { phase: 'responding', wanted: ['EMS ambulance'], candidates: [candidate('M3')] },
      { does: 'choose-unit' },
    ],
    ['on the phone', { phase: 'on-phone' }, { does: 'wait' }],
    ['closed', { phase: 'closed' }, { does: 'leave' }],
    [
      'raised after the decision',
      { needsDecision: true, phase: 'intake', raised: 'To L4' },
      { does: 'accept' },
    ],
  ] as const)('%s', (_when, more, step) => {
    expect(decided(more as Partial<IncidentView>)).toMatchObject(step);
  });

  test('a clinician is waited for when the phone is what was decided', () => {
    const step = decided({ decision: decision({ fill: 'clinician' }) });
    expect(step.does === 'wait' && step.for).toContain('clinician');
  });

  test('a call given back to dispatch is taken first', () => {
    const from = CLEO.operatorId;
    const transfer = offeredTo('dispatch', null);
    const phone = { state: 'transferring', since: ago(5), clinician: from, transfer } as const;
    expect(decided({ phone, phase: 'on-phone' }).does).toBe('take-back');
  });
});

test('a decision shows who made it, why, and who agreed', () => {
  const secondPerson = CLEO.operatorId as OperatorId;
  show({
    decision: decision({ how: 'overridden', reason: 'His nurse is with him.', secondPerson }),
    candidates: [candidate('M2')],
  });
  expect(card().getByText(/Chosen instead by/).textContent).toContain('Dana Reyes, 2 min ago');
  expect(card().getByText(/His nurse is with him/).textContent).toContain('Cleo Brandt');
  expect(card().getByRole('button', { name: 'Send M2' })).toBeTruthy();
});

describe('the location', () => {
  const address = () => screen.getByLabelText('Location') as HTMLInputElement;

  test('Enter goes from field to field and saves what was changed', async () => {
    const shown = show({ ...INTAKE, facts: [fact('weapon-in-hand')] });
    act(() => address().focus());
    fireEvent.change(address(), { target: { value: '1 N State St' } });
    await press('Enter', address());
    const seen = { areaId: 'humboldt-park', callback: '312-555-0100' };
    expect(main.inputsOf('incident.set-place')).toMatchObject([
      { incidentId: shown.incidentId, address: '1 N State St', ...seen, seen },
    ]);
    const area = screen.getByRole('combobox', { name: /Area/ });
    expect(document.activeElement).toBe(area);
    fireEvent.change(area, { target: { value: 'gag' } });
    await press('Enter', area);
    expect(main.inputsOf('incident.set-place').at(-1)).toMatchObject({ areaId: 'gage-park' });
    await press('Enter', screen.getByLabelText('Callback'));
    expect(document.activeElement).toBe(screen.getByRole('group', { name: /Weapon in hand/ }));
  });

  test('leaving a field untouched asks main for nothing', async () => {
    show(INTAKE);
    act(() => address().focus());
    await press('Enter', address());
    expect(main.inputsOf('incident.set-place')).toEqual([]);
  });

  test('what is typed is kept within the second, and once for a word', async () => {
    vi.useFakeTimers();
    const shown = show(INTAKE);
    for (let typed = 1; typed <= 10; typed += 1) {
      fireEvent.change(address(), { target: { value: 'N Broadway'.slice(0, typed) } });
      vi.advanceTimersByTime(150);
    }
    // Ten keys in a second and a half: never longer than a second without a word on disk.
    const saved = main.inputsOf('draft.save') as { text: string }[];
    expect(saved.length).toBeGreaterThanOrEqual(1);
    expect(saved.length).toBeLessThanOrEqual(2);
    vi.advanceTimersByTime(500);
    expect(main.inputsOf('draft.save').at(-1)).toMatchObject({
      subject: `incident/${shown.incidentId}`,
      field: 'address',
      text: 'N Broadway',
    });
  });

  test('a draft comes back after a restart', async () => {
    main.answer('draft.all', {
      ok: true,
      value: [
        {
          subject: 'incident/incident-900',
          field: 'address',
          text: 'half an addr',
          over: null,
          savedAt: '',
        },
        {
          subject: 'incident/incident-900',
          field: 'note',
          text: 'Caller whisp',
          over: null,
          savedAt: '',
        },
      ],
    });
    await loadDrafts();
    show({ ...INTAKE, incidentId: 'incident-900' as never });
    expect(address().value).toBe('half an addr');
    expect((screen.getByLabelText(/Note/) as HTMLTextAreaElement).value).toBe('Caller whisp');
  });

  test('an incident opened without a location puts the keys there, else on the next question', () => {
    show({ ...INTAKE, place: { address: '', areaId: null, position: null } });
    expect(document.activeElement).toBe(address());
  });
});

test('the timeline is a list, oldest first, with time, text and who', () => {
  const line = (seq: number, text: string) =>
    ({ seq, at: ago(100 - seq), by: 'Dana Reyes', text, kind: 'fact' }) as const;
  show({ timeline: [line(1, 'Opened incident 12'), line(2, 'Weapon in hand: no')] });
  const items = within(screen.getByRole('region', { name: /newest last/ })).getAllByRole(
    'listitem',
  );
  expect(items.map((each) => each.textContent)).toEqual([
    expect.stringContaining('Opened incident 12'),
    expect.stringContaining('Weapon in hand: no'),
  ]);
  expect(items[0]?.textContent).toContain('Dana Reyes');
});

test('a waiting call shows what came with it and is answered with Enter', async () => {
  showSnapshot(snapshot({ calls: [call(5, { ani: null })] }));
  main.answer('call.answer', { ok: true, value: { seq: 2, made: 'incident-5' } });
  act(() => {
    select({ kind: 'call', id: 'call-5' });
    setPane('incident');
  });
  render(<Desk />);
  expect(screen.getByText('No number came with the call')).toBeTruthy();
  await press('Enter');
  expect(main.inputsOf('call.answer')).toEqual([{ callId: 'call-5' }]);
});

test('aged answers, units and their states are on the screen', () => {
  show({
    facts: [answered('weapon-in-hand', 'yes', true)],
    units: [{ unitId: 'M2', status: 'on-scene', assignedAt: ago(60), releasedAt: null }],
  });
  const units = screen.getByRole('region', { name: 'Units on this incident' });
  expect(units.textContent).toContain('M2');
  expect(units.textContent).toContain('On scene');
  expect(screen.getAllByText(/ask again/).length).toBe(1);
});
