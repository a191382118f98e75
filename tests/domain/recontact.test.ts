import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  answered,
  cleared,
  context,
  dana,
  decided,
  fold,
  given,
  incidentId,
  moved,
  policy,
  START,
  type Told,
} from '../support/given.ts';
import { holdIncident } from '#shared/incident/decide-close.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { evolveIncident } from '#shared/incident/incident-events.ts';
import { needsDecision } from '#shared/incident/phase.ts';
import { recommendsSending, recontact, recontactOf } from '#shared/incident/recontact.ts';
import { RECONTACT_ANSWERS } from '#shared/incident/recontact-events.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { evaluate, readingsOf } from '#shared/routing/evaluate.ts';
import { levelRank } from '#shared/routing/level.ts';
import { watchIncident } from '#shared/timers/incident-timers.ts';

const minutes = (count: number) => new Date(Date.parse(START) + count * 60_000).toISOString();
const inPerson = [...cleared, answered('in-person-need', 'yes')];
const waiting = () => decided(inPerson);
const held = (from: Incident = fold([])) => {
  const outcome = holdIncident(from, 30, 'A sister comes.', context());
  if (isRefusal(outcome)) throw new Error(outcome.because);
  return fold(outcome, from);
};

function after(incident: Incident, at: string, ...answers: (typeof RECONTACT_ANSWERS)[number][]) {
  return answers.reduce((it, answer) => {
    const outcome = recontact(it, answer, context({ now: at }));
    if (isRefusal(outcome)) throw new Error(outcome.because);
    return outcome.reduce<Incident>(
      (next, event) => evolveIncident(next, event, { at, by: dana })!,
      it,
    );
  }, incident);
}

test('it runs while an incident is held, and while a decided L2 has nobody on the way', () => {
  const until = minutes(10);
  expect(recontactOf(fold(inPerson), policy)).toBeNull();
  expect(recontactOf(waiting(), policy)).toEqual({ from: START, until });
  expect(recontactOf(held(), policy)).toEqual({ from: START, until });
  const sent = fold([moved('M1', 'available', 'assigned')], waiting());
  expect(recontactOf(sent, policy)).toBeNull();
  const taken = fold([moved('M1', 'assigned', 'available')], sent);
  expect(recontactOf(taken, policy)).toEqual({ from: START, until });
  // A moderate need and higher; below, a partner or the phone was decided and nobody waits for a team.
  expect(recontactOf(decided([...cleared, answered('threats', 'yes')]), policy)).not.toBeNull();
});

test('each call schedules the next one, and two without an answer recommend sending somebody', () => {
  const once = after(waiting(), minutes(9), 'no-answer');
  expect(recontactOf(once, policy)).toEqual({ from: minutes(9), until: minutes(19) });
  expect(recommendsSending(once)).toBe(false);
  const twice = after(once, minutes(19), 'no-answer');
  expect(recommendsSending(twice)).toBe(true);
  expect(recommendsSending(after(twice, minutes(21), 'still-safe'))).toBe(false);
  // Never by itself: nobody was sent, and somebody on the way is what it asks for.
  expect(twice.units).toEqual([]);
  expect(recommendsSending(fold([moved('M1', 'available', 'assigned')], twice))).toBe(false);
});

test('the second call without an answer says what it recommends', () => {
  given(after(waiting(), minutes(9), 'no-answer'))
    .when((incident) => recontact(incident, 'no-answer', context()))
    .then({
      type: 'incident.caller-recontacted',
      incidentId,
      answer: 'no-answer',
      unanswered: 2,
      recommends: 'send',
    });
});

test('worse ends the hold, asks the questions about danger again and wants a new decision', () => {
  const incident = held(waiting());
  const worse = after(incident, minutes(5), 'worse');
  expect(worse.hold).toBeNull();
  expect(needsDecision(worse)).toBe(true);
  expect(worse.returned).toMatch(/worse/);
  const read = readingsOf(worse.facts, policy);
  expect(read('weapon-in-hand')).toBe('not-asked');
  expect(evaluate(policy, read).provisional).toBe(true);
  // The word alone raises nothing: an answer does.
  expect(worse.raised).toBeNull();
  expect(worse.decision).toEqual(incident.decision);
});

test('nobody is called back on an incident that does not wait', () => {
  given(inPerson)
    .when((incident) => recontact(incident, 'still-safe', context()))
    .refused('nobody-waits', /Nobody waits on incident 7.*write a note/);
});

test('a call that was not made is written once, and again for the next one', () => {
  const at = (count: number) => Date.parse(minutes(count));
  const missed = (incident: Incident, count: number) =>
    watchIncident(incident, context({ now: minutes(count) }), at(count)).filter(
      ({ type }) => type === 'incident.recontact-missed',
    );
  expect(missed(waiting(), 9.9)).toEqual([]);
  const events = missed(waiting(), 10);
  expect(events).toEqual([{ type: 'incident.recontact-missed', incidentId, from: START }]);
  const late = fold(events as Told[], waiting());
  for (const count of [10, 11, 500]) expect(missed(late, count)).toEqual([]);
  const called = after(late, minutes(12), 'still-safe');
  expect([missed(called, 21.9), missed(called, 22)].map((each) => each.length)).toEqual([0, 1]);
});

test('whatever was said in any order, no call back lowers a level or changes an answer', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...RECONTACT_ANSWERS), { maxLength: 8 }), (answers) => {
      let incident = held(waiting());
      for (const answer of answers) {
        const before = evaluate(policy, readingsOf(incident.facts, policy)).level;
        const outcome = recontact(incident, answer, context());
        if (isRefusal(outcome)) {
          expect(outcome.refused).toBe('nobody-waits');
          continue;
        }
        incident = fold(outcome, incident);
        const now = evaluate(policy, readingsOf(incident.facts, policy)).level;
        expect(levelRank(now)).toBeGreaterThanOrEqual(levelRank(before));
        for (const { current } of Object.values(incident.facts))
          expect(['yes', 'no', 'unknown']).toContain(current.answer);
        expect(incident.closed).toBeNull();
        expect(incident.units).toEqual([]);
      }
    }),
  );
});
