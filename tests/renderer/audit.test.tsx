import { act, fireEvent, render, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  NO_FILTER,
  type AuditEntryView,
  type AuditLine,
  type AuditPage,
  type AuditStanding,
} from '#shared/audit/audit-view.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { AuditHome } from '#renderer/audit/audit-home.tsx';
import { deskStore, setScreen } from '#renderer/desk/desk-store.ts';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { useWindowKeys } from '#renderer/keys/window-keys.ts';
import { giveSizes } from './fake-feed.ts';
import { ago, atTheConsole, CLEO, SAM } from './sheets-fixtures.ts';

const bench = atTheConsole(SAM);
beforeAll(() => giveSizes());

function line(seq: number, more: Partial<AuditLine> = {}): AuditLine {
  return {
    seq,
    at: ago(10_000 - seq),
    byName: 'Dana Reyes',
    position: 'position 1',
    group: 'call',
    says: 'Opened an incident',
    detail: '',
    incident: { incidentId: `incident-${seq}` as IncidentId, number: seq },
    failed: false,
    emergency: false,
    ...more,
  };
}

const LINES = [
  line(30, { says: 'Tried to sign on', group: 'sign-on', failed: true, incident: null }),
  line(20, { says: 'Shared a packet', group: 'disclosure', emergency: true, detail: 'to EMS' }),
  line(10),
];

const entry = (of: AuditLine, more: Partial<AuditEntryView> = {}): AuditEntryView => ({
  line: of,
  type: 'incident.opened',
  stream: 'incident/10',
  hash: 'a'.repeat(64),
  before: 'b'.repeat(64),
  sealed: true,
  words: null,
  body: '{"type":"incident.opened"}',
  ...more,
});

const STANDING: AuditStanding = {
  entries: 1_234,
  people: [
    { operatorId: SAM.operatorId, name: SAM.name },
    { operatorId: CLEO.operatorId, name: CLEO.name },
  ],
  keys: [
    {
      fingerprint: '0123456789abcdef0123456789abcdef',
      madeAt: '2026-03-03T12:00:00.000Z',
      retiredAt: null,
    },
    {
      fingerprint: 'fedcba9876543210fedcba9876543210',
      madeAt: '2026-01-03T12:00:00.000Z',
      retiredAt: '2026-03-03T12:00:00.000Z',
    },
  ],
  head: 'c'.repeat(64),
  check: { state: 'none' },
};

function Screen() {
  useKeymap();
  useWindowKeys();
  return <AuditHome />;
}

const ok = <Value,>(value: Value) => ({ ok: true, value }) as const;
const pages = (...given: AuditPage[]) => bench.main.answer('audit.page', ...given.map(ok));

const ENTRIES = Array.from({ length: 30 }, () => entry(line(30)));

async function open(
  page: AuditPage = { lines: LINES, more: false },
  entries: readonly AuditEntryView[] = ENTRIES,
) {
  pages(...Array.from({ length: page.more ? 1 : 9 }, () => page));
  bench.main.answer('audit.standing', ok(STANDING));
  bench.main.answer('audit.entry', ...entries.map(ok));
  setScreen('audit');
  const drawn = render(<Screen />);
  await settled();
  return drawn;
}

async function settled() {
  await act(async () => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  });
}

async function press(key: string) {
  await act(async () => void fireEvent.keyDown(document.activeElement ?? document.body, { key }));
  await settled();
}

async function pressShifted(key: string) {
  const typed = { key, shiftKey: true };
  await act(async () => void fireEvent.keyDown(document.activeElement ?? document.body, typed));
  await settled();
}

const list = () => screen.getByRole('listbox', { name: /newest first/ });
const filters = () =>
  bench.main.inputsOf('audit.page').map((input) => (input as { filter: object }).filter);

