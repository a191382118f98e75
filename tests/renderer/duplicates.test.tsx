import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call, FakeMain, giveSizes, settled, snapshot } from './fake-feed.ts';
import {
  ago,
  atTheConsole,
  CLEO,
  I12,
  inFocus,
  row,
  showBoard,
  sitDown,
  view,
} from './sheets-fixtures.ts';
import type { LikelyLine } from '#shared/board/duplicate-lines.ts';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';
import { showSnapshot } from '#renderer/desk/board-store.ts';
import { deskStore, openSheet, select } from '#renderer/desk/desk-store.ts';
import { DuplicatesSheet } from '#renderer/duplicate/duplicates-sheet.tsx';
import { forgetWaiting, showWaiting, waitingStore } from '#renderer/duplicate/waiting-store.ts';
import { NewCallSheet } from '#renderer/incident/new-call-sheet.tsx';
import { WaitingCall } from '#renderer/incident/waiting-call.tsx';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { useDispatchKeys, useWindowKeys } from '#renderer/keys/window-keys.ts';
import { waitingLines } from '#renderer/queue/call-lines.ts';
import { Queue } from '#renderer/queue/queue.tsx';

atTheConsole();
let main: FakeMain;
beforeAll(() => giveSizes());
beforeEach(() => {
  main = new FakeMain();
  main.answer('person.known', () => null);
  forgetWaiting();
});

function Desk({ children }: { readonly children: React.ReactNode }) {
  useKeymap();
  useWindowKeys();
  useDispatchKeys();
  return <>{children}</>;
}

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const code = key.length === 1 ? `Key${key.toUpperCase()}` : key;
  const on = document.activeElement ?? document.body;
  await act(async () => void fireEvent.keyDown(on, { key, code, ...more }));
  await settled();
}

const rest = {
  strength: 'the-same',
  reasons: ['same number', '100 ft apart'],
  callType: 'Person down',
  address: '45 N Clark',
  receivedAt: ago(180),
  standing: 'To decide',
  callers: 2,
} as const;
const incident: LikelyLine = {
  ...rest,
  kind: 'incident',
  callId: 'call-12' as CallId,
  incidentId: I12,
  number: 12,
  open: true,
  merge: null,
};
const waits: LikelyLine = {
  ...rest,
  kind: 'call',
  callId: 'call-5' as CallId,
  number: 5,
  callers: 1,
};

const calm = (number: number) => call(number, { callType: null, words: 'An alarm.' });
const group = (leader: number, ...members: number[]) => ({
  groups: [
    {
      leader: `call-${leader}` as CallId,
      members: members.map((each) => ({
        callId: `call-${each}` as CallId,
        reasons: ['same crossing: Clark & Fullerton'],
      })),
    },
  ],
  marks: [],
});

