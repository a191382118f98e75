import { beforeEach, describe, expect, test } from 'vitest';
import { cautionHere, recordedCaution } from '../support/caution-examples.ts';
import { centerAtWork, openedIncident, report, type DeskAtWork } from '../support/desk-at-work.ts';
import { forATeam } from '../support/topic-examples.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});

const view = (incidentId: IncidentId, name = 'Dana'): IncidentView =>
  atWork.do(atWork.as(name), 'incident.focus', { incidentId })!;
const send = (incidentId: IncidentId, unitId = 'M1') =>
  atWork.desk.answer(
    'incident.assign-unit',
    { incidentId, unitId: unitId as UnitId, reason: null },
    atWork.as('Dana'),
  );
const acknowledge = (incidentId: IncidentId, name = 'Dana') =>
  atWork.desk.answer(
    'caution.acknowledge',
    { incidentId, cautionIds: view(incidentId, name).cautions.map(({ cautionId }) => cautionId) },
    atWork.as(name),
  );

describe('before a team goes', () => {
  test('a caution at the address bars it until somebody acknowledged, and then travels with it', () => {
    recordedCaution(atWork, { about: { kind: 'address', address: '4500 N. BROADWAY #3, uptown' } });
    const incidentId = forATeam(atWork);
    const [line] = view(incidentId).cautions;
    expect(line).toMatchObject({
      text: 'Large dog behind the door.',
      source: 'Crew of M1',
      recordedAt: atWork.now().toISOString(),
      recordedBy: 'Dana',
      expiresOn: '2026-06-01',
      expired: false,
      acknowledged: null,
    });
    const head = atWork.desk.journal.head();
    expect(send(incidentId)).toMatchObject({ ok: false, refused: 'caution-not-acknowledged' });
    expect(atWork.desk.journal.head()).toBe(head);

    expect(acknowledge(incidentId).ok).toBe(true);
    const read = view(incidentId);
    expect(read.cautions[0]?.acknowledged).toEqual({ at: atWork.now().toISOString(), by: 'Dana' });
    expect(read.timeline.at(-1)?.text).toBe(
      'Caution acknowledged, goes to the team: Animal: Large dog behind the door. (Crew of M1)',
    );
    expect(send(incidentId).ok).toBe(true);
    expect(view(incidentId).units).toHaveLength(1);
  });

  test('it bars only this incident, and again when another one is recorded', () => {
    const incidentId = forATeam(atWork);
    recordedCaution(atWork);
    acknowledge(incidentId);
    recordedCaution(atWork, { text: 'Needles in the hall.', kind: 'infection' });
    expect(send(incidentId)).toMatchObject({ refused: 'caution-not-acknowledged' });
    const elsewhere = openedIncident(atWork, atWork.as('Dana'), { address: '4500 N Broadway' });
    expect(view(elsewhere).cautions).toEqual([]);
  });

  test('police/EMS now never waits for one, on an incident or on a waiting call', () => {
    recordedCaution(atWork, { kind: 'weapon' });
    const incidentId = openedIncident(atWork, atWork.as('Dana'));
    atWork.do(atWork.as('Pat'), 'incident.upgrade', { incidentId, services: ['police', 'ems'] });
    const there = view(incidentId);
    expect(there.units.map(({ unitId }) => unitId).sort()).toEqual(['E31', 'P11']);
    expect(there.cautions[0]?.acknowledged).toBeNull();
  });

  test('EMS that a decision sends never waits for one', () => {
    recordedCaution(atWork, { kind: 'weapon' });
    const dana = atWork.as('Dana');
    const incidentId = openedIncident(atWork, dana);
    const fact = atWork.desk.policy()!.policy.facts.find(({ topic }) => topic === 'medical')!.id;
    atWork.do(dana, 'incident.answer-fact', {
      incidentId,
      fact,
      answer: 'yes',
      informant: 'caller-saw',
    });
    const { recommendation } = view(incidentId);
    expect(recommendation.alongside).not.toEqual([]);
    atWork.do(dana, 'incident.decide', {
      incidentId,
      seen: { level: recommendation.level, response: recommendation.responseId },
      response: recommendation.responseId,
      reason: null,
      secondPerson: null,
    });
    expect(view(incidentId).units.map(({ unitId }) => unitId)).toContain('E31');
  });

  test('help called when none was free is sent by hand without waiting', () => {
    recordedCaution(atWork, { kind: 'weapon' });
    const dana = atWork.as('Dana');
    const E31 = 'E31' as UnitId;
    atWork.do(dana, 'unit.set-status', { unitId: E31, status: 'out-of-service' });
    const incidentId = openedIncident(atWork, dana);
    atWork.do(dana, 'incident.upgrade', { incidentId, services: ['ems'] });
    atWork.do(dana, 'unit.set-status', { unitId: E31, status: 'available' });
    expect(send(incidentId, 'E31').ok).toBe(true);
  });

  test('no caution changes what is recommended, nor who could go', () => {
    const incidentId = forATeam(atWork);
    const picture = () => {
      const { recommendation, options, candidates, wanted, facts, needsDecision } =
        view(incidentId);
      return { recommendation, options, candidates, wanted, facts, needsDecision };
    };
    const before = picture();
    for (const kind of ['weapon', 'violence', 'officer-safety'] as const)
      recordedCaution(atWork, { kind });
    expect(view(incidentId).cautions).toHaveLength(3);
    expect(picture()).toEqual(before);
    acknowledge(incidentId);
    expect(picture()).toEqual(before);
  });
});

