import { describe, expect, test } from 'vitest';
import {
  answered,
  cleared,
  cleo,
  context,
  couldTalk,
  dana,
  decide,
  decided,
  fold,
  given,
  imani,
  incidentId,
  policy,
  START,
  theo,
} from '../support/given.ts';
import { evolveCall } from '#shared/call/call-events.ts';
import type { Call } from '#shared/call/call.ts';
import { answerCall } from '#shared/incident/decide-intake.ts';
import { upgrade } from '#shared/incident/decide-response.ts';
import type { IncidentEvent } from '#shared/incident/incident-events.ts';
import type { CallId } from '#shared/lib/brand.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import {
  denyCallNomination,
  denyNomination,
  nominate,
  nominateCall,
  withdrawCallNomination,
  withdrawNomination,
} from '#shared/phone/decide-nomination.ts';
import { afterSignOff, monitorConsequences } from '#shared/phone/monitor-consequences.ts';
import { unansweredNomination, watchCallNomination } from '#shared/phone/monitor-timers.ts';
import { nominable } from '#shared/phone/nomination.ts';
import type { MonitorEvent } from '#shared/phone/monitor-events.ts';

const reason = 'He knows me from last week.';
const asked = { response: 'clinician-phone', reason };
const nominated: MonitorEvent = {
  type: 'monitor.nominated',
  incidentId,
  clinician: cleo,
  ...asked,
  since: null,
};
const closed: IncidentEvent = {
  type: 'incident.closed',
  incidentId,
  disposition: 'no-contact',
  note: '',
};
const byCleo = context({ by: cleo });
const ask =
  (more: Partial<typeof asked> = {}) =>
  (it: Parameters<typeof nominate>[0]) =>
    nominate(it, { ...asked, ...more }, byCleo);

test('what can be asked for: an alternative response with somebody behind it, never police or EMS', () => {
  expect(nominable(policy).map(({ id }) => id)).toEqual([
    'co-response',
    'behavioral-health',
    'substance-use',
    'clinician-phone',
  ]);
});

describe('asking', () => {
  test('it waits on the incident and decides nothing', () => {
    const before = fold(cleared);
    const after = given(before)
      .when(ask({ reason: `  ${reason} ` }))
      .then(nominated);
    expect(after.monitoring.nomination).toEqual({
      clinician: cleo,
      ...asked,
      since: START,
      overdue: null,
    });
    expect({ ...after, monitoring: null }).toEqual({ ...before, monitoring: null });
  });

  test.each([
    ['nominated-already', [nominated], {}, /withdraw it first/],
    ['not-nominable', [], { response: 'police-ems' }, /policy in force/],
    ['not-nominable', [], { response: 'no-such' }, /policy in force/],
    ['reason-needed', [], { reason: ' ' }, /in a line why/],
    ['incident-closed', [closed], {}, /is closed/],
  ] as const)('%s', (code, events, more, sentence) => {
    given([...events])
      .when(ask(more))
      .refused(code, sentence);
  });

  test('what was decided so, or has a clinician on the phone, is not asked for again', () => {
    const phone = decided([...couldTalk]);
    given(phone)
      .when(ask())
      .refused('decided-so', /what was decided/);
    const talking = fold([{ type: 'phone.taken', incidentId, clinician: imani }], phone);
    given(talking)
      .when(ask())
      .refused('on-phone-already', /on the phone/);
    given(talking)
      .when(ask({ response: 'behavioral-health' }))
      .then({ ...nominated, response: 'behavioral-health' });
  });
});

