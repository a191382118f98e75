import { beforeEach, expect, test } from 'vitest';
import { centerAtWork, clearOfDanger, openedIncident } from '../support/desk-at-work.ts';
import { HandTimers } from '../support/hand-timers.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import type { Desk, Session } from '#main/desk/desk.ts';
import type { FeedMessage } from '#shared/contract/answers.ts';
import type { Topic } from '#shared/contract/console-contract.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

let timers: HandTimers;
let desk: Desk;
let dana: Session;
let incidentId: IncidentId;
let heard: FeedMessage[];
let stop: () => void;

beforeEach(() => {
  const atWork = centerAtWork();
  incidentId = openedIncident(atWork, atWork.as('Dana'), { callType: 'MHDIST' });
  clearOfDanger(atWork, atWork.as('Dana'), incidentId);
  dana = atWork.as('Dana');
  atWork.desk.close();
  timers = new HandTimers();
  desk = openDesk({
    folder: atWork.folder,
    mode: 'training',
    now: () => new Date(atWork.now()),
    timers,
  });
  heard = [];
  stop = desk.feed(dana, (message) => heard.push(message));
  look(incidentId);
});

function look(at: IncidentId | null): void {
  desk.answer('incident.focus', { incidentId: at }, dana);
}

function report(unitId: string, status: 'available' | 'out-of-service'): void {
  const reply = desk.answer('unit.set-status', { unitId: unitId as UnitId, status }, dana);
  if (!reply.ok) throw new Error(reply.because);
}

function whyNot(message: FeedMessage | undefined, unitId: string): readonly string[] | undefined {
  return message?.focus?.candidates
    .find((each) => each.unitId === unitId)
    ?.shortfalls.map(({ kind }) => kind);
}

test('a unit that changes elsewhere is on the board at once, and in the view a moment later', () => {
  report('M2', 'out-of-service');
  expect(heard).toHaveLength(1);
  expect(heard[0]?.patch.units[0]).toMatchObject({ unitId: 'M2', status: 'out-of-service' });
  expect(heard[0]?.focus).toBeUndefined();
  timers.pass();
  expect(heard).toHaveLength(2);
  expect(whyNot(heard[1], 'M2')).toContain('off-duty');
});

test('the message that brings the view changes nothing on the board', () => {
  report('M2', 'out-of-service');
  timers.pass();
  const { from, revision, units, incidents, announcements } = heard[1]!.patch;
  expect([from, revision]).toEqual([heard[0]?.patch.revision, heard[0]?.patch.revision]);
  expect([units, incidents, announcements]).toEqual([[], [], []]);
});

test('many units that change make one view, with all of them', () => {
  report('M1', 'out-of-service');
  report('M2', 'out-of-service');
  report('P11', 'out-of-service');
  expect(heard.map(({ focus }) => focus)).toEqual([undefined, undefined, undefined]);
  timers.pass();
  expect(heard).toHaveLength(4);
  for (const unitId of ['M1', 'M2', 'P11']) expect(whyNot(heard[3], unitId)).toContain('off-duty');
  timers.pass();
  expect(heard, 'nothing more is owed').toHaveLength(4);
});

test('what happens to the incident itself is seen at once, and nothing is left to follow', () => {
  report('M2', 'out-of-service');
  desk.answer('incident.add-note', { incidentId, kind: 'dispatch', text: 'Gate code 4.' }, dana);
  expect(heard).toHaveLength(2);
  expect(whyNot(heard[1], 'M2')).toContain('off-duty');
  timers.pass();
  expect(heard).toHaveLength(2);
});

test('who looks elsewhere by then gets the view of what they look at', () => {
  report('M2', 'out-of-service');
  look(null);
  timers.pass();
  expect(heard).toHaveLength(1);
});

test('a window that left, and a desk that closed, hear nothing any more', () => {
  report('M2', 'out-of-service');
  stop();
  timers.pass();
  expect(heard).toHaveLength(1);
  desk.feed(dana, (message) => heard.push(message));
  report('M2', 'available');
  desk.close();
  timers.pass();
  expect(heard).toHaveLength(2);
});

test('what a clinician wrote, and what is said to somebody else, never gets as far as a window it is not for', () => {
  const sessions = new Map<string, Session>();
  const said = new Map<string, string[]>();
  for (const { name, ...each } of operators()) {
    const session: Session = { operator: { name, ...each }, focus: null };
    sessions.set(name, session);
    said.set(name, []);
    desk.feed(session, ({ patch }) =>
      said.get(name)!.push(...patch.announcements.map(({ text }) => text)),
    );
  }
  const heardBy = (words: string) =>
    [...said].flatMap(([name, texts]) => (texts.join('\n').includes(words) ? [name] : [])).sort();
  const ask = (name: string, topic: Topic, input: unknown) => {
    const reply = desk.answer(topic, input, sessions.get(name)!);
    expect(reply, topic).toMatchObject({ ok: true });
  };
  ask('Cleo', 'monitor.join', { incidentId });
  ask('Cleo', 'monitor.advise', { incidentId, text: 'planted advice', forTeam: false });
  ask('Cleo', 'monitor.nominate', {
    incidentId,
    response: 'clinician-phone',
    reason: 'She asks for somebody to talk to.',
  });
  ask('Dana', 'monitor.deny-nomination', { incidentId, reason: 'planted denial' });
  ask('Dana', 'unit.duress', { unitId: 'M1' });
  ask('Dana', 'unit.clear-duress', { unitId: 'M1', reason: 'planted all-clear' });
  const everybodyButAda = ['Cleo', 'Dana', 'Imani', 'Pat', 'Sam', 'Theo'];
  expect(heardBy('planted advice')).toEqual(everybodyButAda);
  expect(heardBy('planted denial')).toEqual(everybodyButAda);
  expect(heardBy('planted all-clear')).toEqual(everybodyButAda);
  expect(heardBy('M1: duress')).toEqual(['Ada', ...everybodyButAda]);
});

function operators() {
  const hello = desk.answer('desk.hello', {}, { operator: null, focus: null });
  return hello.ok ? hello.value.operators : [];
}
