import type { UnitRow } from '#shared/board/board-rows.ts';
import { isUnderWay, mayFollow, statusOfWord, UNIT_STATUS } from '#shared/unit/unit-status.ts';
import { sendable } from '../sheets/sendable.ts';
import { standingOf } from '../units/unit-groups.ts';
import { folded, memberMeant, unitsMeant, type LineBoard } from './command-board.ts';
import type { Next } from './command-complete.ts';

/** A unit in the order it is offered: the lower, the sooner. Null: not for this command. */
type Place = (unit: UnitRow) => number | null;

/**
 * The units a command may be given about, best first, each with why. Those that may not are named only once
 * somebody begins to type them, with what stands against it. `to`: the incident they would go to.
 */
export function unitsFor(
  word: string | null,
  begun: string,
  to: number | null,
  board: LineBoard,
): Next[] {
  const begins = beginning(begun, board);
  if (word === 'send' || word === UNIT_STATUS.assigned.word)
    return begins === null ? goingTo(to, board) : goingTo(to, board, begins);
  const place = placeIn(word, board);
  return board.units
    .flatMap((unit) => {
      const at = place(unit);
      const wanted = begins === null || begins.has(unit.unitId);
      return at === null || !wanted ? [] : [{ unit, at }];
    })
    .sort((a, b) => a.at - b.at || callSigns.compare(a.unit.unitId, b.unit.unitId))
    .map(({ unit }) => ({ text: unit.unitId, label: sayUnit(unit, word, begun) }));
}

/** Those whose call sign begins so, or one of whose crew is called so; null while nothing is typed. */
function beginning(begun: string, board: LineBoard): ReadonlySet<string> | null {
  if (begun === '') return null;
  const wanted = folded(begun);
  const called = board.units.filter(({ unitId }) => unitId.toLowerCase().startsWith(wanted));
  return new Set([...called, ...unitsMeant(board, begun)].map(({ unitId }) => unitId));
}

/** Who may be sent, in the order main ranked them for the incident in focus. */
function goingTo(to: number | null, board: LineBoard, begins?: ReadonlySet<string>): Next[] {
  const { focus, units, policy } = board;
  const wanted = (unitId: string) => begins === undefined || begins.has(unitId);
  if (focus !== null && (to === null || focus.number === to)) {
    const ranked = sendable(focus, units, policy);
    const may = ranked.filter(({ ready, needsReason }) => ready || needsReason);
    const rest = begins === undefined ? [] : ranked.filter((each) => !may.includes(each));
    const unknown = units.filter(({ unitId }) => !ranked.some((each) => each.unitId === unitId));
    return [
      ...[...may, ...rest]
        .filter(({ unitId }) => wanted(unitId))
        .map(({ unitId, team, short, ready, needsReason }) => ({
          text: unitId,
          label: needsReason && !ready ? `${short}: say why` : ready ? `${team} · ${short}` : short,
          goes: ready || needsReason,
        })),
      ...(begins === undefined ? [] : unknown.filter(({ unitId }) => wanted(unitId))).map(
        (unit) => ({
          text: unit.unitId,
          label: `${unit.team} · not for this response`,
          goes: false,
        }),
      ),
    ];
  }
  return units
    .map((unit) => ({ unit, free: standingOf(unit) === 'free' }))
    .filter(({ unit, free }) => wanted(unit.unitId) && (free || begins !== undefined))
    .sort((a, b) => Number(b.free) - Number(a.free) || a.unit.since.localeCompare(b.unit.since))
    .map(({ unit, free }) => ({ text: unit.unitId, label: sayFree(unit, free), goes: free }));
}

function sayFree(unit: UnitRow, free: boolean): string {
  return free ? `${unit.team} · free` : `${unit.team} · ${unit.gap ?? whereNow(unit)}`;
}

/** Where each unit stands for a command; what is nearest to hand comes first. */
function placeIn(word: string | null, { focus }: LineBoard): Place {
  const here = (unit: UnitRow) => (unit.incidentId === focus?.incidentId ? 0 : 1);
  switch (word) {
    case null:
    case 'fix':
      return (unit) => (focus === null ? 0 : here(unit));
    case 'ci':
      return (unit) =>
        unit.safety?.dueAt == null
          ? Number.MAX_SAFE_INTEGER - (UNIT_STATUS[unit.status].onIncident ? 1 : 0)
          : Date.parse(unit.safety.dueAt);
    case 'backup':
    case 'duress':
      return (unit) => (UNIT_STATUS[unit.status].onIncident ? here(unit) : 2);
    case 'sd':
    case 'preempt':
    case 'reassign':
      return (unit) => (isUnderWay(unit.status) ? here(unit) : null);
    case 'stack':
      return (unit) => (UNIT_STATUS[unit.status].onIncident ? 1 - here(unit) : null);
    case 'unstack':
      return (unit) => (unit.nextNumber === null ? null : 0);
    default: {
      const to = statusOfWord(word);
      if (to === null) return () => 0;
      const leaves = word === 'clr';
      return (unit) =>
        mayFollow(unit.status, to) && (!leaves || UNIT_STATUS[unit.status].onIncident)
          ? here(unit)
          : null;
    }
  }
}

function sayUnit(unit: UnitRow, word: string | null, begun: string): string {
  const member = folded(unit.unitId).startsWith(folded(begun)) ? null : memberMeant(unit, begun);
  const parts = [
    member,
    whereNow(unit),
    word === 'unstack' ? `then ${unit.nextNumber ?? ''}` : null,
    unit.gap,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** "On scene, incident 12". */
export function whereNow({ status, incidentNumber }: UnitRow): string {
  const { label } = UNIT_STATUS[status];
  return incidentNumber === null ? label : `${label}, incident ${incidentNumber}`;
}

/** What may be said of a unit now: the statuses that may follow, then what is done with it. */
export function actsOf(unit: UnitRow): Next[] {
  // In the order of the table, which is how a call usually goes on.
  const next = UNIT_STATUS[unit.status].next.filter((status) => status !== 'assigned');
  const now = UNIT_STATUS[unit.status].label.toLowerCase();
  return [
    ...next.map((status) => ({
      text: UNIT_STATUS[status].word,
      label: `${now} → ${UNIT_STATUS[status].label.toLowerCase()}`,
    })),
    ...(isUnderWay(unit.status) ? [{ text: 'sd', label: 'stand it down' }] : []),
    ...(unit.nextNumber === null
      ? []
      : [{ text: 'unstack ', label: `does not come to ${unit.nextNumber} after all` }]),
    { text: 'ci', label: 'its crew was heard' },
    { text: 'fix ', label: 'correct a wrong status' },
    { text: 'backup', label: 'asks for back-up' },
    { text: 'duress', label: 'in duress: free police go at once' },
  ];
}

/** M2 before M10. */
const callSigns = new Intl.Collator('en', { numeric: true });
