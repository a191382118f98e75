import { beforeEach, expect, test } from 'vitest';
import {
  centerAtWork,
  accept,
  clearOfDanger,
  openedIncident,
  report,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { asWritten, published, SHIPPED, slower } from '../support/policy-at-work.ts';
import { talking } from '../support/topic-examples.ts';
import { resolving } from '../support/phone-endings.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import type { Session } from '#main/desk/desk.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { ROLES } from '#shared/roster/operator.ts';

let atWork: DeskAtWork;
let dana: Session;
beforeEach(() => {
  atWork = centerAtWork();
  dana = atWork.as('Dana');
});

const M1 = 'M1' as UnitId;
const GONE = { area: 'uptown', callType: 'PERDWN', fact: 'unhoused', team: 'behavioral-health' };

/** An incident in an area, of a type and with an answer, for which a team has left. */
function underWay(): IncidentId {
  const incidentId = openedIncident(atWork, dana, { callType: GONE.callType });
  clearOfDanger(atWork, dana, incidentId);
  for (const fact of ['in-person-need', GONE.fact])
    atWork.do(dana, 'incident.answer-fact', {
      incidentId,
      fact,
      answer: 'yes',
      informant: 'caller-saw',
    });
  accept(atWork, dana, incidentId);
  atWork.do(dana, 'incident.assign-unit', { incidentId, unitId: M1, reason: null });
  return incidentId;
}

/** The shipped policy without what the incident above was taken and decided with. */
function poorer(): Policy {
  const without = (teams: readonly string[]) => teams.filter((id) => id !== GONE.team);
  return {
    ...slower('2027.1'),
    facts: SHIPPED.facts.filter(({ id }) => id !== GONE.fact),
    areas: SHIPPED.areas.filter(({ id }) => id !== GONE.area),
    callTypes: SHIPPED.callTypes.filter(({ code }) => code !== GONE.callType),
    teamTypes: SHIPPED.teamTypes
      .filter(({ id }) => id !== GONE.team)
      .map((team) => ({
        ...team,
        areas: team.areas?.filter((id) => id !== GONE.area) ?? null,
      })),
    responses: SHIPPED.responses.map((response) => ({
      ...response,
      teamTypes: response.teamTypes.includes(GONE.team)
        ? [...new Set([...without(response.teamTypes), 'substance-use'])]
        : response.teamTypes,
    })),
  };
}

/** The incident through everything a person does until it is closed. */
function seenThrough(incidentId: IncidentId): void {
  for (const role of ROLES) {
    const name = { 'call-taker': 'Pat', dispatcher: 'Dana', clinician: 'Cleo' }[role as string];
    const session = atWork.as(name ?? (role === 'admin' ? 'Ada' : 'Sam'));
    expect(atWork.do(session, 'incident.focus', { incidentId })?.incidentId).toBe(incidentId);
  }
  expect(atWork.do(dana, 'find.anything', { text: 'broadway' }).length).toBeGreaterThan(0);
  atWork.pass(40);
  atWork.desk.watch();
  atWork.do(dana, 'incident.add-note', { incidentId, kind: 'dispatch', text: 'Gate code 4.' });
  atWork.do(dana, 'incident.answer-fact', {
    incidentId,
    fact: 'threats',
    answer: 'no',
    informant: 'caller-saw',
  });
  for (const status of ['en-route', 'on-scene', 'clearing', 'available'] as const)
    report(atWork, 'M1', status);
  atWork.do(dana, 'incident.close', { incidentId, disposition: 'no-contact', note: '' });
  const closed = atWork.do(dana, 'incident.focus', { incidentId });
  expect(closed?.closed?.disposition).toBeTruthy();
  expect(auditBoard(atWork.desk.db).projections.filter((each) => !each.equal)).toEqual([]);
}

test('an incident under way outlives its area, call type, fact and team type', () => {
  const incidentId = underWay();
  const before = atWork.do(dana, 'incident.focus', { incidentId })!;
  published(atWork, poorer());
  const view = atWork.do(dana, 'incident.focus', { incidentId })!;
  expect(view).toMatchObject({
    place: { areaId: GONE.area },
    area: null,
    callType: GONE.callType,
    callTypeLabel: GONE.callType,
    phase: 'responding',
    decision: { response: 'behavioral-health' },
  });
  expect(view.facts.map(({ id }) => id)).not.toContain(GONE.fact);
  const said = view.timeline.map(({ text }) => text);
  expect(said).toHaveLength(before.timeline.length);
  expect(said).toContain('unhoused: yes (caller saw it)');
  const board = atWork.do(dana, 'board.snapshot', {});
  expect(board.incidents).toMatchObject([{ incidentId, area: null, callType: GONE.callType }]);
  expect(board.units.find(({ unitId }) => unitId === M1)).toMatchObject({
    team: 'behavioral-health',
    incidentId,
  });
  seenThrough(incidentId);
});

test('such a unit is not sent again, and it is said why', () => {
  published(atWork, poorer());
  const incidentId = openedIncident(atWork, dana, { address: '100 W Addison, Lakeview' });
  clearOfDanger(atWork, dana, incidentId);
  atWork.do(dana, 'incident.answer-fact', {
    incidentId,
    fact: 'in-person-need',
    answer: 'yes',
    informant: 'caller-saw',
  });
  accept(atWork, dana, incidentId);
  const reply = atWork.desk.answer(
    'incident.assign-unit',
    { incidentId, unitId: M1, reason: null },
    dana,
  );
  expect(reply).toMatchObject({ ok: false, because: /no team type “behavioral-health”/ });
});

/** The shipped policy with one more response that no rule asks for: a person may choose it. */
function richer(): Policy {
  const team = SHIPPED.responses.find(({ id }) => id === 'behavioral-health')!;
  const van = { ...team, id: 'wellness-van', label: 'Wellness van' };
  return { ...slower('2027.1'), responses: [...SHIPPED.responses, van] };
}

test('an incident decided on a response that a step back took away is seen through as well', () => {
  const hash = published(atWork, richer());
  const incidentId = openedIncident(atWork, dana);
  clearOfDanger(atWork, dana, incidentId);
  atWork.do(dana, 'incident.answer-fact', {
    incidentId,
    fact: 'in-person-need',
    answer: 'yes',
    informant: 'caller-saw',
  });
  const { level, responseId } = atWork.do(dana, 'incident.focus', { incidentId })!.recommendation;
  atWork.do(dana, 'incident.decide', {
    incidentId,
    seen: { level, response: responseId },
    response: 'wellness-van',
    reason: 'It is around the corner.',
    secondPerson: null,
  });
  atWork.do(atWork.as('Sam'), 'policy.roll-back', { hash, reason: 'Too slow.' });
  const view = atWork.do(dana, 'incident.focus', { incidentId })!;
  expect(view.decision).toMatchObject({ response: 'wellness-van', responseLabel: 'wellness-van' });
  // Nobody knows the van any more, so the teams of what is recommended are looked for.
  expect(view.wanted).toEqual(['Behavioral-health team']);
  expect(view.candidates[0]).toMatchObject({ teamType: 'behavioral-health' });
  const [row] = atWork.do(dana, 'board.snapshot', {}).incidents;
  expect(row).toMatchObject({ response: 'wellness-van', promise: { what: expect.any(String) } });
  atWork.do(dana, 'incident.assign-unit', { incidentId, unitId: M1, reason: null });
  seenThrough(incidentId);
});

test('a conversation on the phone goes on under another policy', () => {
  const incidentId = talking(atWork);
  published(atWork, poorer());
  const cleo = atWork.as('Cleo');
  expect(atWork.do(cleo, 'incident.focus', { incidentId })?.phone.state).toBe('with-clinician');
  atWork.do(cleo, 'phone.resolve', resolving(incidentId));
  expect(atWork.do(dana, 'incident.focus', { incidentId })?.phase).toBe('closed');
});

test('police and EMS go at once whatever the policy has lost', () => {
  const incidentId = underWay();
  published(atWork, poorer());
  const services = ['police', 'ems'] as const;
  atWork.do(atWork.as('Pat'), 'incident.upgrade', { incidentId, services: [...services] });
  const { units } = atWork.do(dana, 'incident.focus', { incidentId })!;
  expect(units.map(({ unitId }) => unitId)).toEqual(expect.arrayContaining(['P11', 'E31']));
});

test('the policies of these tests are what they say: proved, but for the parts they lack', () => {
  for (const policy of [poorer(), richer()]) {
    const document = asWritten(policy);
    const { problems, verdict } = atWork.do(atWork.as('Sam'), 'policy.examine', { document });
    expect(problems).toEqual([]);
    expect(verdict?.violations).toEqual([]);
  }
});
