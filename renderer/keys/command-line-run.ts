import { ask, tell } from '../desk/ask.ts';
import { boardStore } from '../desk/board-store.ts';
import {
  openIncident,
  openSheet,
  select,
  setFindText,
  setPane,
  setScreen,
  type Selection,
} from '../desk/desk-store.ts';
import type { CallId, IncidentId, UnitId } from '#shared/lib/brand.ts';
import { choose, setPlacing } from '../map/map-store.ts';
import { runAction } from './actions.ts';
import { lineBoard } from './command-board.ts';
import { areaMeant, callTypeMeant, receiverMeant, spotMeant } from './command-meant.ts';
import type { Command } from './command-line-parse.ts';
import { upgrade } from './upgrade.ts';
import { undoLastAct } from './undo.ts';

/** Carries a command out. Answers with a sentence when it could not, and null when it was done. */
export async function runCommand(command: Command): Promise<string | null> {
  switch (command.does) {
    case 'wrong':
      return command.says;
    case 'action':
      return runAction(command.id) ? null : 'That does not work on this screen.';
    case 'find':
      setFindText(command.text);
      openSheet('find');
      return null;
    case 'new':
      return command.words === '' ? openForm() : newCall(command.words);
    case 'status': {
      const { unit, status } = command;
      await tell('unit.set-status', { unitId: unitNamed(unit), status });
      return null;
    }
    case 'correct': {
      const { unit, status, reason } = command;
      await tell('unit.correct-status', { unitId: unitNamed(unit), status, reason });
      return null;
    }
    case 'stand-down':
      await tell('unit.stand-down', { unitId: unitNamed(command.unit), reason: command.reason });
      return null;
    case 'unstack': {
      const { unit, reason } = command;
      await tell('unit.unstack', { unitId: unitNamed(unit), reason });
      return null;
    }
    case 'undo':
      await undoLastAct();
      return null;
    case 'safety':
      await tell(command.topic, { unitId: unitNamed(command.unit) });
      return null;
    case 'unit-at':
      return unitAt(command);
    case 'incident-at':
      return incidentAt(command);
    default:
      return onNumber(command);
  }
}

type Numbered = Exclude<
  Extract<Command, { readonly number: number }>,
  { readonly does: 'incident-at' }
>;

async function onNumber(command: Numbered): Promise<string | null> {
  const target = numbered(command.number);
  if (target === null)
    return `There is no open call or incident ${command.number}. Numbers stand in the queue.`;
  if (command.does === 'upgrade') {
    await upgrade(target, command.services);
    return null;
  }
  if (target.kind === 'call') {
    if (command.does !== 'take')
      return `Call ${command.number} waits. Answer it first: take ${command.number}.`;
    await answerCall(target.id);
    return null;
  }
  const incidentId = target.id as IncidentId;
  switch (command.does) {
    case 'take':
      if ((await tell('incident.take', { incidentId })) !== null) select(target);
      return null;
    case 'send':
      await tell('incident.assign-unit', {
        incidentId,
        unitId: unitNamed(command.unit),
        reason: command.reason ?? null,
      });
      return null;
    case 'stack':
    case 'preempt':
    case 'reassign': {
      const { unit, reason } = command;
      await tell(TAKING[command.does], { incidentId, unitId: unitNamed(unit), reason });
      return null;
    }
    case 'type':
      await tell('incident.set-call-type', { incidentId, callType: callTypeMeant(command.to) });
      return null;
    case 'area':
      return setArea(incidentId, command.to);
    case 'transfer':
      return transfer(incidentId, command.to);
    case 'release':
      await tell('incident.release-hold', { incidentId });
      return null;
    case 'hold': {
      const { minutes, reason } = command;
      await tell('incident.hold', { incidentId, minutes, reason });
      return null;
    }
    case 'note':
      await tell('incident.add-note', { incidentId, kind: 'dispatch', text: command.text });
      return null;
    case 'stage':
      await tell('incident.stage-unit', {
        incidentId,
        unitId: unitNamed(command.unit),
        securedBy: unitNamed(command.by),
        place: command.place,
        reason: null,
      });
      return null;
    case 'secure':
      await tell('incident.secure-scene', { incidentId });
      return null;
    case 'language':
      await tell('incident.set-language', { incidentId, language: command.language });
      return null;
    case 'capabilities': {
      const capabilities = [...command.capabilities];
      await tell('incident.set-capabilities', { incidentId, capabilities });
      return null;
    }
    case 'close':
      select(target);
      openSheet('disposition');
      return null;
  }
}