describe('the answer of dispatch', () => {
  test('a no has its reason, and is not given by who asked', () => {
    given([nominated])
      .when((it) => denyNomination(it, '', dana))
      .refused('reason-needed', /why not/);
    given([nominated])
      .when((it) => denyNomination(it, 'No.', cleo))
      .refused('your-own', /your own/);
    const after = given([nominated])
      .when((it) => denyNomination(it, ' Police is there. ', dana))
      .then({
        type: 'monitor.nomination-denied',
        incidentId,
        clinician: cleo,
        reason: 'Police is there.',
      });
    given(after)
      .when((it) => denyNomination(it, 'No.', dana))
      .refused('no-nomination', /settled already/);
  });

  test('a yes is the decision itself, made by somebody else', () => {
    const incident = fold([...couldTalk, nominated]);
    const outcome = decide(incident);
    if (isRefusal(outcome)) throw new Error(outcome.because);
    const settled = { type: 'monitor.nomination-settled', incidentId, clinician: cleo };
    expect(monitorConsequences(incident, outcome[0] as IncidentEvent, dana)).toEqual([
      { ...settled, how: 'approved' },
    ]);
    // Clinicians may decide: deciding for one’s own nomination is no answer of dispatch.
    expect(monitorConsequences(incident, outcome[0] as IncidentEvent, cleo)).toEqual([
      { ...settled, how: 'superseded' },
    ]);
  });

  test('decided otherwise, police/EMS now and closing supersede it', () => {
    const incident = fold([...cleared, answered('in-person-need', 'yes'), nominated]);
    const outcome = decide(incident);
    if (isRefusal(outcome)) throw new Error(outcome.because);
    const how = (event: IncidentEvent) =>
      monitorConsequences(incident, event, dana).map((each) => 'how' in each && each.how);
    expect(how(outcome[0] as IncidentEvent)).toEqual(['superseded']);
    const called = upgrade(incident, ['police', 'ems'], [], context());
    expect(called.flatMap((event) => how(event as IncidentEvent))).toEqual(['superseded']);
    expect(how(closed)).toEqual(['closed']);
    const ems = upgrade(incident, ['ems'], [], context());
    expect(ems.flatMap((event) => how(event as IncidentEvent))).toEqual([]);
  });

  test('only who asked withdraws it, and signing off withdraws what was asked', () => {
    given([nominated])
      .when((it) => withdrawNomination(it, imani))
      .refused('not-yours', /Only who nominated/);
    given([nominated])
      .when((it) => withdrawNomination(it, cleo))
      .then({ type: 'monitor.nomination-withdrawn', incidentId, clinician: cleo });
    expect(afterSignOff(fold([nominated]), cleo)).toEqual([
      { type: 'monitor.nomination-settled', incidentId, clinician: cleo, how: 'signed-off' },
    ]);
    given([])
      .when((it) => withdrawNomination(it, cleo))
      .refused('no-nomination', /No nomination/);
  });

  test('unanswered, the owner is reminded and then the supervisors are told; then all know', () => {
    const incident = fold([nominated]);
    const first = unansweredNomination(incident)!;
    expect(Date.parse(first.until) - Date.parse(START)).toBe(60_000);
    const told = (to: 'owner' | 'supervisor') =>
      ({ type: 'monitor.nomination-overdue', incidentId, to, from: START }) as const;
    expect(first.events()).toEqual([told('owner')]);
    const reminded = fold([told('owner')], incident);
    const second = unansweredNomination(reminded)!;
    expect(Date.parse(second.until) - Date.parse(START)).toBe(120_000);
    expect(second.events()).toEqual([told('supervisor')]);
    expect(unansweredNomination(fold([told('supervisor')], reminded))).toBeNull();
  });
});

describe('a call nobody has answered', () => {
  const received = {
    type: 'call.received',
    callId: 'c7' as CallId,
    number: 7,
    source: 'typed',
    receivedAt: START,
    ani: null,
    address: '',
    areaId: null,
    callType: null,
    words: 'Come.',
  } as const;
  const call = evolveCall(null, received, START)!;
  const after = (from: Call, events: ReturnType<typeof nominateCall>, at = START): Call => {
    if (isRefusal(events)) throw new Error(events.because);
    return events.reduce((it: Call, event) => evolveCall(it, event, at)!, from);
  };
  const waiting = after(call, nominateCall(call, asked, byCleo));

  test('whoever answers finds the nomination on the incident, as old as it is', () => {
    const outcome = answerCall(waiting, incidentId, context({ by: theo }));
    if (isRefusal(outcome)) throw new Error(outcome.because);
    expect(outcome.at(-1)).toEqual({ ...nominated, since: START });
    const incident = fold(outcome.slice(2) as MonitorEvent[]);
    expect(incident.monitoring.nomination).toMatchObject({ since: START, clinician: cleo });
  });

  test('it is denied, withdrawn and waits like that of an incident', () => {
    expect(nominateCall(waiting, asked, byCleo)).toMatchObject({ refused: 'nominated-already' });
    expect(denyCallNomination(waiting, '', dana)).toMatchObject({ refused: 'reason-needed' });
    expect(after(waiting, denyCallNomination(waiting, 'A robbery.', dana)).nomination).toBeNull();
    expect(withdrawCallNomination(waiting, imani)).toMatchObject({ refused: 'not-yours' });
    expect(after(waiting, withdrawCallNomination(waiting, cleo)).nomination).toBeNull();
    expect(withdrawCallNomination(call, cleo)).toMatchObject({ refused: 'no-nomination' });
    const at = (seconds: number) => Date.parse(START) + seconds * 1000;
    expect(watchCallNomination(waiting, at(59))).toEqual([]);
    const [owner] = watchCallNomination(waiting, at(60));
    expect(owner).toMatchObject({ to: 'owner', from: START });
    const reminded = evolveCall(waiting, owner!, START)!;
    expect(watchCallNomination(reminded, at(60))).toEqual([]);
    expect(watchCallNomination(reminded, at(120))).toMatchObject([{ to: 'supervisor' }]);
    // A clock that was set back behind it: how long it waits is not known, so it counts as due.
    expect(watchCallNomination(waiting, at(-3600))).toHaveLength(1);
  });

  test('an answered call is not nominated any more', () => {
    const answeredCall = {
      ...waiting,
      nomination: null,
      incidentId,
    };
    expect(nominateCall(answeredCall, asked, byCleo)).toMatchObject({
      refused: 'already-answered',
    });
    expect(watchCallNomination({ ...waiting, incidentId }, Date.parse(START) + 9e6)).toEqual([]);
  });
});
