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
  opened,
  theo,
  type Told,
} from '../support/given.ts';
import type { IncidentEvent } from '#shared/incident/incident-events.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import {
  advise,
  answerAdvice,
  joinAsMonitor,
  leaveAsMonitor,
  seeAdvice,
} from '#shared/phone/decide-monitoring.ts';
import { afterSignOff, monitorConsequences } from '#shared/phone/monitor-consequences.ts';
import type { MonitorEvent } from '#shared/phone/monitor-events.ts';

const joined = (clinician: OperatorId): MonitorEvent => {
  return { type: 'monitor.joined', incidentId, clinician };
};
const given_ = (adviceId: string, forTeam = false): MonitorEvent => {
  return { type: 'monitor.advised', incidentId, adviceId, text: 'Speak slowly.', forTeam };
};
const closed: IncidentEvent = {
  type: 'incident.closed',
  incidentId,
  disposition: 'no-contact',
  note: '',
};
const onTheLine = fold(
  [{ type: 'phone.taken', incidentId, clinician: cleo }],
  decided([...couldTalk]),
);
/** Advice is given by whoever folds it: in these tests Dana, so somebody else answers. */
const advised = fold([given_('a1')]);

describe('listening along', () => {
  test('several may, each once, and the incident stays whose it was', () => {
    const after = given([joined(imani)])
      .when((it) => joinAsMonitor(it, cleo))
      .then(joined(cleo));
    expect(after.monitoring.monitors.map(({ clinician }) => clinician)).toEqual([imani, cleo]);
    expect(after.owner).toBe(dana);
    given(after)
      .when((it) => joinAsMonitor(it, cleo))
      .then();
  });

  test('whoever leaves is not there any more; leaving twice is once', () => {
    const after = given([joined(cleo), joined(imani)])
      .when((it) => leaveAsMonitor(it, cleo))
      .then({ type: 'monitor.left', incidentId, clinician: cleo });
    expect(after.monitoring.monitors.map(({ clinician }) => clinician)).toEqual([imani]);
    given(after)
      .when((it) => leaveAsMonitor(it, cleo))
      .then();
  });

  test('nobody listens along to a closed incident, or to a caller of their own', () => {
    given([closed])
      .when((it) => joinAsMonitor(it, cleo))
      .refused('incident-closed', /Incident 7 is closed/);
    given(onTheLine)
      .when((it) => joinAsMonitor(it, cleo))
      .refused('on-the-line', /on the line with you/);
  });

  test('it ends by itself when the incident closes, they take the call, or they sign off', () => {
    const both = fold([joined(cleo), joined(imani)]);
    const ended = (clinician: OperatorId, why: string) => {
      return { type: 'monitor.ended', incidentId, clinician, why };
    };
    expect(monitorConsequences(both, closed, dana)).toEqual([
      ended(cleo, 'closed'),
      ended(imani, 'closed'),
    ]);
    const taken = { type: 'phone.taken', incidentId, clinician: cleo } as const;
    expect(monitorConsequences(both, taken, cleo)).toEqual([ended(cleo, 'took-call')]);
    expect(afterSignOff(both, imani)).toEqual([ended(imani, 'signed-off')]);
    expect(afterSignOff(both, theo)).toEqual([]);
    const left = fold(monitorConsequences(both, closed, dana) as Told[], both);
    expect(left.monitoring.monitors).toEqual([]);
  });
});

describe('advice', () => {
  const text = '  Speak slowly, do not touch him.  ';

  test('it is written as it was meant, and waits to be seen', () => {
    const after = given([])
      .when((it) => advise(it, { adviceId: 'a1', text, forTeam: true }, cleo))
      .then({
        type: 'monitor.advised',
        incidentId,
        adviceId: 'a1',
        text: text.trim(),
        forTeam: true,
      });
    expect(after.monitoring.advice).toMatchObject([{ seen: null, answer: null, repeated: false }]);
  });

  test('empty advice, advice to oneself and advice on what is closed go nowhere', () => {
    const tell = (by: OperatorId, words: string) => (it: Parameters<typeof advise>[0]) =>
      advise(it, { adviceId: 'a1', text: words, forTeam: false }, by);
    given([])
      .when(tell(cleo, ' \n '))
      .refused('empty-advice', /nothing was sent/);
    given([])
      .when(tell(dana, text))
      .refused('your-incident', /is yours/);
    given([closed])
      .when(tell(cleo, text))
      .refused('incident-closed', /closed/);
  });

  test('seen is once, by whoever reads it first, and not by who wrote it', () => {
    const after = given(advised)
      .when((it) => seeAdvice(it, 'a1', theo))
      .then({ type: 'monitor.advice-seen', incidentId, adviceId: 'a1' });
    given(after)
      .when((it) => seeAdvice(it, 'a1', imani))
      .then();
    given(advised)
      .when((it) => seeAdvice(it, 'a1', dana))
      .refused('your-own', /your own/);
    given(advised)
      .when((it) => seeAdvice(it, 'a9', theo))
      .refused('no-advice', /no such advice/);
  });

  test('an answer also says that it was seen; a no needs its reason, and nobody answers twice', () => {
    const answer = (followed: boolean, reason: string | null) => (it: typeof advised) =>
      answerAdvice(it, { adviceId: 'a1', followed, reason }, theo);
    given(advised)
      .when(answer(false, '  '))
      .refused('reason-needed', /why it is not followed/);
    const after = given(advised).when(answer(false, 'Already inside.')).then({
      type: 'monitor.advice-answered',
      incidentId,
      adviceId: 'a1',
      followed: false,
      reason: 'Already inside.',
    });
    expect(after.monitoring.advice[0]).toMatchObject({
      seen: { by: dana },
      answer: { followed: false },
    });
    given(after)
      .when(answer(true, null))
      .refused('answered-already', /answered already/);
  });

  test('what nobody answered is never pushed out by more of it', () => {
    const many = Array.from({ length: 12 }, (_, at) => given_(`a${at}`));
    given(many)
      .when((it) => advise(it, { adviceId: 'b', text, forTeam: false }, cleo))
      .refused('too-much-advice', /speak with the dispatcher/);
    const seen: MonitorEvent = {
      type: 'monitor.advice-answered',
      incidentId,
      adviceId: 'a5',
      followed: true,
      reason: null,
    };
    const after = fold([...many, seen, given_('b')]);
    expect(after.monitoring.advice.map(({ adviceId }) => adviceId)).not.toContain('a5');
    expect(after.monitoring.advice).toHaveLength(12);
  });

  test('nothing of it changes the decision, the facts or who is on it', () => {
    const before = fold([opened as Told]);
    const after = fold([joined(cleo), given_('a1', true)], before);
    expect({ ...after, monitoring: null }).toEqual({ ...before, monitoring: null });
  });
});
