import { describe, expect, test } from 'vitest';
import {
  answered,
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
  moved,
  policy,
  START,
  theo,
  type Told,
} from '../support/given.ts';
import { closeIncident } from '#shared/incident/decide-close.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { phaseOf } from '#shared/incident/phase.ts';
import { adviceAfter, recontact, recontactOf } from '#shared/incident/recontact.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { giveUpCaller, loseCaller } from '#shared/phone/decide-lost-caller.ts';
import { askForTeam } from '#shared/phone/decide-outcome.ts';
import type { ScreenRisk } from '#shared/phone/ending.ts';
import { phoneDeskOf } from '#shared/policy/phone-desk.ts';
import { minutesAfter } from '#shared/timers/running.ts';

const talking = fold([{ type: 'phone.taken', incidentId, clinician: cleo }], decided(couldTalk));
const heard = {
  lastWords: ' I am going out. ',
  place: ' 1 W Lawrence ',
  hungUp: 'caller',
} as const;
const lose = (on: Incident, more: Partial<typeof heard> | { place: string } = {}, by = cleo) =>
  loseCaller(on, { ...heard, ...more }, context({ by }));
const told = (outcome: ReturnType<typeof lose>, from: Incident) => {
  if (isRefusal(outcome)) throw new Error(outcome.because);
  return fold(outcome, from);
};
const lost = told(lose(talking), talking);
const soon = minutesAfter(START, phoneDeskOf(policy).lostCallerMinutes);

function called(
  on: Incident,
  answer: 'no-answer' | 'still-safe' | 'worse',
  clinician: OperatorId | null = cleo,
): Incident {
  return told(recontact(on, answer, context({ by: clinician ?? dana }), clinician), on);
}

const calledTwice = called(called(lost, 'no-answer'), 'no-answer');
const calledThrice = called(calledTwice, 'no-answer');
const inDanger = (on: Incident) => fold([answered('suicide-high', 'yes')], on);

test('losing the caller closes nothing: the clock runs, and last words are clinical', () => {
  const after = given(talking)
    .when((on) => lose(on))
    .then(
      {
        type: 'incident.note-added',
        incidentId,
        kind: 'clinical',
        text: 'Last words: I am going out.',
      },
      {
        type: 'phone.caller-lost',
        incidentId,
        clinician: cleo,
        hungUp: 'caller',
        lastKnown: { place: '1 W Lawrence', at: START },
      },
    );
  expect(phaseOf(after)).toBe('caller-lost');
  expect(after).toMatchObject({ owner: cleo, closed: null });
  expect(recontactOf(after, policy)).toEqual({ from: START, until: soon });
});

test('nothing is waited for: a caller is lost without words and without a place', () => {
  given(talking)
    .when((on) =>
      loseCaller(on, { lastWords: '', place: '', hungUp: 'not-known' }, context({ by: cleo })),
    )
    .then({
      type: 'phone.caller-lost',
      incidentId,
      clinician: cleo,
      hungUp: 'not-known',
      lastKnown: null,
    });
});

test('only who had them on the line loses them, also in the middle of a transfer', () => {
  given(talking)
    .when((on) => lose(on, {}, imani))
    .refused('not-with-you', /is not with you/);
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
  expect(told(lose(moving), moving).phone.state).toBe('lost');
});

describe('calling again', () => {
  test('a call nobody answers is logged, and the clock begins anew', () => {
    const after = called(lost, 'no-answer');
    expect(after.phone.state).toBe('lost');
    expect(after.recontact).toMatchObject({ at: START, unanswered: 1 });
    expect(recontactOf(after, policy)).toEqual({ from: START, until: soon });
  });

  test('calls to somebody who waited before say nothing about this', () => {
    const before = fold(
      [
        {
          type: 'incident.caller-recontacted',
          incidentId,
          answer: 'no-answer',
          unanswered: 4,
          recommends: 'send',
        },
      ],
      talking,
    );
    expect(told(lose(before), before).recontact.unanswered).toBe(0);
  });

  test('found by a clinician: the conversation goes on with them, and every clock stops', () => {
    const after = called(calledTwice, 'still-safe', imani);
    expect(after).toMatchObject({
      owner: imani,
      phone: { state: 'with-clinician', clinician: imani },
    });
    expect(recontactOf(after, policy)).toBeNull();
    expect(phaseOf(after)).toBe('on-phone');
  });

  test('found by a dispatcher: a clinician is wanted on the line again', () => {
    const after = called(lost, 'still-safe', null);
    expect(after.phone.state).toBe('offered');
    expect(recontactOf(after, policy)).toBeNull();
  });

  test('found and worse: the questions are asked again and dispatch decides anew', () => {
    const after = called(lost, 'worse');
    expect(after.phone.state).toBe('with-clinician');
    expect(after.returned).toMatch(/worse/);
    expect(after.facts['weapon-in-hand']?.aged).toBe(true);
  });

  test('the clock stops while somebody is on the way, and a new decision does not give them up', () => {
    const sent = fold([moved('P11', 'available', 'assigned')], lost);
    expect(recontactOf(sent, policy)).toBeNull();
    const back = fold([moved('P11', 'assigned', 'available')], sent);
    expect(recontactOf(back, policy)).not.toBeNull();
  });
});

