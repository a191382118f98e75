import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  answered,
  cleared,
  cleo,
  context,
  couldTalk,
  dana,
  decided,
  fold,
  given,
  incidentId,
  opened,
  policy,
  START,
  theo,
  type Told,
} from '../support/given.ts';
import { evolveCall, type CallEvent } from '#shared/call/call-events.ts';
import { isWaiting, type Call } from '#shared/call/call.ts';
import { ANSWERS } from '#shared/facts/fact.ts';
import { joinCall, partCall, tellCallsApart } from '#shared/duplicate/decide-join.ts';
import { mergeIncidents, remainsOf, unmergeIncident } from '#shared/duplicate/decide-merge.ts';
import { closeIncident } from '#shared/incident/decide-close.ts';
import { addNote, answerFacts } from '#shared/incident/decide-intake.ts';
import { effectiveLevel } from '#shared/incident/decide-units.ts';
import {
  evolveIncident,
  type CallerEvent,
  type IncidentEvent,
} from '#shared/incident/incident-events.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { standingLevel } from '#shared/incident/phase.ts';
import type { CallId, IncidentId, UnitId } from '#shared/lib/brand.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import { higherOf, isHigher } from '#shared/routing/level.ts';

const LATER = '2026-03-03T18:04:00.000Z';
const later = context({ now: LATER });

function call(more: Partial<Extract<CallEvent, { type: 'call.received' }>> = {}): Call {
  const received = evolveCall(
    null,
    {
      type: 'call.received',
      callId: 'c9' as CallId,
      number: 9,
      source: 'typed',
      receivedAt: START,
      ani: '773-555-0123',
      address: '1 W Lawrence',
      areaId: null,
      callType: null,
      words: 'A man on the bridge.',
      ...more,
    },
    START,
  );
  if (received === null) throw new Error('No call came in.');
  return received;
}

function must<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(outcome.because);
  return outcome;
}

function after(incident: Incident, events: readonly (IncidentEvent | CallEvent)[]): Incident {
  let now: Incident | null = incident;
  for (const event of events)
    if (!event.type.startsWith('call.') || 'incidentId' in event)
      now = evolveIncident(now, event as IncidentEvent | CallerEvent, { at: LATER, by: dana });
  return now as Incident;
}

function callAfter(before: Call, events: readonly (IncidentEvent | CallEvent)[]): Call {
  let now: Call | null = before;
  for (const event of events)
    if (event.type.startsWith('call.')) now = evolveCall(now, event as CallEvent, LATER);
  return now as Call;
}

/** Another incident than the one of `given`: everything that is told is told of it. */
function second(events: readonly Told[] = []): Incident {
  const of = (event: Told) => ({ ...event, incidentId: 'i2' }) as Told;
  const first = { ...opened, incidentId: 'i2' as IncidentId, callId: 'c8' as CallId, number: 8 };
  const begun = evolveIncident(null, first as IncidentEvent, { at: START, by: theo });
  return fold(events.map(of), begun);
}

const seen = { reasons: ['same number'], cautions: [] };
const merged = (remains: Incident, gone: Incident) => {
  const events = must(mergeIncidents(remains, gone, seen, later));
  const [own, ...theirs] = events;
  return {
    remains: after(remains, theirs),
    gone: after(gone, own === undefined ? [] : [own]),
    events,
  };
};
const apart = (pair: { remains: Incident; gone: Incident }) => {
  const [own, theirs] = must(unmergeIncident(pair.gone, pair.remains, 'Two men.'));
  return {
    remains: after(pair.remains, [theirs as IncidentEvent]),
    gone: after(pair.gone, [own as IncidentEvent]),
  };
};

test('a joined call stops waiting and stands with its incident', () => {
  const incident = fold([]);
  const events = must(joinCall(call(), incident, ['same number'], later));
  expect(events).toEqual([
    { type: 'call.joined', callId: 'c9', incidentId, joinedBy: dana, reasons: ['same number'] },
  ]);
  expect(isWaiting(callAfter(call(), events))).toBe(false);
  expect(after(incident, events).alsoCalled).toEqual(['c9']);
});

