import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { centerAtWork, openAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { oneOf } from '../support/hostile-bytes.ts';
import { everyText, malformedAsk, PLANTED } from '../support/malformed-asks.ts';
import { EXAMPLES, type Example } from '../support/topic-examples.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';
import type { LogLine } from '#main/desk/desk-log.ts';
import type { Session } from '#main/desk/desk.ts';
import { TOPICS, type Topic } from '#shared/contract/console-contract.ts';
import { seeded } from '#shared/statistics/seeded.ts';

const ASKS = 100_000;

let atWork: DeskAtWork;
const lines: LogLine[] = [];
const good = new Map<Topic, unknown>();
beforeAll(() => {
  const fresh = centerAtWork();
  fresh.desk.close();
  atWork = openAtWork(fresh.folder, undefined, (line) => lines.push(line));
  for (const topic of TOPICS) good.set(topic, goodInput(topic));
});
afterAll(() => atWork.desk.close());

test('100,000 malformed asks get a sentence or an answer each, and leave everything as it should be', () => {
  const draw = seeded(911);
  const wrong = new Map<string, string>();
  const outcomes = new Map<string, number>();
  const told = { lines: 0, wrong: [] as LogLine[] };
  let people: readonly Session[] = [];
  const first = memory();
  for (let asked = 0; asked < ASKS; asked += 1) {
    // A sign-off among the asks must not leave the rest of them unasked.
    if (asked % 500 === 0) people = everybody();
    lines.length = 0;
    const { topic, input } = malformedAsk(draw, good);
    const reply: unknown = atWork.desk.answer(topic as Topic, input, oneOf(draw, people));
    const why = whatIsWrong(reply);
    if (why !== null && wrong.size < 10) wrong.set(String(topic).slice(0, 60), why);
    for (const line of lines.splice(0)) {
      told.lines += 1;
      outcomes.set(line.outcome, (outcomes.get(line.outcome) ?? 0) + 1);
      if (!isHarmless(line)) told.wrong.push(line);
    }
  }
  expect([...wrong]).toEqual([]);
  expect(told).toEqual({ lines: ASKS, wrong: [] });
  // They came as far as they could: past the door, past the reading, and some were well formed after all.
  for (const outcome of ['unknown-topic', 'not-signed-on', 'not-allowed', 'malformed', 'ok'])
    expect(outcomes.get(outcome), outcome).toBeGreaterThan(ASKS / 100);
  expect(outcomes.size).toBeGreaterThan(60);
  // Grown by what was written and nothing else; all that was asked is three hundred times as much.
  expect(memory() - first).toBeLessThan(150_000_000);

  const { db } = atWork.desk;
  expect(db.pragma('quick_check', { simple: true })).toBe('ok');
  expect(verifyChain(db)).toMatchObject({ chain: 'intact', kept: 'intact' });
  expect(auditBoard(db)).toMatchObject({ equal: true });
  const dana = atWork.as('Dana');
  const call = { ani: null, address: '', words: 'Please come.', callType: null };
  expect(atWork.do(dana, 'call.receive', call).made).toBeTypeOf('string');
});

test('a desk that breaks at every ask says so without a word of what was asked', () => {
  const broken = centerAtWork();
  broken.desk.close();
  const said: LogLine[] = [];
  const opened = openAtWork(broken.folder, undefined, (line) => said.push(line));
  const people = ['Pat', 'Dana', 'Cleo', 'Sam', 'Ada'].map((name) => opened.as(name));
  opened.desk.db.close();
  said.length = 0;
  const draw = seeded(7);
  const defects = new Set<string>();
  for (const topic of TOPICS)
    for (const session of people)
      for (const input of [good.get(topic), everyText(draw, good.get(topic))]) {
        const reply = opened.desk.answer(topic, input as never, session);
        expect(JSON.stringify(reply)).not.toContain('database connection');
      }
  for (const line of said) {
    expect(JSON.stringify(line)).not.toContain(PLANTED);
    if (line.defect !== null) defects.add(line.topic);
  }
  expect(defects.size).toBeGreaterThan(TOPICS.length / 2);
});

/** Examples count on a center just begun: what one needs may have been used up by another. */
function goodInput(topic: Topic): unknown {
  const { as, good: make } = EXAMPLES[topic] as Example<Topic>;
  const from = (center: DeskAtWork) => make(center, as === null ? nobody() : center.as(as));
  try {
    return from(atWork);
  } catch {
    const another = centerAtWork();
    try {
      return from(another);
    } finally {
      another.desk.close();
    }
  }
}

function nobody(): Session {
  return { operator: null, focus: null };
}

function everybody(): Session[] {
  const locked: Session = { ...atWork.as('Dana'), locked: true };
  const names = ['Pat', 'Dana', 'Cleo', 'Sam', 'Ada'];
  return [nobody(), locked, ...names.map((name) => atWork.as(name))];
}

function whatIsWrong(reply: unknown): string | null {
  if (typeof reply !== 'object' || reply === null) return 'no reply at all';
  const { ok, refused, because } = reply as { ok: unknown; refused?: unknown; because?: unknown };
  if (ok === true) return null;
  if (refused === 'failed') return 'a defect';
  const sentence = typeof because === 'string' && /^[^]{12,}[.…]$/.test(because);
  if (!sentence) return `no sentence: ${String(because).slice(0, 200)}`;
  return because.length > 1_000 ? `a sentence of ${because.length} characters` : null;
}

/** A topic or “unknown”, a code, an account or none, and no defect. */
function isHarmless({ topic, outcome, operator, defect }: LogLine): boolean {
  const known = topic === 'unknown' || TOPICS.includes(topic as Topic);
  const account = operator === null || !operator.includes(PLANTED);
  return known && /^[a-z0-9-]{1,40}$/.test(outcome) && account && defect === null;
}

/** What is held once everything that can go has gone. */
function memory(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
