import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { IncidentView, OnIt } from '#shared/board/incident-view.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { deskStore, openSheet } from '#renderer/desk/desk-store.ts';
import { IncidentUnits } from '#renderer/incident/incident-units.tsx';
import { Stagings } from '#renderer/incident/staging.tsx';
import { parseCommand } from '#renderer/keys/command-line-parse.ts';
import { ActiveSheet } from '#renderer/sheets/active-sheet.tsx';
import { UnitRow } from '#renderer/units/unit-row.tsx';
import {
  ago,
  atTheConsole,
  candidate,
  I12,
  inFocus,
  row,
  showBoard,
  unit,
  view,
} from './sheets-fixtures.ts';

const bench = atTheConsole();

const P11: OnIt = { who: 'P11', does: 'en route', since: ago(190), arms: 'armed' };
const RADIO: OnIt = { who: 'Police', does: 'asked by radio', since: ago(130), arms: 'armed' };
const CLEO: OnIt = { who: 'Cleo Brandt', does: 'on the phone', since: ago(70), arms: null };
const police = unit('P11', { teamType: 'police-cit', team: 'Police, CIT', status: 'en-route' });
const waiting = {
  staging: [
    {
      unitId: 'M2' as UnitId,
      securedBy: 'P11' as UnitId,
      place: 'Lawrence and Broadway',
      since: ago(60),
    },
  ],
};

function open(sheet: 'stage' | 'assign', more: Partial<IncidentView>) {
  showBoard([unit('M2'), police]);
  inFocus(view({ onIt: [P11], candidates: [candidate('M2')], ...more }));
  act(() => openSheet(sheet));
  render(<ActiveSheet />);
}

test('only the place has to be said: who waits and who secures stand there already', async () => {
  open('stage', {});
  const place = screen.getByLabelText('Where it waits');
  expect(document.activeElement).toBe(place);
  fireEvent.change(place, { target: { value: 'Lawrence and Broadway' } });
  await act(async () => void fireEvent.submit(place));
  expect(bench.main.inputsOf('incident.stage-unit')).toEqual([
    {
      incidentId: I12,
      unitId: 'M2',
      securedBy: 'P11',
      place: 'Lawrence and Broadway',
      reason: null,
    },
  ]);
  expect(deskStore.getState().sheet).toBeNull();
  expect(deskStore.getState().notice?.text).toContain('Tell both by radio');
});

test('a refusal keeps the sheet, and asks why when a reason is wanted', async () => {
  open('stage', {});
  const place = screen.getByLabelText('Where it waits');
  bench.main.refuse('incident.stage-unit', 'M2: outside its area. Say why.', 'reason-needed');
  await act(async () => void fireEvent.submit(place));
  fireEvent.change(screen.getByLabelText('Why M2 goes all the same'), {
    target: { value: 'The only one' },
  });
  await act(async () => void fireEvent.submit(place));
  expect(bench.main.inputsOf('incident.stage-unit').at(-1)).toMatchObject({
    reason: 'The only one',
  });
});

test('without anybody who could secure it the sheet says what comes first', () => {
  open('stage', { onIt: [RADIO, CLEO] });
  expect(screen.getByText(/Nobody who could secure the scene is on it yet/)).toBeTruthy();
  expect(screen.queryByLabelText('Where it waits')).toBeNull();
});

test('one key lets in who waits, and what to say by radio is said', async () => {
  showBoard([unit('M2'), police]);
  const units = [
    { unitId: 'P11', status: 'on-scene', assignedAt: ago(200), releasedAt: null },
  ] as const;
  const shown = view({ ...waiting, units });
  inFocus(shown);
  render(<Stagings view={shown} />);
  const region = screen.getByRole('region', { name: /Waiting until the scene is secure/ });
  expect(region.textContent).toContain('M2 waits at Lawrence and Broadway until P11 has secured');
  expect(region.textContent).not.toContain('not on it any more');
  await act(
    async () => void fireEvent.click(screen.getByRole('button', { name: /Scene is secure/ })),
  );
  expect(bench.main.inputsOf('incident.secure-scene')).toEqual([{ incidentId: I12 }]);
  expect(deskStore.getState().notice?.text).toBe('Scene secure: tell M2 by radio to go in.');
});

test('a securing unit that has left is said beside who waits for it', () => {
  render(<Stagings view={view(waiting)} />);
  expect(screen.getByRole('region').textContent).toContain('P11 is not on it any more');
});

test('the sheet that sends and the incident say who is on it, since when, and armed or not', () => {
  open('assign', { onIt: [P11, RADIO, CLEO] });
  const list = screen.getByRole('list', { name: 'Already on it' });
  expect([...list.children].map(({ textContent }) => textContent)).toEqual([
    'P11 en route 3 min, armed',
    'Police asked by radio 2 min, armed',
    'Cleo Brandt on the phone 1 min',
  ]);
  render(
    <IncidentUnits
      units={[{ unitId: 'P11', status: 'en-route', assignedAt: ago(200), releasedAt: null }]}
      stacked={[]}
      onIt={[P11, RADIO, CLEO]}
    />,
  );
  const units = screen.getByRole('region', { name: 'Units on this incident' }).textContent;
  expect(units).toContain('En route, armed');
  expect(units).toContain('Police, CIT');
  expect(units).toContain('Police asked by radio 2 min, armed');
});

test('the selected unit’s row says who it is with and what they do', () => {
  const on = (...signs: string[]) => ({
    units: signs.map((sign) => ({ unitId: sign as UnitId, status: 'en-route' as const })),
  });
  const out = { status: 'en-route', incidentId: I12, incidentNumber: 12 } as const;
  showBoard([unit('M2', out)], [row(12, on('M2', 'P11', 'E31'))]);
  render(
    <UnitRow unitId="M2" position={1} total={1} selected onSelect={() => {}} onOpen={() => {}} />,
  );
  expect(screen.getByRole('option').textContent).toContain('With P11 en route, E31 en route');
  showBoard([unit('M2', out)], [row(12, on('M2'))], 2);
  expect(screen.getByRole('option').textContent).not.toContain('With');
});

test.each([
  [
    'stage m2 12 p11 Lawrence and Broadway',
    { does: 'stage', unit: 'M2', number: 12, by: 'P11', place: 'Lawrence and Broadway' },
  ],
  ['stage M2 12 P11', { does: 'wrong' }],
  ['stage M2', { does: 'wrong' }],
  ['secure 12', { does: 'secure', number: 12 }],
  [
    'lang 12 polish i',
    { does: 'language', number: 12, language: { language: 'pl', interpreter: true } },
  ],
  ['need 12 stretcher', { does: 'capabilities', number: 12, capabilities: ['stretcher'] }],
  ['need 12', { does: 'wrong' }],
])('typed: %s', (line, command) => {
  expect(parseCommand(line)).toMatchObject(command);
});
