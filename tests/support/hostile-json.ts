import { oneOf } from './hostile-bytes.ts';
import { HOSTILE_WORDS } from './hostile-words.ts';
import type { Draw } from '#shared/statistics/seeded.ts';

type Node = Record<string, unknown> | unknown[];

/** A JSON document with one to three things in it that nobody should write. Still JSON, mostly. */
export function spoilJson(draw: Draw, document: object): string {
  const copy: unknown = structuredClone(document);
  const spoilt = [copy];
  for (let times = 1 + Math.floor(draw() * 3); times > 0; times -= 1) spoilOnce(draw, spoilt);
  const text = JSON.stringify(spoilt[0]) ?? '';
  return draw() < 0.2 ? oneOf(draw, ON_THE_TEXT)(draw, text) : text;
}

function spoilOnce(draw: Draw, root: unknown[]): void {
  const spots = spotsOf(root);
  const { holder, key } = oneOf(draw, spots);
  const act = draw();
  if (act < 0.2) {
    if (Array.isArray(holder)) holder.length = 0;
    else delete holder[key];
  } else if (act < 0.3) set(holder, oneOf(draw, HOSTILE_WORDS), read(holder, key));
  else if (act < 0.4) set(holder, key, structuredClone(read(root, '0')));
  else set(holder, key, hostileValue(draw));
}

interface Spot {
  readonly holder: Node;
  readonly key: string;
}

/** Every place something stands at, the document as a whole among them. */
function spotsOf(root: unknown[]): Spot[] {
  const spots: Spot[] = [];
  const waiting: Node[] = [root];
  for (
    let holder = waiting.pop();
    holder !== undefined && spots.length < 400;
    holder = waiting.pop()
  )
    for (const [key, value] of Object.entries(holder)) {
      spots.push({ holder, key });
      if (typeof value === 'object' && value !== null) waiting.push(value as Node);
    }
  return spots.length === 0 ? [{ holder: root, key: '0' }] : spots;
}

const read = (holder: Node, key: string): unknown => (holder as Record<string, unknown>)[key];

/** As a member of its own, also by a name that would otherwise reach the prototype. */
function set(holder: Node, key: string, value: unknown): void {
  if (Array.isArray(holder)) {
    holder.push(value);
    return;
  }
  Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function hostileValue(draw: Draw): unknown {
  const value = draw();
  if (value < 0.45) return oneOf(draw, HOSTILE_WORDS);
  if (value < 0.7) return oneOf(draw, NUMBERS);
  if (value < 0.8) return nested(Math.floor(draw() * 300), draw() < 0.5);
  return oneOf<unknown>(draw, [
    null,
    true,
    [],
    {},
    [[]],
    [null],
    { $ref: '#' },
    { $ref: oneOf(draw, HOSTILE_WORDS) },
    Array.from({ length: 200 }, () => ({})),
    Object.fromEntries(Array.from({ length: 200 }, (_, each) => [`k${each}`, each])),
  ]);
}

const NUMBERS = [0, -1, 1.5, 2 ** 53 + 2, 1e308, -1e308, 5e-324, 2 ** 31, 91, 181, -999999];

function nested(depth: number, inLists: boolean): unknown {
  let inner: unknown = 1;
  for (let level = 0; level < depth; level += 1) inner = inLists ? [inner] : { a: inner };
  return inner;
}

type OnText = (draw: Draw, text: string) => string;

/** What JSON.stringify would never write. */
const ON_THE_TEXT: readonly OnText[] = [
  function tooBigANumber(_draw, text) {
    return text.replace(/:"[^"]*"/u, ':1e99999');
  },
  function manyDigits(_draw, text) {
    return text.replace(/:"[^"]*"/u, `:${'9'.repeat(2_000)}`);
  },
  function aMemberTwice(_draw, text) {
    return text.replace(/^\{("[^"]*"):/u, '{$1:"first",$1:');
  },
  function theDeepOne(draw, text) {
    const deep = 2_000 + Math.floor(draw() * 3_000);
    return text.replace(/:"[^"]*"/u, `:${'['.repeat(deep)}${']'.repeat(deep)}`);
  },
  function neverClosed(draw) {
    return (draw() < 0.5 ? '[' : '{"a":').repeat(2_000);
  },
  function notQuiteJson(draw, text) {
    return `${text}${oneOf(draw, ['//end', ',', '}', '\u0000', text, 'undefined', ';'])}`;
  },
  function singleQuotes(_draw, text) {
    return text.replaceAll('"', "'");
  },
];
