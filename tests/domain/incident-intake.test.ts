import { expect, test } from 'vitest';
import {
  aged,
  answered,
  cleared,
  context,
  couldTalk,
  dana,
  decided,
  fold,
  given,
  incidentId,
  policy,
  theo,
  type Told,
} from '../support/given.ts';
import { READINGS } from '../support/readings.ts';
import { readFact } from '#shared/facts/fact.ts';
import {
  addNote,
  ageFacts,
  answerFacts,
  changeCaller,
  openFactsOf,
  setCallType,
  setPlace,
  takeOwnership,
} from '#shared/incident/decide-intake.ts';
import { needsDecision } from '#shared/incident/phase.ts';
import type { Incident } from '#shared/incident/incident.ts';

const closed: Told = { type: 'incident.closed', incidentId, disposition: 'services', note: '' };
const place = { address: '2 N Clark', areaId: 'lakeview', position: null };
const answer =
  (fact: string, what: 'yes' | 'no' | 'unknown' = 'yes') =>
  (incident: Incident) =>
    answerFacts(incident, [fact], what, 'caller-was-told', context());

test.each<[string, (incident: Incident) => ReturnType<typeof setPlace>]>([
  ['its place', (on) => setPlace(on, place, null, context())],
  ['its call type', (on) => setCallType(on, 'MHDIST', context())],
  ['an answer', answer('threats')],
  ['its caller', (on) => changeCaller(on, context())],
  ['its owner', (on) => takeOwnership(on, theo)],
])('a closed incident keeps %s', (_what, act) => {
  given([closed])
    .when(act)
    .refused('incident-closed', /Incident 7 is closed\. Add a note/);
});

test('taking over names who had it', () => {
  const after = given([])
    .when((on) => takeOwnership(on, theo))
    .then({ type: 'incident.owner-changed', incidentId, from: dana, owner: theo });
  expect(after.owner).toBe(theo);
});

test('taking what is mine is nothing', () => {
  given([])
    .when((on) => takeOwnership(on, dana))
    .then();
});

test('the place is set with the callback number', () => {
  const after = given([])
    .when((on) => setPlace(on, place, '773-555-0101', context()))
    .then({ type: 'incident.place-set', incidentId, place, callback: '773-555-0101' });
  expect(after).toMatchObject({ place, callback: '773-555-0101' });
});

test('a place may be outside every area, but not in one the policy does not have', () => {
  given([])
    .when((on) => setPlace(on, { address: '', areaId: null, position: null }, null, context()))
    .then({
      type: 'incident.place-set',
      incidentId,
      place: { address: '', areaId: null, position: null },
      callback: null,
    });
  given([])
    .when((on) => setPlace(on, { address: '', areaId: 'mars', position: null }, null, context()))
    .refused('unknown-area', /no area “mars”/);
});

test('a call type brings the answers it states', () => {
  const after = given([])
    .when((on) => setCallType(on, 'INTOX', context()))
    .then(
      { type: 'incident.call-type-set', incidentId, callType: 'INTOX' },
      {
        type: 'incident.fact-answered',
        incidentId,
        fact: 'behavioral',
        answer: 'yes',
        informant: 'record',
      },
      {
        type: 'incident.fact-answered',
        incidentId,
        fact: 'substance',
        answer: 'yes',
        informant: 'record',
      },
    );
  expect(after.callType).toBe('INTOX');
});

test('what a person answered is worth more than what a call type states', () => {
  const after = given([answered('substance', 'no')])
    .when((on) => setCallType(on, 'INTOX', context()))
    .then(
      { type: 'incident.call-type-set', incidentId, callType: 'INTOX' },
      {
        type: 'incident.fact-answered',
        incidentId,
        fact: 'behavioral',
        answer: 'yes',
        informant: 'record',
      },
    );
  expect(readFact(after.facts, 'substance')).toBe('no');
});

test('a call type the policy does not have is refused', () => {
  given([])
    .when((on) => setCallType(on, 'NOPE', context()))
    .refused('unknown-call-type', /“NOPE”/);
});

test('a call type that states a danger raises a standing decision', () => {
  const incident = decided(couldTalk);
  const outcome = setCallType(incident, 'DOMEST', context());
  expect((outcome as Told[]).map(({ type }) => type)).toContain('incident.level-raised');
});

test('an answer is kept with who said it, and the earlier ones stay', () => {
  const first = given([]).when(answer('threats', 'no')).then({
    type: 'incident.fact-answered',
    incidentId,
    fact: 'threats',
    answer: 'no',
    informant: 'caller-was-told',
  });
  const second = fold([answered('threats', 'unknown')], first);
  expect(second.facts['threats']).toMatchObject({
    current: { answer: 'unknown', informant: 'caller-saw', by: dana },
    earlier: [{ answer: 'no', informant: 'caller-was-told' }],
    aged: false,
  });
});

