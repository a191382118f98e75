import { describe, expect, test } from 'vitest';
import {
  answered,
  cleo,
  context,
  couldTalk,
  dana,
  decided,
  fold,
  given,
  imani,
  incidentId,
  moved,
  START,
  theo,
  unit,
  type Told,
} from '../support/given.ts';
import { upgrade } from '#shared/incident/decide-response.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { needsDecision } from '#shared/incident/phase.ts';
import type { OperatorId, UnitId } from '#shared/lib/brand.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import {
  agreeToStepDown,
  confirmCalm,
  proposeStepDown,
  refuseStepDown,
  resumeResponse,
  withdrawStepDown,
  type Consent,
  type Proposal,
} from '#shared/phone/decide-step-down.ts';
import {
  afterSignOff,
  monitorConsequences,
  type Cause,
} from '#shared/phone/monitor-consequences.ts';
import type { MonitorEvent } from '#shared/phone/monitor-events.ts';
import { stillCalm, unansweredStepDown } from '#shared/phone/monitor-timers.ts';
import { steppedFrom } from '#shared/phone/step-down.ts';
import { policy } from '../support/given.ts';
import type { UnitStatus } from '#shared/unit/unit-status.ts';

const P11 = 'P11' as UnitId;
const M1 = 'M1' as UnitId;
const reason = 'He talks with me and has sat down.';

const police = (status: UnitStatus = 'en-route') =>
  unit({ unitId: P11, teamType: 'police-cit', status, incidentId });
const team = (status: UnitStatus = 'en-route') => unit({ status, incidentId });
const coming = (...names: string[]): Told[] =>
  names.flatMap((name) => [
    moved(name, 'available', 'assigned'),
    moved(name, 'assigned', 'en-route'),
  ]);

/** Cleo has the caller, and the named units are on their way. */
function withMe(names: readonly string[], danger: readonly Told[] = []): Incident {
  return fold(
    [{ type: 'phone.taken', incidentId, clinician: cleo }, ...coming(...names), ...danger],
    decided([...couldTalk]),
  );
}
const propose = (
  more: Partial<Proposal> = {},
  by: OperatorId = cleo,
  board = [police(), team()],
) => {
  const proposal: Proposal = { does: 'stage', units: [P11], reason, seconds: 120, ...more };
  return (it: Incident) => proposeStepDown(it, proposal, board, context({ by }));
};
const event = (does: Proposal['does'], units: readonly UnitId[] = [P11]): MonitorEvent => {
  const type = 'monitor.step-down-proposed';
  return { type, incidentId, clinician: cleo, does, units, reason, seconds: 120 };
};
const agree = (more: Partial<Consent> = {}, board = [police()], now = START) => {
  const consent = { since: START, place: 'Lawrence and Broadway', secondPerson: null, ...more };
  return (it: Incident) => agreeToStepDown(it, consent, board, context({ now }));
};
const agreed = (does: Proposal['does'], place = '', second: OperatorId | null = null) => {
  const common = { incidentId, clinician: cleo, does, units: [P11], reason };
  return { type: 'monitor.step-down-agreed', ...common, place, secondPerson: second } as const;
};
const proposed = (does: Proposal['does'] = 'stage', danger: readonly Told[] = []) =>
  fold([event(does)], withMe(['P11'], danger));
const inForce = (does: Proposal['does'] = 'stage') =>
  fold([agreed(does, does === 'stage' ? 'Lawrence' : '')], proposed(does));
const WEAPON = [answered('weapon-in-hand', 'yes')];

