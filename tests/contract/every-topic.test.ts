import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  centerAtWork,
  openAtWork,
  PASSPHRASE,
  temporaryFolder,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { EXAMPLES, type Example } from '../support/topic-examples.ts';
import type { Session } from '#main/desk/desk.ts';
import { consoleContract, TOPICS, type Topic } from '#shared/contract/console-contract.ts';
import { ROLES } from '#shared/roster/operator.ts';
import { may } from '#shared/roster/permission.ts';

const NOBODY = (): Session => ({ operator: null, focus: null });
const NAME_OF_ROLE = {
  'call-taker': 'Pat',
  dispatcher: 'Dana',
  clinician: 'Cleo',
  supervisor: 'Sam',
  admin: 'Ada',
} as const;

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});
afterEach(() => atWork.desk.close());

function sessionOf(topic: Topic): Session {
  const { as } = EXAMPLES[topic];
  return as === null ? NOBODY() : atWork.as(as);
}

function goodInput(topic: Topic, session: Session): unknown {
  const example = EXAMPLES[topic] as Example<Topic>;
  return example.good(atWork, session);
}

function expectRefused(topic: unknown, input: unknown, session: Session, code?: string) {
  const head = atWork.desk.journal.head();
  const reply = atWork.desk.answer(topic as Topic, input, session);
  expect(reply.ok, JSON.stringify(input)?.slice(0, 200)).toBe(false);
  if (reply.ok) return;
  if (code !== undefined) expect(reply.refused).toBe(code);
  expect(reply.refused).not.toBe('failed');
  expect(reply.because).toMatch(/^\S.{10,}[.…]$/s);
  expect(atWork.desk.journal.head()).toBe(head);
}

test('every topic of the contract has an example here, and none is left over', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual([...TOPICS].sort());
  for (const topic of TOPICS) expect(EXAMPLES[topic].bad.length, topic).toBeGreaterThan(0);
});

test.each(TOPICS.filter((topic) => topic !== 'center.set-up' && !EXAMPLES[topic].refusedHere))(
  '%s is answered',
  (topic) => {
    const session = sessionOf(topic);
    const input = goodInput(topic, session);
    const head = atWork.desk.journal.head();
    const reply = atWork.desk.answer(topic, input, session);
    expect(reply).toMatchObject({ ok: true });
    if (!reply.ok) return;
    if (consoleContract[topic].kind === 'query') expect(atWork.desk.journal.head()).toBe(head);
    else expect(reply.value).toMatchObject({ seq: atWork.desk.journal.head() });
    // It has to cross to the window: only what a structured clone carries over.
    expect(structuredClone(reply)).toEqual(reply);
  },
);

test('center.set-up is answered once, on an empty desk', () => {
  const empty = openAtWork(temporaryFolder());
  const input = EXAMPLES['center.set-up'].good(empty, NOBODY());
  expect(empty.desk.answer('center.set-up', input, NOBODY()).ok).toBe(true);
  const again = empty.desk.answer('center.set-up', input, NOBODY());
  expect(again).toMatchObject({ ok: false, refused: 'already-set-up' });
});

test.each([
  ['desk.explore-training', '--training'],
  ['desk.open-wall', '--wall'],
  ['paper.print', 'Ctrl+P'],
] as const)('%s is refused by a desk without a window, saying how to start', (topic, says) => {
  const reply = atWork.desk.answer(topic, {}, sessionOf(topic));
  expect(reply).toMatchObject({ ok: false, refused: 'no-window' });
  expect(JSON.stringify(reply)).toContain(says);
});

test('once the center is set up, only who keeps keys prints the recovery key that is on offer', () => {
  for (const name of ['Pat', 'Dana', 'Cleo', 'Sam'])
    expectRefused('store-key.print-recovery', {}, atWork.as(name), 'not-allowed');
  expectRefused('store-key.print-recovery', {}, NOBODY(), 'not-allowed');
  expectRefused('store-key.print-recovery', {}, atWork.as('Ada'), 'no-window');
  const empty = openAtWork(temporaryFolder());
  expect(empty.desk.answer('store-key.print-recovery', {}, NOBODY())).toMatchObject({
    refused: 'no-window',
  });
  empty.desk.close();
});

test.each(TOPICS)('%s refuses what is malformed and writes nothing', (topic) => {
  const session = sessionOf(topic);
  const good = goodInput(topic, session);
  for (const bad of EXAMPLES[topic].bad) {
    const plain = typeof bad === 'object' && bad !== null && !Array.isArray(bad);
    expectRefused(topic, plain ? { ...(good as object), ...bad } : bad, session, 'malformed');
  }
  for (const nothing of [undefined, null, 0, '', [], () => {}])
    expectRefused(topic, nothing, session, 'malformed');
  for (const member of Object.keys(good as object)) {
    const { [member]: _left, ...rest } = good as Record<string, unknown>;
    expectRefused(topic, rest, session, 'malformed');
  }
  expectRefused(topic, { ...(good as object), unknownMember: 1 }, session, 'malformed');
});

