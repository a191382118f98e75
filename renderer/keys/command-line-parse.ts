import { SERVICES, type Service } from '#shared/incident/incident.ts';
import {
  statusOfWord,
  UNIT_STATUS,
  UNIT_STATUSES,
  type UnitStatus,
} from '#shared/unit/unit-status.ts';
import { KEYMAP } from './keymap.ts';

/** What is said of the people in a unit. */
export type SafetyTopic = 'unit.check-in' | 'unit.ask-back-up' | 'unit.duress';

/** What a typed line asks for. Numbers are the short ones said aloud. */
export type Command =
  | { readonly does: 'new'; readonly words: string }
  | { readonly does: 'take'; readonly number: number }
  | { readonly does: 'send'; readonly unit: string; readonly number: number }
  | { readonly does: 'status'; readonly unit: string; readonly status: UnitStatus }
  | {
      readonly does: 'correct';
      readonly unit: string;
      readonly status: UnitStatus;
      readonly reason: string;
    }
  | { readonly does: 'stand-down'; readonly unit: string; readonly reason: string | null }
  | { readonly does: 'undo' }
  | { readonly does: 'safety'; readonly unit: string; readonly topic: SafetyTopic }
  | { readonly does: 'find'; readonly text: string }
  | {
      readonly does: 'hold';
      readonly number: number;
      readonly minutes: number;
      readonly reason: string;
    }
  | { readonly does: 'note'; readonly number: number; readonly text: string }
  | { readonly does: 'close'; readonly number: number }
  | { readonly does: 'upgrade'; readonly number: number; readonly services: readonly Service[] }
  | { readonly does: 'action'; readonly id: string }
  | { readonly does: 'wrong'; readonly says: string };

export interface CommandForm {
  readonly word: string;
  /** As shown: "send UNIT NUMBER". */
  readonly form: string;
  readonly label: string;
}

/** Every command with arguments, in the order they are offered. */
export const COMMAND_FORMS: readonly CommandForm[] = [
  { word: 'new', form: 'new WORDS', label: 'New call' },
  { word: 'take', form: 'take NUMBER', label: 'Answer the call, or take over the incident' },
  { word: 'send', form: 'send UNIT NUMBER', label: 'Send a unit' },
  { word: 'pe', form: 'pe NUMBER', label: 'Police and EMS now' },
  { word: 'ems', form: 'ems NUMBER', label: 'EMS now' },
  { word: 'pol', form: 'pol NUMBER', label: 'Police now' },
  { word: 'hold', form: 'hold NUMBER MINUTES REASON', label: 'Hold, with a time and a reason' },
  { word: 'note', form: 'note NUMBER TEXT', label: 'Write a note' },
  { word: 'close', form: 'close NUMBER', label: 'Disposition' },
  { word: 'find', form: 'find TEXT', label: 'Find anything' },
  { word: 'ci', form: 'ci UNIT', label: 'Unit checked in: its crew was heard' },
  { word: 'backup', form: 'backup UNIT', label: 'Unit asks for back-up' },
  { word: 'duress', form: 'duress UNIT', label: 'Unit is in duress: free police go at once' },
  { word: 'clr', form: 'clr UNIT', label: 'Unit done and available again' },
  { word: 'sd', form: 'sd UNIT REASON', label: 'Stand a unit down; the reason may be left out' },
  { word: 'fix', form: 'fix UNIT STATUS REASON', label: 'Correct a wrong status' },
  { word: 'undo', form: 'undo', label: 'Take back what you did last' },
  // Assigning needs an incident: that is "send".
  ...UNIT_STATUSES.filter((status) => status !== 'assigned').map((status) => ({
    word: UNIT_STATUS[status].word,
    form: `${UNIT_STATUS[status].word} UNIT`,
    label: `Unit status: ${UNIT_STATUS[status].label.toLowerCase()}`,
  })),
];

const UPGRADES: Readonly<Record<string, readonly Service[]>> = {
  pe: SERVICES,
  ems: ['ems'],
  pol: ['police'],
};

const SAFETY: Readonly<Record<string, SafetyTopic>> = {
  ci: 'unit.check-in',
  backup: 'unit.ask-back-up',
  duress: 'unit.duress',
};

