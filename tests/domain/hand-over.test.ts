import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleo, dana, fold, incidentId, START, theo } from '../support/given.ts';
import type { Contact } from '#shared/contact/contact.ts';
import {
  acceptHandOver,
  declineHandOver,
  offerHandOver,
  watchHandOver,
  withdrawHandOver,
  type Held,
} from '#shared/hand-over/decide-hand-over.ts';
import { evolveHandOver, type HandOverEvent } from '#shared/hand-over/hand-over-events.ts';
import {
  ANSWER_MINUTES,
  changesSince,
  type AcceptedShift,
  type HandOver,
} from '#shared/hand-over/hand-over.ts';
import type { ContactId, HandOverId, OperatorId } from '#shared/lib/brand.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import type { Operator, Role } from '#shared/roster/operator.ts';

const handOverId = 'h1' as HandOverId;
const contactId = 'k1' as ContactId;
const start = Date.parse(START);

function person(operatorId: OperatorId, name: string, role: Role = 'dispatcher'): Operator {
  return { operatorId, name, role, active: true };
}
const DANA = person(dana, 'Dana');
const THEO = person(theo, 'Theo');
const CLEO = person(cleo, 'Cleo', 'clinician');

const contact = (clinical = false): Contact => ({
  contactId,
  incidentId,
  kind: 'callback',
  after: null,
  owner: dana,
  whom: 'caller',
  number: '312-555-0100',
  mayAnswer: 'unknown',
  message: 'no',
  reason: 'Tell her.',
  clinical,
  promisedAt: START,
  due: { from: START, by: START },
  firstDue: { from: START, by: START },
  dueAt: null,
  lateAt: null,
  attempts: [],
  ended: null,
});
const held: Held = { incidents: [fold([])], contacts: [contact()], onPhone: [] };
const nothing: Held = { incidents: [], contacts: [], onPhone: [] };

const accepted: AcceptedShift = {
  incidents: [incidentId],
  contacts: [contactId],
  holds: 0,
  cautions: 0,
  shortUnits: [],
  unitsOut: [],
  alarms: [],
  waitingCalls: 0,
  policyVersion: '1',
  policyHash: 'hash',
};

const offer = (to: Operator, from = DANA, what = held, earlier: HandOver | null = null) =>
  offerHandOver(handOverId, { from, to }, ' Be patient. ', what, { earlier, now: START });

function told(events: readonly HandOverEvent[] | Refusal, from: HandOver | null = null): HandOver {
  if (isRefusal(events)) throw new Error(events.because);
  let handOver = from;
  for (const event of events) handOver = evolveHandOver(handOver, event, START);
  if (handOver === null) throw new Error('Nothing was offered.');
  return handOver;
}

const offered = told(offer(THEO));
const accept = (handOver = offered, to = THEO, what = held, changes: string[] = []) =>
  acceptHandOver(handOver, to, what, changes, accepted);

test('an offer moves nothing, has an end and keeps the remark', () => {
  expect(offered).toMatchObject({ from: dana, to: theo, remark: 'Be patient.', clinical: false });
  expect(Date.parse(offered.answerBy) - start).toBe(ANSWER_MINUTES * 60_000);
  expect(offered.state).toEqual({ is: 'offered' });
});

test('who owns nothing hands over what is to be known', () => {
  expect(isRefusal(offer(THEO, DANA, nothing))).toBe(false);
});

test('accepting moves every incident and every promised contact together', () => {
  expect(accept()).toEqual([
    { type: 'incident.owner-changed', incidentId, from: dana, owner: theo },
    { type: 'contact.owner-changed', contactId, incidentId, from: dana, owner: theo },
    { type: 'hand-over.accepted', handOverId, from: dana, to: theo, accepted },
  ]);
});

test.each([
  [DANA, held, 'same-person'],
  [person('ada' as OperatorId, 'Ada', 'admin'), held, 'takes-no-calls'],
  [{ ...THEO, active: false }, held, 'takes-no-calls'],
  [THEO, { incidents: [], contacts: [contact(true)], onPhone: [] }, 'clinical-reason'],
] as const)('not to %j', (to, what, code) => {
  expect(offer(to, DANA, what)).toMatchObject({ refused: code });
  // It may have become so after the offer.
  expect(accept(offered, to, what)).toMatchObject({ refused: code });
});

test('a clinician takes over what has clinical reasons', () => {
  expect(
    isRefusal(offer(CLEO, DANA, { incidents: [], contacts: [contact(true)], onPhone: [] })),
  ).toBe(false);
});