describe('proposing', () => {
  test('it waits for a dispatcher and changes nothing about who comes', () => {
    const before = withMe(['P11', 'M1']);
    const after = given(before)
      .when(propose({ units: [P11, P11] }))
      .then(event('stage'));
    expect({ ...after, monitoring: null }).toEqual({ ...before, monitoring: null });
  });

  test.each([
    ['reason-needed', { reason: ' ' }, /why less is enough/],
    ['no-unit', { units: [] }, /Name the unit/],
    ['not-on-its-way', { units: ['E31' as UnitId] }, /E31 is not on this board/],
  ] as const)('%s', (code, more, sentence) => {
    given(withMe(['P11', 'M1']))
      .when(propose(more))
      .refused(code, sentence);
  });

  test('only who has the caller proposes, one at a time, and of units that are not there yet', () => {
    given(withMe(['P11']))
      .when(propose({}, imani))
      .refused('not-with-you', /not on the line/);
    given(proposed())
      .when(propose())
      .refused('proposed-already', /waits for its answer/);
    given(inForce())
      .when(propose())
      .refused('proposed-already', /in force/);
    const there = propose({}, cleo, [police('on-scene')]);
    given(withMe(['P11']))
      .when(there)
      .refused('not-on-its-way', /on scene there already/);
    const elsewhere = propose({}, cleo, [unit({ unitId: P11, teamType: 'police-cit' })]);
    given(withMe([]))
      .when(elsewhere)
      .refused('not-on-its-way', /not on incident 7/);
  });

  test('withdrawn by who proposed it, refused with a reason', () => {
    given(proposed())
      .when((it) => withdrawStepDown(it, imani))
      .refused('not-yours', /Only who/);
    const after = given(proposed())
      .when((it) => withdrawStepDown(it, cleo))
      .then({ type: 'monitor.step-down-withdrawn', incidentId, clinician: cleo });
    given(after)
      .when((it) => refuseStepDown(it, 'No.'))
      .refused('nothing-proposed', /goes on/);
    given(proposed())
      .when((it) => refuseStepDown(it, ''))
      .refused('reason-needed', /why not/);
    given(proposed())
      .when((it) => refuseStepDown(it, 'A knife was seen.'))
      .then({
        type: 'monitor.step-down-refused',
        incidentId,
        clinician: cleo,
        reason: 'A knife was seen.',
      });
  });
});