describe('with time', () => {
  test('after its last day it bars nobody and is shown as expired, after those that count', () => {
    recordedCaution(atWork, { expiresOn: '2026-03-03', text: 'Old dog.' });
    const incidentId = forATeam(atWork);
    expect(send(incidentId)).toMatchObject({ refused: 'caution-not-acknowledged' });
    // 18:00Z is noon in Chicago: its midnight is twelve hours away.
    atWork.pass(12 * 60);
    expect(view(incidentId).cautions).toMatchObject([{ text: 'Old dog.', expired: true }]);
    recordedCaution(atWork, { text: 'New dog.' });
    expect(view(incidentId).cautions.map(({ text }) => text)).toEqual(['New dog.', 'Old dog.']);
    const sent = send(incidentId);
    expect(sent).toMatchObject({ ok: false });
    expect(JSON.stringify(sent)).not.toContain('Old dog.');
  });

  test('a supervisor removes one with a reason, and it stands nowhere any more', () => {
    const cautionId = recordedCaution(atWork);
    const incidentId = forATeam(atWork);
    const input = { cautionId, reason: 'The dog has died.' };
    expect(atWork.desk.answer('caution.remove', input, atWork.as('Dana'))).toMatchObject({
      refused: 'not-allowed',
    });
    atWork.do(atWork.as('Sam'), 'caution.remove', input);
    expect(view(incidentId).cautions).toEqual([]);
    expect(atWork.do(atWork.as('Sam'), 'caution.all', {})).toEqual([]);
    expect(send(incidentId).ok).toBe(true);
  });

  test('all of it survives a restart and is derived from the journal alone', () => {
    recordedCaution(atWork);
    atWork.do(atWork.as('Sam'), 'caution.remove', {
      cautionId: recordedCaution(atWork, { text: 'Wrong house.' }),
      reason: 'Wrong house.',
    });
    const incidentId = forATeam(atWork);
    acknowledge(incidentId);
    const before = view(incidentId).cautions;
    atWork = atWork.reopen();
    expect(view(incidentId).cautions).toEqual(before);
    expect(before).toHaveLength(1);
    expect(auditBoard(atWork.desk.db).equal).toBe(true);
  });

  test('a window that looks at the incident is told of a new caution at once', () => {
    const incidentId = openedIncident(atWork, atWork.as('Dana'));
    const session = atWork.as('Theo');
    session.focus = incidentId;
    const heard: (number | undefined)[] = [];
    atWork.desk.feed(session, ({ focus }) => heard.push(focus?.cautions.length));
    recordedCaution(atWork);
    expect(heard).toEqual([1]);
  });
});

describe('about a person', () => {
  const name = 'Jordan Example';
  test('it is shown only where somebody attached it by exactly that name', () => {
    recordedCaution(atWork, { about: { kind: 'person', name } });
    const words = `${name} is shouting.`;
    const incidentId = openedIncident(atWork, atWork.as('Dana'), { words });
    expect(view(incidentId).cautions).toEqual([]);
    const attach = (as: string, given: string) =>
      atWork.desk.answer('caution.attach', { incidentId, name: given }, atWork.as(as));
    expect(attach('Cleo', 'Jordan')).toMatchObject({ ok: false, refused: 'no-caution' });
    expect(attach('Cleo', 'jordan  example').ok).toBe(true);
    expect(view(incidentId).cautions).toMatchObject([{ about: { name }, acknowledged: null }]);
    expect(view(incidentId).timeline.at(-1)?.text).toContain('Caution attached: Animal');
  });
});