describe('the entries', () => {
  test('stand newest first, and say in words what failed and who broke the glass', async () => {
    const { container } = await open();
    const rows = within(list()).getAllByRole('option');
    expect(rows.map((row) => row.textContent?.replace(/^.*?(?=Dana)/u, ''))).toEqual([
      'Dana Reyes✕ failedTried to sign on',
      'Dana Reyes▲ break-glassShared a packetto EMSincident 20',
      'Dana ReyesOpened an incidentincident 10',
    ]);
    expect((await axe.run(container)).violations).toEqual([]);
  });

  test('open with their seal beside them, as one moves', async () => {
    const words = { partition: 'clinical', are: 'withheld' } as const;
    const changed = entry(line(20), { sealed: false, words });
    await open({ lines: LINES, more: false }, [entry(line(30)), changed]);
    expect(bench.main.inputsOf('audit.entry')).toEqual([{ seq: 30 }]);
    await press('j');
    const beside = screen.getByRole('region', { name: 'Entry' });
    expect(within(beside).getByRole('heading').textContent).toBe('Entry 20');
    expect(beside.textContent).toContain('Clinical: they are kept apart, and withheld from you');
    expect(beside.textContent).toContain('✕ does not match: the entry was changed');
    expect(beside.textContent).toContain('b'.repeat(64));
    await press('Enter');
    expect(deskStore.getState().screen).toBe('dispatch');
  });

  test('go on with older ones near the end, once', async () => {
    const many = Array.from({ length: 100 }, (_, at) => line(300 - at));
    await open({ lines: many, more: true });
    pages({ lines: [line(200)], more: false });
    for (let times = 0; times < 8; times += 1) await press('PageDown');
    const asked = bench.main.inputsOf('audit.page') as { before: number | null }[];
    expect(asked.map(({ before }) => before)).toEqual([null, 201]);
    expect(list().getAttribute('aria-label')).toBe('101 entries, newest first');
  });

  test('that are none teach the way back', async () => {
    await open({ lines: [], more: false });
    expect(screen.getByText(/No entry is like that/)).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Entry' })).toBeNull();
  });

  test('that main refuses say why', async () => {
    bench.main.answer('audit.standing', ok(STANDING));
    bench.main.refuse('audit.page', 'A clinician may not do this. Nothing was changed.');
    setScreen('audit');
    render(<Screen />);
    await settled();
    expect(screen.getByRole('alert').textContent).toContain('may not do this');
  });
});

describe('the filter', () => {
  test('is set by keys, and put back by one', async () => {
    await open();
    await press('x');
    expect(filters().at(-1)).toEqual({ ...NO_FILTER, failedOnly: true });
    expect(screen.getByRole('button', { name: /Failed only/ }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    await press('0');
    expect(filters().at(-1)).toEqual(NO_FILTER);
  });

  test('leaves what stands until the answer is there, and begins at its newest entry', async () => {
    await open();
    await press('j');
    expect(screen.getByRole('heading', { name: 'Entry 20' })).toBeTruthy();
    pages({ lines: [line(19), line(20)], more: false });
    fireEvent.keyDown(list(), { key: 'x' });
    expect(within(list()).getAllByRole('option')).toHaveLength(LINES.length);
    await settled();
    expect(within(list()).getAllByRole('option')).toHaveLength(2);
    expect(screen.getByRole('heading', { name: 'Entry 19' })).toBeTruthy();
    expect(screen.getByText('Some of 1,234 entries')).toBeTruthy();
  });

  test('that leaves nothing has the keys, and says how to go on', async () => {
    const { container } = await open({ lines: LINES, more: true });
    pages({ lines: [], more: false });
    await press('x');
    expect(document.activeElement).toBe(screen.getByText(/No entry is like that/).parentElement);
    expect(screen.getByRole('button', { name: 'Show everything' })).toBeTruthy();
    expect((await axe.run(container)).violations).toEqual([]);
    pages({ lines: LINES, more: false });
    await press('0');
    expect(document.activeElement).toBe(list());
    expect(screen.queryByRole('button', { name: 'Show everything' })).toBeNull();
  });

  test('takes a number when it is entered, and no other text', async () => {
    await open();
    await press('n');
    const field = screen.getByLabelText('Incident or call');
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: '4711' } });
    expect(filters()).toHaveLength(1);
    await press('Enter');
    expect(filters().at(-1)).toEqual({ ...NO_FILTER, number: 4711 });
    const anew = screen.getByLabelText('Incident or call');
    fireEvent.change(anew, { target: { value: 'Mrs.' } });
    fireEvent.blur(anew);
    await settled();
    expect(filters().at(-1)).toEqual(NO_FILTER);
  });

  test('takes days, never the last before the first', async () => {
    await open();
    fireEvent.change(screen.getByLabelText('From'), { target: { value: '2026-03-03' } });
    await settled();
    fireEvent.change(screen.getByLabelText('To'), { target: { value: '2026-03-02' } });
    await settled();
    expect(filters().at(-1)).toEqual({ ...NO_FILTER, from: '2026-03-03' });
  });
});

