import { expect, test } from 'vitest';
import {
  answered,
  cleared,
  context,
  decided,
  fold,
  given,
  incidentId,
  moved,
  policy,
  unit,
  type Told,
} from '../support/given.ts';
import { assignUnit, effectiveLevel } from '#shared/incident/decide-units.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { phaseOf } from '#shared/incident/phase.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { Unit } from '#shared/unit/unit.ts';

const closed: Told = { type: 'incident.closed', incidentId, disposition: 'services', note: '' };
const forATeam = decided([...cleared, answered('in-person-need', 'yes')]);
const send =
  (who: Unit, reason: string | null = null) =>
  (on: Incident) =>
    assignUnit(on, who, reason, context());
const assigned = (unitId: string, reason: string | null = null) => ({
  type: 'unit.status-changed',
  unitId,
  from: 'available',
  to: 'assigned',
  incidentId,
  reason,
});
const offDuty = (who: Unit): Unit => ({
  ...who,
  crew: who.crew.map((each) => ({ ...each, onDuty: false })),
});

test('a full, free team in its area goes on a standing decision', () => {
  const after = given(forATeam).when(send(unit())).then(assigned('M1'));
  expect(after.units).toMatchObject([{ unitId: 'M1', status: 'assigned', releasedAt: null }]);
  expect(phaseOf(after)).toBe('responding');
});

test('nothing goes to a closed incident', () => {
  given(fold([closed], forATeam))
    .when(send(unit()))
    .refused('incident-closed', /closed/);
});

test('sending a unit that is already on it is nothing', () => {
  given(forATeam)
    .when(send(unit({ incidentId, status: 'en-route' })))
    .then();
});

test('an unarmed team needs a decision that stands', () => {
  given(cleared)
    .when(send(unit(), 'why not'))
    .refused('not-decided', /no standing decision\. Accept or override first, then send M1/);
  const raised: Told = {
    type: 'incident.level-raised',
    incidentId,
    from: 'L2',
    to: 'L3',
    rules: [],
  };
  given(fold([raised], forATeam))
    .when(send(unit()))
    .refused('not-decided', /no standing decision/);
});

test.each(['police-cit', 'ems', 'co-response-north'])(
  '%s may go before anybody decided',
  (teamType) => {
    given([])
      .when(send(unit({ unitId: 'X1' as UnitId, teamType })))
      .then(assigned('X1'));
  },
);

test('EMS goes before a decision under whatever name a policy gives its team', () => {
  const teamTypes = policy.teamTypes.map((team) =>
    team.id === 'ems' ? { ...team, id: 'ambulance' } : team,
  );
  const other: Policy = {
    ...policy,
    teamTypes,
    services: { ...policy.services, ems: 'ambulance' },
  };
  const crew = unit({ teamType: 'ems' }).crew;
  const ambulance = unit({ unitId: 'A1' as UnitId, teamType: 'ambulance', crew });
  expect(assignUnit(fold([]), ambulance, null, context({ policy: other }))).toEqual([
    assigned('A1'),
  ]);
});

test.each<[string, string, Partial<Unit>, RegExp]>([
  ['unit-off-duty', 'off duty', { status: 'off-duty' }, /M1 cannot go\. Off duty/],
  ['unit-off-duty', 'out of service', { status: 'out-of-service' }, /Out of service/],
  [
    'unit-busy',
    'on another incident',
    { status: 'on-scene', incidentId: 'i2' as IncidentId },
    /Busy: on scene/,
  ],
  [
    'unit-short-crew',
    'without its clinician',
    { crew: unit().crew.slice(0, 1) },
    /No clinician on duty/,
  ],
])('%s: a team %s cannot be talked into going', (code, _name, changes, sentence) => {
  given(forATeam)
    .when(send(unit(changes), 'It has to go.'))
    .refused(code, sentence);
});

test('a team is not sent above its ceiling', () => {
  const high = decided([...cleared, answered('threats', 'yes')]);
  given(high)
    .when(send(unit(), 'It has to go.'))
    .refused('unit-above-ceiling', /Serves up to L2/);
});

test('police without an officer on duty do not go', () => {
  const empty = offDuty(unit({ unitId: 'P1' as UnitId, teamType: 'police-cit' }));
  given([])
    .when(send(empty))
    .refused('unit-short-crew', /No cit officer on duty/);
});

test('a team out of its area goes with a reason, which stays on the record', () => {
  const outside = fold(
    [
      {
        type: 'incident.place-set',
        incidentId,
        place: { address: 'x', areaId: null, position: null },
        callback: null,
      },
    ],
    forATeam,
  );
  given(outside)
    .when(send(unit(), ' '))
    .refused('reason-needed', /outside its area\. Say why/);
  given(outside).when(send(unit(), 'Nobody nearer.')).then(assigned('M1', 'Nobody nearer.'));
});

test('a reason nobody needed is not recorded', () => {
  given(forATeam).when(send(unit(), 'Just so.')).then(assigned('M1'));
});

test('a busy unit of a team the policy no longer has is not pulled off its incident', () => {
  const stray = unit({ teamType: 'gone', status: 'on-scene', incidentId: 'i2' as IncidentId });
  const outcome = assignUnit(forATeam, stray, 'It has to go.', context());
  expect(outcome).toHaveProperty('refused');
});

test('the level held against a unit is the decided one, until it has to be decided again', () => {
  expect(effectiveLevel(forATeam, policy)).toBe('L2');
  expect(effectiveLevel(fold([]), policy)).toBe('L3');
  const raised = fold(
    [
      answered('hostage', 'yes'),
      { type: 'incident.level-raised', incidentId, from: 'L2', to: 'L4', rules: [] },
    ],
    forATeam,
  );
  expect(effectiveLevel(raised, policy)).toBe('L4');
});

test('a unit is on the incident until it is free again, and may come back', () => {
  const out = fold(
    [moved('M1', 'available', 'assigned'), moved('M1', 'assigned', 'en-route')],
    forATeam,
  );
  expect(out.units).toMatchObject([{ status: 'en-route', releasedAt: null }]);
  const free = fold([moved('M1', 'en-route', 'available')], out);
  expect(free.units).toMatchObject([{ status: 'available' }]);
  expect(free.units[0]?.releasedAt).not.toBeNull();
  const back = fold([moved('M1', 'available', 'assigned')], free);
  expect(back.units).toHaveLength(2);
  expect(phaseOf(back)).toBe('responding');
});

test('a unit that broke down on its way has helped nobody: somebody is still needed', () => {
  const broken = fold(
    [moved('M1', 'available', 'assigned'), moved('M1', 'assigned', 'out-of-service')],
    forATeam,
  );
  expect(phaseOf(broken)).toBe('decided');
});

test('a unit that was with the person and left leaves an incident to be closed', () => {
  const statuses = [
    'available',
    'assigned',
    'en-route',
    'on-scene',
    'clearing',
    'available',
  ] as const;
  const steps = statuses.slice(1).map((to, index) => moved('M1', statuses[index]!, to));
  expect(phaseOf(fold(steps, forATeam))).toBe('wrap-up');
});