test.each<[string, Call, Incident, string]>([
  ['somebody has answered', { ...call(), incidentId }, fold([]), 'already-answered'],
  [
    'a clinician asks for',
    callAfter(call(), [
      {
        type: 'call.nominated',
        callId: 'c9' as CallId,
        clinician: cleo,
        response: 'x',
        reason: '',
      },
    ]),
    fold([]),
    'nominated',
  ],
  [
    'would end in a closed incident',
    call(),
    fold([{ type: 'incident.closed', incidentId, disposition: 'services', note: '' }]),
    'incident-closed',
  ],
])('a call %s is not joined', (_what, waiting, incident, code) => {
  expect(joinCall(waiting, incident, [], later)).toMatchObject({ refused: code });
});

test('what the type of a second call states is answered where it raises, and nothing else is', () => {
  const incident = decided(couldTalk);
  const events = must(joinCall(call({ callType: 'MHVIOL' }), incident, [], later));
  expect(events.map(({ type }) => type)).toEqual([
    'call.joined',
    'incident.fact-answered',
    'incident.level-raised',
  ]);
  const no = must(joinCall(call({ callType: 'OTHER' }), incident, [], later));
  expect(no.map(({ type }) => type)).toEqual(['call.joined']);
});

test('joined and parted a call is what it was, and so is its incident', () => {
  const waits = call();
  const incident = fold(cleared);
  const events = must(joinCall(waits, incident, ['same number'], later));
  const joined = callAfter(waits, events);
  const parting = must(partCall(joined, ' Another bridge. '));
  expect(parting).toMatchObject([{ joinedAt: LATER, reason: 'Another bridge.' }]);
  expect(callAfter(joined, parting)).toEqual(waits);
  expect(after(after(incident, events), parting)).toEqual(incident);
  expect(partCall(waits, '')).toMatchObject({ refused: 'not-joined' });
});

test('two calls are told apart once, and no call from itself', () => {
  const [one, other] = [call(), call({ callId: 'c10' as CallId })];
  const told = must(tellCallsApart(one, other));
  expect(callAfter(one, told).toldApart).toEqual(['c10']);
  expect(tellCallsApart(other, callAfter(one, told))).toEqual([]);
  expect(tellCallsApart(one, one)).toMatchObject({ refused: 'one-call' });
});

test('a merged incident says where it is worked on, and keeps its notes', () => {
  const { gone } = merged(fold([]), second());
  expect(gone).toMatchObject({ mergedInto: { number: 7 }, closed: { disposition: 'merged' } });
  expect(answerFacts(gone, ['weapon'], 'no', 'caller-saw', later)).toMatchObject({
    refused: 'incident-merged',
    because: expect.stringContaining('Work on 7'),
  });
  expect(addNote(gone, 'dispatch', 'Blue jacket.')).toHaveLength(1);
});

test('what is known of danger comes along, with who said it and when', () => {
  const { remains } = merged(fold(cleared), second([answered('threats', 'yes')]));
  expect(remains.facts['threats']?.current).toMatchObject({ answer: 'yes', at: START });
  expect(remains.absorbed).toMatchObject([{ number: 8, callers: ['c8'] }]);
});

test('the higher decision stands, and asks to decide again', () => {
  const high = decided([answered('weapon', 'yes')]);
  const events = must(
    mergeIncidents(decided(couldTalk), { ...high, incidentId: 'i2' as IncidentId }, seen, later),
  );
  expect(events.map(({ type }) => type)).toEqual([
    'incident.merged',
    'incident.took-in',
    'incident.level-raised',
  ]);
});

const unit = (to: 'assigned' | 'available'): Told => ({
  type: 'unit.status-changed',
  unitId: 'M1' as UnitId,
  from: 'available',
  to,
  incidentId,
  reason: null,
});

