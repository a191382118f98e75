import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ResponseOption } from '#shared/board/incident-view.ts';
import type { UnservedLedger } from '#shared/board/unserved-ledger.ts';
import { UNSERVED_REASONS } from '#shared/incident/alternative-course.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { deskStore, openSheet, type SheetName } from '#renderer/desk/desk-store.ts';
import { showView } from '#renderer/outcomes/outcomes-store.ts';
import { OutcomesHome } from '#renderer/outcomes/outcomes-home.tsx';
import { ActiveSheet } from '#renderer/sheets/active-sheet.tsx';
import {
  ago,
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

function open(sheet: SheetName) {
  showBoard([]);
  act(() => openSheet(sheet));
  render(<ActiveSheet />);
  return screen.getByRole('dialog');
}

async function press(key: string, target: Element | null = document.activeElement) {
  await act(async () => void fireEvent.keyDown(target ?? document.body, { key }));
}

const reasons = () => screen.getByRole('group', { name: /alternative response/ });
const checked = () =>
  within(reasons())
    .getAllByRole<HTMLInputElement>('radio')
    .find((radio) => radio.checked)?.value ?? null;

describe('closing', () => {
  const wrapUp = { phase: 'wrap-up' } as const;
  const inputs = () => bench.main.inputsOf('incident.close');
  const submit = () => act(async () => void fireEvent.submit(document.querySelector('form')!));

  test('asks nothing when somebody came', async () => {
    inFocus(view(wrapUp));
    const sheet = open('disposition');
    expect(screen.queryByRole('group', { name: /alternative response/ })).toBeNull();
    await press('1', sheet);
    await submit();
    expect(inputs()).toEqual([{ incidentId: I12, disposition: 'no-contact', note: '' }]);
  });

  test('the suggested reason is chosen already, so it takes no key', async () => {
    inFocus(view({ ...wrapUp, unservedReasonNeeded: { suggested: 'out-of-hours' } }));
    const sheet = open('disposition');
    expect(checked()).toBe('out-of-hours');
    expect(reasons().textContent).toContain('Outside its hours (suggested)');
    await press('1', sheet);
    await submit();
    expect(inputs()).toEqual([
      {
        incidentId: I12,
        disposition: 'no-contact',
        note: '',
        unserved: { code: 'out-of-hours', note: '' },
      },
    ]);
    expect(deskStore.getState().sheet).toBeNull();
  });

  test('each reason has a key of its own beside those of the outcomes', async () => {
    inFocus(view({ ...wrapUp, unservedReasonNeeded: { suggested: null } }));
    const sheet = open('disposition');
    const keys = [...sheet.querySelectorAll('fieldset kbd')].map((each) => each.textContent ?? '');
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).not.toContain('p');
    const own = [...reasons().querySelectorAll('kbd')].map((each) => each.textContent ?? '');
    for (const [at, key] of own.entries()) {
      await press(key, sheet);
      expect(checked()).toBe(UNSERVED_REASONS[at]?.code);
    }
  });

  test('without one nothing is closed, and something else is put in words', async () => {
    inFocus(view({ ...wrapUp, unservedReasonNeeded: { suggested: null } }));
    const sheet = open('disposition');
    await press('1', sheet);
    await submit();
    expect(screen.getByText('Choose why no alternative response goes.')).toBeTruthy();
    await press('w', sheet);
    await submit();
    expect(screen.getByText(/Say in a few words/)).toBeTruthy();
    expect(inputs()).toEqual([]);
    fireEvent.change(screen.getByLabelText(/Note/), { target: { value: 'Moved away.' } });
    await submit();
    expect(inputs()).toMatchObject([{ unserved: { code: 'other', note: 'Moved away.' } }]);
  });
});

describe('choosing otherwise', () => {
  const option = (id: string, more: Partial<ResponseOption> = {}): ResponseOption => ({
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
  });
  const options = [
    option('police', { needsUnservedReason: { suggested: 'all-busy' } }),
    option('substance-use'),
  ];
  const why = () => screen.getByLabelText<HTMLTextAreaElement>('Why');
  const inputs = () => bench.main.inputsOf('incident.decide');

  test('the reason is asked for a response that needs it, and only for that', async () => {
    inFocus(view({ options }));
    const sheet = open('override');
    await press('2', sheet);
    expect(screen.queryByRole('group', { name: /alternative response/ })).toBeNull();
    await press('1', sheet);
    expect(checked()).toBe('all-busy');
    fireEvent.keyDown(why(), { key: 'i', altKey: true });
    expect(checked()).toBe('caller-insisted');
    fireEvent.change(why(), { target: { value: 'He wants an officer' } });
    await press('Enter', why());
    expect(inputs()).toMatchObject([
      { response: 'police', unserved: { code: 'caller-insisted', note: '' } },
    ]);
  });

  test('a response without it is sent as before', async () => {
    inFocus(view({ options }));
    await press('2', open('override'));
    fireEvent.change(why(), { target: { value: 'Nearer' } });
    await press('Enter', why());
    expect(inputs()[0]).not.toHaveProperty('unserved');
  });
});

