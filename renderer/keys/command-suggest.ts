import { boardStore } from '../desk/board-store.ts';
import { COMMAND_FORMS } from './command-line-parse.ts';
import { KEYMAP } from './keymap.ts';

export interface Suggestion {
  /** What the line becomes when it is taken. */
  readonly line: string;
  readonly shows: string;
  readonly label: string;
}

const MOST = 7;
const TAKES_UNIT_FIRST = new Set(
  COMMAND_FORMS.filter(({ form }) => / UNIT/.test(form)).map(({ word }) => word),
);
const TAKES_NUMBER_FIRST = new Set(
  COMMAND_FORMS.filter(({ form }) => /^\S+ NUMBER/.test(form)).map(({ word }) => word),
);

/** What may come next: command words, then call signs and numbers from the board. */
export function suggestionsFor(line: string): readonly Suggestion[] {
  const typed = line.trimStart().toLowerCase();
  const [word = '', second, third] = typed.split(/\s+/);
  if (second === undefined) return words(word).slice(0, MOST);
  if (third === undefined) {
    if (TAKES_UNIT_FIRST.has(word)) return units(word, second).slice(0, MOST);
    if (TAKES_NUMBER_FIRST.has(word))
      return numbers(`${word} `, second, word === 'take').slice(0, MOST);
  }
  if (word === 'send' && third !== undefined)
    return numbers(`send ${second.toUpperCase()} `, third, false).slice(0, MOST);
  return COMMAND_FORMS.filter((form) => form.word === word).map(({ form, label }) => ({
    line,
    shows: form,
    label,
  }));
}

function words(begun: string): Suggestion[] {
  const commands = COMMAND_FORMS.map(({ word, form, label }) => ({
    line: `${word} `,
    shows: form,
    label,
  }));
  const actions = KEYMAP.flatMap(({ word, label }) =>
    word === undefined ? [] : [{ line: word, shows: word, label }],
  );
  return [...commands, ...actions].filter(({ line }) => line.startsWith(begun));
}

function units(word: string, begun: string): Suggestion[] {
  const { units: rows } = boardStore.getState();
  return [...rows.values()]
    .filter(({ unitId }) => unitId.toLowerCase().startsWith(begun))
    .map(({ unitId, team, gap }) => ({
      line: `${word} ${unitId}${word === 'send' || word === 'fix' ? ' ' : ''}`,
      shows: unitId,
      label: gap === null ? team : `${team} · ${gap}`,
    }));
}

function numbers(before: string, begun: string, withCalls: boolean): Suggestion[] {
  const { calls, incidents, callOrder, incidentOrder } = boardStore.getState();
  const rows = [
    ...(withCalls ? callOrder.map((id) => calls.get(id)) : []),
    ...incidentOrder.map((id) => incidents.get(id)),
  ];
  return rows
    .filter((row) => row !== undefined)
    .filter((row) => String(row.number).startsWith(begun))
    .map((row) => ({
      line: `${before}${row.number}`,
      shows: String(row.number),
      label: row.address === '' ? 'Location unknown' : row.address,
    }));
}
