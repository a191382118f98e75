import { expect, test } from 'vitest';
import {
  IN_LAKEVIEW,
  IN_UPTOWN,
  mapInForce,
  proposal,
  proposedMap,
} from '../support/area-examples.ts';
import {
  centerAtWork,
  openedIncident,
  PASSPHRASE,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { squares } from '../support/invented-areas.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import type { BoardPatch } from '#shared/board/board-rows.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

const kept = (atWork: DeskAtWork) => atWork.do(atWork.as('Sam'), 'areas.kept', {});
const picture = (atWork: DeskAtWork) => atWork.do(atWork.as('Pat'), 'areas.picture', {});
const areaAt = (atWork: DeskAtWork, position: typeof IN_UPTOWN) =>
  atWork.do(atWork.as('Pat'), 'areas.at', { position });
const viewOf = (atWork: DeskAtWork, incidentId: IncidentId) =>
  atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })!;

test('a map counts once a second person has looked at it, and says who did what', () => {
  const atWork = centerAtWork();
  const { desk } = atWork;
  expect(kept(atWork)).toEqual({ waiting: null, inForce: null, stepBack: null });
  expect(picture(atWork)).toBeNull();
  expect(areaAt(atWork, IN_UPTOWN)).toBeNull();

  const hash = proposedMap(atWork);
  expect(kept(atWork).waiting).toMatchObject({
    hash,
    source: 'areas.geojson',
    shapes: 3,
    matched: 2,
    note: 'From the city.',
    proposedByName: 'Sam',
  });
  expect(picture(atWork)).toBeNull();
  expect(
    desk.answer('areas.approve', { hash, secondPerson: null }, atWork.as('Sam')),
  ).toMatchObject({
    refused: 'author-approves',
  });
  expect(desk.answer('areas.propose', proposal(), atWork.as('Ada'))).toMatchObject({
    refused: 'map-waits',
  });

  const told: BoardPatch[] = [];
  desk.subscribe((patch) => told.push(patch));
  atWork.do(atWork.as('Ada'), 'areas.approve', { hash, secondPerson: null });
  expect(told.map(({ areaMap }) => areaMap)).toEqual([hash]);
  expect(atWork.do(atWork.as('Pat'), 'board.snapshot', {}).areaMap).toBe(hash);
  expect(kept(atWork).inForce).toMatchObject({ proposedByName: 'Sam', approvedByName: 'Ada' });
  expect(picture(atWork)?.shapes.map(({ name, areaId, zone }) => [name, areaId, zone])).toEqual([
    ['Uptown', 'uptown', 'North'],
    ['Lakeview', 'lakeview', 'North'],
    ['Invented Harbor', null, null],
  ]);
  expect(areaAt(atWork, IN_LAKEVIEW)).toEqual({ name: 'Lakeview', areaId: 'lakeview' });

  const again = atWork.reopen();
  expect(areaAt(again, IN_UPTOWN)).toEqual({ name: 'Uptown', areaId: 'uptown' });
  expect(auditBoard(again.desk.db).equal).toBe(true);
  again.desk.close();
});

test('the second person may sign beside the first, if they prove to be one who may', () => {
  const atWork = centerAtWork();
  const sam = atWork.as('Sam');
  const hash = proposedMap(atWork);
  const sign = (name: string, passphrase = PASSPHRASE) => {
    const secondPerson = { operatorId: atWork.idOf(name), passphrase };
    return atWork.desk.answer('areas.approve', { hash, secondPerson }, sam);
  };
  expect(sign('Dana')).toMatchObject({ refused: 'may-not-sign' });
  expect(sign('Sam')).toMatchObject({ refused: 'author-approves' });
  expect(sign('Ada')).toMatchObject({ ok: true });
  expect(sign('Ada')).toMatchObject({ refused: 'no-map-waits' });
  atWork.desk.close();
});

test('one step back, once, and the map before is there again', () => {
  const atWork = centerAtWork();
  const sam = atWork.as('Sam');
  const first = mapInForce(atWork);
  const moved = squares([['Uptown', -87.5, 41.96, 0.03]]);
  const second = mapInForce(atWork, {
    text: moved,
    mapping: { uptown: 'Uptown' },
    source: 'b.geojson',
  });
  expect(areaAt(atWork, IN_UPTOWN)).toEqual({ name: null, areaId: null });
  expect(kept(atWork).stepBack).toEqual({ to: 'areas.geojson' });

  const back = { hash: second, reason: 'Drawn a mile too far east.' };
  atWork.do(sam, 'areas.withdraw', back);
  expect(areaAt(atWork, IN_UPTOWN)).toMatchObject({ areaId: 'uptown' });
  expect(kept(atWork)).toMatchObject({ inForce: { hash: first }, stepBack: null });
  expect(atWork.desk.answer('areas.withdraw', back, sam)).toMatchObject({
    refused: 'not-in-force',
  });
  expect(atWork.desk.answer('areas.withdraw', { ...back, hash: first }, sam)).toMatchObject({
    refused: 'one-step-only',
  });
  atWork.desk.close();
});