describe('officer safety is criminal-justice text', () => {
  const marker = 'planted-officer-safety-words';
  const everything = (incidentId: IncidentId, name: string) =>
    JSON.stringify([
      view(incidentId, name),
      atWork.desk.answer('caution.all', {}, atWork.as(name)),
      atWork.do(atWork.as(name), 'board.snapshot', {}),
      atWork.do(atWork.as(name), 'find.anything', { text: marker }),
    ]);

  test('dispatch and supervisors read it; a clinician and an administrator never do', () => {
    const about = { kind: 'person', name: 'Jordan Example' } as const;
    recordedCaution(atWork, { kind: 'officer-safety', text: marker });
    recordedCaution(atWork, { kind: 'officer-safety', text: marker, about });
    const incidentId = openedIncident(atWork, atWork.as('Dana'));
    const ears = ['Cleo', 'Ada', 'Pat'].map((name) => {
      const session = atWork.as(name);
      session.focus = incidentId;
      const heard: string[] = [];
      atWork.desk.feed(session, (message) => heard.push(JSON.stringify(message)));
      return heard;
    });
    atWork.do(atWork.as('Pat'), 'caution.attach', { incidentId, name: about.name });
    expect(acknowledge(incidentId).ok).toBe(true);
    for (const name of ['Cleo', 'Ada']) {
      expect(everything(incidentId, name)).not.toContain(marker);
      expect(view(incidentId, name).cautions).toEqual([]);
      expect(view(incidentId, name).timeline.some(({ text }) => /caution/i.test(text))).toBe(false);
    }
    for (const name of ['Dana', 'Pat', 'Sam'])
      expect(everything(incidentId, name), name).toContain(marker);
    expect(ears[0]!.join()).not.toContain(marker);
    expect(ears[1]!.join()).not.toContain(marker);
    expect(ears[2]!.join()).toContain(marker);
  });

  test('a clinician neither records, attaches nor acknowledges what is never shown to them', () => {
    const cleo = atWork.as('Cleo');
    const own = cautionHere({ kind: 'officer-safety', text: marker });
    expect(atWork.desk.answer('caution.record', own, cleo)).toMatchObject({
      refused: 'not-read-here',
    });
    const about = { kind: 'person', name: 'Jordan Example' } as const;
    recordedCaution(atWork, { kind: 'officer-safety', text: marker, about });
    const cautionId = recordedCaution(atWork, { kind: 'officer-safety', text: marker });
    const incidentId = forATeam(atWork);
    const attached = atWork.desk.answer('caution.attach', { incidentId, name: about.name }, cleo);
    expect(attached).toMatchObject({ refused: 'no-caution' });
    atWork.do(cleo, 'caution.acknowledge', { incidentId, cautionIds: [cautionId] });
    expect(view(incidentId).cautions[0]?.acknowledged).toBeNull();
    expect(send(incidentId)).toMatchObject({ refused: 'caution-not-acknowledged' });
  });

  test('a crew without police is not read it; what it is read is cut to who looks', () => {
    recordedCaution(atWork, { kind: 'officer-safety', text: marker });
    const dog = recordedCaution(atWork);
    recordedCaution(atWork, { text: 'Old dog.', expiresOn: '2026-03-03' });
    const incidentId = forATeam(atWork);
    acknowledge(incidentId);
    expect(view(incidentId).teamCards).toEqual([]);
    for (const unitId of ['M1', 'N1']) expect(send(incidentId, unitId).ok, unitId).toBe(true);
    atWork.pass(24 * 60);
    const cards = (name: string) => view(incidentId, name).teamCards;
    expect(cards('Dana')).toMatchObject([
      { unitId: 'M1', cautionIds: [dog], keptBack: 1 },
      { unitId: 'N1', keptBack: 0 },
    ]);
    expect(cards('Dana')[1]?.cautionIds).toHaveLength(2);
    const only = { cautionIds: [dog], keptBack: 0 };
    expect(cards('Cleo')).toMatchObject([only, only]);
    report(atWork, 'M1', 'on-scene');
    expect(cards('Dana')).toHaveLength(1);
  });

  test('what a timeline says of several is cut to what the role may read', () => {
    recordedCaution(atWork, { kind: 'officer-safety', text: marker });
    recordedCaution(atWork);
    const incidentId = openedIncident(atWork, atWork.as('Dana'));
    acknowledge(incidentId);
    const said = (name: string) => view(incidentId, name).timeline.at(-1)!.text;
    expect(said('Dana')).toContain(marker);
    expect(said('Cleo')).toContain('Large dog');
    expect(said('Cleo')).not.toContain(marker);
  });
});
