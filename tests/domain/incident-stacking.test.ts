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
  policy,
  unit,
} from '../support/given.ts';
import { preEmptUnit, stackUnit, type Taking } from '#shared/incident/decide-stacking.ts';
import { standDown } from '#shared/incident/decide-stand-down.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { phaseOf } from '#shared/incident/phase.ts';
import { promiseOf } from '#shared/incident/promise.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { UnitStatus } from '#shared/unit/unit-status.ts';

const SECOND = 'i2' as IncidentId;
const ofType = (callType: string) =>
  ({ type: 'incident.call-type-set', incidentId, callType }) as const;
const needsTeam = [...cleared, answered('in-person-need', 'yes')];
const first = fold(
  [moved('M1', 'available', 'assigned'), moved('M1', 'assigned', 'en-route')],
  decided([...needsTeam, ofType('WELBNG')]),
);
const second = (events = [...needsTeam, ofType('SUITHR')]): Incident => ({
  ...decided(events),
  incidentId: SECOND,
  number: 8,
});
const out = (status: UnitStatus = 'en-route') => unit({ status, incidentId });
const taking = (more: Partial<Taking> = {}): Taking => ({
  incident: second(),
  current: first,
  unit: out(),
  reason: 'The nearest by far.',
  armed: false,
  ...more,
});
const stack = (more: Partial<Taking> = {}) =>
  given(first).when(() => stackUnit(taking(more), context()));
const preEmpt = (more: Partial<Taking> = {}) =>
  given(first).when(() => preEmptUnit(taking(more), context()));

const level = (wanted: string) => ({
  incident: { ...second(), decision: { ...second().decision!, level: wanted as 'L2' } },
});

describe('a busy unit is stacked', () => {
  test('behind the incident it is on, with the reason', () => {
    stack().then({
      type: 'unit.stacked',
      unitId: 'M1',
      incidentId: SECOND,
      after: incidentId,
      afterNumber: 7,
      reason: 'The nearest by far.',
    });
  });

  test('once: the same again changes nothing', () => {
    stack({ unit: { ...out(), next: SECOND } }).then();
  });

  test('behind one incident at most', () => {
    stack({ unit: { ...out(), next: 'i3' as IncidentId } }).refused(
      'unit-stacked',
      /already comes to another incident after 7/,
    );
  });

  test('only when it is busy, and not with this very incident', () => {
    stack({ unit: unit(), current: null }).refused('unit-free', /Send it to 8 at once/);
    stack({ current: second() }).refused('unit-here', /on incident 8 already/);
  });

  test('only with a reason', () => {
    stack({ reason: ' ' }).refused('reason-needed', /M1 is still on 7/);
  });

  test('under everything a unit is held to that is sent', () => {
    const open = { ...fold([]), incidentId: SECOND, number: 8 };
    stack({ incident: open }).refused('not-decided', /no standing decision/);
    stack(level('L3')).refused('unit-above-ceiling', /Serves up to L2/);
    stack({ unit: { ...out(), crew: [] } }).refused('unit-short-crew', /No paramedic/);
    stack({ incident: { ...second(), facts: {} } }).refused('unarmed-barred', /not been asked/);
    const closed = { disposition: 'no-contact', note: '', at: '', by: first.owner } as const;
    stack({ incident: { ...second(), closed } }).refused('incident-closed', /8 is closed/);
  });
});

