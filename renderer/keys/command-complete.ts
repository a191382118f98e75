import { UNIT_STATUS, UNIT_STATUSES } from '#shared/unit/unit-status.ts';
import type { UnitRow } from '#shared/board/board-rows.ts';
import { matching } from '../parts/choices.ts';
import { unitMeant, type LineBoard } from './command-board.ts';
import { COMMAND_FORMS, formOf, slotsOf, type Slot } from './command-forms.ts';
import { areaChoices, callTypeChoices, receiverChoices } from './command-meant.ts';
import { numbersFor } from './command-numbers.ts';
import { cut, isNumber } from './command-order.ts';
import { actsOf, unitsFor } from './command-units.ts';
import { KEYMAP } from './keymap.ts';

export interface Completion {
  /** What the line becomes when it is taken. */
  readonly line: string;
  readonly shows: string;
  readonly label: string;
  /** False when it would be refused; the label says why. */
  readonly goes: boolean;
}

/** What may stand next, before it stands behind what was typed. */
export interface Next {
  readonly text: string;
  readonly label: string;
  readonly goes?: boolean;
  readonly shows?: string;
}

/** More than fits above the line is narrowed by one more letter. */
const MOST = 7;
const SENT_FIRST = 3;

/** What may come next in the line, best first: only what is valid there, and why the rest is not. */
export function completionsOf(line: string, board: LineBoard): readonly Completion[] {
  const text = line.trimStart().replace(/^\//, '');
  const [first, after] = cut(text);
  if (!/\s/.test(text)) return offered('', firstWords(first.toLowerCase(), board));
  const slots = slotsOf(first);
  if (slots !== null)
    return offered(`${first} `, inSlots(first.toLowerCase(), slots, after, board));
  const unit = unitMeant(board, first);
  if (unit !== null) return offered(`${first} `, afterUnit(unit, after, board));
  if (isNumber(first)) return offered(`${first} `, afterNumber(first, after, board));
  return [];
}

function offered(before: string, next: readonly Next[]): Completion[] {
  return next.slice(0, MOST).map(({ text, label, shows, goes = true }) => ({
    line: `${before}${text}`,
    shows: shows ?? text.trim(),
    label,
    goes,
  }));
}

function firstWords(begun: string, board: LineBoard): Next[] {
  const commands = COMMAND_FORMS.map(({ word, form, label }) => ({
    text: form === word ? word : `${word} `,
    shows: form,
    label,
  }));
  const actions = KEYMAP.flatMap(({ word, label }) =>
    word === undefined ? [] : [{ text: word, shows: word, label }],
  );
  const words = [...commands, ...actions].filter(({ text }) => text.startsWith(begun));
  if (begun === '') return words;
  const people = unitsFor(null, begun, null, board).map((each) => ({
    ...each,
    text: `${each.text} `,
  }));
  return [...words, ...people, ...numbersFor(null, begun, board).map(spaced)];
}

/** A call sign that stands first: what may be said of that unit now. */
function afterUnit(unit: UnitRow, after: string, board: LineBoard): Next[] {
  const begun = after.trimEnd().toLowerCase();
  const [word, rest] = cut(after);
  if (rest !== '' || (after !== '' && /\s$/.test(after))) {
    const slots = slotsOf(word);
    if (slots?.[0] !== 'unit') return [];
    return inSlots(word.toLowerCase(), slots, `${unit.unitId} ${rest}`, board).map((each) => ({
      ...each,
      text: each.text.replace(`${unit.unitId} `, `${word} `),
    }));
  }
  const acts = actsOf(unit).filter(({ text }) => text.startsWith(begun));
  if (unit.status !== 'available') return acts;
  // A free unit is mostly sent; its own statuses stay in sight below.
  const numbers = numbersFor('send', begun, board);
  return [...numbers.slice(0, SENT_FIRST), ...acts, ...numbers.slice(SENT_FIRST)];
}

/** A number that stands first: which unit goes there, or what is done with it. */
function afterNumber(number: string, after: string, board: LineBoard): Next[] {
  const [begun, rest] = cut(after);
  if (rest !== '' || /\s$/.test(after)) {
    const slots = slotsOf(begun);
    if (slots?.[0] !== 'number') return [];
    return inSlots(begun.toLowerCase(), slots, `${number} ${rest}`, board).map((each) => ({
      ...each,
      text: each.text.replace(`${number} `, `${begun} `),
    }));
  }
  const units = unitsFor('send', begun, Number(number.replace('#', '')), board);
  const words = COMMAND_FORMS.filter(
    ({ word }) => slotsOf(word)?.[0] === 'number' && word.startsWith(begun.toLowerCase()),
  ).map(({ word, form, label }) => ({ text: `${word} `, shows: form, label }));
  return begun === '' ? [...units.slice(0, 4), ...words] : [...units, ...words];
}

/** The arguments of a command: those that stand, and what may stand in the next place. */
function inSlots(word: string, slots: readonly Slot[], after: string, board: LineBoard): Next[] {
  const stands: string[] = [];
  const open = [...slots];
  let left = after;
  for (let [argument, rest] = cut(left); left !== argument; [argument, rest] = cut(left)) {
    const place = open.indexOf('number');
    const taken = isNumber(argument) && place >= 0 ? place : 0;
    const slot = open[taken];
    if (slot === undefined || LAST.includes(slot)) break;
    open.splice(taken, 1);
    stands.push(argument);
    left = rest;
  }
  const before = stands.map((each) => `${each} `).join('');
  const next = inSlot(word, open, stands, left, board);
  const more = open.length > 1 ? ' ' : '';
  if (next.length === 0 && open[0] === 'words') return [form(word, after)];
  return next.map((each) => ({
    ...each,
    text: `${before}${each.text}${more}`,
    shows: each.shows ?? each.text,
  }));
}

/** Places that take the rest of the line. */
const LAST: readonly Slot[] = ['words', 'area', 'type', 'who'];

function inSlot(
  word: string,
  open: readonly Slot[],
  stands: readonly string[],
  begun: string,
  board: LineBoard,
): Next[] {
  const number = stands.find(isNumber);
  switch (open[0]) {
    case 'unit': {
      const to = number === undefined ? null : Number(number.replace('#', ''));
      const units = unitsFor(word, begun, to, board);
      return open.includes('number') && isNumber(begun)
        ? [...units, ...numbersFor(word, begun, board)]
        : units;
    }
    case 'number':
      return numbersFor(word, begun, board);
    case 'status': {
      const unit = unitMeant(board, stands[0] ?? '');
      return UNIT_STATUSES.filter((each) => each !== unit?.status)
        .map((each) => ({ text: UNIT_STATUS[each].word, label: UNIT_STATUS[each].label }))
        .filter(({ text, label }) =>
          [text, label.toLowerCase()].some((each) => each.startsWith(begun.toLowerCase())),
        );
    }
    case 'minutes':
      return ['5', '10', '15', '20', '30', '60']
        .filter((each) => each.startsWith(begun))
        .map((text) => ({ text, label: 'minutes' }));
    case 'area':
      return matching(areaChoices(board), begun).map(({ id, label, detail }) => ({
        text: id,
        shows: label,
        label: detail ?? '',
      }));
    case 'type':
      return matching(callTypeChoices(board), begun).map(({ id, label }) => ({ text: id, label }));
    case 'who':
      return matching(receiverChoices(board), begun).map(({ id, detail }) => ({
        text: id,
        label: detail ?? '',
      }));
    default:
      return [];
  }
}

function form(word: string, after: string): Next {
  const label = COMMAND_FORMS.find((each) => each.word === word)?.label ?? '';
  return { text: after, shows: formOf(word) ?? word, label };
}

function spaced(next: Next): Next {
  return { ...next, text: `${next.text} `, shows: next.shows ?? next.text };
}
