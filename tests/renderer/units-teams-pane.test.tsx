import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { UnitRow } from '#shared/board/board-rows.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { showPatch } from '#renderer/desk/board-store.ts';
import { deskStore } from '#renderer/desk/desk-store.ts';
import { runAction } from '#renderer/keys/actions.ts';
import { groupUnits, standingOf } from '#renderer/units/unit-groups.ts';
import { TeamsPane } from '#renderer/units/teams-pane.tsx';
import { ago, atTheConsole, SAM, showBoard, sitDown, unit } from './sheets-fixtures.ts';

const bench = atTheConsole();

const out = unit('M10', {
  status: 'en-route',
  incidentId: 'incident-4' as IncidentId,
  incidentNumber: 4,
});
const short = unit('M2', { gap: 'No clinician on duty' });
const south = unit('M3', { zone: 'South', status: 'off-duty' });

function units() {
  return screen.getAllByRole('option').map((option) => option.textContent ?? '');
}

test('units stand by team and zone, call signs in the order they are counted', () => {
  showBoard([south, out, unit('M9'), short]);
  render(<TeamsPane />);
  expect(units().map((text) => text.slice(0, 3))).toEqual(['M2A', 'M9A', 'M10', 'M3O']);
});

test('a row says the status in words, the incident, and why a unit cannot go', () => {
  showBoard([out, short]);
  render(<TeamsPane />);
  const [first, second] = screen.getAllByRole('option');
  expect(first?.textContent).toContain('Available');
  expect(first?.textContent).toContain('No clinician on duty');
  expect(second?.textContent).toContain('En route');
  expect(second?.textContent).toContain('incident #4');
});

test('a group counts who is free, busy, short and off', () => {
  const [north] = groupUnits([out, short, unit('M9'), unit('M11', { status: 'out-of-service' })]);
  expect(north?.counts).toEqual({ free: 1, busy: 1, short: 1, off: 1 });
  expect(standingOf(unit('M1', { status: 'clearing' }))).toBe('busy');
});

test('j and k move, Enter opens the status sheet of the selected unit', () => {
  showBoard([unit('M1'), unit('M2')]);
  render(<TeamsPane />);
  const list = screen.getByRole('listbox');
  act(() => list.focus());
  expect(deskStore.getState().selectedUnit).toBe('M1');
  act(() => void runAction('teams.next'));
  expect(screen.getAllByRole('option', { selected: true })[0]?.textContent).toContain('M2');
  act(() => void runAction('teams.next'));
  expect(deskStore.getState().selectedUnit).toBe('M2');
  fireEvent.keyDown(list, { key: 'Enter' });
  expect(deskStore.getState().sheet).toBe('status');
});

test('the selected row names its crew and who is off duty', () => {
  const crew = [
    { name: 'Colleen Fahey', role: 'paramedic', onDuty: true, languages: ['pl'] },
    { name: 'Rafael Quiñones', role: 'clinician', onDuty: false, languages: [] },
  ];
  showBoard([unit('M3', { crew, capabilities: ['stretcher'], gap: 'No clinician on duty' })]);
  render(<TeamsPane />);
  fireEvent.click(screen.getByRole('option'));
  const row = screen.getByRole('option').textContent;
  expect(row).toContain('Rafael Quiñones, clinician: off duty');
  expect(row).toContain('Colleen Fahey, paramedic · Polish');
  expect(row).toContain('Stretcher');
});

test('the selected row says where the unit is and whether that is in its zone', () => {
  const whereabouts = {
    position: null,
    areaId: 'uptown',
    area: 'Uptown',
    standing: 'in-other-zone',
    source: 'radio',
    at: ago(250),
  } as const;
  showBoard([unit('M3', { whereabouts })]);
  render(<TeamsPane />);
  expect(units()[0]).not.toContain('Uptown');
  fireEvent.click(screen.getByRole('option'));
  expect(units()[0]).toContain('In Uptown, not its zone · by radio, 4 min ago');
});

