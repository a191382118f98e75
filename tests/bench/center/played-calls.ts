import { resolving } from '../../support/phone-endings.ts';
import { answered, askedThrough, recommended, type CenterOnShift } from './center-on-shift.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

/** A third of the calls each: a team goes, a clinician helps by phone, police go at once. */
const COURSES = [teamGoes, helpedByPhone, policeNow];

/** One call from its first ring to its disposition, as people at a console would have played it. */
export function playedThrough(center: CenterOnShift, number: number): void {
  const incidentId = answered(center, number);
  COURSES[number % COURSES.length]?.(center, incidentId);
  center.pass(90);
}

function teamGoes(center: CenterOnShift, incidentId: IncidentId): void {
  askedThrough(center, incidentId);
  center.pass(2);
  accept(center, incidentId);
  const unitId = lookAt(center, incidentId).candidates[0]?.unitId as UnitId;
  center.do('incident.assign-unit', { incidentId, unitId, reason: 'nobody else is free' });
  travel(center, incidentId);
  note(center, incidentId, 'Talked for an hour; brother stays with him tonight.');
  close(center, incidentId, 'services');
}

function helpedByPhone(center: CenterOnShift, incidentId: IncidentId): void {
  for (const topic of ['medical', 'weapon', 'violence', 'suicide'] as const)
    center.do('incident.answer-none', { incidentId, topic, informant: 'caller-saw' });
  const informant = 'caller-saw';
  center.do('incident.answer-fact', {
    incidentId,
    fact: 'in-person-need',
    answer: 'no',
    informant,
  });
  for (const fact of ['behavioral', 'can-talk', 'willing', 'safe-place'])
    center.do('incident.answer-fact', { incidentId, fact, answer: 'yes', informant });
  accept(center, incidentId);
  center.do('phone.take', { incidentId }, center.cleo);
  center.pass(20);
  note(center, incidentId, 'Calmer. Knows the number of the walk-in clinic.');
  center.do('phone.resolve', resolving(incidentId), center.cleo);
}

function policeNow(center: CenterOnShift, incidentId: IncidentId): void {
  center.do('incident.answer-fact', {
    incidentId,
    fact: 'weapon-in-hand',
    answer: 'yes',
    informant: 'caller-was-told',
  });
  center.do('incident.upgrade', { incidentId, services: ['police'] });
  travel(center, incidentId);
  close(center, incidentId, 'no-contact');
}

function accept(center: CenterOnShift, incidentId: IncidentId): void {
  const seen = recommended(center, incidentId);
  const choice = { response: seen.response, reason: null, secondPerson: null };
  center.do('incident.decide', { incidentId, seen, ...choice });
}

/** Whoever was sent, by a person or by the desk itself. */
function travel(center: CenterOnShift, incidentId: IncidentId): void {
  const units = lookAt(center, incidentId).units.map((unit) => unit.unitId as UnitId);
  for (const status of ['en-route', 'on-scene', 'with-patient', 'clearing', 'available'] as const) {
    center.pass(8);
    for (const unitId of units) center.do('unit.set-status', { unitId, status });
  }
}

function lookAt(center: CenterOnShift, incidentId: IncidentId): IncidentView {
  const view = center.do('incident.focus', { incidentId });
  if (view === null) throw new Error('The incident is gone.');
  return view;
}

function note(center: CenterOnShift, incidentId: IncidentId, text: string): void {
  center.do('incident.add-note', { incidentId, kind: 'dispatch', text });
}

function close(
  center: CenterOnShift,
  incidentId: IncidentId,
  disposition: 'services' | 'no-contact',
): void {
  center.do('incident.close', { incidentId, disposition, note: '' });
}
