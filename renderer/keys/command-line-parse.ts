import { SERVICES, type Service } from '#shared/incident/incident.ts';
import {
  statusOfWord,
  UNIT_STATUS,
  UNIT_STATUSES,
  type UnitStatus,
} from '#shared/unit/unit-status.ts';
import type { LanguageNeed } from '#shared/unit/language.ts';
import type { LineBoard } from './command-board.ts';
import { COMMAND_FORMS, formOf } from './command-forms.ts';
import { cut, inOrder } from './command-order.ts';
import { KEYMAP } from './keymap.ts';
import { parseAt, type PositionCommand } from './position-command.ts';
import { capabilitiesTyped, languageTyped } from './wants-commands.ts';

/** What is said of the people in a unit. */
export type SafetyTopic = 'unit.check-in' | 'unit.ask-back-up' | 'unit.duress';

/** What a typed line asks for. Numbers are the short ones said aloud. */
export type Command =
  | { readonly does: 'new'; readonly words: string }
  | { readonly does: 'take' | 'close' | 'release' | 'secure'; readonly number: number }
  | {
      readonly does: 'language';
      readonly number: number;
      readonly language: LanguageNeed | null;
    }
  | {
      readonly does: 'capabilities';
      readonly number: number;
      readonly capabilities: readonly string[];
    }
  | {
      readonly does: 'stage';
      readonly unit: string;
      readonly number: number;
      readonly by: string;
      readonly place: string;
    }
  | {
      readonly does: 'send';
      readonly unit: string;
      readonly number: number;
      /** Why it goes in spite of what stands against it. */
      readonly reason?: string;
    }
  | {
      readonly does: 'stack' | 'preempt' | 'reassign';
      readonly unit: string;
      readonly number: number;
      readonly reason: string;
    }
  | { readonly does: 'unstack'; readonly unit: string; readonly reason: string }
  | { readonly does: 'type' | 'area' | 'transfer'; readonly number: number; readonly to: string }
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
  | { readonly does: 'upgrade'; readonly number: number; readonly services: readonly Service[] }
  | PositionCommand
  | { readonly does: 'action'; readonly id: string }
  | { readonly does: 'wrong'; readonly says: string };

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

/** A line in any order, by call signs or by the names of crews. */
export function readCommand(line: string, board: Pick<LineBoard, 'units'>): Command {
  return parseCommand(inOrder(line, board));
}

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
    case 'release':
    case 'secure':
      return numbered(word, rest[0], (number) => ({ does: word, number }));
    case 'send':
      return parseSend(rest);
    case 'sd':
      return parseStandDown(rest);
    case 'fix':
      return parseCorrection(rest);
    case 'stack':
    case 'preempt':
    case 'reassign':
      return parseTaking(word, rest);
    case 'unstack':
      return parseUnstack(rest);
    case 'type':
    case 'area':
    case 'transfer': {
      const to = rest.slice(1).join(' ');
      return numbered(word, rest[0], (number) =>
        to === '' ? incomplete(word) : { does: word, number, to },
      );
    }
    case 'at': {
      const at = parseAt(rest);
      return 'says' in at ? wrong(at.says) : at;
    }
    case 'stage':
      return parseStaging(rest);
    case 'lang':
      return parseLanguage(rest);
    case 'need':
      return numbered(word, rest[0], (number) =>
        rest.length === 1
          ? incomplete(word)
          : { does: 'capabilities', number, capabilities: capabilitiesTyped(rest.slice(1)) },
      );
    case 'undo':
      return { does: 'undo' };
    case 'hold':
      return parseHold(rest);
    case 'note': {
      const words = rest.slice(1).join(' ');
      return numbered(word, rest[0], (number) =>
        words === '' ? incomplete(word) : { does: 'note', number, text: cut(after)[1] },
      );
    }
  }
  return parseStatus(word, rest) ?? parseAction(word) ?? unknown(first);
}

function parseSend(rest: readonly string[]): Command {
  const [unit, ...after] = rest;
  const [number, ...why] = after[0]?.toLowerCase() === 'to' ? after.slice(1) : after;
  if (unit === undefined) return incomplete('send');
  const reason = why.length === 0 ? {} : { reason: why.join(' ') };
  return numbered('send', number, (to) => ({
    does: 'send',
    unit: unit.toUpperCase(),
    number: to,
    ...reason,
  }));
}

function parseTaking(
  does: 'stack' | 'preempt' | 'reassign',
  [unit, number, ...why]: readonly string[],
): Command {
  if (unit === undefined) return incomplete(does);
  return numbered(does, number, (to) =>
    why.length === 0
      ? wrong(`Say why. ${goes(does)}`)
      : { does, unit: unit.toUpperCase(), number: to, reason: why.join(' ') },
  );
}

function parseUnstack([unit, ...why]: readonly string[]): Command {
  if (unit === undefined) return incomplete('unstack');
  return why.length === 0
    ? wrong(`Say why it does not come. ${goes('unstack')}`)
    : { does: 'unstack', unit: unit.toUpperCase(), reason: why.join(' ') };
}

function parseStaging([unit, number, by, ...where]: readonly string[]): Command {
  if (unit === undefined) return incomplete('stage');
  return numbered('stage', number, (to) => {
    const place = where.join(' ');
    return by === undefined || place === ''
      ? incomplete('stage')
      : { does: 'stage', unit: unit.toUpperCase(), number: to, by: by.toUpperCase(), place };
  });
}

function parseLanguage([which, ...words]: readonly string[]): Command {
  return numbered('lang', which, (number) => {
    if (words.length === 0) return incomplete('lang');
    const language = languageTyped(words);
    return language !== null && 'says' in language
      ? wrong(language.says)
      : { does: 'language', number, language };
  });
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
  return number === null ? wrong(`“${typed}” is not a number. ${goes(word)}`) : make(number);
}

function wholeNumber(typed: string | undefined): number | null {
  return typed !== undefined && /^\d{1,9}$/.test(typed) ? Number(typed) : null;
}

function incomplete(word: string): Command {
  return wrong(`Something is missing. ${goes(word)}`);
}

function goes(word: string): string {
  return `It goes: ${formOf(word) ?? word}.`;
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
