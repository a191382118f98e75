import { afterEach, beforeEach, expect, test } from 'vitest';
import { damagePage, rootOf } from '../support/damaged-pages.ts';
import {
  accept,
  centerAtWork,
  clearOfDanger,
  openAtWork,
  openedIncident,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import type { PaperKit } from '#shared/paper/paper-kit.ts';
import type { UnitId } from '#shared/lib/brand.ts';

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});
afterEach(() => atWork.desk.close());

const kitOf = (name: string | null): PaperKit =>
  atWork.desk.paperKit(name === null ? null : atWork.as(name).operator);

function shift(): void {
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana);
  clearOfDanger(atWork, dana, incidentId);
  const informant = 'caller-saw';
  const fact = 'in-person-need';
  atWork.do(dana, 'incident.answer-fact', { incidentId, fact, answer: 'yes', informant });
  accept(atWork, dana, incidentId);
  atWork.do(dana, 'incident.add-note', { incidentId, kind: 'dispatch', text: 'Rear entrance.' });
  const cleo = atWork.as('Cleo');
  atWork.do(cleo, 'incident.add-note', { incidentId, kind: 'clinical', text: 'Therapy secret.' });
  const about = { kind: 'address', address: '4500 N Broadway, Uptown' } as const;
  const expiresOn = '2026-06-01';
  const said = (kind: 'animal' | 'officer-safety', text: string) =>
    atWork.do(dana, 'caution.record', { about, kind, text, source: 'Crew of M1', expiresOn });
  said('animal', 'Large dog.');
  said('officer-safety', 'Officer secret.');
  const cautionIds = view(incidentId).cautions.map(({ cautionId }) => cautionId);
  atWork.do(dana, 'caution.acknowledge', { incidentId, cautionIds });
  const unitId = 'M1' as UnitId;
  atWork.do(dana, 'incident.assign-unit', { incidentId, unitId, reason: null });
  atWork.do(dana, 'incident.hold', { incidentId, minutes: 20, reason: 'Sister is on her way.' });
}

function view(incidentId: ReturnType<typeof openedIncident>) {
  const found = atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId });
  if (found === null) throw new Error('No such incident.');
  return found;
}

test('an open incident is on paper with what it takes to go on by hand', () => {
  shift();
  const kit = kitOf('Dana');
  expect(kit).toMatchObject({ printedBy: 'Dana, dispatcher', size: 'letter', training: true });
  expect(kit.incidents).toMatchObject([
    {
      number: 1,
      address: '4500 N Broadway, Uptown',
      callback: '312-555-0100',
      recommended: { level: 'L2' },
      decided: { by: 'Dana' },
      units: [{ unitId: 'M1', status: 'Assigned' }],
      hold: { reason: 'Sister is on her way.' },
      unasked: [],
      notes: [{ text: 'Rear entrance.' }],
    },
  ]);
  expect(kit.units).toHaveLength(7);
  expect(kit.units.find(({ unitId }) => unitId === 'M1')).toMatchObject({ incidentNumber: 1 });
});

test('no kit has clinical text, not even a clinician’s; officer-safety text only who may read it', () => {
  shift();
  for (const name of ['Dana', 'Cleo', 'Sam', 'Pat', 'Ada', null])
    expect(JSON.stringify(kitOf(name)), String(name)).not.toContain('Therapy');
  const cautions = (name: string | null) =>
    kitOf(name).incidents[0]?.cautions.map(({ text }) => text);
  expect(cautions('Dana')).toHaveLength(2);
  expect(cautions(null)).toHaveLength(2);
  expect(cautions('Cleo')).toEqual(['Large dog.']);
  expect(cautions('Ada')).toEqual(['Large dog.']);
});

test('an answer that has aged is asked again on paper too', () => {
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana);
  clearOfDanger(atWork, dana, incidentId);
  atWork.pass(20);
  atWork.desk.watch();
  const [incident] = kitOf('Dana').incidents;
  expect(incident?.unasked.length).toBeGreaterThan(0);
  expect(incident?.facts.some(({ aged }) => aged)).toBe(true);
});

test('the rules on paper are those in force, gate by gate, and every question is on the card', () => {
  const { policy } = atWork.desk.policy() ?? {};
  const { intake } = kitOf('Dana');
  expect(intake.gates.map(({ level }) => level)).toEqual(policy?.gates.map(({ level }) => level));
  expect(intake.gates.map(({ rules }) => rules.length)).toEqual(
    policy?.gates.map(({ rules }) => rules.length),
  );
  expect(intake.questions).toHaveLength(policy?.facts.length ?? 0);
  expect(intake.gates[0]?.rules[0]?.when).toMatch(/: yes$/);
});

test('a waiting call is on paper with its number, longest first', () => {
  const dana = atWork.as('Dana');
  const call = { ani: '312-555-0199', address: '', callType: null };
  atWork.do(dana, 'call.receive', { ...call, words: 'First.' });
  atWork.pass(1);
  atWork.do(dana, 'call.receive', { ...call, words: 'Second.' });
  expect(kitOf('Dana').calls.map(({ words }) => words)).toEqual(['First.', 'Second.']);
});

test('how the kit is kept is the center’s, survives a restart, and is written once', () => {
  const sam = atWork.as('Sam');
  expect(atWork.desk.kitSetting()).toEqual({ size: 'letter', everyMinutes: 15 });
  atWork.do(sam, 'paper.set-kit', { size: 'a4', everyMinutes: null });
  const head = atWork.desk.journal.head();
  atWork.do(sam, 'paper.set-kit', { size: 'a4', everyMinutes: null });
  expect(atWork.desk.journal.head()).toBe(head);
  atWork = atWork.reopen();
  expect(atWork.desk.kitSetting()).toEqual({ size: 'a4', everyMinutes: null });
});

test('a damaged page takes a part with it, and the kit says which', () => {
  shift();
  const folder = atWork.folder;
  atWork.desk.close();
  damagePage(folder, rootOf(folder, 'board_units'));
  atWork = openAtWork(folder);
  const kit = kitOf('Dana');
  expect(kit.unread).toEqual(['units']);
  expect(kit.units).toEqual([]);
  expect(kit.incidents).toHaveLength(1);
  expect(kit.incidents[0]?.units).toHaveLength(1);
});
