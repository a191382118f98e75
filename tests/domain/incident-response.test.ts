import { expect, test } from 'vitest';
import {
  answered,
  cleared,
  context,
  couldTalk,
  dana,
  decide,
  decided,
  fold,
  given,
  incidentId,
  moved,
  policy,
  theo,
  unit,
  writtenDecision,
  type Told,
} from '../support/given.ts';
import { FACTS, recommend } from '../support/readings.ts';
import { upgrade } from '#shared/incident/decide-response.ts';
import { directionOf } from '#shared/incident/signing.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { needsDecision } from '#shared/incident/phase.ts';
import { findResponse } from '#shared/policy/policy.ts';
import type { Recommendation } from '#shared/routing/recommendation.ts';

const closed: Told = { type: 'incident.closed', incidentId, disposition: 'services', note: '' };
const inPerson = [...cleared, answered('in-person-need', 'yes')];
const high = [...cleared, answered('suicide-high', 'yes')];

test('accepting is one key, and freezes what it rested on', () => {
  const incident = decided(inPerson);
  expect(incident.decision).toMatchObject({
    how: 'accepted',
    response: 'behavioral-health',
    level: 'L2',
    direction: 'same',
    fill: 'unit',
    policyVersion: policy.version,
    policyHash: 'hash of the policy',
    reason: null,
    secondPerson: null,
    by: dana,
  });
  const { readings, recommendation } = writtenDecision(inPerson);
  expect(Object.keys(readings)).toEqual(FACTS);
  expect(recommend(readings)).toEqual(recommendation);
  expect(needsDecision(incident)).toBe(false);
});

test.each([
  ['clinician-phone', couldTalk, 'clinician', 'offered'],
  ['behavioral-health', inPerson, 'unit', 'none'],
  [
    'community-partner',
    [...couldTalk, answered('information-only', 'yes'), answered('thoughts', 'no')],
    'nobody',
    'none',
  ],
] as const)('deciding for %s asks for the right somebody', (response, events, fill, phone) => {
  const incident = decided(events);
  expect(incident.decision).toMatchObject({ response, fill });
  expect(incident.phone.state).toBe(phone);
});

test('a closed incident is not decided', () => {
  given([...inPerson, closed])
    .when((on) => decide(on))
    .refused('incident-closed', /closed/);
});

test.each([
  [{ level: 'L1' as const, response: 'behavioral-health' }],
  [{ level: 'L2' as const, response: 'clinician-phone' }],
])('a decision on an older picture is refused and says the new one', (seen) => {
  given(inPerson)
    .when((on) => decide(on, { seen }))
    .refused('recommendation-changed', /now L2, Behavioral-health team\. Nothing was decided/);
});

test('a response the policy does not have is refused', () => {
  given(inPerson)
    .when((on) => decide(on, { response: 'army' }))
    .refused('unknown-response', /“army”/);
});

test('an unarmed response is barred while a question is open, and the question is named', () => {
  given(inPerson.slice(1))
    .when((on) => decide(on, { response: 'behavioral-health', reason: 'x', secondPerson: theo }))
    .refused('unarmed-barred', /^Ask first: “Not breathing normally” has not been asked/);
});

test('an unarmed response is barred by a danger, and the danger is named', () => {
  given([...inPerson, answered('hostage', 'yes')])
    .when((on) => decide(on, { response: 'clinician-phone', reason: 'x', secondPerson: theo }))
    .refused('unarmed-barred', /^An unarmed team may not go: /);
});

test('choosing otherwise at the same height takes a reason', () => {
  given(inPerson)
    .when((on) => decide(on, { response: 'police' }))
    .refused('reason-needed', /Say why/);
  const far = { response: 'police', reason: ' The team is far. ' } as const;
  given(inPerson)
    .when((on) => decide(on, far))
    .refused('unserved-reason-needed', /Choose why/);
  const unserved = { code: 'overridden', note: '' } as const;
  const incident = decided(inPerson, { ...far, unserved });
  expect(incident.decision).toMatchObject({
    how: 'overridden',
    level: 'L2',
    direction: 'same',
    reason: 'The team is far.',
  });
});

