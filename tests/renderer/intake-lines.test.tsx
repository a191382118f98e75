import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { IntakeLinesView, IntakeLineView } from '#shared/board/intake-lines-view.ts';
import { USUAL_LIMITS } from '#shared/intake-line/line-setting.ts';
import type { IntakeLineId } from '#shared/lib/brand.ts';
import { showSnapshot } from '#renderer/desk/board-store.ts';
import { deskStore } from '#renderer/desk/desk-store.ts';
import { AttemptsBanner } from '#renderer/intake-lines/attempts-banner.tsx';
import { IntakeLinesSheet } from '#renderer/intake-lines/intake-lines-sheet.tsx';
import { runAction } from '#renderer/keys/actions.ts';
import { useWindowKeys } from '#renderer/keys/window-keys.ts';
import { settled, snapshot } from './fake-feed.ts';
import { ago, atTheConsole, CLEO, SAM, sitDown } from './sheets-fixtures.ts';

const bench = atTheConsole(SAM);
const L1 = 'l1' as IntakeLineId;

const LISTENER = {
  kind: 'eido-listener',
  address: '127.0.0.1',
  port: 8911,
  tls: null,
  access: { by: 'token', made: true },
  limits: USUAL_LIMITS,
} as const;

function line(more: Partial<IntakeLineView> = {}): IntakeLineView {
  return {
    lineId: L1,
    name: 'County CAD',
    on: true,
    setting: LISTENER,
    setAt: ago(600),
    setByName: SAM.name,
    attempts: null,
    standing: {
      now: { state: 'taking', since: ago(300), at: '127.0.0.1:8911' },
      lastDelivery: ago(60),
      newCalls: 12,
      updates: 3,
      known: 1,
      refused: 4,
    },
    ...more,
  };
}

async function open(...views: Partial<IntakeLinesView>[]) {
  const answers = views.map((view) => ({
    ok: true as const,
    value: { lines: [], refusals: [], ...view },
  }));
  // What is looked at again while a test runs is the last of them.
  const last = answers.at(-1)!;
  bench.main.answer('intake-line.all', ...answers, ...Array.from({ length: 20 }, () => last));
  render(<IntakeLinesSheet />);
  await settled();
}

