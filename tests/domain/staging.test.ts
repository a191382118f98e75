import { describe, expect, test } from 'vitest';
import {
  answered,
  cleared,
  context,
  decided,
  fold,
  given,
  incidentId,
  moved,
  unit,
} from '../support/given.ts';
import {
  enteredUnsecured,
  secureScene,
  stageUnit,
  type StagingOrder,
} from '#shared/incident/decide-staging.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { StagingEvent } from '#shared/incident/staging.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';
import type { UnitStatus } from '#shared/unit/unit-status.ts';

const M1 = 'M1' as UnitId;
const P11 = 'P11' as UnitId;
const PLACE = 'Lawrence and Broadway';
const ELSEWHERE = 'i2' as IncidentId;
const withPolice = fold(
  [moved('P11', 'available', 'assigned'), moved('P11', 'assigned', 'en-route')],
  decided([...cleared, answered('in-person-need', 'yes')]),
);
const police = (status: UnitStatus = 'en-route', on: IncidentId | null = incidentId) =>
  unit({ unitId: P11, teamType: 'police-cit', status, incidentId: on });
const order = (more: Partial<StagingOrder> = {}): StagingOrder => ({
  unit: unit(),
  securing: police(),
  place: PLACE,
  reason: null,
  ...more,
});
const stage = (more: Partial<StagingOrder> = {}, incident: Incident = withPolice) =>
  given(incident).when((it) => stageUnit(it, order(more), context()));
const ordered: StagingEvent = {
  type: 'incident.staging-ordered',
  incidentId,
  unitId: M1,
  securedBy: P11,
  place: PLACE,
};
const waiting = fold([moved('M1', 'available', 'assigned'), ordered], withPolice);

describe('a unit is sent to wait', () => {
  test('it is assigned, and waits at the place for the one that secures', () => {
    const after = stage({ place: `  ${PLACE} ` }).then(
      expect.objectContaining({ type: 'unit.status-changed', unitId: 'M1', to: 'assigned' }),
      ordered,
    );
    expect(after.staging).toEqual([
      { unitId: 'M1', securedBy: 'P11', place: PLACE, since: expect.any(String) },
    ]);
  });

  test('one on its way is only told where to wait; the same order twice is no change', () => {
    const onTheWay = unit({ status: 'en-route', incidentId });
    stage({ unit: onTheWay }, waiting).then();
    const moved = stage({ unit: onTheWay, place: 'The lot behind' }, waiting).then({
      ...ordered,
      place: 'The lot behind',
    });
    expect(moved.staging).toHaveLength(1);
  });

  test('an ambulance waits too', () => {
    stage({ unit: unit({ unitId: 'E31' as UnitId, teamType: 'ems' }) }).then(
      expect.objectContaining({ unitId: 'E31', to: 'assigned' }),
      { ...ordered, unitId: 'E31' },
    );
  });

  test.each<[string, Partial<StagingOrder>, RegExp]>([
    ['place-needed', { place: '  ' }, /Say where M1 waits/],
    ['secures-itself', { securing: unit() }, /cannot wait for itself/],
    ['not-on-it', { securing: police('available', null) }, /P11 does not secure incident 7/],
    ['not-on-it', { securing: police('on-scene', ELSEWHERE) }, /P11 does not secure/],
    ['not-on-it', { securing: police('clearing') }, /it is clearing/],
    [
      'not-armed',
      {
        securing: unit({
          unitId: 'E31' as UnitId,
          teamType: 'ems',
          status: 'on-scene',
          incidentId,
        }),
      },
      /no police officer/,
    ],
    ['unit-there', { unit: unit({ status: 'with-patient', incidentId }) }, /with patient on 7/],
    ['unit-there', { unit: unit({ status: 'clearing', incidentId }) }, /waits nowhere any more/],
    ['unit-busy', { unit: unit({ status: 'en-route', incidentId: ELSEWHERE }) }, /M1 cannot go/],
    ['unit-short-crew', { unit: unit({ crew: [] }) }, /No paramedic/],
  ])('%s', (code, more, sentence) => stage(more).refused(code, sentence));

  test('a closed incident takes nobody', () => {
    const closed = fold(
      [{ type: 'incident.closed', incidentId, disposition: 'services', note: '' }],
      withPolice,
    );
    stage({}, closed).refused('incident-closed', /closed/);
    given(closed)
      .when((it) => secureScene(it, []))
      .refused('incident-closed', /closed/);
  });
});

describe('the scene is secure', () => {
  const secure = (units: ReturnType<typeof police>[], incident = waiting) =>
    given(incident).when((it) => secureScene(it, units));

  test.each(['on-scene', 'with-patient', 'transporting'] as const)(
    'once the securing unit is there (%s), and then nobody waits',
    (status) => {
      const after = secure([police(status)]).then({
        type: 'incident.scene-secured',
        incidentId,
        securedBy: P11,
        released: [M1],
      });
      expect(after.staging).toEqual([]);
    },
  );

  test('not before it has reported to be there, and not when it has left', () => {
    secure([police('en-route')]).refused('not-there-yet', /os P11\. M1 goes on waiting/);
    secure([police('staged')]).refused('not-there-yet', /P11 is staged/);
    secure([police('on-scene', ELSEWHERE)]).refused('secured-by-nobody', /sd M1/);
    secure([]).refused('secured-by-nobody', /not on incident 7 any more/);
    secure([police('on-scene')], withPolice).refused('nobody-waits', /Nobody waits at incident 7/);
  });

  test('who waits for another unit goes on waiting', () => {
    const E31 = 'E31' as UnitId;
    const both = fold(
      [
        moved('E31', 'available', 'assigned'),
        { ...ordered, unitId: E31, securedBy: 'N1' as UnitId },
      ],
      waiting,
    );
    const after = secure([police('on-scene')], both).then({
      type: 'incident.scene-secured',
      incidentId,
      securedBy: P11,
      released: [M1],
    });
    expect(after.staging.map(({ unitId }) => unitId)).toEqual([E31]);
  });
});

describe('what becomes of one that waits', () => {
  test('it leaves the incident, and waits for nobody there', () => {
    for (const to of ['available', 'out-of-service'] as const)
      expect(fold([moved('M1', 'assigned', to)], waiting).staging).toEqual([]);
    expect(fold([moved('M1', 'assigned', 'staged')], waiting).staging).toHaveLength(1);
    expect(fold([moved('P11', 'en-route', 'available')], waiting).staging).toHaveLength(1);
    const taken = fold(
      [
        {
          type: 'incident.unit-pre-empted',
          incidentId,
          unitId: M1,
          by: ELSEWHERE,
          byNumber: 8,
          reason: 'Higher.',
        },
      ],
      waiting,
    );
    expect(taken.staging).toEqual([]);
  });

  test('it reports to be there all the same, which is said once and never refused', () => {
    const staged = unit({ status: 'staged', incidentId });
    expect(enteredUnsecured(waiting, staged, 'on-scene')).toEqual([
      { type: 'incident.entered-unsecured', incidentId, unitId: M1, securedBy: P11 },
    ]);
    expect(enteredUnsecured(waiting, staged, 'en-route')).toEqual([]);
    expect(
      enteredUnsecured(waiting, unit({ status: 'on-scene', incidentId }), 'with-patient'),
    ).toEqual([]);
    expect(enteredUnsecured(withPolice, staged, 'on-scene')).toEqual([]);
    expect(enteredUnsecured(null, staged, 'on-scene')).toEqual([]);
  });
});
