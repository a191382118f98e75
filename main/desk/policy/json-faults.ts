import { DEEPEST } from '#shared/policy/document/document-shape.ts';

/** Why a text is no JSON that can be relied on, and on which line, counted from 1. */
export interface JsonFault {
  readonly line: number;
  readonly why: string;
}

/**
 * The first thing that keeps a text from being JSON; null when it is. Also finds what `JSON.parse` lets
 * pass in silence: a member that stands twice in one object, of which the last would win. Runs through
 * the text once and keeps its own stack, so that neither length nor depth can exhaust the machine.
 */
export function findJsonFault(text: string): JsonFault | null {
  const open: Container[] = [];
  let at = 0;
  let wanted: Wanted = 'value';
  for (;;) {
    at = skipWhite(text, at);
    const sign = text[at];
    if (sign === undefined) {
      if (wanted === 'end') return null;
      const begun = open.at(-1);
      if (begun === undefined) return fault(text, at, 'the file ends before a value');
      return fault(text, begun.at, `“${text[begun.at]}” is never closed`);
    }
    if (wanted === 'end') return fault(text, at, 'something stands after the end of the document');
    const inner = open.at(-1);

    if ((sign === '}' || sign === ']') && mayClose(inner, wanted, sign)) {
      open.pop();
      at += 1;
      wanted = open.length === 0 ? 'end' : 'comma';
    } else if (wanted === 'comma') {
      if (sign !== ',') return fault(text, at, `a comma is missing before ${seen(text, at)}`);
      at += 1;
      wanted = inner?.members === undefined ? 'value' : 'name';
    } else if (wanted === 'colon') {
      if (sign !== ':') return fault(text, at, `a colon is missing before ${seen(text, at)}`);
      at += 1;
      wanted = 'value';
    } else if (wanted === 'name' || wanted === 'first name') {
      if (sign !== '"')
        return fault(text, at, `a name in quotation marks is missing before ${seen(text, at)}`);
      const end = endOfText(text, at);
      if (end === null)
        return fault(text, at, 'a text is not closed, or holds what JSON does not allow');
      const name = JSON.parse(text.slice(at, end)) as string;
      if (inner?.members?.has(name) === true)
        return fault(text, at, `the member “${name.slice(0, 80)}” stands twice in one object`);
      inner?.members?.add(name);
      at = end;
      wanted = 'colon';
    } else if (sign === '{' || sign === '[') {
      if (open.length === DEEPEST)
        return fault(text, at, `lists and objects are nested more than ${DEEPEST} deep`);
      open.push(sign === '{' ? { at, members: new Set() } : { at });
      at += 1;
      wanted = sign === '{' ? 'first name' : 'first value';
    } else {
      const end = endOfPlain(text, at);
      if (end === null) return fault(text, at, `${seen(text, at)} is not JSON`);
      at = end;
      wanted = open.length === 0 ? 'end' : 'comma';
    }
  }
}

type Wanted = 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'comma' | 'end';

interface Container {
  readonly at: number;
  /** The names seen so far; a list has none. */
  readonly members?: Set<string>;
}

function mayClose(inner: Container | undefined, wanted: Wanted, sign: string): boolean {
  if (inner === undefined) return false;
  const closes = inner.members === undefined ? ']' : '}';
  return (
    sign === closes && (wanted === 'comma' || wanted === 'first value' || wanted === 'first name')
  );
}

function skipWhite(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  return at;
}

/** The place behind a text, a number, true, false or null; null when none stands there. */
function endOfPlain(text: string, at: number): number | null {
  if (text[at] === '"') return endOfText(text, at);
  const word = ['true', 'false', 'null'].find((each) => text.startsWith(each, at));
  return word === undefined ? endOfNumber(text, at) : at + word.length;
}

// Sign by sign: a regular expression started again at every value makes a long file take minutes.
function endOfNumber(text: string, from: number): number | null {
  const whole = text[from] === '-' ? from + 1 : from;
  let end = text[whole] === '0' ? whole + 1 : digitsEnd(text, whole);
  if (end === whole) return null;
  if (text[end] === '.') {
    const fraction = end + 1;
    end = digitsEnd(text, fraction);
    if (end === fraction) return null;
  }
  if (text[end] === 'e' || text[end] === 'E') {
    const signed = text[end + 1] === '+' || text[end + 1] === '-';
    const exponent = end + (signed ? 2 : 1);
    end = digitsEnd(text, exponent);
    if (end === exponent) return null;
  }
  return end;
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (isIn(text[at], '0', '9')) at += 1;
  return at;
}

function isIn(sign: string | undefined, first: string, last: string): boolean {
  return sign !== undefined && sign >= first && sign <= last;
}

function endOfText(text: string, from: number): number | null {
  let at = from + 1;
  for (;;) {
    const sign = text[at];
    if (sign === undefined || sign < ' ') return null;
    if (sign === '"') return at + 1;
    if (sign !== '\\') at += 1;
    else if ('"\\/bfnrt'.includes(text[at + 1] ?? ' ')) at += 2;
    else if (text[at + 1] === 'u' && [2, 3, 4, 5].every((by) => isHex(text[at + by]))) at += 6;
    else return null;
  }
}

function isHex(sign: string | undefined): boolean {
  return isIn(sign, '0', '9') || isIn(sign, 'a', 'f') || isIn(sign, 'A', 'F');
}

function seen(text: string, at: number): string {
  const word = /[\p{L}\p{N}_.-]{1,20}|[^]/uy;
  word.lastIndex = at;
  return `“${word.exec(text)?.[0] ?? ''}”`;
}

function fault(text: string, at: number, why: string): JsonFault {
  let line = 1;
  for (let end = text.indexOf('\n'); end !== -1 && end < at; end = text.indexOf('\n', end + 1))
    line += 1;
  return { line, why };
}
