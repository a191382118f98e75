import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { openSheet } from '#renderer/desk/desk-store.ts';
import { DecidedCard } from '#renderer/incident/decided-card.tsx';
import { nextStepOf } from '#renderer/incident/next-step.ts';
import { WouldGo } from '#renderer/incident/next-units.tsx';
import { WantsLine } from '#renderer/incident/wants-line.tsx';
import { capabilitiesTyped, languageTyped } from '#renderer/keys/wants-commands.ts';
import { ActiveSheet } from '#renderer/sheets/active-sheet.tsx';
import { UnitReasons } from '#renderer/units/unit-reasons.tsx';
import type { UnitReason } from '#shared/unit/unit-reasons.ts';
import {
  ago,
  atTheConsole,
  candidate,
  DANA,
  I12,
  inFocus,
  SAM,
  showBoard,
  sitDown,
  unit,
  view,
} from './sheets-fixtures.ts';

const bench = atTheConsole();

const POLISH = { language: 'pl', interpreter: true } as const;
const MISS: UnitReason = {
  kind: 'language',
  weight: 'misses',
  text: 'No Polish: interpreter line',
  since: null,
};
const FREE: UnitReason = { kind: 'free', weight: 'plain', text: 'Free', since: ago(42 * 60 + 30) };

function openWants(more: Partial<IncidentView> = {}) {
  showBoard([]);
  inFocus(view(more));
  act(() => openSheet('wants'));
  render(<ActiveSheet />);
}
const submit = () =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name: /Note it/ })));

test('a reason is said with its age, and what is missing has a shape before its words', () => {
  render(<UnitReasons reasons={[MISS, FREE]} />);
  const [miss, free] = document.querySelectorAll('.unit-reason');
  expect(miss?.textContent).toContain('▽ No Polish: interpreter line');
  expect(free?.textContent).toContain('Free 42 min');
});

test('the card names who Enter sends with every reason, then two more who can go', () => {
  const candidates = [
    candidate('M2', { reasons: [MISS, FREE] }),
    candidate('M1'),
    candidate('M9', { shortfalls: [{ kind: 'busy', text: 'Busy: on scene' }] }),
    candidate('M3'),
    candidate('M4'),
  ];
  const decided = view({
    candidates,
    wanted: ['Behavioral-health team'],
    decision: {
      how: 'accepted',
      response: 'behavioral-health',
      responseLabel: 'Behavioral-health team',
      level: 'L2',
      direction: 'same',
      fill: 'unit',
      recommended: { level: 'L2', response: 'behavioral-health' },
      policyVersion: '1',
      policyHash: 'hash',
      reason: null,
      secondPerson: null,
      at: ago(10),
      by: DANA.operatorId,
      byName: DANA.name,
    },
  });
  render(<DecidedCard view={decided} step={nextStepOf(decided)} />);
  const next = screen.getByRole('list', { name: /Who goes: Behavioral-health team first/ });
  const rows = [...next.children].map(({ textContent }) => textContent ?? '');
  expect(rows.map((text) => text.slice(0, 2))).toEqual(['M2', 'M1', 'M3']);
  expect(rows[0]).toContain('Free 42 min');
});

test('before the decision the card says who of the recommended response would go, or nothing', () => {
  const police = candidate('P11', { teamType: 'police-cit', team: 'Police, CIT' });
  const { rerender } = render(
    <WouldGo view={view({ candidates: [police, candidate('M2')], needsDecision: true })} />,
  );
  expect(screen.getByRole('list').textContent).toMatch(/^M2/);
  rerender(<WouldGo view={view({ candidates: [police], needsDecision: true })} />);
  expect(screen.queryByRole('list')).toBeNull();
});

test('another language asks for an interpreter by itself, and both are noted with Enter', async () => {
  openWants();
  const language = screen.getByRole('combobox', { name: 'Language of the person' });
  expect(document.activeElement).toBe(language);
  fireEvent.change(language, { target: { value: 'polish' } });
  fireEvent.keyDown(language, { key: 'Enter' });
  expect(screen.getByLabelText<HTMLInputElement>(/An interpreter is needed/).checked).toBe(true);
  fireEvent.keyDown(language, { key: '1', code: 'Digit1', altKey: true });
  expect(screen.getByLabelText<HTMLInputElement>(/Wheelchair lift/).checked).toBe(true);
  await submit();
  expect(bench.main.inputsOf('incident.set-language')).toEqual([
    { incidentId: I12, language: POLISH, seen: null },
  ]);
  expect(bench.main.inputsOf('incident.set-capabilities')).toEqual([
    { incidentId: I12, capabilities: ['wheelchair-lift'], seen: [] },
  ]);
});

