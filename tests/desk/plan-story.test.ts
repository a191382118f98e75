import { typedBy } from '../support/edit-examples.ts';
import { expect, test } from 'vitest';
import { centerAtWork, openAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { A_PLAN, MOTHER_OF_LEO, PILLS, PLAYS_GUITAR } from '../support/plan-examples.ts';
import { talking } from '../support/topic-examples.ts';
import { resolving } from '../support/phone-endings.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

function viewOf(atWork: DeskAtWork, name: string, incidentId: IncidentId) {
  const view = atWork.do(atWork.as(name), 'incident.focus', { incidentId });
  if (view === null) throw new Error('No such incident.');
  return view;
}

/** Everything a clinician can write about a person, each with a marker of its own. */
function wroteEverything(atWork: DeskAtWork, incidentId: IncidentId): void {
  const cleo = atWork.as('Cleo');
  const { subject } = MOTHER_OF_LEO;
  const people = { ...MOTHER_OF_LEO, subject: { ...subject, name: 'marker-name' } };
  atWork.do(cleo, 'people.note', { incidentId, people });
  atWork.do(cleo, 'interpreter.connect', { incidentId, means: 'phone', line: 'marker-line' });
  for (const field of ['concern', 'treatment'] as const)
    atWork.do(cleo, 'note.write', { incidentId, field, text: `marker-${field}`, over: null });
  const plan = { ...A_PLAN, own: ['marker-plan'] };
  atWork.do(cleo, 'safety-plan.write', { incidentId, plan, over: null });
  atWork.do(cleo, 'safety-plan.give', { incidentId, how: 'read-aloud' });
  const discussion = { ...PILLS, agreed: 'marker-means' };
  atWork.do(cleo, 'means.discuss', { incidentId, discussion, informant: 'caller-saw' });
  const strength = { ...PLAYS_GUITAR, text: 'marker-strength' };
  atWork.do(cleo, 'strength.note', { incidentId, strength });
  const advice = 'Stand to the side of the door and say your name.';
  atWork.do(cleo, 'approach.advise', { incidentId, advice, reviewed: true });
}

test('only clinicians read it; how to approach is for everybody', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  wroteEverything(atWork, incidentId);
  for (const name of ['Pat', 'Dana', 'Sam', 'Ada']) {
    const view = viewOf(atWork, name, incidentId);
    expect(view.clinical).toBeNull();
    expect(view.approach).toMatchObject({ by: 'Cleo', advice: expect.stringMatching(/^Stand to/) });
    expect(JSON.stringify(view)).not.toContain('marker');
  }
  const imani = JSON.stringify(viewOf(atWork, 'Imani', incidentId).clinical);
  for (const each of ['name', 'line', 'concern', 'treatment', 'plan', 'means', 'strength'])
    expect(imani).toContain(`marker-${each}`);
});

test('the feed carries none of it to a dispatcher who looks at the incident', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  const dana = atWork.as('Dana');
  dana.focus = incidentId;
  const heard: string[] = [];
  atWork.desk.feed(dana, (message) => heard.push(JSON.stringify(message)));
  wroteEverything(atWork, incidentId);
  expect(heard.length).toBeGreaterThan(5);
  expect(heard.join('\n')).not.toContain('marker');
});

test('the record survives a restart as it was written', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  wroteEverything(atWork, incidentId);
  const before = viewOf(atWork, 'Cleo', incidentId).clinical;
  const again = atWork.reopen();
  expect(viewOf(again, 'Cleo', incidentId).clinical).toEqual(before);
  expect(before?.work).toMatchObject({
    informant: 'third-party',
    minority: { standing: '12-17', years: 14 },
    interpreter: { means: 'phone', leftAt: null },
    given: [{ how: 'read-aloud', by: 'Cleo' }],
  });
});