test.each(TOPICS.filter((topic) => consoleContract[topic].needs !== null))(
  '%s is refused before sign-on and for every role that may not',
  (topic) => {
    const good = goodInput(topic, sessionOf(topic));
    expectRefused(topic, good, NOBODY(), 'not-signed-on');
    const needs = consoleContract[topic].needs!;
    for (const role of ROLES.filter((each) => !may(each, needs)))
      expectRefused(topic, good, atWork.as(NAME_OF_ROLE[role]), 'not-allowed');
  },
);

test('permission is asked before the input is looked at', () => {
  expectRefused('operator.add', { nonsense: 1 }, atWork.as('Dana'), 'not-allowed');
  expectRefused('operator.add', { nonsense: 1 }, NOBODY(), 'not-signed-on');
});

test('only first run and sign-on are open to nobody in particular', () => {
  const open = TOPICS.filter((topic) => consoleContract[topic].needs === null);
  expect(open).toEqual([
    'desk.hello',
    'center.set-up',
    'desk.explore-training',
    'operator.sign-on',
    'operator.sign-off',
    // Until the center is set up, and while the store is locked: the window’s rim asks for nothing else.
    'store-key.first-offer',
    'store-key.encrypt-first',
    'store-key.leave-plain',
    'store-key.print-recovery',
    'store-key.locked',
    'store-key.unlock',
  ]);
});

test.each([
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'prototype',
  '',
  'desk.hello ',
  'DESK.HELLO',
  'incident.delete',
  'x'.repeat(1_000_000),
])('a name that is no topic is unknown (%#)', (topic) => {
  expectRefused(topic, {}, atWork.as('Dana'), 'unknown-topic');
});

test.each([
  undefined,
  null,
  0,
  7,
  true,
  {},
  [],
  ['desk.hello'],
  Symbol('desk.hello'),
  () => 'desk.hello',
  { toString: () => 'desk.hello' },
  Object('desk.hello'),
])('a topic that is no text is unknown (%#)', (topic) => {
  expectRefused(topic, {}, atWork.as('Dana'), 'unknown-topic');
});

test('hostile and huge inputs are refused, whatever the topic', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  const trap = {
    get incidentId() {
      throw new Error('gotcha');
    },
  };
  const deep = JSON.parse('['.repeat(5_000) + ']'.repeat(5_000)) as unknown;
  const hostile = [
    cyclic,
    deep,
    new Date(0),
    new Map([['incidentId', 'x']]),
    Array(100_000).fill('x'),
    { incidentId: 'x'.repeat(5_000_000) },
    { text: 'x'.repeat(5_000_000) },
    JSON.parse('{"__proto__": {"incidentId": "x"}, "constructor": 1}') as unknown,
    Object.create({ incidentId: 'inherited', text: 'x' }) as unknown,
  ];
  for (const topic of TOPICS) {
    const head = atWork.desk.journal.head();
    for (const input of hostile) {
      const reply = atWork.desk.answer(topic, input, sessionOf(topic));
      if (reply.ok) {
        // An object without members of its own says the same as an empty one.
        expect(Object.keys(input as object), topic).toEqual([]);
        expect(goodInput(topic, sessionOf(topic)), topic).toEqual({});
      } else {
        const asEmpty = topic === 'store-key.print-recovery' ? ['not-allowed'] : [];
        expect(['malformed', 'no-window', ...asEmpty], topic).toContain(reply.refused);
      }
    }
    const trapped = atWork.desk.answer(topic, trap, sessionOf(topic));
    expect(trapped.ok, topic).toBe(false);
    // Those two take nothing, so an object without members is no bad input to them.
    if (topic !== 'operator.sign-off' && topic !== 'console.lock')
      expect(atWork.desk.journal.head(), topic).toBe(head);
  }
});

test('what callers say never reaches the log, not even when something breaks', () => {
  // Everything the desk logs by itself goes to stderr; here it is caught by the tests' own log.
  const folder = temporaryFolder();
  const lines: unknown[] = [];
  const desk = openAtWork(folder, undefined, (line) => lines.push(line)).desk;
  const words = 'unique-words-of-a-caller';
  desk.answer('call.receive', { words }, NOBODY());
  desk.answer('find.anything', { text: words }, NOBODY());
  desk.answer(words as Topic, { words }, NOBODY());
  desk.answer('operator.sign-on', { operatorId: 'x', passphrase: PASSPHRASE }, NOBODY());
  expect(lines).toHaveLength(4);
  expect(JSON.stringify(lines)).not.toContain(words);
  expect(JSON.stringify(lines)).not.toContain(PASSPHRASE);
});

test('a listener that breaks does not turn a written command into a refusal', () => {
  atWork.desk.subscribe(() => {
    throw new Error('The window is gone.');
  });
  const heard: number[] = [];
  atWork.desk.subscribe((patch) => heard.push(patch.revision));
  const head = atWork.desk.journal.head();
  const input = { unitId: 'M1', status: 'off-duty' };
  const reply = atWork.desk.answer('unit.set-status', input, atWork.as('Dana'));
  expect(atWork.desk.journal.head()).toBe(head + 1);
  expect(reply).toMatchObject({ ok: true, value: { seq: head + 1 } });
  expect(heard).toEqual([head + 1]);
});