test('one patch draws one row', () => {
  const drawn: string[] = [];
  // Only a row on the screen reads since when the unit is in its status.
  const counted = (unitId: string) => {
    const since = unit(unitId).since;
    return Object.defineProperty(unit(unitId), 'since', {
      enumerable: true,
      get: () => {
        drawn.push(unitId);
        return since;
      },
    });
  };
  showBoard([counted('M1'), counted('M2'), counted('M3')]);
  render(<TeamsPane />);
  expect(new Set(drawn)).toEqual(new Set(['M1', 'M2', 'M3']));
  drawn.length = 0;
  patchUnits([unit('M2', { status: 'out-of-service' })]);
  expect(screen.getByText('Out of service')).toBeTruthy();
  expect(drawn).toEqual([]);
});

test('above sixty units only those in sight are in the document', () => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(33);
  showBoard(Array.from({ length: 150 }, (_, at) => unit(`M${at + 1}`)));
  render(<TeamsPane />);
  const drawn = screen.getAllByRole('option');
  expect(drawn.length).toBeGreaterThan(0);
  expect(drawn.length).toBeLessThan(60);
  expect(drawn[0]?.getAttribute('aria-setsize')).toBe('150');
});

test('an empty board says how units get in, and to a supervisor how to add one', () => {
  showBoard([]);
  const { rerender } = render(<TeamsPane />);
  expect(screen.getByText(/A supervisor adds units/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Add a unit/ })).toBeNull();
  act(() => sitDown(SAM));
  rerender(<TeamsPane />);
  expect(screen.getByText(/Add the first one/)).toBeTruthy();
  expect(screen.getByRole('button', { name: /Add a unit/ })).toBeTruthy();
});

test('a supervisor adds a unit; a refusal stands beside it and nothing typed is lost', async () => {
  act(() => sitDown(SAM));
  showBoard([]);
  render(<TeamsPane />);
  fireEvent.click(screen.getByRole('button', { name: /Add a unit/ }));
  const form = screen.getByRole('form', { name: 'Add a unit' });
  expect(document.activeElement).toBe(within(form).getByLabelText('Call sign'));
  await act(async () => fireEvent.submit(form));
  expect(within(form).getByText(/Give the unit its call sign/)).toBeTruthy();
  expect(bench.main.inputsOf('unit.add')).toEqual([]);

  fireEvent.change(within(form).getByLabelText('Call sign'), { target: { value: 'M7' } });
  const team = within(form).getByRole('combobox', { name: 'Team type' });
  fireEvent.change(team, { target: { value: 'substance' } });
  fireEvent.keyDown(team, { key: 'Enter' });
  fireEvent.change(within(form).getByLabelText('Name of the recovery specialist'), {
    target: { value: 'Ana' },
  });
  const spoken = within(form).getByLabelText(
    'Languages of the recovery specialist besides English',
  );
  fireEvent.change(spoken, { target: { value: 'polish, Klingonese' } });
  fireEvent.click(within(form).getByLabelText('Wheelchair lift'));
  await act(async () => fireEvent.submit(form));
  expect(within(form).getByText(/“Klingonese” is no language/)).toBeTruthy();
  expect(bench.main.inputsOf('unit.add')).toEqual([]);
  fireEvent.change(spoken, { target: { value: 'polish, ES' } });
  bench.main.refuse('unit.add', 'There already is a unit M7.');
  await act(async () => fireEvent.submit(form));
  expect(within(form).getByRole('alert').textContent).toContain('There already is a unit M7.');
  expect(within(form).getByLabelText<HTMLInputElement>('Call sign').value).toBe('M7');

  await act(async () => fireEvent.submit(form));
  expect(bench.main.inputsOf('unit.add').at(-1)).toEqual({
    unitId: 'M7',
    teamType: 'substance-use',
    zone: '',
    crew: [{ role: 'recovery-specialist', name: 'Ana', languages: ['pl', 'es'] }],
    capabilities: ['wheelchair-lift'],
  });
  expect(screen.queryByRole('form')).toBeNull();
});

function patchUnits(units: readonly UnitRow[]): void {
  const none = {
    calls: [],
    callsGone: [],
    incidents: [],
    incidentsGone: [],
    unitsGone: [],
    announcements: [],
  };
  const patch = {
    from: 1,
    revision: 2,
    ...none,
    units,
    contacts: [],
    contactsGone: [],
    shifts: null,
    operators: null,
    clinicians: null,
    strip: null,
    policy: null,
  };
  act(() => void showPatch(patch));
}
