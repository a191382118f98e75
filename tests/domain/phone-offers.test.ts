import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cleo,
  couldTalk,
  dana,
  decided,
  fold,
  given,
  imani,
  incidentId,
  policy,
  START,
  theo,
  type Told,
} from '../support/given.ts';
import { clinician, NAMING } from '../support/phone-staff.ts';
import { evolveIncident } from '#shared/incident/incident-events.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { needsDecision, phaseOf, standingLevel } from '#shared/incident/phase.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import {
  answer988,
  askNext,
  declineOffer,
  fallBack,
  leaveOffer,
  takePhone,
} from '#shared/phone/decide-offer.ts';
import { freshOffer, runningOffer, type OfferedPhone } from '#shared/phone/offer.ts';
import { whoIsAsked } from '#shared/phone/who-is-asked.ts';

const UNTIL = '2026-03-03T18:00:30.000Z';
const waiting = decided(couldTalk);
const asked = (who: OperatorId): Told => {
  return {
    type: 'phone.offered',
    incidentId,
    clinician: who,
    until: UNTIL,
    because: 'longest-free',
  };
};
const rang: Told = { type: 'phone.rang-all', incidentId, ready: [cleo, imani] };
const to988: Told = { type: 'phone.fell-to-988', incidentId };
const toCleo = fold([asked(cleo)], waiting);
const ringing = fold([rang], waiting);
const at988 = fold([to988], waiting);