test.each<[string, Incident, RegExp]>([
  ['a unit', second([unit('assigned')]), /M1 is on incident 8\. Keep 8 and merge 7 into it/],
  ['a unit that has left', second([unit('assigned'), unit('available')]), /M1 was on incident 8/],
  [
    'a clinician on the line',
    { ...second(), phone: { state: 'with-clinician', since: START, clinician: cleo } },
    /on the line of incident 8/,
  ],
  [
    'a lost caller',
    { ...second(), phone: { state: 'lost' } as Incident['phone'] },
    /is called again/,
  ],
  [
    'a hold',
    second([{ type: 'incident.held', incidentId, until: LATER, reason: 'Calls back.' }]),
    /is held/,
  ],
  [
    'a call for police',
    second([
      {
        type: 'incident.upgraded',
        incidentId,
        services: ['police'],
        shortage: null,
        fromLine: false,
      },
    ]),
    /Police or EMS/,
  ],
  [
    'a decision, and the other has none',
    { ...decided(couldTalk), incidentId: 'i2' as IncidentId, number: 8, phone: { state: 'none' } },
    /8 is decided, and 7 is not/,
  ],
])('an incident with %s stays', (_what, gone, because) => {
  const outcome = mergeIncidents(fold([]), gone, seen, later);
  expect(outcome).toMatchObject({ refused: 'runs-there', because: expect.stringMatching(because) });
  expect(remainsOf(fold([]), gone)).toBe(gone);
});

test('of two on which nobody works the older one remains', () => {
  expect(remainsOf(second(), fold([])).number).toBe(7);
});

test('merged incidents are taken apart in the order they were merged in, the last first', () => {
  const first = merged(fold([]), second());
  const third = { ...second(), incidentId: 'i3' as IncidentId, number: 12 };
  const both = merged(first.remains, third);
  expect(unmergeIncident(first.gone, both.remains, '')).toMatchObject({ refused: 'merged-since' });
  expect(apart(both).remains).toEqual(first.remains);
});

test('what ended together is not taken apart', () => {
  const { remains, gone } = merged(fold([]), second());
  const closed = after(remains, [
    { type: 'incident.closed', incidentId, disposition: 'services', note: '' },
  ]);
  expect(unmergeIncident(gone, closed, '')).toMatchObject({ refused: 'incident-closed' });
  expect(unmergeIncident(fold([]), null, '')).toMatchObject({ refused: 'not-merged' });
});

test('a closed incident is merged with nothing', () => {
  given([{ type: 'incident.closed', incidentId, disposition: 'services', note: '' }])
    .when((on) => mergeIncidents(on, second(), seen, context()))
    .refused('incident-closed', /Incident 7 is closed/);
  expect(mergeIncidents(fold([]), fold([]), seen, later)).toMatchObject({
    refused: 'one-incident',
  });
  expect(closeIncident(merged(fold([]), second()).gone, 'services', '', null, [])).toMatchObject({
    refused: 'incident-merged',
  });
});

const facts = fc.array(
  fc.record({
    fact: fc.constantFrom(...policy.facts.map(({ id }) => id)),
    answer: fc.constantFrom(...ANSWERS),
  }),
  { maxLength: 12 },
);
const told = (answers: readonly { fact: string; answer: 'yes' | 'no' | 'unknown' }[]) =>
  answers.map(({ fact, answer }) => answered(fact, answer));
const levelOf = (incident: Incident) =>
  higherOf(effectiveLevel(incident, policy), standingLevel(incident) ?? 'L0');

test('merging lowers no level, takes no ambulance back, and taken apart both are what they were', () => {
  fc.assert(
    fc.property(facts, facts, fc.boolean(), fc.boolean(), (a, b, one, other) => {
      const remains = one || other ? decided(told(a)) : fold(told(a));
      const events = told(b);
      const decidedGone = { ...decided(events), incidentId: 'i2' as IncidentId, number: 8 };
      const gone = other ? { ...decidedGone, phone: { state: 'none' as const } } : second(events);
      const before = { remains, gone };
      const pair = merged(remains, gone);
      expect(isHigher(levelOf(remains), levelOf(pair.remains))).toBe(false);
      expect(isHigher(standingLevel(gone) ?? 'L0', levelOf(pair.remains))).toBe(false);
      for (const { id } of policy.facts)
        if (remains.facts[id]?.current.answer === 'yes')
          expect(pair.remains.facts[id]?.current.answer).toBe('yes');
      expect(apart(pair)).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

test('a joined call lowers no level', () => {
  fc.assert(
    fc.property(
      facts,
      fc.constantFrom(...policy.callTypes.map(({ code }) => code)),
      fc.boolean(),
      (answers, callType, isDecided) => {
        const incident = isDecided ? decided(told(answers)) : fold(told(answers));
        const events = must(joinCall(call({ callType }), incident, [], later));
        expect(isHigher(levelOf(incident), levelOf(after(incident, events)))).toBe(false);
      },
    ),
    { numRuns: 60 },
  );
});