test('a weapon within reach raises the incident for dispatch in the commit that writes it', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  const heard: number[] = [];
  atWork.desk.subscribe((patch) =>
    heard.push(patch.incidents.filter(({ attention }) => attention !== null).length),
  );
  const discussion = { ...PILLS, means: ['firearm' as const] };
  const input = { incidentId, discussion, informant: 'caller-saw' as const };
  atWork.do(atWork.as('Cleo'), 'means.discuss', input);
  expect(heard).toEqual([1]);
  const view = viewOf(atWork, 'Dana', incidentId);
  expect(view.raised).toBe('Raised from L1 to L3');
  expect(view.needsDecision).toBe(true);
  expect(view.facts.find(({ id }) => id === 'weapon-nearby')?.record?.current).toMatchObject({
    answer: 'yes',
    informant: 'caller-saw',
  });
});

test('two clinicians at one field: the second is told, and writes over what she has read', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  const field = 'concern' as const;
  const first = { incidentId, field, text: 'Cannot sleep.', over: null };
  const { seq } = atWork.do(atWork.as('Cleo'), 'note.write', first);
  const late = { incidentId, field, text: 'Slept two hours.', over: null };
  const refused = atWork.desk.answer('note.write', late, atWork.as('Imani'));
  expect(refused).toMatchObject({ ok: false, refused: 'written-meanwhile' });
  atWork.do(atWork.as('Imani'), 'note.write', { ...late, over: seq });
  const [note] = viewOf(atWork, 'Cleo', incidentId).clinical?.work.notes ?? [];
  expect(note?.versions.map(({ value, by }) => [value, by])).toEqual([
    ['Slept two hours.', 'Imani'],
    ['Cannot sleep.', 'Cleo'],
  ]);
});

test('a closed incident still takes notes, and a plan is printed by a window only', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  const cleo = atWork.as('Cleo');
  atWork.do(cleo, 'phone.resolve', resolving(incidentId));
  const print = () => atWork.desk.answer('safety-plan.print', { incidentId }, cleo);
  expect(print()).toMatchObject({ refused: 'empty-plan' });
  atWork.do(cleo, 'safety-plan.write', { incidentId, plan: A_PLAN, over: null });
  expect(print()).toMatchObject({
    refused: 'no-window',
    because: expect.stringContaining('Shift+P'),
  });
  expect(viewOf(atWork, 'Cleo', incidentId).clinical?.work.sheet).toMatchObject({
    center: 'Test Center',
    date: '2026-03-03',
    name: '',
    training: true,
  });
});

test('half a note is there after a crash, also one as long as a field holds, and no longer one', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  const longest = '🧑🏽‍🚒'.repeat(2857);
  const concern = { subject: `incident/${incidentId}`, field: 'note.concern', text: longest };
  const draft = typedBy(atWork, 'Cleo', concern);
  atWork.do(atWork.as('Cleo'), 'draft.save', draft);
  const more = { ...draft, text: `${longest}xx`.padEnd(200_000, 'x') };
  expect(atWork.desk.answer('draft.save', more, atWork.as('Cleo'))).toMatchObject({ ok: false });
  const again = openAtWork(atWork.folder, atWork.now().toISOString());
  expect(again.do(again.as('Cleo'), 'draft.all', {})).toMatchObject([{ text: longest }]);
});

test('a crew on its way is read how to approach, also without a caution', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  const advice = 'One voice; the dog is friendly.';
  atWork.do(atWork.as('Cleo'), 'approach.advise', { incidentId, advice, reviewed: true });
  expect(viewOf(atWork, 'Dana', incidentId).teamCards).toEqual([]);
  atWork.do(atWork.as('Dana'), 'incident.upgrade', { incidentId, services: ['ems'] });
  const { teamCards, timeline } = viewOf(atWork, 'Dana', incidentId);
  expect(teamCards).toEqual([{ unitId: 'E31', cautionIds: [], keptBack: 0, advice: [] }]);
  expect(timeline.map(({ text }) => text)).toContain(`How to approach: ${advice}`);
});