describe('who is asked', () => {
  const offer = freshOffer(START);
  const ask = (...staff: ReturnType<typeof clinician>[]) => whoIsAsked(staff, offer, null, 2);

  test('the one who has been ready for longest without a call', () => {
    expect(
      ask(
        clinician('a', { since: '2026-03-03T17:30:00.000Z' }),
        clinician('b', { since: '2026-03-03T17:10:00.000Z' }),
        clinician('c', { since: '2026-03-03T16:00:00.000Z', calls: 1 }),
      ),
    ).toEqual({ clinician: 'b', because: 'longest-free' });
  });

  test('whoever has the fewest calls while nobody has none', () => {
    const [one, two] = [clinician('a', { calls: 2 }), clinician('b', { calls: 1 })];
    expect(whoIsAsked([one, two], offer, null, 3)).toEqual({
      clinician: 'b',
      because: 'fewest-calls',
    });
  });

  test('nobody without room: at capacity, or with as many offers as would fill it', () => {
    expect(ask(clinician('a', { calls: 2 }), clinician('b', { calls: 1, asked: 1 }))).toBeNull();
  });

  test.each(['wrapping-up', 'break', 'away'] as const)('nobody who is %s', (availability) => {
    expect(ask(clinician('a', { availability }))).toBeNull();
    expect(ask(clinician('a', { availability }), clinician('b'))).toEqual({
      clinician: 'b',
      because: 'only-one',
    });
  });

  test('whoever speaks the language first, by any region of it; English everybody speaks', () => {
    const staff = [clinician('a'), clinician('b', { languages: ['es-MX'], calls: 1 })];
    const need = { language: 'es', interpreter: false };
    expect(whoIsAsked(staff, offer, need, 2)).toEqual({ clinician: 'b', because: 'language' });
    const english = { language: 'en', interpreter: true };
    expect(whoIsAsked(staff, offer, english, 2)?.clinician).toBe('a');
    const polish = { language: 'pl', interpreter: false };
    expect(whoIsAsked(staff, offer, polish, 2)?.because).toBe('longest-free');
  });

  test('never somebody who was asked already, however it went', () => {
    const at = START;
    for (const how of ['declined', 'not-answered', 'left'] as const) {
      const passed = [{ clinician: 'a' as OperatorId, how, reason: null, at }];
      const again: OfferedPhone = { ...offer, passed };
      expect(whoIsAsked([clinician('a')], again, null, 2)).toBeNull();
      expect(whoIsAsked([clinician('a'), clinician('b')], again, null, 2)?.clinician).toBe('b');
    }
  });

  test('is the same whoever stands first in the list', () => {
    const some = fc.array(
      fc
        .record({
          id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
          calls: fc.nat(2),
          asked: fc.nat(1),
          since: fc.constantFrom('2026-03-03T16:00:00.000Z', '2026-03-03T17:00:00.000Z'),
          speaks: fc.boolean(),
        })
        .map(({ id, speaks, ...rest }) =>
          clinician(id, { ...rest, languages: speaks ? ['es'] : [] }),
        ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(some, (drawn) => {
        const staff = [...new Map(drawn.map((each) => [each.operatorId, each])).values()];
        const need = { language: 'es', interpreter: false };
        const found = whoIsAsked([...staff], offer, need, 2);
        expect(whoIsAsked([...staff].reverse(), offer, need, 2)).toEqual(found);
        const could = staff.filter(({ calls, asked }) => calls + asked < 2);
        expect(found === null).toBe(could.length === 0);
      }),
    );
  });
});

describe('asking', () => {
  test('one clinician for half a minute, and never beyond the time 988 takes over', () => {
    const [event] = askNext(waiting, [clinician(cleo)], policy, START);
    expect(event).toEqual({
      type: 'phone.offered',
      incidentId,
      clinician: cleo,
      because: 'only-one',
      until: UNTIL,
    });
    const late = '2026-03-03T18:01:45.000Z';
    expect(askNext(waiting, [clinician(cleo)], policy, late)).toMatchObject([
      { until: '2026-03-03T18:02:00.000Z' },
    ]);
  });

  test('nobody left: all who are ready and did not say no', () => {
    const declined: Told = {
      type: 'phone.declined',
      incidentId,
      clinician: cleo,
      reason: 'On another line.',
    };
    const passed: Told = {
      type: 'phone.offer-passed',
      incidentId,
      clinician: imani,
      why: 'not-answered',
    };
    const nobody = fold([asked(cleo), declined, asked(imani), passed], waiting);
    const staff = [clinician(cleo), clinician(imani), clinician(theo, { calls: 2 })];
    expect(askNext(nobody, staff, policy, START)).toEqual([
      { type: 'phone.rang-all', incidentId, ready: [imani] },
    ]);
    expect(askNext(waiting, [], policy, START)).toMatchObject([{ ready: [] }]);
  });

  test('nobody is asked twice at once, and nothing while it is held or over', () => {
    for (const on of [toCleo, ringing, at988, fold([])])
      expect(askNext(on, [clinician(imani)], policy, START)).toEqual([]);
    const hold: Told = {
      type: 'incident.held',
      incidentId,
      until: '2026-03-03T19:00:00.000Z',
      reason: 'Will be called at one.',
    };
    const held = fold([hold], toCleo);
    expect(askNext(held, [clinician(imani)], policy, START)).toEqual([]);
    const released = fold([{ type: 'incident.hold-ended', incidentId, why: 'released' }], held);
    expect(askNext(released, [clinician(cleo)], policy, START)).toMatchObject([
      { type: 'phone.offered', clinician: cleo },
    ]);
  });
});

describe('taking', () => {
  test.each<[string, Incident]>([
    ['is asked', toCleo],
    ['is only one of all', ringing],
    ['is late, and 988 was to take over', at988],
    ['is not asked yet', waiting],
  ])('a clinician takes it who %s', (_, on) => {
    const after = given(on)
      .when((incident) => takePhone(incident, cleo, NAMING))
      .then({ type: 'phone.taken', incidentId, clinician: cleo });
    expect(after.phone).toMatchObject({ state: 'with-clinician', clinician: cleo });
  });

  test('the second of two is told who has it and since when', () => {
    const taken = fold([{ type: 'phone.taken', incidentId, clinician: imani }], toCleo);
    given(taken)
      .when((on) => takePhone(on, cleo, NAMING))
      .refused('taken', new RegExp(`imani has had the call of incident 7 since ${START}`));
    const transferring: Told = {
      type: 'phone.transfer-started',
      incidentId,
      to: '988',
      operatorId: null,
      line: null,
      from: imani,
    };
    given(fold([transferring], taken))
      .when((on) => takePhone(on, cleo, NAMING))
      .refused('taken', /imani has had/);
  });

  test('a call that went back to dispatch is taken by nobody', () => {
    given(fold(fallBack(at988, policy) as Told[], at988))
      .when((on) => takePhone(on, cleo, NAMING))
      .refused('not-offered', /went back to dispatch/);
  });
});

describe('saying no', () => {
  const no = { type: 'phone.declined', incidentId, clinician: cleo, reason: 'Too tired.' } as const;

  test('frees it for the next at once', () => {
    const after = given(toCleo)
      .when((on) => declineOffer(on, ' Too tired. ', cleo, NAMING))
      .then(no);
    expect(after.phone).toMatchObject({
      state: 'offered',
      asked: { who: 'nobody' },
      passed: [{ clinician: cleo, how: 'declined', reason: 'Too tired.' }],
    });
  });

  test('while it rings at all it goes on ringing at the others', () => {
    const after = given(ringing)
      .when((on) => declineOffer(on, 'Too tired.', cleo, NAMING))
      .then(no);
    expect(after.phone).toMatchObject({ asked: { who: 'all' } });
    given(after)
      .when((on) => declineOffer(on, 'Again.', cleo, NAMING))
      .refused('not-asked', /nobody waits for your answer/);
  });

  test('is for who is asked, and with a reason', () => {
    given(toCleo)
      .when((on) => declineOffer(on, 'Busy.', imani, NAMING))
      .refused('not-asked', /cleo has been asked since/);
    given(toCleo)
      .when((on) => declineOffer(on, '  ', cleo, NAMING))
      .refused('reason-needed', /still offered to you/);
    given(fold([{ type: 'phone.taken', incidentId, clinician: imani }], toCleo))
      .when((on) => declineOffer(on, 'Busy.', cleo, NAMING))
      .refused('not-asked', /not offered to you any more/);
  });

  test('whoever is asked and leaves makes room; anybody else changes nothing', () => {
    expect(leaveOffer(toCleo, cleo)).toEqual([
      { type: 'phone.offer-passed', incidentId, clinician: cleo, why: 'left' },
    ]);
    expect(leaveOffer(toCleo, imani)).toEqual([]);
    expect(leaveOffer(ringing, cleo)).toEqual([]);
  });
});

describe('988, and then dispatch', () => {
  test('988 takes it: the conversation is theirs, the incident needs its disposition', () => {
    const after = given(at988)
      .when((on) => answer988(on, true, policy))
      .then({ type: 'phone.taken-by-988', incidentId });
    expect(after).toMatchObject({ owner: dana, phone: { state: 'ended' } });
    expect(phaseOf(after)).toBe('wrap-up');
  });

  test('988 does not: it is back at dispatch, raised, with what to send', () => {
    const after = given(at988)
      .when((on) => answer988(on, false, policy))
      .then({
        type: 'phone.fell-back',
        incidentId,
        response: 'behavioral-health',
        level: 'L2',
        why: 'Nobody took the call by phone, 988 neither. Send: Behavioral-health team',
      });
    expect(after).toMatchObject({
      phone: { state: 'untaken', fallback: 'behavioral-health' },
      raised: { from: 'L1', to: 'L2' },
    });
    expect(needsDecision(after)).toBe(true);
    expect(standingLevel(after)).toBe('L2');
    expect(phaseOf(after)).toBe('intake');
  });

  test('a level that is higher already stays', () => {
    const raised: Told = {
      type: 'incident.level-raised',
      incidentId,
      from: 'L1',
      to: 'L3',
      rules: ['L3-THREATS'],
    };
    const after = fold(fallBack(at988, policy) as Told[], fold([raised], at988));
    expect(standingLevel(after)).toBe('L3');
  });

  test.each<[string, Incident]>([
    ['somebody is asked', toCleo],
    ['it rings at all', ringing],
    ['nobody decided for the phone', fold([])],
  ])('988 is not answered for while %s', (_, on) => {
    given(on)
      .when((incident) => answer988(incident, true, policy))
      .refused('not-at-988', /not at the point/);
  });
});

/** Random people at random desks: every step as main would take it, the next one asked at once. */
test('a call is with one clinician at most, always with somebody to ask or an end, and nobody is asked twice', () => {
  const people = ['a', 'b', 'c', 'd'] as OperatorId[];
  const act = fc.record({
    who: fc.constantFrom(...people),
    what: fc.constantFrom('take', 'decline', 'leave', 'pass', '988', 'yes', 'no'),
    ready: fc.subarray(people),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      let on: Incident = waiting;
      let second = Date.parse(START);
      const asks: OperatorId[] = [];
      const takers: OperatorId[] = [];
      const write = (events: readonly Told[]) => {
        for (const event of events) {
          if (event.type === 'phone.offered') asks.push(event.clinician);
          if (event.type === 'phone.taken') takers.push(event.clinician);
          on = evolveIncident(on, event, { at: new Date(second).toISOString(), by: dana })!;
        }
      };
      for (const { who, what, ready } of acts) {
        second += 1000;
        const now = new Date(second).toISOString();
        const phone = runningOffer(on);
        const done = {
          take: () => takePhone(on, who, NAMING),
          decline: () => declineOffer(on, 'No.', who, NAMING),
          leave: () => leaveOffer(on, who),
          pass: (): Told[] =>
            phone?.asked.who === 'one'
              ? [
                  {
                    type: 'phone.offer-passed',
                    incidentId,
                    clinician: phone.asked.clinician,
                    why: 'not-answered',
                  },
                ]
              : [],
          '988': (): Told[] => (phone === null || phone.asked.who === '988' ? [] : [to988]),
          yes: () => answer988(on, true, policy),
          no: () => answer988(on, false, policy),
        }[what]();
        if (!isRefusal(done)) write(done as Told[]);
        write(
          askNext(
            on,
            ready.map((id) => clinician(id)),
            policy,
            now,
          ) as Told[],
        );
        // Never open without somebody who is asked, all who are ready, or 988: each has an end of its own.
        const offer = runningOffer(on);
        if (offer !== null) expect(offer.asked.who).not.toBe('nobody');
        if (offer?.asked.who === 'one') expect(offer.asked.until > offer.asked.from).toBe(true);
      }
      expect(takers.length).toBeLessThanOrEqual(1);
      expect(new Set(asks).size).toBe(asks.length);
    }),
    { numRuns: 300 },
  );
});