describe('the ledger', () => {
  const none = { eligible: 0, unserved: 0 };
  const week = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => none));
  week[2]![14] = { eligible: 5, unserved: 2 };
  week[2]![15] = { eligible: 3, unserved: 0 };
  week[6]![2] = { eligible: 4, unserved: 4 };
  const LEDGER: UnservedLedger = {
    eligible: 12,
    unserved: 6,
    served: 5,
    open: 1,
    byReason: [
      { code: 'out-of-hours', label: 'Outside its hours', unserved: 4 },
      { code: 'all-busy', label: 'No team was free', unserved: 2 },
      { code: 'other', label: 'Something else', unserved: 0 },
    ],
    byHourOfWeek: week,
    byArea: [{ id: 'uptown', label: 'Uptown', eligible: 12, unserved: 6 }],
    byCallType: [{ id: null, label: 'Type not set', eligible: 12, unserved: 6 }],
    lines: [
      {
        incidentId: 'incident-9' as IncidentId,
        number: 9,
        openedAt: ago(600),
        callTypeLabel: 'Suicide threat',
        area: null,
        recommended: {
          level: 'L2',
          response: 'behavioral-health',
          label: 'Behavioral-health team',
        },
        reason: { code: 'other', label: 'Something else' },
        note: 'Moved away.',
        closed: false,
      },
    ],
  };
  beforeEach(() => {
    bench.main.answer('ledger.unserved', { ok: true, value: LEDGER });
    bench.main.refuse('outcomes.figures', 'Not counted here.');
  });

  async function show(me = SAM) {
    act(() => {
      sitDown(me);
      showView('not-served');
    });
    await act(async () => void render(<OutcomesHome />));
  }
  const section = () => screen.findByRole('region', { name: 'Eligible but not sent' });

  test('says every count with the number it is a part of', async () => {
    await show();
    const shown = await section();
    const says = await within(shown).findByText(/not sent:/);
    expect(says.textContent).toBe(
      '50 % not sent: 6 of 12 eligible incidents. Served: 5. Still open: 1.',
    );
    const rows = within(within(shown).getByRole('table', { name: /^Why/ })).getAllByRole('row');
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['Outside its hours', '4 of 6', '67 %'],
      ['No team was free', '2 of 6', '33 %'],
      ['Something else', '0 of 6', '0 %'],
    ]);
  });

  test('the picture of the week says its numbers, and needs no color to be read', async () => {
    await show();
    const region = await screen.findByRole('region', { name: /by hour of the week/ });
    expect(region.tabIndex).toBe(0);
    const rows = within(region).getAllByRole('row');
    expect(rows.map((row) => row.firstChild?.textContent)).toEqual([
      'Day',
      'Mon',
      'Tue',
      'Wed',
      'Thu',
      'Fri',
      'Sat',
      'Sun',
    ]);
    const cells = [...rows[2]!.querySelectorAll('.week-cell')] as HTMLElement[];
    expect(cells[14]?.textContent).toBe('22 of 5');
    expect(cells[14]?.title).toBe('Tuesday 14:00: 2 of 5 not sent');
    expect(cells[15]?.textContent).toBe('·0 of 3');
    expect(cells[13]?.textContent).toBe('');
    expect(cells.map((cell) => cell.dataset['step']).slice(13, 16)).toEqual([undefined, '2', '0']);
    expect(rows[2]!.lastChild?.textContent).toBe('2 of 8 (25 %)');
    expect(rows[6]!.lastChild?.textContent).toBe('4 of 4 (100 %)');
  });

  test('a line says which incident, when, what was recommended and why none came', async () => {
    await show();
    const lines = within(await screen.findByRole('region', { name: /were not served/ }));
    expect(lines.getByText('The newest 1 of 6, newest first')).toBeTruthy();
    const text = lines.getAllByRole('row').at(-1)?.textContent ?? '';
    for (const said of ['9 still open', 'Suicide threat', 'Outside all areas', 'Moved away.'])
      expect(text).toContain(said);
  });

  test('before anybody was eligible it teaches what will stand here', async () => {
    const empty = { ...LEDGER, eligible: 0, unserved: 0, served: 0, open: 0, lines: [] };
    bench.main.answer('ledger.unserved', { ok: true, value: empty });
    await show();
    expect(await screen.findByText(/No incident has been eligible/)).toBeTruthy();
  });

  test('a refusal stands in its place', async () => {
    bench.main.refuse('ledger.unserved', 'The desk could not read it. Try again.');
    await show();
    expect(await screen.findByText(/could not read it/)).toBeTruthy();
  });

  test('a dispatcher is not asked to look at it', async () => {
    await show(DANA);
    expect(screen.queryByText('Eligible but not sent')).toBeNull();
    expect(bench.main.inputsOf('ledger.unserved')).toEqual([]);
  });
});