test('nobody hands over a call they are speaking on', () => {
  const talking = fold([{ type: 'phone.taken', incidentId, clinician: cleo }]);
  const what = { incidents: [talking], contacts: [], onPhone: [] };
  expect(offer(THEO, CLEO, what)).toMatchObject({ refused: 'on-the-line' });
  // Somebody else is on the line: the work around it can change hands.
  expect(isRefusal(offer(THEO, DANA, what))).toBe(false);
});

test('the remark of a clinician is clinical text', () => {
  expect(told(offer(THEO, CLEO)).clinical).toBe(true);
  expect(
    told(
      offerHandOver(handOverId, { from: CLEO, to: THEO }, ' ', held, { earlier: null, now: START }),
    ).clinical,
  ).toBe(false);
});

test('what changed after it was read is said, and nothing moves', () => {
  const refused = accept(offered, THEO, held, ['one', 'two', 'three', 'four', 'five']);
  expect(refused).toMatchObject({ refused: 'changed-since-read' });
  expect((refused as Refusal).because).toBe(
    'Since you read it: one; two; three; and 2 more. Nothing was taken over; read it again, then accept.',
  );
});

test.each([
  ['declined', told(declineHandOver(offered, 'On the radio.'), offered)],
  ['taken back', told(withdrawHandOver(offered), offered)],
  ['unanswered', told(watchHandOver(offered, start + 3_600_000), offered)],
  ['accepted', told((accept() as HandOverEvent[]).slice(-1), offered)],
])('what was %s takes no further answer', (_, over) => {
  for (const outcome of [accept(over), declineHandOver(over, 'No.'), withdrawHandOver(over)])
    expect(outcome).toMatchObject({ refused: 'not-offered' });
  expect(watchHandOver(over, start + 9_000_000)).toEqual([]);
});

test('declining needs a reason', () => {
  expect(declineHandOver(offered, ' ')).toMatchObject({ refused: 'reason-needed' });
});

test('a new offer ends the one before', () => {
  const again = offer(CLEO, DANA, held, offered);
  expect(again).toMatchObject([
    { type: 'hand-over.returned', why: 'offered-anew' },
    { type: 'hand-over.offered', to: cleo },
  ]);
});

test('for any course of the clock an unanswered offer comes back exactly once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -600, max: 600 }), { maxLength: 10 }), (looks) => {
      let handOver = offered;
      let back = 0;
      for (const minutes of [...looks, 1000]) {
        const events = watchHandOver(handOver, start + minutes * 60_000);
        back += events.length;
        if (events.length > 0) handOver = told(events, handOver);
      }
      expect(back).toBe(1);
    }),
  );
});

test('changes are what is new, otherwise or gone, and nothing else', () => {
  const line = (key: string, mark: string) => ({ key, mark });
  const seen = [line('a', 'A'), line('b', 'B'), line('c', 'C')];
  expect(changesSince(seen, [...seen].reverse())).toEqual([]);
  expect(changesSince(seen, [line('a', 'A'), line('b', 'B2'), line('d', 'D')])).toEqual([
    'B2 (was: B)',
    'new: D',
    'no longer: C',
  ]);
});

test('nothing that changed goes unsaid, whatever was read', () => {
  const lines = fc.uniqueArray(
    fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), mark: fc.constantFrom('1', '2') }),
    { selector: ({ key }) => key },
  );
  fc.assert(
    fc.property(lines, lines, (seen, now) => {
      const asMap = (list: typeof seen) =>
        JSON.stringify([...list].sort((x, y) => (x.key < y.key ? -1 : 1)));
      expect(changesSince(seen, now).length === 0).toBe(asMap(seen) === asMap(now));
    }),
  );
});

test('what a clinician sends back comes to the next person, not to who has gone', () => {
  const talking = fold([{ type: 'phone.taken', incidentId, clinician: cleo }]);
  const moved = accept(offered, THEO, { incidents: [], contacts: [], onPhone: [talking] });
  expect(moved).toMatchObject([
    { type: 'phone.return-changed', incidentId, from: dana, to: theo },
    { type: 'hand-over.accepted' },
  ]);
  const back = fold(
    [
      { type: 'phone.return-changed', incidentId, from: dana, to: theo },
      { type: 'phone.escalated', incidentId, to: 'field', reason: 'Needs somebody.', stays: false },
    ],
    talking,
  );
  expect(back.owner).toBe(theo);
});