describe('calls in the queue', () => {
  const draw = (calls: ReturnType<typeof call>[]) => {
    act(() => showSnapshot(snapshot({ calls })));
    render(
      <Desk>
        <Queue />
      </Desk>,
    );
  };
  const options = () => screen.getAllByRole('option').map((each) => each.textContent);

  test('that are likely one thing are one line, shown and put away with the arrow keys', async () => {
    draw([calm(1), calm(2), calm(3), calm(4)]);
    act(() => showWaiting(group(1, 2, 3)));
    expect(options()).toHaveLength(2);
    expect(options()[0]).toContain('2 more like it');
    expect(screen.getByText('Waiting calls, 2 told again').textContent).toContain('4');
    act(() => select({ kind: 'call', id: 'call-1' }));
    screen.getByRole('listbox').focus();
    await press('ArrowRight');
    expect(options()).toHaveLength(4);
    expect(options()[1]).toContain('Told again: same crossing');
    await press('j');
    expect(deskStore.getState().selection?.id).toBe('call-2');
    await press('ArrowLeft');
    expect(options()).toHaveLength(2);
    expect(deskStore.getState().selection?.id).toBe('call-1');
  });

  test('whoever moves on passes what stands behind a call, and never loses a hidden one', async () => {
    draw([calm(1), calm(2), calm(3)]);
    act(() => showWaiting(group(1, 2)));
    act(() => select({ kind: 'call', id: 'call-2' }));
    screen.getByRole('listbox').focus();
    await press('j');
    expect(deskStore.getState().selection?.id).toBe('call-3');
  });

  test('who is in danger stands under a heading of its own, before the others', () => {
    draw([calm(1), call(2, { callType: null, words: 'He has a gun.' })]);
    expect(screen.getByText(/^Waiting, in danger/)).toBeTruthy();
    expect(options().map((each) => /gun/.test(each ?? ''))).toEqual([true, false]);
  });

  test('a mark says which incident a call is likely about', () => {
    draw([calm(1)]);
    const { reasons, strength } = rest;
    const mark = { callId: 'call-1' as CallId, incidentId: I12, number: 12, strength, reasons };
    act(() => showWaiting({ groups: [], marks: [mark] }));
    expect(options()[0]).toContain('as 12?');
  });

  test('a call in danger stands before others and behind none, whatever was grouped', () => {
    const { policy } = deskStore.getState();
    const gun = call(3, { callType: null, words: 'He has a gun.' });
    const calls = new Map([calm(1), calm(2), gun].map((each) => [each.callId as string, each]));
    const opened = new Set<string>();
    const lines = waitingLines([...calls.keys()], calls, { ...group(1, 2, 3), opened }, policy);
    expect(lines.map(({ id, behind }) => [id, behind])).toEqual([
      ['call-3', 0],
      ['call-1', 1],
    ]);
    // Whoever stood for the others is answered: they stand for themselves until main has looked again.
    calls.delete('call-1');
    const left = waitingLines([...calls.keys()], calls, { ...group(1, 2, 3), opened }, policy);
    expect(left.map(({ id }) => id)).toEqual(['call-3', 'call-2']);
  });
});

describe('beside a call that waits', () => {
  const draw = async (lines: readonly LikelyLine[]) => {
    main.answer('duplicate.likely', () => lines);
    act(() => showSnapshot(snapshot({ calls: [calm(7)] })));
    act(() => select({ kind: 'call', id: 'call-7' }));
    render(
      <Desk>
        <WaitingCall callId="call-7" />
      </Desk>,
    );
    await act(async () => void (await new Promise((done) => setTimeout(done, 100))));
  };

  test('stands what it is likely the same as, and one key joins it', async () => {
    await draw([incident, waits]);
    const notice = screen.getByRole('status');
    expect(notice.textContent).toContain('The same as 12: same number, 100 ft apart.');
    expect(notice.textContent).toContain('Person down · 45 N Clark · To decide, 2 callers');
    await press('j', { ctrlKey: true });
    expect(main.inputsOf('call.join')).toEqual([{ callIds: ['call-7'], incidentId: I12 }]);
    expect(deskStore.getState().selection).toEqual({ kind: 'incident', id: I12 });
    expect(deskStore.getState().notice?.text).toMatch(/Call 7 is joined to 12/);
  });

  test('another key says that it is something else', async () => {
    await draw([waits]);
    expect(screen.queryByRole('button', { name: /^Join/ })).toBeNull();
    await press('d', { ctrlKey: true });
    expect(main.inputsOf('duplicate.say-different')).toEqual([
      { callId: 'call-7', others: ['call-5'] },
    ]);
  });

  test('nothing stands there while nothing speaks for it', async () => {
    await draw([]);
    expect(screen.getByRole('status').textContent).toBe('');
  });
});

describe('while a call is typed in', () => {
  test('it is found, said to be something else, or received and joined', async () => {
    main.answer('duplicate.likely', () => [waits, incident]);
    main.answer('call.receive', () => ({ seq: 1, made: 'call-9' }));
    showBoard([]);
    render(
      <Desk>
        <NewCallSheet />
      </Desk>,
    );
    fireEvent.change(screen.getByLabelText('Location'), { target: { value: '45 N Clark' } });
    const notice = await screen.findByText(/The same as call 5, which waits/);
    expect(notice).toBeTruthy();
    await press('d', { ctrlKey: true });
    expect(screen.getByText(/The same as 12/)).toBeTruthy();
    await press('j', { ctrlKey: true });
    expect(main.inputsOf('duplicate.say-different')).toEqual([
      { callId: 'call-9', others: ['call-5'] },
    ]);
    expect(main.inputsOf('call.join')).toEqual([{ callIds: ['call-9'], incidentId: I12 }]);
  });
});