describe('what is recommended', () => {
  test.each<[string, Incident, number, ScreenRisk | null, string | null]>([
    ['nothing, while nobody is in danger', lost, 5, null, null],
    ['nothing before the second call', inDanger(lost), 1, 'high', null],
    ['a check after the second call with a high screen', lost, 2, 'high', 'welfare-check'],
    ['a check with a screen that was not finished', lost, 2, 'unfinished', 'welfare-check'],
    [
      'a check at L3',
      fold([answered('weapon-nearby', 'yes'), answered('threats', 'yes')], lost),
      2,
      null,
      'welfare-check',
    ],
  ])('%s', (_what, incident, unanswered, risk, advice) => {
    expect(adviceAfter(incident, unanswered, policy, risk)).toBe(advice);
  });

  test('without a place it is where the phone is, at once', () => {
    const nowhere = told(lose(talking, { place: '' }), talking);
    expect(adviceAfter(nowhere, 0, policy, 'high')).toBe('location-check');
    expect(adviceAfter(nowhere, 0, policy, 'low')).toBeNull();
  });

  test('nothing more once somebody went', () => {
    const sent = fold([moved('P11', 'available', 'assigned')], lost);
    expect(adviceAfter(sent, 3, policy, 'high')).toBeNull();
  });
});

describe('it is never closed by itself', () => {
  const giveUp =
    (why: string, secondPerson: OperatorId | null = null, risk: ScreenRisk | null = null) =>
    (on: Incident) =>
      giveUpCaller(on, { why, secondPerson }, risk, context({ by: cleo }));

  test('not by a disposition, while it is looked for', () => {
    given(lost)
      .when((on) => closeIncident(on, 'caller-lost', '', null, []))
      .refused('caller-lost', /is called again/);
  });

  test('nor after dispatch decided otherwise, until somebody was with them', () => {
    for (const response of ['behavioral-health', 'community-partner']) {
      const choice = { response, reason: 'Asked for it.' };
      const otherwise = told(decide(lost, choice), lost);
      expect(recontactOf(otherwise, policy)).not.toBeNull();
      given(otherwise)
        .when((on) => closeIncident(on, 'no-contact', '', null, []))
        .refused('caller-lost', /is called again/);
      const visited = fold(
        [
          moved('M1', 'available', 'assigned'),
          moved('M1', 'assigned', 'on-scene'),
          moved('M1', 'on-scene', 'available'),
        ],
        otherwise,
      );
      expect(phaseOf(visited)).toBe('wrap-up');
      expect(recontactOf(visited, policy)).toBeNull();
    }
  });

  test('not before three calls, and not without a reason', () => {
    given(calledTwice)
      .when(giveUp('Was calm.'))
      .refused('call-again-first', /2 of 3 times/);
    given(calledThrice)
      .when(giveUp(' '))
      .refused('reason-needed', /stays open/);
    given(talking)
      .when(giveUp('Was calm.'))
      .refused('not-lost', /not lost/);
  });

  test('by a clinician, who says why', () => {
    const after = given(calledThrice)
      .when(giveUp(' Was calm. '))
      .then(
        {
          type: 'incident.note-added',
          incidentId,
          kind: 'clinical',
          text: 'Not found again: Was calm.',
        },
        {
          type: 'phone.resolved',
          incidentId,
          outcome: 'caller-lost',
          ended: { safety: 'not-asked', company: null, followUp: null, secondPerson: null },
        },
        { type: 'incident.closed', incidentId, disposition: 'caller-lost', note: '' },
      );
    expect(after.phone.state).toBe('ended');
  });

  test('while a check is recommended, only by two', () => {
    given(calledThrice)
      .when(giveUp('Was calm.', null, 'high'))
      .refused('check-needed', /police check.*second person/);
    given(calledThrice)
      .when(giveUp('Was calm.', cleo, 'high'))
      .refused('second-person-is-you', /somebody else/);
    expect(isRefusal(giveUp('Was calm.', theo, 'high')(calledThrice))).toBe(false);
  });

  test('after somebody went and came back, one person is enough', () => {
    const checked = fold(
      [
        moved('P11', 'available', 'assigned'),
        moved('P11', 'assigned', 'on-scene'),
        moved('P11', 'on-scene', 'available'),
      ],
      calledThrice,
    );
    expect(isRefusal(giveUp('Police saw them.', null, 'high')(checked))).toBe(false);
  });
});

test('a team is asked for while the caller is lost, and then dispatch has it', () => {
  const after = told(askForTeam(lost, { know: '', stays: true }, context({ by: imani })), lost);
  expect(after).toMatchObject({ owner: dana, phone: { state: 'ended' } });
  expect(phaseOf(after)).toBe('intake');
});

test('closed while lost, and opened again by police now, no old clock runs', () => {
  const events: Told[] = [
    { type: 'incident.closed', incidentId, disposition: 'caller-lost', note: '' },
    {
      type: 'incident.upgraded',
      incidentId,
      services: ['police'],
      shortage: null,
      fromLine: false,
    },
  ];
  const open = fold(events, lost);
  expect(open.closed).toBeNull();
  expect(open.phone.state).toBe('ended');
});