test('a fact the policy does not have is refused, and nothing of the list is recorded', () => {
  given([])
    .when((on) => answerFacts(on, ['threats', 'shoe-size'], 'no', 'caller-saw', context()))
    .refused('unknown-fact', /“shoe-size”\. Nothing was recorded/);
});

test('“none of these” leaves what somebody answered and asks aged answers again', () => {
  const incident = fold([
    answered('threats', 'yes'),
    answered('assault-now', 'no'),
    aged('assault-now'),
  ]);
  const open = openFactsOf(incident, 'violence', context());
  expect(open).not.toContain('threats');
  expect(open).toContain('assault-now');
  const violence = policy.facts.filter(({ topic }) => topic === 'violence').map(({ id }) => id);
  expect(open).toEqual(violence.filter((id) => id !== 'threats'));
});

test('before a decision a danger is an answer like any other: there is nothing to raise', () => {
  given(cleared).when(answer('weapon-in-hand')).then({
    type: 'incident.fact-answered',
    incidentId,
    fact: 'weapon-in-hand',
    answer: 'yes',
    informant: 'caller-was-told',
  });
});

test('after a decision a danger raises it, naming from, to and the rules', () => {
  const after = given(decided(couldTalk))
    .when(answer('weapon-in-hand'))
    .then(
      expect.objectContaining({ type: 'incident.fact-answered', fact: 'weapon-in-hand' }) as object,
      { type: 'incident.level-raised', incidentId, from: 'L1', to: 'L4', rules: ['L4-WEAPON'] },
    );
  expect(needsDecision(after)).toBe(true);
});

test('a raised incident is raised further, and not again to the same level', () => {
  const l3 = fold(answer('threats')(decided(couldTalk)) as Told[], decided(couldTalk));
  expect(l3.raised).toMatchObject({ from: 'L1', to: 'L3' });
  expect((answer('domestic-violence')(l3) as Told[]).map(({ type }) => type)).toEqual([
    'incident.fact-answered',
  ]);
  expect(answer('hostage')(l3)).toContainEqual(
    expect.objectContaining({ type: 'incident.level-raised', from: 'L3', to: 'L4' }),
  );
});

test('a signed-off lowering is not undone by an answer that changes nothing', () => {
  const signed = { response: 'behavioral-health', reason: 'Talks calmly.', secondPerson: theo };
  const incident = decided([...cleared, answered('suicide-high', 'yes')], signed);
  expect((answer('can-talk')(incident) as Told[]).map(({ type }) => type)).toEqual([
    'incident.fact-answered',
  ]);
});

test('an answer never lowers a standing decision', () => {
  const incident = decided([...cleared, answered('threats', 'yes')]);
  const after = fold(answer('threats', 'no')(incident) as Told[], incident);
  expect(after.decision).toEqual(incident.decision);
  expect(after.raised).toBeNull();
});

test('a new caller ages every answer that can age, once', () => {
  const incident = fold([
    answered('weapon-in-hand', 'no'),
    answered('threats', 'yes'),
    answered('ledge', 'no'),
  ]);
  const outcome = changeCaller(incident, context()) as Told[];
  expect(outcome).toEqual([
    {
      type: 'incident.facts-aged',
      incidentId,
      facts: ['weapon-in-hand', 'threats'],
      why: 'new-caller',
    },
  ]);
  const after = fold(outcome, incident);
  expect(readFact(after.facts, 'weapon-in-hand')).toBe('not-asked');
  expect(readFact(after.facts, 'threats'), 'an aged yes stays yes').toBe('yes');
  expect(changeCaller(after, context())).toEqual([]);
});

test('a new caller raises a standing decision, because the answers were the old caller’s', () => {
  const outcome = changeCaller(decided(couldTalk), context()) as Told[];
  expect(outcome.map(({ type }) => type)).toEqual(['incident.facts-aged', 'incident.level-raised']);
});

test('answers that age with the clock call no team back', () => {
  const incident = decided(couldTalk);
  expect(ageFacts(incident, ['threats'], 'time', context())).toEqual([aged('threats')]);
});

test('an aged answer reads as not asked, an aged yes as yes, and a new answer is fresh again', () => {
  for (const given of READINGS) {
    if (given === 'not-asked') continue;
    const incident = fold([answered('threats', given), aged('threats')]);
    expect(readFact(incident.facts, 'threats')).toBe(given === 'yes' ? 'yes' : 'not-asked');
    expect(readFact(fold([answered('threats', 'no')], incident).facts, 'threats')).toBe('no');
  }
  expect(readFact(fold([aged('threats')]).facts, 'threats')).toBe('not-asked');
});

test('a note is trimmed and may be added to a closed incident; an empty one is refused', () => {
  given([closed])
    .when((on) => addNote(on, 'dispatch', '  Gate code 4. '))
    .then({ type: 'incident.note-added', incidentId, kind: 'dispatch', text: 'Gate code 4.' });
  given([])
    .when((on) => addNote(on, 'clinical', ' \n '))
    .refused('empty-note', /nothing was written/);
});
