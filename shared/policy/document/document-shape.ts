import type { Mistake, Place } from './policy-problems.ts';
import { LONGEST_LIST } from './schema-parts.ts';

/** How many lists and objects may stand inside each other; a policy has eight. */
export const DEEPEST = 32;
const MOST_MEMBERS = 100;
const MOST_VALUES = 200_000;
const LONGEST_TEXT = 10_000;

const SMALLER = 'Take out what does not belong to a routing policy.';

/**
 * What makes a value unfit to be looked at member by member: nested too deep, too large, or not JSON.
 * Null when it is fit. Keeps its own stack, so that no depth can exhaust the machine's.
 */
export function unfitShape(document: unknown): Mistake | null {
  const open: { readonly value: unknown; readonly at: Place }[] = [{ value: document, at: [] }];
  let seen = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, at } = next;
    const unfit = unfitValue(value);
    if (unfit !== null) return { at, ...unfit };
    if (typeof value !== 'object' || value === null) continue;
    if (at.length >= DEEPEST) return tooDeep(at);
    const members = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
    if (!Array.isArray(value) && members.length > MOST_MEMBERS)
      return { at, message: `The object has ${members.length} members.`, remedy: SMALLER };
    seen += members.length;
    if (seen > MOST_VALUES)
      return { at: [], message: 'The document is far larger than a policy.', remedy: SMALLER };
    // Backwards, so that the first in the document is looked at first.
    for (const step of members.reverse()) {
      const inner: unknown = (value as Record<PropertyKey, unknown>)[step];
      open.push({ value: inner, at: [...at, step] });
    }
  }
  return null;
}

function tooDeep(at: Place): Mistake {
  return {
    at: at.slice(0, 3),
    message: `Lists and objects are nested more than ${DEEPEST} deep here; a policy needs eight.`,
    remedy: 'Look for a bracket that is never closed, or remove the nested part.',
  };
}

function unfitValue(value: unknown): Omit<Mistake, 'at'> | null {
  switch (typeof value) {
    case 'string':
      if (value.length <= LONGEST_TEXT) return null;
      return { message: `The text has ${value.length} characters.`, remedy: 'Shorten it.' };
    case 'number':
      return Number.isFinite(value) ? null : NO_NUMBER;
    case 'boolean':
      return null;
    case 'object':
      return value === null ? null : unfitObject(value);
    default:
      return NOT_JSON;
  }
}

const NO_NUMBER = {
  message: 'The number is larger than any that can be kept.',
  remedy: 'Write a smaller one.',
};

const NOT_JSON = {
  message: 'The value is none that JSON can hold.',
  remedy: 'Write text, a number, true, false, null, a list or an object.',
};

function unfitObject(value: object): Omit<Mistake, 'at'> | null {
  if (Array.isArray(value)) {
    if (value.length <= LONGEST_LIST) return null;
    return {
      message: `The list has ${value.length} entries; no list of a policy has more than ${LONGEST_LIST}.`,
      remedy: SMALLER,
    };
  }
  // Members that only a prototype has would be read and yet be missing from the hash.
  const prototype: unknown = Object.getPrototypeOf(value);
  const plain = prototype === null || Object.getPrototypeOf(prototype) === null;
  return plain && Object.getOwnPropertySymbols(value).length === 0 ? null : NOT_JSON;
}