describe('a dispatcher agrees', () => {
  test('police waits for nothing but the clinician’s word: that stands in the step-down', () => {
    const after = given(proposed()).when(agree()).then(agreed('stage', 'Lawrence and Broadway'));
    expect(after.monitoring.stepDown).toMatchObject({
      state: 'agreed',
      agreedBy: dana,
      calmAt: START,
    });
    expect(after.units[0]).toMatchObject({ unitId: 'P11', status: 'en-route', releasedAt: null });
  });

  test('an unarmed team waits for police that still goes, by the staging order there is', () => {
    const incident = fold([event('stage', [M1])], withMe(['P11', 'M1']));
    const after = given(incident)
      .when(agree({}, [police(), team()]))
      .then(
        { ...agreed('stage', 'Lawrence and Broadway'), units: [M1] },
        {
          type: 'incident.staging-ordered',
          incidentId,
          unitId: M1,
          securedBy: P11,
          place: 'Lawrence and Broadway',
        },
      );
    expect(after.staging).toHaveLength(1);
  });

  test('a unit that does not come is stood down as it always is, and says that nobody is left', () => {
    given(proposed('stand-down'))
      .when(agree({ place: 'not asked' }))
      .then(
        agreed('stand-down'),
        { type: 'incident.unit-stood-down', incidentId, unitId: P11, alone: true, reason },
        expect.objectContaining({ type: 'unit.status-changed', unitId: P11, to: 'available' }),
      );
  });

  test('of two that do not come the last one leaves nobody behind', () => {
    const both = fold([event('stand-down', [P11, M1])], withMe(['P11', 'M1']));
    const outcome = agree({}, [police(), team()])(both);
    if (isRefusal(outcome)) throw new Error(outcome.because);
    expect(outcome.flatMap((each) => ('alone' in each ? [each.alone] : []))).toEqual([false, true]);
  });

  test('another proposal, a unit that is there by now, no place, and an answer too late are refused', () => {
    const other = agree({ since: '2026-03-03T17:00:00.000Z' });
    given(proposed())
      .when(other)
      .refused('another-proposal', /read it again/);
    given(proposed())
      .when(agree({}, [police('on-scene')]))
      .refused('not-on-its-way', /already/);
    given(proposed())
      .when(agree({ place: ' ' }))
      .refused('place-needed', /where P11 waits/);
    const late = agree({}, [police()], '2026-03-03T18:02:00.000Z');
    given(proposed())
      .when(late)
      .refused('too-late', /goes on/);
    given(withMe(['P11']))
      .when(agree())
      .refused('nothing-proposed', /goes on/);
  });

  test('from L3 it takes a second person, who is not the dispatcher (invariant 4)', () => {
    const dangerous = proposed('stand-down', [answered('threats', 'yes')]);
    expect(steppedFrom(dangerous, policy)).toMatchObject({ level: 'L3', secondPerson: true });
    given(dangerous)
      .when(agree())
      .refused('second-person-needed', /less than L3/);
    given(dangerous)
      .when(agree({ secondPerson: dana }))
      .refused('second-person-is-you', /somebody else/);
    const outcome = agree({ secondPerson: theo })(dangerous);
    expect(outcome).toMatchObject([{ secondPerson: theo }, {}, {}]);
    // Below L3 nobody is kept waiting for one, and nobody stands in the record who was not needed.
    expect(agree({ secondPerson: theo })(proposed())).toMatchObject([{ secondPerson: null }]);
  });

  test('what was once decided higher counts, also after milder answers', () => {
    const decidedHigh = fold(
      [{ type: 'phone.taken', incidentId, clinician: cleo }, ...coming('P11')],
      decided([...couldTalk], { response: 'police-ems' }),
    );
    expect(steppedFrom(decidedHigh, policy)).toEqual({ level: 'L4', secondPerson: true });
  });

  test('an unarmed team is not left alone where none may be (invariant 2), whoever signs', () => {
    for (const does of ['stage', 'stand-down'] as const) {
      const incident = fold([event(does)], withMe(['P11', 'M1'], WEAPON));
      given(incident)
        .when(agree({ secondPerson: theo }, [police(), team()]))
        .refused('unarmed-barred', /M1 would be there without police/);
    }
  });

  test('a team that waits near it, or comes back with police, is not alone there', () => {
    const waits: Told = {
      type: 'incident.staging-ordered',
      incidentId,
      unitId: M1,
      securedBy: P11,
      place: 'Lawrence',
    };
    const held = fold([event('stage')], withMe(['P11', 'M1'], [...WEAPON, waits]));
    expect(isRefusal(agree({ secondPerson: theo }, [police(), team()])(held))).toBe(false);
    const both = fold([event('stand-down', [P11, M1])], withMe(['P11', 'M1'], WEAPON));
    expect(isRefusal(agree({ secondPerson: theo }, [police(), team()])(both))).toBe(false);
  });
});

