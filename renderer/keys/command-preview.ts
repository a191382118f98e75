import type { IncidentRow, UnitRow } from '#shared/board/board-rows.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { sayPosition } from '#shared/place/position.ts';
import { setUnitStatus } from '#shared/unit/decide-unit.ts';
import { sayLanguageNeed } from '#shared/unit/language.ts';
import { isUnderWay, UNIT_STATUS } from '#shared/unit/unit-status.ts';
import { unreadCautions } from '../incident/unread-cautions.ts';
import { sendable } from '../sheets/sendable.ts';
import { standingOf } from '../units/unit-groups.ts';
import { unitsMeant, type LineBoard } from './command-board.ts';
import type { Command } from './command-line-parse.ts';
import { areaMeant, callTypeMeant, receiverMeant } from './command-meant.ts';
import { whereNow } from './command-units.ts';
import { KEYMAP } from './keymap.ts';
import type { TypedSpot } from './position-command.ts';

/** What Enter will do, or why main would refuse it: known here already, decided there. */
export interface Preview {
  readonly says: string;
  readonly refused: boolean;
}

const will = (says: string): Preview => ({ says, refused: false });
const not = (says: string): Preview => ({ says, refused: true });

/** Null while the line is not a command yet. */
export function previewOf(command: Command, board: LineBoard): Preview | null {
  switch (command.does) {
    case 'wrong':
      return null;
    case 'action':
      return will(KEYMAP.find(({ id }) => id === command.id)?.label ?? '');
    case 'undo':
      return will('Takes back what you did last, while that is true.');
    case 'find':
      return will(command.text === '' ? 'Opens the search.' : `Searches for “${command.text}”.`);
    case 'new':
      return will(
        command.words === ''
          ? 'Opens the form of a new call.'
          : `A new call, answered by you: “${command.words}”`,
      );
    case 'status':
    case 'correct':
    case 'stand-down':
    case 'safety':
    case 'unstack':
      return withUnit(command.unit, board, (unit) => ofUnit(command, unit));
    case 'unit-at':
      return withUnit(command.unit, board, ({ unitId }) => isAt(unitId, command.spot, board));
    default:
      return withNumber(command, board);
  }
}

function withUnit(typed: string, board: LineBoard, say: (unit: UnitRow) => Preview): Preview {
  const [unit, ...others] = unitsMeant(board, typed);
  if (unit === undefined) return not(`There is no unit ${typed} on this board.`);
  if (others.length === 0) return say(unit);
  const meant = [unit, ...others].map(({ unitId }) => unitId).join(', ');
  return not(`“${typed}” could be on ${meant}. Type the call sign, or more of the name.`);
}

function isAt(unitId: string, spot: TypedSpot, board: LineBoard): Preview {
  if ('position' in spot) return will(`${unitId} was reported at ${sayPosition(spot.position)}`);
  const area = board.policy?.areas.find(({ id }) => id === areaMeant(board, spot.area));
  return area === undefined
    ? not(`There is no area “${spot.area}”, or more than one. Type more of its name.`)
    : will(`${unitId} was reported somewhere in ${area.name}`);
}

type OfUnit = Extract<
  Command,
  { readonly does: 'status' | 'correct' | 'stand-down' | 'safety' | 'unstack' }
>;

function ofUnit(command: OfUnit, unit: UnitRow): Preview {
  const { unitId, incidentNumber, nextNumber } = unit;
  switch (command.does) {
    case 'status': {
      const { label, onIncident } = UNIT_STATUS[command.status];
      const outcome = setUnitStatus(unit, command.status);
      if (isRefusal(outcome)) return not(outcome.because);
      if (outcome.length === 0) return will(`${unitId} is ${label.toLowerCase()} already.`);
      const leaves = incidentNumber !== null && !onIncident ? `, leaves ${incidentNumber}` : '';
      return will(`${unitId}: ${whereNow(unit)} → ${label}${leaves}`);
    }
    case 'correct': {
      const is = UNIT_STATUS[command.status].label.toLowerCase();
      return command.status === unit.status
        ? not(`${unitId} is ${is} already. There is nothing to correct.`)
        : will(`${unitId} is ${is}, not ${whereNow(unit).toLowerCase()}. The wrong entry stays.`);
    }
    case 'stand-down':
      return isUnderWay(unit.status)
        ? will(`${unitId} is stood down from incident ${incidentNumber ?? ''}. Tell the crew.`)
        : not(`${unitId} is ${whereNow(unit).toLowerCase()}: there is nothing to stand down from.`);
    case 'unstack':
      return nextNumber === null
        ? not(`${unitId} comes to no other incident after its present one.`)
        : will(`${unitId} does not come to incident ${nextNumber}, which is told.`);
    case 'safety':
      return will(`${unitId}, ${whereNow(unit).toLowerCase()}: ${SAFETY[command.topic]}`);
  }
}

const SAFETY = {
  'unit.check-in': 'its crew was heard',
  'unit.ask-back-up': 'back-up is asked for above every screen',
  'unit.duress': 'every console is covered, and free police go at once',
} as const;

type Numbered = Extract<Command, { readonly number: number }>;

function withNumber(command: Numbered, board: LineBoard): Preview {
  const { number } = command;
  const row = board.incidents.find((each) => each.number === number);
  if (row !== undefined) return onIncident(command, row, board);
  const call = board.calls.find((each) => each.number === number);
  if (call === undefined) return not(`There is no open call or incident ${number}.`);
  const place = call.address === '' ? 'location unknown' : call.address;
  if (command.does === 'take') return will(`Answers call ${number}, ${place}`);
  if (command.does === 'upgrade')
    return will(`${services(command.services)} to call ${number}, ${place}`);
  return not(`Call ${number} waits. Answer it first: take ${number}.`);
}

