import { oneOf } from './hostile-bytes.ts';
import { HOSTILE_WORDS } from './hostile-words.ts';
import { TOPICS, type Topic } from '#shared/contract/console-contract.ts';
import type { Draw } from '#shared/statistics/seeded.ts';

/** What a page that somebody took over could send: everything a structured clone carries, and more. */
export interface MalformedAsk {
  readonly topic: unknown;
  readonly input: unknown;
}

/** Stands in every hostile text, so that it can be looked for where no input may be. */
export const PLANTED = 'zq7planted';

const INJECTED = HOSTILE_WORDS.map((words) => `${PLANTED}${words}${PLANTED}`);
const HUGE = PLANTED.repeat(200_000);

const NO_TOPICS: readonly unknown[] = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'prototype',
  '',
  'desk.hello ',
  'DESK.HELLO',
  'desk.hello\u0000',
  'desk',
  'desk.hello.ok',
  HUGE,
  null,
  0,
  NaN,
  true,
  7n,
  [],
  {},
  ['desk.hello'],
  new Map(),
  new Date(0),
  Object('desk.hello'),
  { toString: () => 'desk.hello' },
  new Uint8Array(8),
];

const cyclic: Record<string, unknown> = { text: PLANTED };
cyclic['self'] = cyclic;
const cyclicList: unknown[] = [];
cyclicList.push(cyclicList);
const sparse: unknown[] = [];
sparse[50_000] = PLANTED;

const NUMBERS = [
  NaN,
  Infinity,
  -Infinity,
  -0,
  -1,
  0.5,
  1e308,
  5e-324,
  2 ** 53 + 2,
  -(2 ** 31),
  1e21,
];

/** Values that JSON does not know and a structured clone carries over, and some that break what reads them. */
const ODD: readonly unknown[] = [
  null,
  true,
  7n,
  2n ** 200n,
  '',
  ' ',
  [],
  {},
  [[]],
  [null],
  HUGE,
  new Date(NaN),
  new Date(0),
  /x/,
  new Error(PLANTED),
  new Map([['text', PLANTED]]),
  new Set([PLANTED]),
  new ArrayBuffer(64),
  new Uint8Array(64),
  new DataView(new ArrayBuffer(8)),
  cyclic,
  cyclicList,
  sparse,
  Object('boxed'),
  Object(7),
  Object(7n),
  JSON.parse('{"__proto__": {"admin": true}, "constructor": {"prototype": 1}}') as unknown,
  Object.create({ incidentId: PLANTED, text: PLANTED }) as unknown,
  Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`${PLANTED}${at}`, at])),
  Array.from({ length: 20_000 }, () => PLANTED),
  nested(2_000, (inner) => [inner]),
  nested(2_000, (inner) => ({ text: inner })),
];

const STRANGE_NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'then',
  'ok',
  '0',
  '',
  PLANTED,
  '\uD800',
];

/** One ask that nobody's console would put, or one it would with something spoilt in it. */
export function malformedAsk(draw: Draw, good: ReadonlyMap<Topic, unknown>): MalformedAsk {
  const kind = draw();
  if (kind < 0.05) {
    const topic = draw() < 0.7 ? oneOf(draw, NO_TOPICS) : oneOf(draw, INJECTED);
    return { topic, input: draw() < 0.5 ? {} : hostile(draw) };
  }
  const topic = oneOf(draw, TOPICS);
  if (kind < 0.2) return { topic, input: hostile(draw) };
  return { topic, input: spoilt(draw, good.get(topic)) };
}

function hostile(draw: Draw): unknown {
  const kind = draw();
  if (kind < 0.03) return undefined;
  if (kind < 0.5) return oneOf(draw, INJECTED);
  return kind < 0.7 ? oneOf(draw, NUMBERS) : oneOf(draw, ODD);
}

/** A copy with one to three members gone, replaced, or added. */
function spoilt(draw: Draw, good: unknown): unknown {
  const copy: unknown = structuredClone(good);
  if (typeof copy !== 'object' || copy === null) return hostile(draw);
  if (draw() < 0.2) return everyText(draw, copy);
  for (let times = 1 + Math.floor(draw() * 3); times > 0; times -= 1) {
    const holder = someHolder(draw, copy);
    const names = Object.keys(holder);
    const name =
      names.length === 0 || draw() < 0.15 ? oneOf(draw, STRANGE_NAMES) : oneOf(draw, names);
    if (draw() < 0.15) delete holder[name];
    else put(holder, name, hostile(draw));
  }
  return copy;
}

/** The object itself, or one inside it. */
function someHolder(draw: Draw, root: object): Record<string, unknown> {
  let holder = root as Record<string, unknown>;
  for (let depth = 0; depth < 6; depth += 1) {
    const inside = Object.values(holder).filter(isPlain);
    if (inside.length === 0 || draw() < 0.3) return holder;
    holder = oneOf(draw, inside);
  }
  return holder;
}

/** Every text of it is an injection: what is well formed all the same has to be kept as text and nothing else. */
export function everyText(draw: Draw, value: unknown): unknown {
  if (typeof value === 'string') return oneOf(draw, INJECTED);
  if (Array.isArray(value)) return value.map((each) => everyText(draw, each));
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      const keep = draw() < 0.4 || name.endsWith('Id');
      return [name, keep ? each : everyText(draw, each)];
    }),
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !ODD.includes(value);
}

/** As a member of its own, also by a name that would otherwise reach the prototype. */
function put(holder: object, name: string, value: unknown): void {
  const how = { enumerable: true, configurable: true, writable: true };
  Object.defineProperty(holder, name, { value, ...how });
}

function nested(depth: number, into: (inner: unknown) => unknown): unknown {
  let inner: unknown = PLANTED;
  for (let level = 0; level < depth; level += 1) inner = into(inner);
  return inner;
}