const TAKING = {
  stack: 'incident.stack-unit',
  preempt: 'incident.pre-empt-unit',
  reassign: 'incident.reassign-unit',
} as const;

/** Only the area changes: the rest of the place is read first, as it is now. */
async function setArea(incidentId: IncidentId, typed: string): Promise<string | null> {
  const areaId = areaMeant(lineBoard(), typed);
  if (areaId === null)
    return `There is no area “${typed}”, or more than one. Type more of its name.`;
  select({ kind: 'incident', id: incidentId });
  const view = await ask('incident.focus', { incidentId });
  if (!view.ok) return view.because;
  if (view.value === null) return 'This incident does not exist here any more.';
  const { place, callback } = view.value;
  const seen = { address: place.address, areaId: place.areaId, callback };
  await tell('incident.set-place', { incidentId, ...seen, areaId, seen });
  return null;
}

async function transfer(incidentId: IncidentId, typed: string): Promise<string | null> {
  const to = receiverMeant(lineBoard(), typed);
  if (to === null)
    return `Nobody here is called “${typed}”, or more than one. There are 988, dispatch, the clinicians and the lines of the policy.`;
  await tell('phone.transfer', { incidentId, ...to });
  return null;
}

async function unitAt({
  unit,
  spot,
}: Extract<Command, { readonly does: 'unit-at' }>): Promise<string | null> {
  const seen = spotMeant(lineBoard(), spot);
  if (typeof seen === 'string') return seen;
  await tell('unit.report-position', { unitId: unitNamed(unit), spot: seen, source: 'typed' });
  return null;
}

/** When the point lies in another area than was set, the sentence says so and the map asks. */
async function incidentAt({
  number,
  position,
}: Extract<Command, { readonly does: 'incident-at' }>): Promise<string | null> {
  const target = numbered(number);
  if (target?.kind !== 'incident')
    return `There is no open incident ${number}. Numbers stand in the queue.`;
  const incidentId = target.id as IncidentId;
  const asked = { incidentId, position, source: 'typed', otherArea: 'ask' } as const;
  const reply = await ask('incident.set-position', asked);
  if (reply.ok) return null;
  if (reply.refused !== 'other-area') return reply.because;
  choose(`incident/${incidentId}`);
  setPlacing({ kind: 'incident', id: incidentId, point: position });
  setScreen('map');
  return null;
}

/** Answers a waiting call and brings its incident into focus. */
export async function answerCall(id: string): Promise<void> {
  setPane('incident');
  const done = await tell('call.answer', { callId: id as CallId });
  if (done?.made !== undefined) openIncident(done.made);
}

function openForm(): null {
  openSheet('new-call');
  return null;
}

async function newCall(words: string): Promise<string | null> {
  const made = await ask('call.receive', { ani: null, address: '', words, callType: null });
  if (!made.ok) return made.because;
  if (made.value.made !== undefined) await answerCall(made.value.made);
  return null;
}

/** The call or incident with this short number. Both carry the same one; the incident comes later. */
export function numbered(number: number): Selection | null {
  const { incidents, calls } = boardStore.getState();
  for (const row of incidents.values())
    if (row.number === number) return { kind: 'incident', id: row.incidentId };
  for (const row of calls.values())
    if (row.number === number) return { kind: 'call', id: row.callId };
  return null;
}

/** The call sign as the board writes it, whatever the case it was typed in. */
function unitNamed(typed: string): UnitId {
  for (const { unitId } of boardStore.getState().units.values())
    if (unitId.toUpperCase() === typed.toUpperCase()) return unitId;
  return typed as UnitId;
}