function onIncident(command: Numbered, row: IncidentRow, board: LineBoard): Preview {
  const about = `incident ${row.number}, ${row.address === '' ? 'location unknown' : row.address}`;
  switch (command.does) {
    case 'take':
      return will(`You take ${about}, from ${row.ownerName}`);
    case 'send':
      return withUnit(command.unit, board, (unit) => sends(command, unit, row, about, board));
    case 'stack':
      return withUnit(command.unit, board, (unit) =>
        unit.incidentNumber === null
          ? not(`${unit.unitId} is on no incident. Send it: send ${unit.unitId} ${row.number}.`)
          : will(`${unit.unitId} comes to ${about} after ${unit.incidentNumber}`),
      );
    case 'preempt':
    case 'reassign':
      return withUnit(command.unit, board, (unit) =>
        isUnderWay(unit.status)
          ? will(`${unit.unitId} leaves ${unit.incidentNumber ?? ''} for ${about}`)
          : not(`${unit.unitId} is ${whereNow(unit).toLowerCase()} and is not taken from there.`),
      );
    case 'stage':
      return withUnit(command.unit, board, (unit) =>
        withUnit(command.by, board, (by) =>
          by.incidentId === row.incidentId
            ? will(`${unit.unitId} waits at ${command.place} until ${by.unitId} secures ${about}`)
            : not(`${by.unitId} is not on incident ${row.number}. Send it first.`),
        ),
      );
    case 'secure':
      return will(`The scene of ${about} is secure: who waits may go in`);
    case 'language':
      return will(
        `${about}: ${command.language === null ? 'English' : sayLanguageNeed(command.language)}`,
      );
    case 'capabilities':
      return wanting(command.capabilities, about, board);
    case 'hold':
      return will(`Holds ${about} for ${command.minutes} min: ${command.reason}`);
    case 'release':
      return row.holdUntil === null
        ? not(`Incident ${row.number} is not held.`)
        : will(`Ends the hold of ${about}`);
    case 'note':
      return will(`A note on ${about}: “${command.text}”`);
    case 'close':
      return will(`Asks how ${about} ended`);
    case 'upgrade':
      return will(`${services(command.services)} now to ${about}`);
    case 'type': {
      const code = callTypeMeant(command.to);
      const type = board.policy?.callTypes.find((each) => each.code === code);
      return type === undefined
        ? not(`The policy has no call type “${command.to}”.`)
        : will(`${about}: ${type.label}`);
    }
    case 'area': {
      const area = board.policy?.areas.find(({ id }) => id === areaMeant(board, command.to));
      return area === undefined
        ? not(`There is no area “${command.to}”, or more than one. Type more of its name.`)
        : will(`${about}: in ${area.name}`);
    }
    case 'incident-at':
      return will(`${about}: at ${sayPosition(command.position)}, and its area follows`);
    case 'transfer': {
      const to = receiverMeant(board, command.to);
      return to === null
        ? not(`Nobody here is called “${command.to}”, or more than one.`)
        : will(`Offers the conversation of ${about} to ${command.to}`);
    }
  }
}

function sends(
  { reason }: Extract<Command, { readonly does: 'send' }>,
  unit: UnitRow,
  row: IncidentRow,
  about: string,
  board: LineBoard,
): Preview {
  const { unitId, incidentNumber } = unit;
  const ok = will(`${unitId} → ${about}: assigned${reason === undefined ? '' : ` (${reason})`}`);
  if (unit.incidentId === row.incidentId) return will(`${unitId} is on ${about} already.`);
  if (incidentNumber !== null)
    return not(
      `${unitId} is ${whereNow(unit).toLowerCase()}. After that: stack ${unitId} ${row.number} and why.`,
    );
  const services = Object.values(board.policy?.services ?? {});
  const team = board.policy?.teamTypes.find(({ id }) => id === unit.teamType);
  // The guards of main, as far as the board shows them.
  if (row.phase === 'intake' && team?.unarmed !== false && !services.includes(unit.teamType))
    return not(`Incident ${row.number} has no standing decision. Accept or choose first.`);
  if (board.focus?.number === row.number) {
    if (unreadCautions(board.focus).length > 0 && !services.includes(unit.teamType))
      return not(`Nobody has acknowledged the caution of incident ${row.number}: Shift+A first.`);
    const ranked = sendable(board.focus, board.units, board.policy);
    const found = ranked.find((each) => each.unitId === unitId);
    if (found === undefined) return not(`${unitId} (${unit.team}) is not for this response.`);
    if (found.ready) return ok;
    if (!found.needsReason) return not(`${unitId} cannot go: ${found.against}.`);
    return reason === undefined
      ? not(`${unitId}: ${found.against}. Say why it goes all the same.`)
      : ok;
  }
  const standing = standingOf(unit);
  if (standing === 'off') return not(`${unitId} cannot go: ${UNIT_STATUS[unit.status].label}.`);
  if (standing === 'short' && reason === undefined)
    return not(`${unitId} cannot go, or only with a reason: ${unit.gap ?? ''}.`);
  return ok;
}

function wanting(ids: readonly string[], about: string, { policy }: LineBoard): Preview {
  const known = policy?.capabilities ?? [];
  const unknown = ids.find((id) => !known.some((each) => each.id === id));
  if (unknown !== undefined)
    return not(`There is no “${unknown}”. There are: ${known.map(({ id }) => id).join(', ')}.`);
  const labels = known.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
  return will(`${about}: vehicle ${labels.join(', ') || 'needs nothing special'}`);
}

function services(called: readonly string[]): string {
  const names = called.map((each) => (each === 'ems' ? 'EMS' : 'police')).join(' and ');
  return `${names.charAt(0).toUpperCase()}${names.slice(1)}`;
}