describe('a unit on its way is taken for another incident', () => {
  const goes = [
    {
      type: 'incident.unit-pre-empted',
      incidentId,
      unitId: 'M1',
      by: SECOND,
      byNumber: 8,
      reason: 'The nearest by far.',
    },
    {
      type: 'unit.status-changed',
      unitId: 'M1',
      from: 'en-route',
      to: 'assigned',
      incidentId: SECOND,
      reason: 'The nearest by far.',
    },
  ];

  test('of the same level with a call type of a higher priority', () => {
    preEmpt().then(...goes);
  });

  test('of a higher level, whatever its call type', () => {
    const lower = { ...first, decision: { ...first.decision!, level: 'L1' as const } };
    const outcome = preEmptUnit(
      taking({ incident: second([...needsTeam, ofType('WELBNG')]), current: lower }),
      context(),
    );
    expect(outcome).toHaveLength(2);
  });

  test.each<[string, Partial<Taking>, RegExp]>([
    [
      'of a lower priority',
      {
        current: { ...first, callType: 'SUITHR' },
        incident: second([...needsTeam, ofType('WELBNG')]),
      },
      /does not go before 7/,
    ],
    [
      'of the same priority',
      { incident: second([...needsTeam, ofType('WELBNG')]) },
      /does not go before 7/,
    ],
    ['whose call type nobody set', { incident: second(needsTeam) }, /does not go before 7/],
    [
      'of a lower level',
      { current: { ...first, decision: { ...first.decision!, level: 'L3' } } },
      /8 \(L2\) does not go before 7 \(L3\)/,
    ],
    [
      'while the first was raised',
      { current: { ...first, raised: { from: 'L2', to: 'L4', at: '' } } },
      /7 \(L4\)/,
    ],
    ['when it is there already', { unit: out('on-scene') }, /M1 is on scene on 7/],
    ['when it is leaving with somebody', { unit: out('transporting') }, /M1 is transporting on 7/],
  ])('but not for one %s', (_name, more, sentence) => {
    preEmpt(more).refused('not-pre-empted', sentence);
  });

  test('but not without a decision, a reason, or an incident to take it from', () => {
    const police = unit({ teamType: 'police-cit', status: 'en-route', incidentId });
    const undecided = { ...fold([]), incidentId: SECOND, number: 8 };
    preEmpt({ incident: undecided, unit: police }).refused(
      'not-pre-empted',
      /no standing decision/,
    );
    preEmpt({ reason: '' }).refused('reason-needed', /on its way to 7/);
    preEmpt({ unit: unit(), current: null }).refused('unit-free', /Send it to 8/);
    preEmpt({ incident: first, current: first }).then();
  });

  test('but an ambulance called for a medical emergency stays with it', () => {
    const medical = {
      ...first,
      upgrades: [
        { services: ['ems' as const], at: first.openedAt, by: first.owner, fromLine: false },
      ],
    };
    const ambulance = unit({ teamType: 'ems', status: 'en-route', incidentId });
    preEmpt({ current: medical, unit: ambulance }).refused('not-pre-empted', /medical emergency/);
  });

  test('the first asks for a unit again and keeps its place, its decision and its promise', () => {
    const before = promiseOf(first, policy);
    // The second event is the second incident's.
    const [taken] = preEmpt().outcome as never[];
    const after = fold([taken!], first);
    expect(phaseOf(after)).toBe('decided');
    expect(after).toMatchObject({
      openedAt: first.openedAt,
      owner: first.owner,
      lost: { unitId: 'M1', why: 'pre-empted', byNumber: 8 },
    });
    expect(after.decision).toBe(first.decision);
    expect(promiseOf(after, policy)).toEqual(before);
    const next = fold([moved('M2', 'available', 'assigned')], after);
    expect(next.lost).toBeNull();
    expect(promiseOf(next, policy), 'nobody has arrived yet').toEqual(before);
  });
});

describe('a unit is stood down', () => {
  const down = (incident: Incident | null, who = out(), reason: string | null = null) =>
    given(first).when(() => standDown(incident, who, reason));

  test('on its way: it is free, and the incident asks for a unit again', () => {
    const after = down(first, out(), ' Another is nearer. ').then(
      {
        type: 'incident.unit-stood-down',
        incidentId,
        unitId: 'M1',
        alone: true,
        reason: 'Another is nearer.',
      },
      moved('M1', 'en-route', 'available'),
    );
    expect(phaseOf(after)).toBe('decided');
    expect(after.lost).toEqual({ unitId: 'M1', why: 'stood-down' });
    expect(after.decision).toBe(first.decision);
  });

  test('beside another one: nobody is missed', () => {
    const two = fold([moved('M2', 'available', 'assigned')], first);
    const { outcome } = down(two);
    expect(outcome).toMatchObject([{ alone: false, reason: null }, {}]);
    expect(fold(outcome as never, two).lost).toBeNull();
  });

  test.each(['on-scene', 'with-patient', 'transporting', 'at-destination', 'clearing'] as const)(
    'not once it is %s',
    (status) => {
      down(first, out(status)).refused('not-on-its-way', /clr M1/);
    },
  );

  test('not from nothing', () => {
    down(null, unit()).refused('not-on-its-way', /available and on no incident/);
  });
});