describe('the sheet', () => {
  const draw = async () => {
    render(
      <Desk>
        <DuplicatesSheet />
      </Desk>,
    );
    await act(async () => void (await new Promise((done) => setTimeout(done, 5))));
  };

  test('of a call in front of others answers it and joins them by one act', async () => {
    main.answer('duplicate.likely', () => []);
    main.answer('call.join', () => ({ seq: 1, made: 'incident-1' }));
    act(() => showSnapshot(snapshot({ calls: [calm(1), calm(2), calm(3)] })));
    act(() => {
      showWaiting(group(1, 2, 3));
      select({ kind: 'call', id: 'call-1' });
    });
    await draw();
    await press('a');
    expect(main.inputsOf('call.join')).toEqual([
      { callIds: ['call-1', 'call-2', 'call-3'], incidentId: null },
    ]);
    expect(waitingStore.getState().groups).toHaveLength(1);
  });

  const onTwelve = async (lines: readonly LikelyLine[], more: Parameters<typeof view>[0] = {}) => {
    main.answer('duplicate.likely', () => lines);
    showBoard([], [row(12), row(14)]);
    inFocus(view(more));
    act(() => openSheet('duplicates'));
    await draw();
  };
  const other: LikelyLine = {
    ...incident,
    callId: 'call-14' as CallId,
    incidentId: 'incident-14' as IncidentId,
    number: 14,
    merge: { remains: I12, barred: null },
  };

  test('of an incident merges, after it said what that means', async () => {
    await onTwelve([other]);
    expect(screen.getByRole('option').textContent).toContain('The same: same number, 100 ft apart');
    await press('y');
    expect(screen.getByText(/The higher level counts/)).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '14' }));
    fireEvent.change(screen.getByLabelText('What else speaks for it'), {
      target: { value: 'The caller says so.' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Merge 12 into 14' }));
    await settled();
    expect(main.inputsOf('incident.merge')).toEqual([
      { incidentId: I12, into: 'incident-14', reason: 'The caller says so.' },
    ]);
    expect(deskStore.getState().selection?.id).toBe('incident-14');
  });

  test('takes another one by its number, when only a person sees it', async () => {
    await onTwelve([]);
    const number = screen.getByLabelText('Another one, by its number');
    fireEvent.change(number, { target: { value: '12' } });
    fireEvent.click(screen.getByRole('button', { name: 'Merge' }));
    expect(screen.getByRole('alert', { name: '' }).textContent).toMatch(/No other open incident/);
    fireEvent.change(number, { target: { value: '14' } });
    fireEvent.click(screen.getByRole('button', { name: 'Merge' }));
    expect(screen.getByText(/say how you know/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Merge 14 into 12' })).toBeTruthy();
  });

  test('says why two cannot be merged, and who may', async () => {
    const barred = 'M1 is on incident 14.';
    await onTwelve([{ ...other, merge: { remains: I12, barred } } as LikelyLine]);
    expect(screen.getByText(/M1 is on incident 14\. Neither can stand in the other/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Merge:/ })).toBeNull();
    act(() => sitDown(CLEO));
    expect(screen.getByText(/A dispatcher or a supervisor merges/)).toBeTruthy();
  });

  test('lists who called, lets one wait again, and takes the last merge apart', async () => {
    const caller = { receivedAt: ago(60), ani: null, words: 'Smoke.', reasons: ['same number'] };
    const callers = [
      { ...caller, callId: 'call-12' as CallId, number: 12, how: 'first' as const },
      { ...caller, callId: 'call-13' as CallId, number: 13, how: 'joined' as const },
    ];
    const absorbed = [
      { incidentId: 'incident-9' as IncidentId, number: 9 },
      { incidentId: 'incident-10' as IncidentId, number: 10 },
    ];
    await onTwelve([], { callers, absorbed });
    const list = within(screen.getByRole('region', { name: 'Callers' }));
    fireEvent.click(list.getByRole('button', { name: 'Let it wait again call 13' }));
    fireEvent.click(screen.getByRole('button', { name: 'Take 10 out' }));
    await settled();
    expect(screen.queryByRole('button', { name: 'Take 9 out' })).toBeNull();
    expect(main.inputsOf('call.part')).toEqual([{ callId: 'call-13', reason: '' }]);
    expect(main.inputsOf('incident.unmerge')).toEqual([{ incidentId: 'incident-10', reason: '' }]);
  });
});