const press = async (key: string) => {
  await act(async () => void fireEvent.keyDown(document.activeElement!, { key }));
  await settled();
};
const click = async (name: RegExp) => {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name })));
  await settled();
};
const type = (label: RegExp | string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

test('without a line it says that the desk listens nowhere', async () => {
  await open({});
  expect(screen.getByText(/it listens nowhere/)).toBeTruthy();
  expect(screen.queryByText('Refused last')).toBeNull();
});

test('a line says where it is, how it stands and what it did', async () => {
  await open({ lines: [line(), line({ lineId: 'l2' as IntakeLineId, name: 'ALI', on: false })] });
  const head = screen.getByRole('button', { name: /County CAD/ });
  expect(head).toBe(document.activeElement);
  expect(head.textContent).toContain('127.0.0.1:8911 · this computer only · token');
  expect(head.textContent).toContain('● On');
  expect(screen.getByText(/12 new calls · 3 updates · 1 known before · 4 refused/)).toBeTruthy();
  expect(screen.getByText('1 of 2 switched on')).toBeTruthy();
  await press('j');
  expect(screen.getByRole('button', { name: /ALI/ })).toBe(document.activeElement);
});

test('a line that does not run says why, and when it is tried again', async () => {
  const failed = {
    state: 'failed',
    since: ago(9),
    because: 'Port 8911 of 127.0.0.1 is taken by another program.',
    again: ago(-21),
  } as const;
  await open({ lines: [line({ standing: { ...line().standing, now: failed } })] });
  expect(screen.getByRole('button', { name: /▲ Does not run/ })).toBeTruthy();
  expect(screen.getByText(/taken by another program\. It is tried again at/)).toBeTruthy();
  expect(screen.getByText('1 of 1 switched on, 1 does not run')).toBeTruthy();
});

test('a new listener stands switched off, with a token that is shown once', async () => {
  await open({}, { lines: [line({ on: false })] });
  bench.main.answer('intake-line.set', { ok: true, value: { seq: 2, made: L1 } });
  bench.main.answer('intake-line.new-token', { ok: true, value: { seq: 3, made: 'the-token' } });
  await click(/Add a line/);
  type('Name', 'County CAD');
  type('Port', '0');
  await click(/Add it, switched off/);
  expect(screen.getByText('A port is a number from 1 to 65535.')).toBeTruthy();
  expect(bench.main.inputsOf('intake-line.set')).toEqual([]);
  type('Port', '8911');
  await click(/Add it, switched off/);
  const { made: _made, ...access } = LISTENER.access;
  expect(bench.main.inputsOf('intake-line.set')).toEqual([
    { lineId: null, name: 'County CAD', on: false, setting: { ...LISTENER, access } },
  ]);
  expect(bench.main.inputsOf('intake-line.new-token')).toEqual([{ lineId: L1 }]);
  const token = screen.getByLabelText<HTMLInputElement>('Token of County CAD, shown only now');
  expect(token.value).toBe('the-token');
  expect(token).toBe(document.activeElement);
  await click(/I have it/);
  expect(screen.queryByDisplayValue('the-token')).toBeNull();
  expect(screen.getByRole('button', { name: /County CAD/ })).toBe(document.activeElement);
});

test('over TLS it takes a certificate, and may ask for one', async () => {
  await open({});
  await click(/Add a line/);
  fireEvent.click(screen.getByLabelText('TLS'));
  fireEvent.click(screen.getByLabelText('Whoever shows a client certificate'));
  type('Name', 'Region');
  type('Address', '10.0.4.20');
  type('Certificate file', '/etc/desk.pem');
  type('Key file', '/etc/desk.key');
  type('Authority’s certificate file', '/etc/ca.pem');
  await click(/Add it, switched off/);
  expect(bench.main.inputsOf('intake-line.set')).toMatchObject([
    {
      setting: {
        address: '10.0.4.20',
        tls: { certificateFile: '/etc/desk.pem', keyFile: '/etc/desk.key' },
        access: { by: 'client-certificate', caFile: '/etc/ca.pem' },
      },
    },
  ]);
  expect(bench.main.inputsOf('intake-line.new-token')).toEqual([]);
});

test.each([
  ['ALI line', { 'Layout of its records': 'nena' }, { kind: 'ali-spill', layout: 'nena' }],
  ['Watched folder', { Folder: '/srv/in' }, { kind: 'watched-folder', folder: '/srv/in' }],
])('a line of another kind: %s', async (kind, fields, setting) => {
  await open({});
  await click(/Add a line/);
  fireEvent.click(screen.getByLabelText(kind));
  type('Name', 'Other');
  await click(/Add it, switched off/);
  expect(bench.main.inputsOf('intake-line.set')).toEqual([]);
  for (const [label, text] of Object.entries(fields)) type(label, text);
  await click(/Add it, switched off/);
  expect(bench.main.inputsOf('intake-line.set')).toMatchObject([{ setting }]);
});

test('a change starts from what stands, and keeps the line switched on', async () => {
  await open({ lines: [line()] });
  await press('c');
  type('Documents/min per address', '60');
  await click(/Keep the change/);
  expect(bench.main.inputsOf('intake-line.set')).toMatchObject([
    { lineId: L1, name: 'County CAD', on: true, setting: { limits: { perMinute: 60 } } },
  ]);
});

test('a line is switched, and removed only when it is off; a refusal stands beside it', async () => {
  await open({ lines: [line()] });
  await press('x');
  expect(bench.main.inputsOf('intake-line.remove')).toEqual([]);
  bench.main.refuse('intake-line.set', '“Other” is there already. Nothing was changed.');
  await press('o');
  expect(bench.main.inputsOf('intake-line.set')).toMatchObject([{ lineId: L1, on: false }]);
  expect(screen.getByText(/“Other” is there already/)).toBeTruthy();
});

test('an off line is removed', async () => {
  await open({ lines: [line({ on: false })] });
  await press('x');
  expect(bench.main.inputsOf('intake-line.remove')).toEqual([{ lineId: L1 }]);
  expect(deskStore.getState().notice?.text).toBe('“County CAD” is removed.');
});

test('refusals stand by their reason, with from where and how large, and nothing else', async () => {
  const refused = (reason: string, from: string, bytes: number | null) => ({
    lineId: L1,
    at: ago(5),
    from,
    bytes,
    reason,
  });
  await open({
    lines: [line()],
    refusals: [
      refused('no-token', '10.0.0.7', null),
      refused('document-too-large', '10.0.0.9', 2_500_000),
      refused('no-token', '10.0.0.8', null),
      refused('something-new', '10.0.0.9', 40),
    ],
  });
  const list = within(screen.getByRole('region', { name: 'Refused last' }));
  expect(list.getByText('Without the token').parentElement?.textContent).toContain('2 times');
  expect(list.getByText('2.4 MB')).toBeTruthy();
  expect(list.getByText('Something new')).toBeTruthy();
  expect(list.getByText('10.0.0.8')).toBeTruthy();
});

test('attempts to get in stand above everything until a supervisor has seen them', async () => {
  const attempts = { count: 14, from: ['10.0.0.7'], since: ago(400), last: ago(20) };
  await open({ lines: [line({ attempts })] }, { lines: [line()] });
  expect(screen.getByText(/somebody came 14 times without the right to send/)).toBeTruthy();
  await press('s');
  expect(bench.main.inputsOf('intake-line.see-attempts')).toEqual([{ lineId: L1 }]);
  expect(screen.queryByText(/14 times/)).toBeNull();
});

function Keys() {
  useWindowKeys();
  return <AttemptsBanner />;
}

test('a supervisor is told on every screen, and goes there by g v; nobody else is', async () => {
  act(() => showSnapshot(snapshot({ attemptedLines: 1 })));
  render(<Keys />);
  expect(screen.getByText('▲ Somebody tried to get in')).toBeTruthy();
  act(() => void runAction('go.intake-lines'));
  expect(deskStore.getState().sheet).toBe('intake-lines');
  act(() => {
    deskStore.setState({ sheet: null });
    sitDown(CLEO);
  });
  expect(screen.queryByText('▲ Somebody tried to get in')).toBeNull();
  act(() => void runAction('go.intake-lines'));
  expect(deskStore.getState().sheet).toBeNull();
  expect(deskStore.getState().notice?.text).toContain('kept by supervisors and administrators');
});