export function parseCommand(line: string): Command {
  const text = line.trim().replace(/^\//, '').trim();
  const [first = '', ...rest] = text.split(/\s+/);
  const word = first.toLowerCase();
  const after = text.slice(first.length).trim();
  if (word === '') return wrong('Type a command.');
  const services = UPGRADES[word];
  if (services !== undefined)
    return numbered(word, rest[0], (number) => ({ does: 'upgrade', number, services }));
  const safety = SAFETY[word];
  if (safety !== undefined) {
    const unit = rest[0]?.toUpperCase();
    return unit === undefined ? incomplete(word) : { does: 'safety', unit, topic: safety };
  }
  switch (word) {
    case 'new':
      return { does: 'new', words: after };
    case 'find':
      return { does: 'find', text: after };
    case 'take':
    case 'close':
      return numbered(word, rest[0], (number) => ({ does: word, number }));
    case 'send':
      return parseSend(rest);
    case 'sd':
      return parseStandDown(rest);
    case 'fix':
      return parseCorrection(rest);
    case 'undo':
      return { does: 'undo' };
    case 'hold':
      return parseHold(rest);
    case 'note': {
      const words = rest.slice(1).join(' ');
      return numbered(word, rest[0], (number) =>
        words === '' ? incomplete(word) : { does: 'note', number, text: afterFirst(after) },
      );
    }
  }
  return parseStatus(word, rest) ?? parseAction(word) ?? unknown(first);
}

function parseSend(rest: readonly string[]): Command {
  const [unit, number] = rest.filter((each) => each.toLowerCase() !== 'to');
  if (unit === undefined) return incomplete('send');
  return numbered('send', number, (to) => ({ does: 'send', unit: unit.toUpperCase(), number: to }));
}

function parseStandDown([unit, ...why]: readonly string[]): Command {
  if (unit === undefined) return incomplete('sd');
  return { does: 'stand-down', unit: unit.toUpperCase(), reason: why.join(' ') || null };
}

function parseCorrection([unit, word, ...why]: readonly string[]): Command {
  if (unit === undefined || word === undefined) return incomplete('fix');
  const status = statusOfWord(word.toLowerCase());
  if (status === null) {
    const words = UNIT_STATUSES.map((each) => UNIT_STATUS[each].word).join(', ');
    return wrong(`“${word}” is not a status. There are: ${words}.`);
  }
  const reason = why.join(' ');
  return reason === ''
    ? wrong('Say what was wrong: fix UNIT STATUS REASON.')
    : { does: 'correct', unit: unit.toUpperCase(), status, reason };
}

function parseHold([which, long, ...why]: readonly string[]): Command {
  return numbered('hold', which, (number) => {
    const minutes = wholeNumber(long);
    if (minutes === null || minutes < 1 || minutes > 240)
      return wrong('Say for how many minutes, 1 to 240: hold NUMBER MINUTES REASON.');
    const reason = why.join(' ');
    return reason === ''
      ? wrong('Say why it waits: hold NUMBER MINUTES REASON.')
      : { does: 'hold', number, minutes, reason };
  });
}

function parseStatus(word: string, rest: readonly string[]): Command | null {
  const status = statusOfWord(word);
  if (status === null) return null;
  const unit = rest[0]?.toUpperCase();
  if (unit === undefined) return incomplete(word);
  if (status !== 'assigned') return { does: 'status', unit, status };
  return parseSend(rest);
}

function parseAction(word: string): Command | null {
  const binding = KEYMAP.find((each) => each.word === word);
  return binding === undefined ? null : { does: 'action', id: binding.id };
}

function numbered(
  word: string,
  typed: string | undefined,
  make: (number: number) => Command,
): Command {
  if (typed === undefined) return incomplete(word);
  const number = wholeNumber(typed.replace(/^#/, ''));
  return number === null ? wrong(`“${typed}” is not a number. ${formOf(word)}`) : make(number);
}

function wholeNumber(typed: string | undefined): number | null {
  return typed !== undefined && /^\d{1,9}$/.test(typed) ? Number(typed) : null;
}

function afterFirst(text: string): string {
  return text.replace(/^\S+\s*/, '');
}

function incomplete(word: string): Command {
  return wrong(`Something is missing. ${formOf(word)}`);
}

function formOf(word: string): string {
  const form = COMMAND_FORMS.find((each) => each.word === word)?.form ?? word;
  return `It goes: ${form}.`;
}

function unknown(word: string): Command {
  const words = COMMAND_FORMS.map((each) => each.word);
  const actions = KEYMAP.flatMap((each) => each.word ?? []);
  const known = [...new Set([...words, ...actions])].join(', ');
  return wrong(`There is no command “${word}”. There are: ${known}.`);
}

function wrong(says: string): Command {
  return { does: 'wrong', says };
}
