import type { CallRow, IncidentRow } from '#shared/board/board-rows.ts';
import { PHASE_LABELS, type Phase } from '#shared/incident/phase.ts';
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
  const takesCalls = word === null || FOR_CALLS.includes(word);
  const calls = takesCalls
    ? board.calls.filter((row) => fits(wanted, row.number, row.address))
    : [];
  const incidents = board.incidents.filter(
    (row) =>
      fitsCommand(row, word) &&
      fits(wanted, row.number, row.address, row.ownerName, row.area ?? ''),
  );
  const focused = incidents.filter((row) => row.incidentId === board.focus?.incidentId);
  const others = incidents.filter((row) => row.incidentId !== board.focus?.incidentId);
  const wantedPhase = word === 'close' ? 'wrap-up' : word === 'send' ? 'decided' : null;
  const ranked = inPhaseFirst([...focused, ...others], wantedPhase).map(asIncident);
  const found =
    word === 'take' ? [...calls.map(asCall), ...ranked] : [...ranked, ...calls.map(asCall)];
  // A number typed in full stands first, also where it begins a longer one.
  const meant = found.filter(({ row }) => String(row.number) === wanted);
  const rest = found.filter(({ row }) => String(row.number) !== wanted);
  return [...meant, ...rest].slice(0, ENOUGH).map(say);
}

/** More than is ever shown: only these are put into words. */
const ENOUGH = 20;

type Numbered =
  | { readonly kind: 'call'; readonly row: CallRow }
  | { readonly kind: 'incident'; readonly row: IncidentRow };

function asCall(row: CallRow): Numbered {
  return { kind: 'call', row };
}

function asIncident(row: IncidentRow): Numbered {
  return { kind: 'incident', row };
}

function say(numbered: Numbered): Next {
  return numbered.kind === 'call' ? sayCall(numbered.row) : sayIncident(numbered.row);
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

/** Those in that phase first; within both the order stands. */
function inPhaseFirst(rows: readonly IncidentRow[], phase: Phase | null): readonly IncidentRow[] {
  if (phase === null) return rows;
  return [
    ...rows.filter((row) => row.phase === phase),
    ...rows.filter((row) => row.phase !== phase),
  ];
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