test('choosing less below L3 takes a reason and nobody else', () => {
  given(inPerson)
    .when((on) => decide(on, { response: 'clinician-phone', reason: ' ' }))
    .refused('reason-needed', /Nothing was decided/);
  const incident = decided(inPerson, { response: 'clinician-phone', reason: 'Asked for it.' });
  expect(incident.decision).toMatchObject({ direction: 'down', level: 'L1', secondPerson: null });
});

test('choosing less than L3 takes a reason, somebody else, and remembers who', () => {
  const less = { response: 'behavioral-health', reason: 'Talks calmly.' };
  given(high)
    .when((on) => decide(on, { response: less.response }))
    .refused('reason-needed', /Say why/);
  given(high)
    .when((on) => decide(on, less))
    .refused('second-person-needed', /second person/);
  given(high)
    .when((on) => decide(on, { ...less, secondPerson: dana }))
    .refused('second-person-is-you', /somebody else/);
  expect(decided(high, { ...less, secondPerson: theo }).decision).toMatchObject({
    how: 'overridden',
    level: 'L2',
    direction: 'down',
    secondPerson: theo,
  });
});

test('choosing more takes nothing, and is the level chosen', () => {
  const incident = decided(inPerson, { response: 'police-ems', secondPerson: theo });
  expect(incident.decision).toMatchObject({
    direction: 'up',
    level: 'L4',
    reason: null,
    secondPerson: null,
  });
});

test('a decision for a team ends an offer nobody took, but not a conversation', () => {
  const offer = decided(couldTalk);
  expect(offer.phone.state).toBe('offered');
  const team = decide(offer, { response: 'behavioral-health', reason: 'Asked for it.' }) as Told[];
  expect(fold(team, offer).phone.state).toBe('none');
  const talk = fold([{ type: 'phone.taken', incidentId, clinician: theo }], offer);
  const other = decide(talk, { response: 'behavioral-health', reason: 'Asked for it.' }) as Told[];
  expect(fold(other, talk).phone).toMatchObject({ state: 'with-clinician', clinician: theo });
});

test('a decision clears what was raised and what came back', () => {
  const incident = fold(
    [
      { type: 'incident.level-raised', incidentId, from: 'L1', to: 'L2', rules: [] },
      { type: 'phone.escalated', incidentId, to: 'field', reason: 'Alone.', stays: false },
    ],
    decided(inPerson),
  );
  expect(needsDecision(incident)).toBe(true);
  const again = fold(decide(incident) as Told[], incident);
  expect(again).toMatchObject({ raised: null, returned: null });
  expect(needsDecision(again)).toBe(false);
});

// Direction for every pair of recommended and chosen response, from the rule in words: less is nobody armed
// instead of somebody armed, or a lower level; more is a higher one.
test.each(
  policy.responses.flatMap((now) => policy.responses.map((to) => [now.id, to.id] as const)),
)('from %s to %s goes the way the levels say', (from, to) => {
  const recommended = findResponse(policy, from);
  const chosen = findResponse(policy, to);
  const now = { level: recommended.level, response: from } as Recommendation;
  const height = Number(chosen.level.slice(1)) - Number(recommended.level.slice(1));
  const disarms = chosen.unarmedOnly && !recommended.unarmedOnly;
  const way = from === to ? 'same' : disarms || height < 0 ? 'down' : height > 0 ? 'up' : 'same';
  expect(directionOf(policy, now, chosen)).toBe(way);
});

const P11 = unit({ unitId: 'P11' as UnitId, teamType: 'police-cit' });
const E31 = unit({ unitId: 'E31' as UnitId, teamType: 'ems' });
const call = (incident: Incident, units = [P11, E31], services = ['police', 'ems'] as const) =>
  upgrade(incident, [...services], units, context());
