import { afterEach, beforeEach, expect, test } from 'vitest';
import { eidoOf } from '../support/eido-examples.ts';
import { HandTimers } from '../support/hand-timers.ts';
import { centerAtWork } from '../support/desk-at-work.ts';
import { freshDocument } from '../support/sent-documents.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import type { Desk, Session } from '#main/desk/desk.ts';
import type { BoardPatch } from '#shared/board/board-rows.ts';
import type { FeedMessage } from '#shared/contract/answers.ts';
import { readEido } from '#shared/eido/read-eido.ts';
import { isRefusal } from '#shared/lib/refusal.ts';

let timers: HandTimers;
let desk: Desk;
let dana: Session;
let told: BoardPatch[];

beforeEach(() => {
  const atWork = centerAtWork();
  dana = atWork.as('Dana');
  atWork.desk.close();
  timers = new HandTimers();
  desk = openDesk({
    folder: atWork.folder,
    mode: 'training',
    now: () => new Date(atWork.now()),
    timers,
  });
  told = [];
  desk.subscribe((patch) => told.push(patch));
});
afterEach(() => desk.close());

function deliver(...texts: readonly string[]): void {
  const outcomes = desk.deliver(
    texts.map((text) => {
      const document = readEido(text);
      if (isRefusal(document)) throw new Error(document.because);
      return { kind: 'eido', from: 'Riverside line', document };
    }),
  );
  expect(outcomes.every((outcome) => !isRefusal(outcome))).toBe(true);
}

const moved = (address: string, minute: number) =>
  freshDocument({
    $id: 'urn:emergency:uid:incidentid:moved:riverside.example',
    lastUpdateTimeStamp: `2026-03-03T11:${minute}:00-06:00`,
    locationComponent: (eidoOf()['locationComponent'] as object[]).map((each) => ({
      ...each,
      locationDescriptionText: address,
    })),
  });

const numbers = (patch: BoardPatch | undefined) => patch?.calls.map(({ number }) => number);

/** Whoever follows the patches misses nothing and hears nothing twice. */
function expectWhole(): void {
  for (const [at, patch] of told.entries())
    if (at > 0) expect(patch.from).toBe(told[at - 1]?.revision);
  expect(told.at(-1)?.revision).toBe(desk.journal.head());
}

test('the first call of many rings at once, the others together a moment later', () => {
  deliver(freshDocument());
  expect(told.map(numbers)).toEqual([[1]]);
  deliver(freshDocument());
  deliver(freshDocument(), freshDocument());
  expect(told).toHaveLength(1);
  timers.pass();
  expect(told.map(numbers)).toEqual([[1], [2, 3, 4]]);
  expect(told[1]?.announcements.map(({ sound }) => sound)).toEqual(Array(3).fill('new-call'));
  expectWhole();
  timers.pass();
  expect(told, 'nothing more is owed').toHaveLength(2);
  deliver(freshDocument());
  expect(told, 'after a quiet moment it is at once again').toHaveLength(3);
});

test('a call that changes five times meanwhile is one row, as it stands then', () => {
  deliver(freshDocument());
  for (const minute of [50, 51, 52, 53, 54]) deliver(moved(`${minute} N Broadway`, minute));
  timers.pass();
  expect(told[1]?.calls.map(({ address }) => address)).toEqual(['54 N Broadway']);
  expectWhole();
});

test('what an operator does is told at once, with all that came before it', () => {
  deliver(freshDocument());
  deliver(freshDocument());
  const [call] = told[0]?.calls ?? [];
  if (call === undefined) throw new Error('No call has rung.');
  expect(desk.answer('call.answer', { callId: call.callId }, dana).ok).toBe(true);
  expect(told).toHaveLength(2);
  expect(numbers(told[1])).toEqual([2]);
  expect(told[1]?.callsGone).toEqual([call.callId]);
  expectWhole();
  timers.pass();
  expect(told).toHaveLength(2);
});

test('a window that asks for the board meanwhile has it whole, and takes what is told later', () => {
  deliver(freshDocument());
  deliver(freshDocument());
  const reply = desk.answer('board.snapshot', {}, dana);
  if (!reply.ok) throw new Error(reply.because);
  expect(reply.value.calls).toHaveLength(2);
  expect(reply.value.revision).toBe(desk.journal.head());
  timers.pass();
  // It begins before the board it was asked for and ends there: nothing is missing between them.
  expect(told[1]?.from).toBeLessThan(reply.value.revision);
  expect(told[1]?.revision).toBe(reply.value.revision);
});

test('a draft that follows its typist does not run ahead of what is to be told', () => {
  const heard: FeedMessage[] = [];
  desk.feed(dana, (message) => heard.push(message));
  deliver(freshDocument());
  deliver(freshDocument());
  const other: Session = { operator: dana.operator, focus: null };
  const draft = { subject: 'new-call', field: 'words', text: 'Door code', over: null };
  expect(desk.answer('draft.save', draft, other).ok).toBe(true);
  expect(heard.map(({ draft: typed }) => typed?.text)).toEqual([undefined, 'Door code']);
  timers.pass();
  for (const [at, { patch }] of heard.entries())
    if (at > 0) expect(patch.from).toBe(heard[at - 1]?.patch.revision);
});

test('a desk that closes tells nobody any more', () => {
  deliver(freshDocument());
  deliver(freshDocument());
  desk.close();
  timers.pass();
  expect(told).toHaveLength(1);
});
