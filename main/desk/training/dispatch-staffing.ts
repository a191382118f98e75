import type { Look, Room } from './room.ts';
import { truthOf } from './scenario.ts';
import { whyUnserved } from './why-unserved.ts';
import type { UnitRow } from '#shared/board/board-rows.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { findResponse, type Policy, type ResponseDefinition } from '#shared/policy/policy.ts';
import { isHigher } from '#shared/routing/level.ts';
import { servesArea } from '#shared/unit/availability.ts';

/** Seconds after the decision at which a dispatcher who finds nobody tries the next thing. */
const HOLD_AFTER = 50;
const FALL_BACK_AFTER = { urgent: 150, moderate: 240 };
const SWITCH_AGAIN_AFTER = 10 * 60;
const GIVE_UP_AFTER = 25 * 60;
const HOLD_MINUTES = 10;

/** Finds who goes: the right unit, else another response, else an honest hold. */
export function staffStep(room: Room, look: Look, view: IncidentView): void {
  const policy = room.policy();
  const { decision, incidentId } = view;
  if (policy === null || decision === null || view.needsDecision) return;
  const teams = teamsWanted(policy, look, view)[0];
  if (teams === undefined) return;
  const free = freeUnits(policy, look, view, teams);
  const here = free.find((unit) => serves(policy, unit, view.place.areaId));
  if (here !== undefined) return send(room, look, view, here, null);
  const outside = view.place.areaId === null ? free[0] : undefined;
  if (outside !== undefined)
    return send(room, look, view, outside, 'No team serves this address; nearest free one goes');

  const standIn =
    decision.level === 'L4' && view.units.length === 0 ? crisisTeam(policy, look, view) : undefined;
  if (standIn !== undefined)
    return send(
      room,
      look,
      view,
      standIn,
      'No police or ambulance is free; the nearest crisis team goes first',
    );

  const now = look.now;
  const { pacer } = room;
  const urgent = isHigher(decision.level, 'L2');
  const waited = urgent ? FALL_BACK_AFTER.urgent : FALL_BACK_AFTER.moderate;
  if (pacer.passed(decision.at, now, waited) && fallBack(room, policy, look, view)) return;
  if (urgent) return;
  if (view.units.length === 0 && pacer.passed(decision.at, now, GIVE_UP_AFTER)) {
    room.ask(room.theo, 'incident.close', {
      incidentId,
      disposition: 'no-contact',
      note: 'Called back: the person has left with family. Caller will call again if needed.',
      unserved: whyUnserved(
        view.unservedReasonNeeded,
        'The person had left before a team was free.',
      ),
    });
    return;
  }
  if (view.hold === null && pacer.passed(decision.at, now, HOLD_AFTER))
    room.ask(room.theo, 'incident.hold', {
      incidentId,
      minutes: HOLD_MINUTES,
      reason: `No free unit: ${decision.responseLabel}`,
    });
}

/** After the promised time of a hold: call back, say so, and wait on. */
export function reContact(room: Room, view: IncidentView): void {
  const { incidentId } = view;
  room.ask(room.theo, 'incident.add-note', {
    incidentId,
    kind: 'dispatch',
    text: 'Called back: still there, still safe, still waiting for the team.',
  });
  room.ask(room.theo, 'incident.release-hold', { incidentId });
}

/** Team types the decision still lacks; each entry is filled by one unit of any of its types. */
export function teamsWanted(policy: Policy, look: Look, view: IncidentView): string[][] {
  const wanted: string[][] = [];
  if (view.decision !== null) {
    const response = decidedResponse(policy, view.decision);
    if (response !== undefined && !response.byPhone && response.teamTypes.length > 0)
      wanted.push(
        ...(response.sends === 'one-of-each'
          ? response.teamTypes.map((team) => [team])
          : [[...response.teamTypes]]),
      );
  }
  if (ambulanceWanted(policy, view)) wanted.push([policy.services.ems]);
  return wanted.filter((teams) => !hasBeen(look, view, teams));
}

/** Undefined when a step back left a policy that does not have it. */
function decidedResponse(
  policy: Policy,
  { response }: { readonly response: string },
): ResponseDefinition | undefined {
  return policy.responses.find(({ id }) => id === response);
}

export function ambulanceWanted(policy: Policy, { recommendation }: IncidentView): boolean {
  return recommendation.alongside.some(({ id }) => id === policy.medical.response);
}

