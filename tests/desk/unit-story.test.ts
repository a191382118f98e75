import { expect, test } from 'vitest';
import {
  accept,
  centerAtWork,
  openedIncident,
  report,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { forABehavioralTeam, stacked, underWay } from '../support/unit-examples.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import { findSafety } from '#db/board/safety-projection.ts';
import { findUnit } from '#db/board/units-projection.ts';
import type { Input, Topic } from '#shared/contract/console-contract.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

const M1 = 'M1' as UnitId;

function atTheBoard(atWork = centerAtWork()) {
  const dana = atWork.as('Dana');
  return {
    atWork,
    give: <T extends Topic>(topic: T, input: Input<T>) => atWork.do(dana, topic, input),
    refused: <T extends Topic>(topic: T, input: Input<T>) => {
      const reply = atWork.desk.answer(topic, input, dana);
      return reply.ok ? 'done' : reply.because;
    },
    row: (incidentId: IncidentId) =>
      atWork
        .do(dana, 'board.snapshot', {})
        .incidents.find((each) => each.incidentId === incidentId),
    said: (incidentId: IncidentId) =>
      atWork.do(dana, 'incident.focus', { incidentId })?.timeline.map(({ text }) => text) ?? [],
    unit: () => findUnit(atWork.desk.db, 'M1')!,
  };
}

/** Two incidents of the same level; M1 is on its way to the first, and the second has the priority. */
function twoIncidents(atWork: DeskAtWork): [IncidentId, IncidentId] {
  return [underWay(atWork, 'WELBNG'), forABehavioralTeam(atWork, 'SUITHR')];
}

test('a unit is taken for a higher priority, and the first one asks again at its old place', () => {
  const { atWork, give, row, said, unit } = atTheBoard();
  const [first, second] = twoIncidents(atWork);
  const before = row(first)!;
  const offered = give('incident.focus', { incidentId: second })?.candidates;
  expect(offered?.find(({ unitId }) => unitId === 'M1')).toMatchObject({
    reasons: expect.arrayContaining([
      expect.objectContaining({ text: 'On its way to 1 (L2): can be pre-empted' }),
    ]) as unknown,
    onOther: { number: 1, level: 'L2', barred: null },
    recommended: false,
  });
  atWork.pass(5);
  give('incident.pre-empt-unit', { incidentId: second, unitId: M1, reason: 'A suicide threat.' });
  expect(unit()).toMatchObject({ status: 'assigned', incidentId: second });
  expect(row(first)).toMatchObject({
    phase: 'decided',
    units: [],
    attention: 'M1 was taken for incident 2',
    openedAt: before.openedAt,
    promise: before.promise,
    owner: before.owner,
  });
  expect(row(second)?.units).toEqual([{ unitId: 'M1', status: 'assigned' }]);
  expect(said(first).at(-1)).toBe('M1 was taken for incident 2 — A suicide threat.');

  // Another goes: nobody is missed, and the promise still runs from the first decision.
  give('incident.assign-unit', { incidentId: first, unitId: 'M2', reason: null });
  expect(row(first)).toMatchObject({ phase: 'responding', attention: null });
  expect(row(first)?.promise).toEqual(before.promise);
});

test('a lower one takes nothing, and says what to do instead', () => {
  const { atWork, refused, give } = atTheBoard();
  underWay(atWork, 'SUITHR');
  const incidentId = forABehavioralTeam(atWork, 'WELBNG');
  const asked = { incidentId, unitId: M1, reason: 'Nearer.' };
  expect(refused('incident.pre-empt-unit', asked)).toMatch(/does not go before 1.*Stack M1/);
  const view = give('incident.focus', { incidentId });
  const m1 = view?.candidates.find(({ unitId }) => unitId === 'M1');
  expect(m1?.onOther?.barred).toMatch(/does not go before/);
  expect(JSON.stringify(m1?.reasons)).not.toContain('can be pre-empted');
});

test('a stacked unit comes free, and a person sends it', () => {
  const { atWork, give, row, said, unit } = atTheBoard();
  const [first, second] = twoIncidents(atWork);
  give('incident.stack-unit', { incidentId: second, unitId: M1, reason: 'Knows the person.' });
  const units = give('board.snapshot', {}).units;
  expect(units.find(({ unitId }) => unitId === 'M1')).toMatchObject({
    incidentNumber: 1,
    nextNumber: 2,
  });
  expect(row(second)).toMatchObject({ phase: 'decided', attention: null });
  for (const status of ['on-scene', 'clearing', 'available'] as const) report(atWork, 'M1', status);
  expect(unit()).toMatchObject({ status: 'available', incidentId: null, next: second });
  expect(row(second)?.attention).toBe('M1 is free now: send it');
  const view = give('incident.focus', { incidentId: second });
  expect(view?.candidates[0]).toMatchObject({ unitId: 'M1', recommended: true });
  expect(view?.stacked).toEqual([{ unitId: 'M1', afterNumber: 1, free: true }]);
  give('incident.assign-unit', { incidentId: second, unitId: M1, reason: null });
  expect(unit()).toMatchObject({ incidentId: second, next: null });
  expect(row(second)).toMatchObject({ phase: 'responding', attention: null });
  expect(said(second)).toEqual(
    expect.arrayContaining([
      'M1 comes after incident 1 — Knows the person.',
      'M1 is free now: send it',
    ]),
  );
  expect(said(first)).not.toContain('M1 is free now: send it');
});

test('the second incident is held to the guards again when its unit is sent', () => {
  const { atWork, give, refused } = atTheBoard();
  const [, second] = twoIncidents(atWork);
  give('incident.stack-unit', { incidentId: second, unitId: M1, reason: 'Knows the person.' });
  report(atWork, 'M1', 'available');
  atWork.do(atWork.as('Sam'), 'unit.set-duty', {
    unitId: M1,
    name: 'M1 clinician',
    role: 'clinician',
    onDuty: false,
    reason: null,
  });
  const sent = refused('incident.assign-unit', { incidentId: second, unitId: M1, reason: null });
  expect(sent).toMatch(/No clinician on duty/);
});

test.each(['off-duty', 'out-of-service'] as const)(
  'a stacked unit that goes %s does not come, and somebody is told',
  (status) => {
    const { atWork, give, row, said, unit } = atTheBoard();
    const [, second] = twoIncidents(atWork);
    give('incident.stack-unit', { incidentId: second, unitId: M1, reason: 'Nearer.' });
    if (status === 'off-duty') report(atWork, 'M1', 'available');
    report(atWork, 'M1', status);
    expect(unit().next).toBeNull();
    const words = `M1 does not come: ${status.replaceAll('-', ' ')}`;
    expect(row(second)?.attention).toBe(words);
    expect(said(second).at(-1)).toBe(words);
  },
);

test('a stack ends with its incident, and when the unit is sent elsewhere', () => {
  const { atWork, give, row, said, unit } = atTheBoard();
  const [, second] = twoIncidents(atWork);
  give('incident.stack-unit', { incidentId: second, unitId: M1, reason: 'Nearer.' });
  give('incident.upgrade', { incidentId: second, services: ['police'] });
  report(atWork, 'P11', 'on-scene');
  report(atWork, 'P11', 'available');
  give('incident.close', {
    incidentId: second,
    disposition: 'services',
    note: '',
    unserved: { code: 'other', note: 'Police went.' },
  });
  expect(unit().next).toBeNull();
  expect(said(second).at(-1)).toBe('M1 does not come: the incident is closed');

  const [third, fourth] = [forABehavioralTeam(atWork), forABehavioralTeam(atWork)];
  give('incident.stack-unit', { incidentId: third, unitId: M1, reason: 'Nearer.' });
  report(atWork, 'M1', 'available');
  give('incident.assign-unit', { incidentId: fourth, unitId: M1, reason: null });
  expect(unit()).toMatchObject({ incidentId: fourth, next: null });
  expect(row(third)?.attention).toBe('M1 does not come: sent elsewhere');
});

test('a unit that was pressed free is put back, and what it was to do next waits again', () => {
  const { atWork, give, row, said, unit } = atTheBoard();
  const [first, second] = twoIncidents(atWork);
  give('incident.stack-unit', { incidentId: second, unitId: M1, reason: 'Nearer.' });
  report(atWork, 'M1', 'on-scene');
  report(atWork, 'M1', 'available');
  const before = atWork.desk.journal.ofIncident(first, ['dispatch']).length;
  give('unit.correct-status', { unitId: M1, status: 'on-scene', reason: 'pressed by mistake' });
  expect(unit()).toMatchObject({ status: 'on-scene', incidentId: first, next: second });
  expect(row(first)).toMatchObject({ phase: 'responding' });
  expect(row(second)?.attention).toBeNull();
  expect(said(first).at(-1)).toBe('Corrected: M1 is on scene, not available (pressed by mistake)');
  expect(atWork.desk.journal.ofIncident(first, ['dispatch'])).toHaveLength(before + 1);
  // The check-in clock of the crew runs again too.
  expect(findSafety(atWork.desk.db, 'M1')).toMatchObject({ status: 'on-scene' });
});

test('a stood-down unit leaves its incident where it was', () => {
  const { atWork, give, row, refused, unit } = atTheBoard();
  const [first] = twoIncidents(atWork);
  const { promise, openedAt } = row(first)!;
  give('unit.stand-down', { unitId: M1, reason: 'The family drives him.' });
  expect(unit()).toMatchObject({ status: 'available', incidentId: null });
  expect(row(first)).toMatchObject({
    phase: 'decided',
    attention: 'Stood down',
    openedAt,
    promise,
  });
  expect(refused('unit.stand-down', { unitId: M1, reason: null })).toMatch(/on no incident/);
  expect(refused('unit.stand-down', { unitId: 'X9' as UnitId, reason: null })).toMatch(
    /no unit X9/,
  );
});

test('undo takes back the last press, once, and turns a sending into a stand-down', () => {
  const { atWork, give, refused, row, said, unit } = atTheBoard();
  const first = underWay(atWork, 'WELBNG');
  report(atWork, 'M1', 'on-scene');
  const offer = give('act.last', {});
  expect(offer).toMatchObject({ says: 'M1 is en route again, not on scene.' });
  give('act.undo', { seq: offer.seq! });
  expect(unit()).toMatchObject({ status: 'en-route', incidentId: first });
  expect(said(first).at(-1)).toBe('Corrected: M1 is en route, not on scene (undone)');
  expect(findIncident(atWork.desk.db, first)?.units).toMatchObject([{ reached: false }]);
  expect(refused('act.undo', { seq: offer.seq! })).toMatch(/was a correction itself/);

  const second = forABehavioralTeam(atWork);
  give('incident.assign-unit', { incidentId: second, unitId: 'M2', reason: null });
  expect(refused('act.undo', { seq: 1 })).toMatch(/changed since/);
  const sending = give('act.last', {});
  expect(sending.says).toMatch(/M2 is stood down from incident 2 instead/);
  give('act.undo', { seq: sending.seq! });
  expect(findUnit(atWork.desk.db, 'M2')).toMatchObject({ status: 'available', incidentId: null });
  expect(row(second)?.attention).toBe('Stood down');
  expect(give('act.last', {})).toMatchObject({ seq: null });
});

test('an ambulance that was stood down on its way is wanted still', () => {
  const { atWork, give } = atTheBoard();
  const incidentId = forABehavioralTeam(atWork);
  give('incident.upgrade', { incidentId, services: ['ems'] });
  const wanted = () => give('incident.focus', { incidentId })?.wanted;
  const before = wanted();
  give('unit.stand-down', { unitId: 'E31' as UnitId, reason: 'Sent by mistake.' });
  expect(wanted()).toHaveLength((before?.length ?? 0) + 1);
});

test('a stacked unit is taken off by hand: its incident is told and asks for another', () => {
  const { atWork, give, refused, row, said, unit } = atTheBoard();
  const [, second] = stacked(atWork);
  const heard: string[] = [];
  atWork.desk.subscribe((patch) => {
    heard.push(...patch.announcements.map(({ text }) => text));
  });
  expect(refused('unit.unstack', { unitId: M1, reason: ' ' })).toMatch(/Say why.*2 waits for it/);
  give('unit.unstack', { unitId: M1, reason: 'The first one takes too long.' });
  expect(unit()).toMatchObject({ status: 'en-route', next: null });
  expect(row(second)).toMatchObject({
    phase: 'decided',
    attention: 'M1 does not come: taken off by hand',
  });
  expect(said(second).at(-1)).toBe(
    'M1 does not come: taken off by hand — The first one takes too long.',
  );
  expect(heard).toContain('Incident 2: M1 does not come, taken off by hand.');
  expect(refused('unit.unstack', { unitId: M1, reason: 'Again.' })).toMatch(/no other incident/);

  // It can be stacked again, also once it came free before.
  give('incident.stack-unit', { incidentId: second, unitId: M1, reason: 'After all.' });
  report(atWork, 'M1', 'available');
  expect(row(second)?.attention).toMatch(/free now/);
  give('unit.unstack', { unitId: M1, reason: 'Another one goes.' });
  expect(row(second)?.attention).toBe('M1 does not come: taken off by hand');
  expect(auditBoard(atWork.desk.db).equal).toBe(true);
});

test('at the same level a person reassigns a unit in one step, and the first one asks again', () => {
  const { atWork, give, refused, row, said, unit } = atTheBoard();
  const first = underWay(atWork, 'SUITHR');
  const second = forABehavioralTeam(atWork, 'WELBNG');
  const asked = { incidentId: second, unitId: M1, reason: 'Knows the person.' };
  const m1 = () =>
    give('incident.focus', { incidentId: second })?.candidates.find((each) => each.unitId === 'M1');
  expect(m1()?.onOther).toMatchObject({ reassignable: true });
  expect(refused('incident.pre-empt-unit', asked)).toMatch(/does not go before 1/);
  expect(refused('incident.reassign-unit', { ...asked, reason: '' })).toMatch(/Say why/);
  const { promise } = row(first)!;
  give('incident.reassign-unit', asked);
  expect(unit()).toMatchObject({ status: 'assigned', incidentId: second });
  expect(row(first)).toMatchObject({
    phase: 'decided',
    units: [],
    attention: 'M1 was reassigned to incident 2',
    promise,
  });
  expect(said(first).at(-1)).toBe('M1 was reassigned to incident 2 — Knows the person.');
  report(atWork, 'M1', 'on-scene');
  const back = { incidentId: first, unitId: M1, reason: 'Back.' };
  expect(refused('incident.reassign-unit', back)).toMatch(/on scene on 2 and is not taken/);
});

test('what goes to a higher level is never reassigned to a lower one', () => {
  const { atWork, give, refused } = atTheBoard();
  const high = openedIncident(atWork, atWork.as('Dana'));
  for (const fact of ['weapon-in-hand'])
    give('incident.answer-fact', {
      incidentId: high,
      fact,
      answer: 'yes',
      informant: 'caller-saw',
    });
  accept(atWork, atWork.as('Dana'), high);
  const n1 = 'N1' as UnitId;
  give('incident.assign-unit', { incidentId: high, unitId: n1, reason: null });
  const low = forABehavioralTeam(atWork);
  expect(
    refused('incident.reassign-unit', { incidentId: low, unitId: n1, reason: 'Near.' }),
  ).toMatch(/goes before .* stays with it/);
});
