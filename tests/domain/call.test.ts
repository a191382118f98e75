import { expect, test } from 'vitest';
import { cleo, context, dana, incidentId, policy, START } from '../support/given.ts';
import { evolveCall, located, watchCall, type CallEvent } from '#shared/call/call-events.ts';
import { isWaiting, type Call } from '#shared/call/call.ts';
import { answerCall } from '#shared/incident/decide-intake.ts';
import type { CallId } from '#shared/lib/brand.ts';
import type { Fix } from '#shared/location/fix.ts';

const received: CallEvent = {
  type: 'call.received',
  callId: 'c7' as CallId,
  number: 7,
  source: 'typed',
  receivedAt: START,
  ani: '312-555-0100',
  address: '1 W Lawrence, Uptown',
  areaId: 'uptown',
  callType: null,
  words: 'My brother has not slept for days.',
};

function waiting(changes: Partial<Call> = {}): Call {
  return { ...evolveCall(null, received, START)!, ...changes };
}

test('a received call waits, with nobody and no incident', () => {
  expect(waiting()).toMatchObject({ number: 7, incidentId: null, answeredBy: null });
  expect(isWaiting(waiting())).toBe(true);
});

test('a call nobody answers goes late once, and not when the clock was set back by seconds', () => {
  const at = (seconds: number) => Date.parse(START) + seconds * 1000;
  expect(watchCall(waiting(), 15, at(14.9))).toEqual([]);
  const late = watchCall(waiting(), 15, at(15));
  expect(late).toEqual([{ type: 'call.went-late', callId: 'c7', seconds: 15 }]);
  expect(watchCall(waiting(), 15, at(-30))).toEqual([]);
  expect(watchCall(waiting(), 15, at(-90))).toHaveLength(1);
  const written = evolveCall(waiting(), late[0]!, START)!;
  expect(written).toEqual(waiting({ lateAt: START }));
  expect(watchCall(written, 15, at(500))).toEqual([]);
  expect(watchCall(waiting({ incidentId }), 15, at(500))).toEqual([]);
});

test('answering opens an incident with everything the call already says', () => {
  const events = answerCall(waiting(), incidentId, context());
  expect(events).toEqual([
    { type: 'call.answered', callId: 'c7', incidentId, answeredBy: dana },
    {
      type: 'incident.opened',
      incidentId,
      number: 7,
      callId: 'c7',
      owner: dana,
      place: { address: '1 W Lawrence, Uptown', areaId: 'uptown', position: null },
      callback: '312-555-0100',
      callType: null,
      words: 'My brother has not slept for days.',
    },
  ]);
});

test('an answered call waits no longer and says who answered it when', () => {
  const answered: CallEvent = {
    type: 'call.answered',
    callId: 'c7' as CallId,
    incidentId,
    answeredBy: cleo,
  };
  const call = evolveCall(waiting(), answered, '2026-03-03T18:00:09.000Z')!;
  expect(call).toMatchObject({
    incidentId,
    answeredBy: cleo,
    answeredAt: '2026-03-03T18:00:09.000Z',
  });
  expect(isWaiting(call)).toBe(false);
});

test('answering a call nobody has received is nothing', () => {
  const answered: CallEvent = {
    type: 'call.answered',
    callId: 'c8' as CallId,
    incidentId,
    answeredBy: cleo,
  };
  expect(evolveCall(null, answered, START)).toBeNull();
});

test('a call is answered once', () => {
  expect(answerCall(waiting({ incidentId }), incidentId, context())).toEqual({
    refused: 'already-answered',
    because: 'Call 7 is already answered.',
  });
});

test.each(policy.callTypes.map(({ code, states }) => [code, states] as const))(
  'the call type %s states its own answers, as from a record',
  (code, states) => {
    const events = answerCall(waiting({ callType: code }), incidentId, context());
    expect((events as object[]).slice(2)).toEqual(
      states.map(({ fact, answer }) => ({
        type: 'incident.fact-answered',
        incidentId,
        fact,
        answer,
        informant: 'record',
      })),
    );
  },
);

test('a call type the policy no longer has states nothing and stops nobody', () => {
  const events = answerCall(waiting({ callType: 'GONE' }), incidentId, context());
  expect(events).toHaveLength(2);
});

test('every location that comes is added, before and after answering; the first one stays', () => {
  const fix = (radius: number): Fix => ({
    at: START,
    source: 'ali',
    shape: { kind: 'circle', middle: { lat: 41.97, lon: -87.66 }, radius },
    confidence: 90,
    civic: null,
    classOfService: 'WPH2',
  });
  const call = waiting();
  expect(located(call, fix(1))).toMatchObject({ callId: 'c7', incidentId: null });
  let now = waiting({ incidentId });
  expect(located(now, fix(1))).toMatchObject({ incidentId });
  for (let at = 0; at < 25; at += 1) now = evolveCall(now, located(now, fix(at)), START)!;
  const radii = now.fixes.map(({ shape }) => shape.kind === 'circle' && shape.radius);
  expect(radii).toHaveLength(20);
  expect([radii[0], radii.at(-1)]).toEqual([0, 24]);
});