/** Whether such a unit is or was there: one that has done its part is not sent again. */
export function hasBeen(look: Look, { units }: IncidentView, teams: readonly string[]): boolean {
  return units.some(({ unitId }) => {
    const unit = look.units.find((each) => each.unitId === unitId);
    return unit !== undefined && teams.includes(unit.teamType);
  });
}

/** Free units of these team types that may go at this level: own zone first, then longest free. */
function freeUnits(
  policy: Policy,
  look: Look,
  view: IncidentView,
  teams: readonly string[],
): UnitRow[] {
  const level = view.decision?.level ?? view.recommendation.level;
  const rank = (unit: UnitRow) =>
    teams.indexOf(unit.teamType) * 2 + (unit.zone === view.zone ? 0 : 1);
  return look.units
    .filter(
      (unit) =>
        teams.includes(unit.teamType) &&
        unit.status === 'available' &&
        unit.gap === null &&
        !look.promised.has(unit.unitId) &&
        policy.teamTypes.some(
          (team) => team.id === unit.teamType && !isHigher(level, team.riskCeiling),
        ),
    )
    .sort(
      (a, b) =>
        rank(a) - rank(b) || a.since.localeCompare(b.since) || a.unitId.localeCompare(b.unitId),
    );
}

/** Has an officer and a paramedic: in danger it goes first, wherever it serves, and others follow. */
function crisisTeam(policy: Policy, look: Look, view: IncidentView): UnitRow | undefined {
  const { police, ems } = policy.services;
  const types = policy.teamTypes
    .filter((team) => !team.unarmed && team.id !== police && team.id !== ems)
    .map((team) => team.id);
  const free = freeUnits(policy, look, view, types);
  return free.find((unit) => serves(policy, unit, view.place.areaId)) ?? free[0];
}

function serves(policy: Policy, unit: UnitRow, areaId: string | null): boolean {
  const team = policy.teamTypes.find((each) => each.id === unit.teamType);
  return team !== undefined && servesArea(team, areaId);
}

function send(
  room: Room,
  look: Look,
  { incidentId, hold, cautions }: IncidentView,
  { unitId }: UnitRow,
  reason: string | null,
): void {
  if (hold !== null) room.ask(room.theo, 'incident.release-hold', { incidentId });
  const unread = cautions.filter(({ expired, acknowledged }) => !expired && acknowledged === null);
  if (unread.length > 0)
    room.ask(room.theo, 'caution.acknowledge', {
      incidentId,
      cautionIds: unread.map(({ cautionId }) => cautionId),
    });
  look.promised.add(unitId);
  room.ask(room.theo, 'incident.assign-unit', { incidentId, unitId, reason });
}

/** Chooses a response that somebody can fill now, and sends them. Never one that needs a second person. */
function fallBack(room: Room, policy: Policy, look: Look, view: IncidentView): boolean {
  const { decision, incidentId, recommendation } = view;
  if (decision === null || view.units.length > 0 || !maySwitch(room, look, decision)) return false;
  for (const id of decidedResponse(policy, decision)?.fallbacks ?? []) {
    const option = view.options.find((each) => each.id === id);
    if (option === undefined || option.barred !== null || option.needsSecondPerson) continue;
    const response = findResponse(policy, id);
    const unit = freeUnits(policy, look, view, response.teamTypes).find((each) =>
      serves(policy, each, view.place.areaId),
    );
    if (response.byPhone ? !couldTalk(room, view) : unit === undefined) continue;
    if (view.hold !== null) room.ask(room.theo, 'incident.release-hold', { incidentId });
    const chosen = room.ask(room.theo, 'incident.decide', {
      incidentId,
      seen: { level: recommendation.level, response: recommendation.responseId },
      response: id,
      reason: `No free unit for ${decision.responseLabel.toLowerCase()}`,
      secondPerson: null,
      unserved: whyUnserved(option.needsUnservedReason, 'No free unit.'),
    });
    if (chosen === null) return false;
    if (unit !== undefined) send(room, look, { ...view, hold: null }, unit, null);
    return true;
  }
  return false;
}

/** One step aside is quick; a second only after a while, or two short responses swap for ever. */
function maySwitch(room: Room, { now }: Look, { how, at }: NonNullable<IncidentView['decision']>) {
  return (
    how === 'accepted' || (how === 'overridden' && room.pacer.passed(at, now, SWITCH_AGAIN_AFTER))
  );
}

function couldTalk(room: Room, { incidentId, phone }: IncidentView): boolean {
  const scenario = room.scenarioOf(incidentId);
  return (
    phone.state === 'none' &&
    ['can-talk', 'willing'].every((fact) => truthOf(scenario, fact) === 'yes')
  );
}