test('what is noted stands in the sheet, and can be taken back', async () => {
  openWants({ language: POLISH, capabilities: ['stretcher'] });
  const language = screen.getByRole<HTMLInputElement>('combobox', {
    name: 'Language of the person',
  });
  expect(language.value).toBe('Polish');
  fireEvent.change(language, { target: { value: '' } });
  fireEvent.blur(language);
  fireEvent.click(screen.getByLabelText(/Stretcher/));
  await submit();
  expect(bench.main.inputsOf('incident.set-language')).toEqual([
    { incidentId: I12, language: null, seen: POLISH },
  ]);
  expect(bench.main.inputsOf('incident.set-capabilities')).toEqual([
    { incidentId: I12, capabilities: [], seen: ['stretcher'] },
  ]);
});

test('a refusal stands in the sheet and keeps it open', async () => {
  openWants();
  bench.main.refuse('incident.set-language', 'Incident 12 is closed.');
  await submit();
  expect(screen.getByText('Incident 12 is closed.')).toBeTruthy();
  expect(bench.main.inputsOf('incident.set-capabilities')).toEqual([]);
});

test('two languages for one person stand side by side, and either can be kept', async () => {
  openWants();
  const language = screen.getByRole<HTMLInputElement>('combobox', {
    name: 'Language of the person',
  });
  fireEvent.change(language, { target: { value: 'polish' } });
  fireEvent.keyDown(language, { key: 'Enter' });
  const spanish = { language: 'es', interpreter: true };
  const theirs = {
    field: 'language',
    label: 'Language',
    theirs: JSON.stringify(spanish),
    saysTheirs: 'Spanish, interpreter',
    saysMine: 'Polish, interpreter',
    byName: 'Theo',
    at: ago(30),
  };
  bench.main.answer('incident.set-language', {
    ok: false,
    refused: 'changed-meanwhile',
    because: 'Theo changed it.',
    meanwhile: [theirs],
  });
  act(() => inFocus(view({ language: spanish })));
  await submit();
  const both = screen.getByRole('group', { name: /Language: two values/ });
  expect(both.textContent).toContain('Spanish, interpreter');
  expect(bench.main.inputsOf('incident.set-capabilities')).toEqual([]);
  bench.main.answer('incident.set-language', { ok: true, value: { seq: 4 } });
  await act(async () => void fireEvent.keyDown(both, { key: 'k' }));
  expect(bench.main.inputsOf('incident.set-language').at(-1)).toEqual({
    incidentId: I12,
    language: POLISH,
    seen: spanish,
  });
});

test('the incident says what it wants, English when nobody said otherwise', () => {
  const { rerender } = render(<WantsLine language={null} capabilities={[]} />);
  expect(screen.getByRole('region').textContent).toContain('Language English');
  rerender(<WantsLine language={POLISH} capabilities={['child-seat', 'sled']} />);
  expect(screen.getByRole('region').textContent).toContain(
    'Polish, needs interpreter · Vehicle Child seat, sled',
  );
});

test.each([
  ['polish', { language: 'pl', interpreter: false }],
  ['pl i', POLISH],
  ['Haitian Creole interpreter', { language: 'ht', interpreter: true }],
  ['en i', { language: 'en', interpreter: true }],
  ['i', { language: 'en', interpreter: true }],
  ['english', null],
])('typed “%s” means it', (typed, need) => {
  expect(languageTyped(typed.split(' '))).toEqual(need);
});

test('a typed language nobody knows is said, and capabilities may be joined by commas', () => {
  expect(languageTyped(['klingonese'])).toHaveProperty(
    'says',
    expect.stringContaining('“klingonese”'),
  );
  expect(capabilitiesTyped(['Stretcher,child-seat', 'quiet-van'])).toEqual([
    'stretcher',
    'child-seat',
    'quiet-van',
  ]);
  expect(capabilitiesTyped(['none'])).toEqual([]);
});

test('a supervisor changes the vehicle and the languages where they stand; others only read', async () => {
  showBoard([unit('M2', { capabilities: ['stretcher'] })]);
  act(() => openSheet('status'));
  const { rerender } = render(<ActiveSheet />);
  fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
  expect(screen.getByText('Stretcher.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Change' })).toBeNull();
  act(() => sitDown(SAM));
  rerender(<ActiveSheet />);
  fireEvent.click(screen.getByRole('button', { name: 'Change' }));
  fireEvent.click(screen.getByLabelText('Quiet van'));
  await submit();
  expect(bench.main.inputsOf('unit.set-capabilities')).toEqual([
    { unitId: 'M2', capabilities: ['stretcher', 'quiet-van'] },
  ]);
  fireEvent.click(screen.getByRole('button', { name: /Languages of Colleen Fahey/ }));
  const spoken = screen.getByLabelText('Colleen Fahey also speaks');
  fireEvent.change(spoken, { target: { value: 'es, klingonese' } });
  await submit();
  expect(screen.getByText(/“klingonese” is no language/)).toBeTruthy();
  fireEvent.change(spoken, { target: { value: 'es' } });
  await submit();
  expect(bench.main.inputsOf('unit.set-languages')).toEqual([
    { unitId: 'M2', name: 'Colleen Fahey', languages: ['es'] },
  ]);
});