describe('the chain', () => {
  const standing = (check: AuditStanding['check']) =>
    bench.main.answer('audit.standing', ok({ ...STANDING, check }));
  const part = () => screen.getByRole('region', { name: 'The chain' });

  test('is checked on a key, with its progress, and the key of exports stands beside', async () => {
    await open();
    expect(part().textContent).toContain('0123 4567 89ab cdef 0123 4567 89ab cdef');
    standing({ state: 'running', checked: 500, of: 1_234 });
    await press('v');
    expect(bench.main.inputsOf('audit.check')).toEqual([{}]);
    expect(within(part()).getByRole('progressbar').getAttribute('value')).toBe('500');
    expect(part().textContent).toContain('Checked 500 of 1,234');
  });

  test('that is broken names the first entry, and words that are wrong', async () => {
    await open();
    const said = { at: ago(5), byName: 'Sam Whitfield', events: 40 };
    const broken = { entry: 40, why: 'Entry 40 does not match its seal: it was changed.' };
    const wrongWords = ['The Clinical words of entry 7 were changed.'];
    standing({ state: 'done', ...said, broken, wrongWords });
    await press('v');
    expect(within(part()).getByRole('status').textContent).toContain(
      'broken at entry 40. Entry 40 does not match its seal',
    );
    expect(part().textContent).toContain(wrongWords[0]);
    // It may stand a hundred thousand lines further down.
    const wrong = entry(line(40), { sealed: false });
    bench.main.answer('audit.entry', ok(wrong), ok(wrong), ok(entry(line(20))));
    await act(
      async () => void fireEvent.click(screen.getByRole('button', { name: 'Show entry 40' })),
    );
    await settled();
    const beside = screen.getByRole('region', { name: 'Entry' });
    expect(beside.textContent).toContain('Entry 40');
    expect(beside.textContent).toContain('✕ does not match');
    await press('j');
    expect(screen.getByRole('heading', { name: 'Entry 20' })).toBeTruthy();
  });
});

test('what is shown is exported with its filter, and the file is named', async () => {
  await open();
  await press('x');
  bench.main.answer('audit.standing', ok(STANDING));
  bench.main.answer('audit.export', ok({ seq: 9, made: '/home/sam/audit.jsonl' }));
  await press('e');
  expect(bench.main.inputsOf('audit.export')).toEqual([
    { filter: { ...NO_FILTER, failedOnly: true } },
  ]);
  expect(deskStore.getState().notice?.text).toBe('The signed audit is in /home/sam/audit.jsonl.');
});

test('a new signing key is taken by two people, and the page of the fingerprint is printed by a key', async () => {
  await open();
  expect(screen.getByText('0123 4567 89ab cdef 0123 4567 89ab cdef')).toBeTruthy();
  expect(screen.getByText('fedc ba98 7654 3210 fedc ba98 7654 3210')).toBeTruthy();
  await pressShifted('P');
  expect(bench.main.inputsOf('audit.print-key')).toEqual([{}]);
  await pressShifted('K');
  const form = screen.getByRole('form', { name: 'A new signing key' });
  expect(document.activeElement).toBe(form);
  await act(async () => void fireEvent.submit(form));
  expect(within(form).getByText('Choose who signs as the second person.')).toBeTruthy();
  expect(bench.main.inputsOf('audit.renew-key')).toEqual([]);
});
