import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  accept,
  centerAtWork,
  clearOfDanger,
  openAtWork,
  openedIncident,
  report,
  temporaryFolder,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { EXAMPLES, type Example } from '../support/topic-examples.ts';
import type { WallBoard } from '#shared/board/wall-board.ts';
import { TOPICS } from '#shared/contract/console-contract.ts';
import { WALL_TOPIC } from '#shared/contract/wall-topic.ts';
import type { UnitId } from '#shared/lib/brand.ts';

const M1 = 'M1' as UnitId;

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});
afterEach(() => atWork.desk.close());

function boardOf({ desk }: DeskAtWork): WallBoard {
  const seat = desk.wall(() => {});
  const board = seat.board();
  seat.leave();
  if (board === null) throw new Error('The wall has no board.');
  return board;
}

/** An invented shift with something personal in every field that can hold it. */
function personalShift(): void {
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana, {
    ani: '312-555-0177',
    address: '1723 Invented Street, Uptown',
    words: 'Quentin Invented has not slept.',
  });
  clearOfDanger(atWork, dana, incidentId);
  const informant = 'caller-saw';
  const fact = 'in-person-need';
  atWork.do(dana, 'incident.answer-fact', { incidentId, fact, answer: 'yes', informant });
  accept(atWork, dana, incidentId);
  atWork.do(dana, 'incident.add-note', { incidentId, kind: 'dispatch', text: 'Invented note.' });
  const cleo = atWork.as('Cleo');
  atWork.do(cleo, 'incident.add-note', { incidentId, kind: 'clinical', text: 'Invented therapy.' });
  atWork.do(dana, 'incident.assign-unit', { incidentId, unitId: M1, reason: null });
  report(atWork, 'M1', 'en-route');
  report(atWork, 'M1', 'on-scene');
  atWork.do(dana, 'incident.hold', { incidentId, minutes: 5, reason: 'Invented hold reason.' });
  atWork.do(dana, 'unit.duress', { unitId: M1 });
  atWork.do(dana, 'call.receive', {
    ani: '312-555-0188',
    address: '99 Invented Avenue',
    words: 'Another invented caller.',
    callType: null,
  });
  atWork.do(atWork.as('Sam'), 'unit.add', {
    unitId: 'X9' as UnitId,
    teamType: 'ems',
    zone: 'North',
    crew: [{ name: 'Invented Medic', role: 'paramedic', languages: ['pl'] }],
    capabilities: ['stretcher'],
  });
}

test('nothing personal is in a byte of what the wall is sent, before and after every change', () => {
  const sent: string[] = [];
  const seat = atWork.desk.wall(() => sent.push(JSON.stringify(seat.board())));
  personalShift();
  atWork.pass(30);
  atWork.desk.watch();
  seat.leave();
  sent.push(JSON.stringify(boardOf(atWork)));
  expect(sent.length).toBeGreaterThan(15);
  const names = ['Dana', 'Cleo', 'Sam', 'Ada', 'Invented', 'Quentin', '555', 'slept'];
  for (const each of sent)
    for (const name of names) expect(each.includes(name), `${name} in ${each}`).toBe(false);
  for (const operator of ['Dana', 'Cleo']) expect(sent.join()).not.toContain(atWork.idOf(operator));
});

test('the wall says where, how high and since when, who is on it and who is in danger', () => {
  personalShift();
  const board = boardOf(atWork);
  expect(board.waiting).toMatchObject({ calls: 1, since: atWork.now().toISOString() });
  expect(board).toMatchObject({ center: 'Test Center', training: true });
  expect(board.incidents).toMatchObject([
    { number: 1, area: 'Uptown', zone: 'North', units: expect.arrayContaining(['M1']) as unknown },
  ]);
  const m1 = board.units.find(({ unitId }) => unitId === 'M1');
  expect(m1).toMatchObject({ status: 'on-scene', incidentNumber: 1, safety: { state: 'duress' } });
  expect(board.units.find(({ unitId }) => unitId === 'X9')?.status).toBe('off-duty');
});

test('a wall that has followed a shift shows what one opened now shows', () => {
  const seat = atWork.desk.wall(() => {});
  personalShift();
  const sorted = (board: WallBoard | null) => ({
    ...board,
    units: [...(board?.units ?? [])].sort((a, b) => a.unitId.localeCompare(b.unitId)),
  });
  expect(sorted(seat.board())).toEqual(sorted(boardOf(atWork)));
});

test('a wall can ask for its own board and for nothing else', () => {
  const seat = atWork.desk.wall(() => {});
  const head = atWork.desk.journal.head();
  expect(seat.answer(WALL_TOPIC, {})).toMatchObject({ ok: true });
  expect(seat.answer(WALL_TOPIC, { incidentId: 'x' })).toMatchObject({ ok: false });
  for (const topic of TOPICS) {
    for (const input of [{}, null, { operatorId: atWork.idOf('Sam'), passphrase: '' }])
      expect(seat.answer(topic, input), topic).toMatchObject({ refused: 'wall-only-looks' });
  }
  for (const topic of [undefined, null, 7, {}, `${WALL_TOPIC} `, '__proto__'])
    expect(seat.answer(topic, {})).toMatchObject({ refused: 'wall-only-looks' });
  expect(atWork.desk.journal.head()).toBe(head);
});

test('whoever signed on at a console cannot ask the wall’s topic there', () => {
  const reply = atWork.desk.answer(WALL_TOPIC as never, {}, atWork.as('Sam'));
  expect(reply).toMatchObject({ ok: false, refused: 'unknown-topic' });
});

test('the wall goes on when everybody has signed off', () => {
  let changes = 0;
  const seat = atWork.desk.wall(() => (changes += 1));
  atWork.do(atWork.as('Dana'), 'operator.sign-off', {});
  const before = changes;
  atWork.desk.record([{ type: 'unit.crew-changed', unitId: M1, crew: [] }], atWork.idOf('Sam'));
  expect(changes).toBe(before + 1);
  expect(seat.board()?.units.find(({ unitId }) => unitId === 'M1')?.gap).toContain('clinician');
  seat.leave();
  atWork.desk.record([{ type: 'unit.crew-changed', unitId: M1, crew: [] }], atWork.idOf('Sam'));
  expect(changes).toBe(before + 1);
});

test('before the center is set up there is no board, and it appears with the set-up', () => {
  const empty = openAtWork(temporaryFolder());
  const seat = empty.desk.wall(() => {});
  expect(seat.answer(WALL_TOPIC, {})).toEqual({ ok: true, value: null });
  const example = EXAMPLES['center.set-up'] as Example<'center.set-up'>;
  const nobody = { operator: null, focus: null };
  empty.do(nobody, 'center.set-up', example.good(empty, nobody));
  expect(seat.board()).toMatchObject({ incidents: [], units: [], waiting: { calls: 0 } });
  empty.desk.close();
});
