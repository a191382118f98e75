import { describe, expect, test } from 'vitest';
import {
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
  type Told,
} from '../support/given.ts';
import { upgrade } from '#shared/incident/decide-response.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { phaseOf } from '#shared/incident/phase.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import { askForTeam, leaveToHelp } from '#shared/phone/decide-outcome.ts';

const talking = fold([{ type: 'phone.taken', incidentId, clinician: cleo }], decided(couldTalk));

describe('a team has to go', () => {
  const ask =
    (know: string, stays: boolean, by = cleo) =>
    (on: Incident) =>
      askForTeam(on, { know, stays }, context({ by }));
  const need = {
    type: 'incident.fact-answered',
    incidentId,
    fact: 'in-person-need',
    answer: 'yes',
    informant: 'responder',
  };

  test('it answers the need, comes back to be decided, and ends the conversation', () => {
    const after = given(talking).when(ask(' Alone with a child. ', false)).then(need, {
      type: 'phone.escalated',
      incidentId,
      to: 'field',
      reason: 'Alone with a child.',
      stays: false,
    });
    expect(after).toMatchObject({
      owner: dana,
      returned: 'Alone with a child.',
      phone: { state: 'ended' },
      fromLine: null,
    });
    expect(phaseOf(after)).toBe('intake');
  });

  test('the caller may stay on the line, and the clinician leaves when help is there', () => {
    const { outcome } = given(talking).when(ask('', true));
    const after = told(outcome, talking);
    expect(after).toMatchObject({
      owner: cleo,
      returned: 'The clinician asks for somebody in person',
      phone: { state: 'with-clinician', clinician: cleo },
      fromLine: 'field',
    });
    const left = given(after)
      .when((on) => leaveToHelp(on, cleo))
      .then({ type: 'phone.resolved', incidentId, outcome: 'escalated-field', ended: null });
    expect(left).toMatchObject({ owner: dana, phone: { state: 'ended' }, closed: null });
  });

  test('leaving closes nothing, also when dispatch has decided for the phone again', () => {
    const { outcome } = given(talking).when(ask('', true));
    const asked = told(outcome, talking);
    const kept = decide(asked, {
      response: 'clinician-phone',
      reason: 'Can be helped by phone.',
      unserved: null,
    });
    const after = told(leaveToHelp(told(kept, asked), cleo), told(kept, asked));
    expect(after).toMatchObject({ closed: null, owner: dana, phone: { state: 'ended' } });
  });

  test('it is asked by the clinician on the line', () => {
    given(talking)
      .when(ask('', false, imani))
      .refused('not-with-you', /is not with you/);
  });
});

describe('police/EMS now from the line', () => {
  const call = (on: Incident, by = cleo, services: ('police' | 'ems')[] = ['police', 'ems']) =>
    upgrade(on, services, [], context({ by }));

  test('it says where it came from, and the conversation stays', () => {
    const after = told(call(talking), talking);
    expect(after).toMatchObject({
      phone: { state: 'with-clinician', clinician: cleo },
      fromLine: 'police-ems',
      decision: { how: 'upgraded', level: 'L4' },
      upgrades: [{ fromLine: true }],
    });
    // Nobody is free here: dispatch sees at the top that somebody still has to go.
    expect(phaseOf(after)).toBe('decided');
  });

  test('it is the same while the call is being transferred', () => {
    const moving = fold(
      [
        {
          type: 'phone.transfer-started',
          incidentId,
          to: '988',
          operatorId: null,
          from: cleo,
          line: null,
        },
      ],
      talking,
    );
    expect(told(call(moving), moving)).toMatchObject({
      phone: { state: 'transferring' },
      fromLine: 'police-ems',
    });
  });

  test('a dispatcher who presses the key is not on the line', () => {
    expect(told(call(talking, dana), talking)).toMatchObject({
      fromLine: null,
      upgrades: [{ fromLine: false }],
    });
  });

  test('the clinician leaves when help is there; the incident goes on with dispatch', () => {
    const called = told(call(talking), talking);
    const after = given(called)
      .when((on) => leaveToHelp(on, cleo))
      .then({ type: 'phone.resolved', incidentId, outcome: 'escalated-police-ems', ended: null });
    expect(after).toMatchObject({ owner: dana, closed: null });
    expect(phaseOf(after)).toBe('decided');
  });

  test('nobody leaves to help that was not called', () => {
    given(talking)
      .when((on) => leaveToHelp(on, cleo))
      .refused('nobody-called', /p calls police and EMS/);
  });
});

function told(outcome: readonly object[] | Refusal, from: Incident): Incident {
  if (isRefusal(outcome)) throw new Error(outcome.because);
  const events = (outcome as Told[]).filter(({ type }) => /^(incident|phone)\./.test(type));
  return fold(events, from);
}