test('the first map may be taken away, and a declined one never counts', () => {
  const atWork = centerAtWork();
  const sam = atWork.as('Sam');
  const declined = proposedMap(atWork);
  atWork.do(atWork.as('Ada'), 'areas.decline', { hash: declined, reason: 'Old borders.' });
  expect(kept(atWork)).toMatchObject({ waiting: null, inForce: null });
  const hash = mapInForce(atWork);
  atWork.do(sam, 'areas.withdraw', { hash, reason: 'Wrong city.' });
  expect(kept(atWork)).toEqual({ waiting: null, inForce: null, stepBack: null });
  expect(picture(atWork)).toBeNull();
  atWork.desk.close();
});

test.each([
  [
    'a broken file',
    { text: '{"type":"FeatureCollection","features":[{}]}' },
    'no-map',
    /^Feature 1/,
  ],
  ['a shape that is not there', { mapping: { uptown: 'Downtown' } }, 'wrong-match', /“Downtown”/],
  ['an area that is not there', { mapping: { mars: 'Uptown' } }, 'wrong-match', /no area “mars”/],
  [
    'one shape as two areas',
    { mapping: { uptown: 'Uptown', lakeview: 'Uptown' } },
    'wrong-match',
    /both Uptown and Lakeview/,
  ],
  ['no area at all', { mapping: {} }, 'no-area-matched', /Match at least one/],
])('%s is refused, and nothing is proposed', (_what, more, refused, says) => {
  const atWork = centerAtWork();
  const reply = atWork.desk.answer('areas.propose', proposal(more as never), atWork.as('Sam'));
  expect(reply).toMatchObject({ ok: false, refused });
  expect((reply as { because: string }).because).toMatch(says);
  expect(kept(atWork).waiting).toBeNull();
  atWork.desk.close();
});

test('a point gives an incident without an area its area, and says so', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  mapInForce(atWork);
  const incidentId = openedIncident(atWork, dana, { address: 'Broadway and Wilson' });
  expect(viewOf(atWork, incidentId).area).toBeNull();
  const point = { incidentId, position: IN_UPTOWN, source: 'map', otherArea: 'ask' } as const;
  atWork.do(dana, 'incident.set-position', point);
  expect(viewOf(atWork, incidentId)).toMatchObject({
    area: 'Uptown',
    zone: 'North',
    place: { address: 'Broadway and Wilson', position: { ...IN_UPTOWN, source: 'map' } },
    pointArea: null,
  });
  expect(viewOf(atWork, incidentId).timeline.at(-1)?.text).toBe(
    'Place: Broadway and Wilson · Uptown · 41.97100, -87.66100 (set on the map)',
  );
  atWork.desk.close();
});

test('a point in another area than was set asks, and keeps or takes only when told', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  mapInForce(atWork);
  const incidentId = openedIncident(atWork, dana);
  const set = (otherArea: 'ask' | 'keep' | 'take', position = IN_LAKEVIEW) =>
    atWork.desk.answer(
      'incident.set-position',
      { incidentId, position, source: 'typed', otherArea },
      dana,
    );
  const head = atWork.desk.journal.head();
  expect(set('ask')).toEqual({
    ok: false,
    refused: 'other-area',
    because:
      'The point lies in Lakeview, and incident 1 was set in Uptown. Say which is right. Nothing was changed.',
  });
  expect(atWork.desk.journal.head()).toBe(head);
  expect(set('keep')).toMatchObject({ ok: true });
  expect(viewOf(atWork, incidentId)).toMatchObject({
    area: 'Uptown',
    pointArea: { name: 'Lakeview', areaId: 'lakeview' },
  });
  expect(set('take')).toMatchObject({ ok: true });
  expect(viewOf(atWork, incidentId)).toMatchObject({ area: 'Lakeview', pointArea: null });
  const outside = { lat: 41.5, lon: -87.6 };
  expect(set('ask', outside)).toMatchObject({
    because: expect.stringMatching(/outside every area/) as string,
  });
  expect(set('take', outside)).toMatchObject({ ok: true });
  expect(viewOf(atWork, incidentId)).toMatchObject({ area: null, pointArea: null });
  atWork.desk.close();
});

test('the board says where a unit is and whether it belongs there', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  mapInForce(atWork);
  const report = (unitId: string, spot: object) =>
    atWork.do(dana, 'unit.report-position', {
      unitId: unitId as UnitId,
      spot,
      source: 'radio',
    } as never);
  const whereabouts = (unitId: string) =>
    atWork.do(dana, 'board.snapshot', {}).units.find((unit) => unit.unitId === unitId)?.whereabouts;
  report('M1', { position: IN_UPTOWN });
  expect(whereabouts('M1')).toMatchObject({ area: 'Uptown', standing: 'in-its-zone' });
  report('M2', { areaId: 'uptown' });
  expect(whereabouts('M2')).toMatchObject({ position: null, standing: 'in-other-zone' });
  report('S1', { areaId: 'uptown' });
  expect(whereabouts('S1')).toMatchObject({ standing: 'outside-its-areas' });
  report('M1', { position: { lat: 41.5, lon: -87 } });
  expect(whereabouts('M1')).toMatchObject({ area: null, areaId: null, standing: 'unknown' });
  atWork.desk.close();
});