describe('how long it holds', () => {
  test('unanswered, nothing has changed; the clock runs from the proposal', () => {
    const due = unansweredStepDown(proposed())!;
    expect(Date.parse(due.until) - Date.parse(due.from)).toBe(120_000);
    const after = fold(due.events(), proposed());
    expect({ ...after, monitoring: null }).toEqual({ ...withMe(['P11']), monitoring: null });
    expect(after.monitoring.stepDown).toBeNull();
    expect(unansweredStepDown(inForce())).toBeNull();
  });

  test('still calm: the clock begins again, by whoever has the caller', () => {
    given(inForce())
      .when((it) => confirmCalm(it, imani))
      .refused('not-with-you', /on the line/);
    given(proposed())
      .when((it) => confirmCalm(it, cleo))
      .refused('no-step-down', /in force/);
    given(inForce())
      .when((it) => confirmCalm(it, cleo))
      .then({ type: 'monitor.step-down-confirmed', incidentId, clinician: cleo });
    expect(stillCalm(inForce())?.from).toBe(START);
    expect(stillCalm(proposed())).toBeNull();
  });

  test('not said in time, the response goes on: it comes back to be decided again', () => {
    const after = fold(stillCalm(inForce())!.events(), inForce());
    expect(after.returned).toMatch(/still calm: the response goes on/);
    expect(needsDecision(after)).toBe(true);
  });

  test('anybody ends it without a reason, and it comes back', () => {
    const after = given(inForce())
      .when((it) => resumeResponse(it, ' '))
      .then({
        type: 'monitor.step-down-resumed',
        incidentId,
        units: [P11],
        reason: 'The step-down was ended: the response goes on',
      });
    expect(after.returned).toMatch(/goes on/);
    given(after)
      .when((it) => resumeResponse(it, ''))
      .refused('no-step-down', /in force/);
  });

  const resolved = (outcome: 'resolved-by-phone' | 'caller-lost' | '988-accepted'): Cause => {
    return { type: 'phone.resolved', incidentId, outcome, ended: null };
  };
  const P = (to: UnitStatus): Cause => moved('P11', 'en-route', to) as Cause;
  test.each([
    ['stage', resolved('resolved-by-phone'), 'calm', false],
    ['stage', resolved('caller-lost'), 'line-ended', true],
    ['stage', resolved('988-accepted'), 'line-ended', true],
    [
      'stage',
      { type: 'phone.escalated', incidentId, to: 'field', reason: 'x', stays: true },
      'raised',
      false,
    ],
    [
      'stage',
      { type: 'phone.escalated', incidentId, to: 'field', reason: 'x', stays: false },
      'line-ended',
      true,
    ],
    [
      'stage',
      {
        type: 'phone.caller-lost',
        incidentId,
        clinician: cleo,
        hungUp: 'line',
        lastKnown: null,
      },
      'line-ended',
      true,
    ],
    ['stage', { type: 'phone.transfer-dropped', incidentId, whose: 'caller' }, 'line-ended', true],
    ['stage', { type: 'phone.transfer-dropped', incidentId, whose: 'receiver' }, null, false],
    ['stage', P('on-scene'), 'went-in', false],
    ['stage', P('available'), 'gone', false],
    ['stage', P('staged'), null, false],
    ['stand-down', P('available'), null, false],
    ['stand-down', P('assigned'), 'sent-again', false],
  ] as const)('in force (%s), %o ends it as %s', (does, cause, why, comesBack) => {
    const incident = inForce(does);
    const ended = monitorConsequences(incident, cause, dana);
    expect(ended.map((each) => 'why' in each && each.why)).toEqual(why === null ? [] : [why]);
    const after = fold(ended, incident);
    expect(after.returned !== null).toBe(comesBack);
  });

  test('police/EMS now, a raised level and signing off end it in either state', () => {
    const raised: Cause = {
      type: 'incident.level-raised',
      incidentId,
      from: 'L1',
      to: 'L4',
      rules: [],
    };
    const called = upgrade(inForce(), ['police'], [], context())[0] as Cause;
    for (const incident of [proposed(), inForce()]) {
      const whys = [called, raised].map((cause) => monitorConsequences(incident, cause, dana));
      expect(whys).toMatchObject([[{ why: 'police-ems-now' }], [{ why: 'raised' }]]);
      expect(afterSignOff(incident, cleo)).toMatchObject([{ why: 'signed-off' }]);
    }
    expect(fold(afterSignOff(inForce(), cleo), inForce()).returned).toMatch(/signed off/);
    expect(fold(afterSignOff(proposed(), cleo), proposed()).returned).toBeNull();
  });

  test('a transfer to another clinician keeps it, and they say whether it is calm', () => {
    const begun: Told = {
      type: 'phone.transfer-started',
      incidentId,
      to: 'clinician',
      operatorId: imani,
      from: cleo,
      line: null,
    };
    const handed: Told = {
      type: 'phone.transfer-accepted',
      incidentId,
      to: 'clinician',
      operatorId: imani,
      receiver: null,
      readBack: false,
    };
    expect(monitorConsequences(inForce(), handed as Cause, imani)).toEqual([]);
    given(fold([begun, handed], inForce()))
      .when((it) => confirmCalm(it, imani))
      .then({ type: 'monitor.step-down-confirmed', incidentId, clinician: imani });
  });
});
