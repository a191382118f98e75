import type { CallRow, IncidentRow } from '#shared/board/board-rows.ts';
import { PHASE_LABELS } from '#shared/incident/phase.ts';
import { folded, type LineBoard } from './command-board.ts';
import type { Next } from './command-complete.ts';

/** Commands a waiting call takes as well; every other one needs its incident. */
const FOR_CALLS: readonly string[] = ['take', 'pe', 'ems', 'pol'];

/**
 * Numbers a command may be given about, the one in focus first and then as the queue has them. A place, an
 * area or an owner finds them too, so that nobody has to look a number up.
 */
export function numbersFor(word: string | null, begun: string, board: LineBoard): Next[] {
  const wanted = folded(begun.replace(/^#/, ''));
  const calls =
    word !== null && !FOR_CALLS.includes(word)
      ? []
      : board.calls.filter((row) => fits(wanted, row.number, row.address)).map(sayCall);
  const incidents = board.incidents
    .filter((row) => fitsCommand(row, word))
    .filter((row) => fits(wanted, row.number, row.address, row.ownerName, row.area ?? ''));
  const focused = (row: IncidentRow) => row.incidentId === board.focus?.incidentId;
  const first = [...incidents.filter(focused), ...incidents.filter((row) => !focused(row))];
  const ranked = word === 'close' ? endedFirst(first) : first;
  const found =
    word === 'take'
      ? [...calls, ...ranked.map(sayIncident)]
      : [...ranked.map(sayIncident), ...calls];
  // A number typed in full stands first, also where it begins a longer one.
  return [
    ...found.filter(({ text }) => text === wanted),
    ...found.filter(({ text }) => text !== wanted),
  ];
}

function fits(wanted: string, number: number, ...texts: readonly string[]): boolean {
  if (wanted === '') return true;
  if (/^\d+$/.test(wanted)) return String(number).startsWith(wanted);
  return texts.some((text) => folded(text).includes(wanted));
}

function fitsCommand(row: IncidentRow, word: string | null): boolean {
  switch (word) {
    case 'release':
      return row.holdUntil !== null;
    case 'transfer':
      return row.phone === 'with-clinician';
    default:
      return true;
  }
}

function endedFirst(rows: readonly IncidentRow[]): IncidentRow[] {
  const ended = (row: IncidentRow) => row.phase === 'wrap-up';
  return [...rows.filter(ended), ...rows.filter((row) => !ended(row))];
}

function sayIncident(row: IncidentRow): Next {
  const { number, address, phase, ownerName, level } = row;
  const place = address === '' ? 'Location unknown' : address;
  return {
    text: String(number),
    label: `${level} · ${place} · ${PHASE_LABELS[phase].toLowerCase()} · ${ownerName}`,
  };
}

function sayCall({ number, address }: CallRow): Next {
  return {
    text: String(number),
    label: `Waiting call · ${address === '' ? 'Location unknown' : address}`,
  };
}