const sentBy = (events: readonly { type: string }[]) =>
  events.flatMap((event) => ('unitId' in event ? [event.unitId] : []));

test('an upgrade decides L4 and sends a free unit of each service at once', () => {
  const events = call(fold([]));
  expect(events.map(({ type }) => type)).toEqual([
    'incident.upgraded',
    'incident.response-decided',
    'unit.status-changed',
    'unit.status-changed',
  ]);
  expect(events[0]).toMatchObject({ services: ['police', 'ems'], shortage: null });
  expect(events[1]).toMatchObject({
    decision: { how: 'upgraded', level: 'L4', response: 'police-ems' },
  });
  expect(sentBy(events)).toEqual(['P11', 'E31']);
});

test.each<[string, readonly Told[]]>([
  ['nothing was asked', []],
  ['closed', [...inPerson, closed]],
  ['held', [{ type: 'incident.held', incidentId, until: '2026-03-03T19:00:00.000Z', reason: 'x' }]],
  ['with a clinician', [{ type: 'phone.taken', incidentId, clinician: theo }]],
  [
    'being transferred',
    [
      {
        type: 'phone.transfer-started',
        incidentId,
        to: 'dispatch',
        operatorId: null,
        from: theo,
        line: null,
      },
    ],
  ],
])('an upgrade is never refused: %s', (_state, events) => {
  const incident = fold(events);
  const after = fold(
    (call(incident) as Told[]).filter(({ type }) => !type.startsWith('policy')),
    incident,
  );
  expect(after.closed).toBeNull();
  expect(after.decision?.level).toBe('L4');
  expect(after.upgrades).toHaveLength(1);
});

test('with no unit free the upgrade goes through and says whom to call by radio', () => {
  const [upgraded, ...rest] = call(fold([]), []);
  expect(upgraded).toMatchObject({
    shortage: 'No free police or EMS unit on this board: call the zone by radio now.',
  });
  expect(sentBy(rest)).toEqual([]);
});

test('EMS alone runs beside and decides nothing', () => {
  const events = upgrade(fold([]), ['ems'], [E31], context());
  expect(events.map(({ type }) => type)).toEqual(['incident.upgraded', 'unit.status-changed']);
});

test('a unit already on the way is not sent twice', () => {
  const there = { ...P11, status: 'en-route' as const, incidentId };
  const events = call(fold([moved('P11', 'available', 'assigned')]), [there, E31]);
  expect(sentBy(events)).toEqual(['E31']);
  expect(events[0]).toMatchObject({ shortage: null });
});

test.each(['clearing', 'transporting', 'at-destination'] as const)(
  'a unit that is leaving (%s) does not stand for the help that is called now',
  (status) => {
    const leaving = { ...E31, status, incidentId };
    expect(call(fold([]), [P11, leaving])[0]).toMatchObject({
      shortage: expect.stringContaining('EMS') as string,
    });
    const E32 = { ...E31, unitId: 'E32' as UnitId };
    expect(sentBy(call(fold([]), [P11, leaving, E32]))).toContain('E32');
  },
);

test('the same service named twice sends one unit, once', () => {
  const two = [P11, { ...P11, unitId: 'P12' as UnitId }];
  expect(sentBy(upgrade(fold([]), ['police', 'police'], two, context()))).toEqual(['P11']);
});

test('a full crew goes before a short one, whatever their order on the board', () => {
  const short = { ...E31, unitId: 'E30' as UnitId, crew: E31.crew.slice(1) };
  expect(sentBy(call(fold([]), [P11, short, E31]))).toContain('E31');
});

test('a unit with nobody on duty is not help: the shortage is said', () => {
  const empty = { ...P11, crew: P11.crew.map((member) => ({ ...member, onDuty: false })) };
  const [upgraded] = upgrade(fold([]), ['police'], [empty], context());
  expect(upgraded).toMatchObject({ shortage: expect.stringContaining('police') as string });
});
