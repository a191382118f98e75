import { expect, test } from 'vitest';
import { setPlace } from '../support/edit-examples.ts';
import { IN_LAKEVIEW, mapInForce } from '../support/area-examples.ts';
import { centerAtWork, openedIncident, type DeskAtWork } from '../support/desk-at-work.ts';
import {
  adoptedStreets,
  commonPlace,
  INVENTED_PLACES,
  INVENTED_STREETS,
  keptPlace,
} from '../support/place-examples.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { CHICAGO_GRID } from '#shared/place/chicago-grid.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

type Grid = Input<'street-grid.set'>['grid'];

const lookUp = (atWork: DeskAtWork, address: string) =>
  atWork.do(atWork.as('Pat'), 'place.look-up', { address });
const kept = (atWork: DeskAtWork) => atWork.do(atWork.as('Sam'), 'places.kept', {});
const viewOf = (atWork: DeskAtWork, incidentId: IncidentId) =>
  atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })!;
const received = (atWork: DeskAtWork, address: string) => {
  const call = { ani: null, address, words: 'Please come.', callType: null };
  const { made } = atWork.do(atWork.as('Pat'), 'call.receive', call);
  const { calls } = atWork.do(atWork.as('Pat'), 'board.snapshot', {});
  return calls.find(({ callId }) => callId === made)!;
};

test('a call rings in the area its address is sure to be in, and in none where it is not', () => {
  const atWork = centerAtWork();
  expect(received(atWork, '4600 N Example Ave').areaId).toBeNull();
  adoptedStreets(atWork);
  expect(received(atWork, '100 W Lantern St').areaId).toBe('uptown');
  expect(received(atWork, '4600 N Example Ave').areaId).toBeNull();
  mapInForce(atWork);
  expect(received(atWork, '4600 N. Example (Porch)').areaId).toBe('uptown');
  expect(received(atWork, 'Example & Harbor').areaId).toBe('lakeview');
  expect(received(atWork, '4305 N Example Ave').areaId).toBeNull();
  expect(lookUp(atWork, '4305 N Example Ave').found).toMatchObject({
    sure: false,
    why: expect.stringMatching(/within 350 ft of a border/),
  });
  expect(received(atWork, 'no street at all').areaId).toBeNull();
});

test('a place typed into an incident brings its area and its point, and never moves one somebody set', () => {
  const atWork = centerAtWork();
  adoptedStreets(atWork);
  mapInForce(atWork);
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana, { address: '' });
  const set = (address: string, more: Partial<Input<'incident.set-place'>> = {}) => {
    setPlace(atWork, dana, { incidentId, address, areaId: null, callback: null, ...more });
    return viewOf(atWork, incidentId).place;
  };
  expect(set('4600 N Example Ave')).toMatchObject({
    areaId: 'uptown',
    position: { source: 'grid', lat: expect.closeTo(41.965, 2) },
  });
  expect(viewOf(atWork, incidentId).timeline.map(({ text }) => text)).toContainEqual(
    expect.stringMatching(/from the street grid, about half a block/),
  );
  // Another address, and the area stays what the person says.
  expect(set('100 W Harbor St', { areaId: 'uptown' }).areaId).toBe('uptown');
  const typed = { ...IN_LAKEVIEW, source: 'map' } as const;
  expect(set('4600 N Example Ave', { position: typed }).position).toEqual(typed);
  // The same address again keeps the point somebody has set.
  expect(set('4600 N Example Ave').position).toEqual(typed);
  expect(set('4305 N Example Ave')).toMatchObject({ areaId: null, position: null });
});

test('a common place is found by its names, is changed and goes, and survives a restart', () => {
  const atWork = centerAtWork();
  const placeId = keptPlace(atWork);
  expect(received(atWork, 'harbor ed').areaId).toBe('uptown');
  expect(lookUp(atWork, 'Harb').suggestions).toEqual([
    { address: '4210 N Example Ave (Harbor Hospital)', detail: 'Harbor Hospital' },
  ]);
  keptPlace(atWork, { placeId, areaId: 'lakeview' });
  expect(received(atWork, 'Harbor Hospital').areaId).toBe('lakeview');

  const again = atWork.reopen();
  expect(kept(again).places).toMatchObject([{ placeId, areaId: 'lakeview' }]);
  expect(received(again, 'Harbor Hospital').areaId).toBe('lakeview');
  again.do(again.as('Ada'), 'common-place.remove', { placeId });
  expect(received(again, 'Harbor Hospital').areaId).toBeNull();
  for (const topic of ['common-place.remove', 'common-place.set'] as const)
    expect(
      again.desk.answer(
        topic,
        { ...(topic === 'common-place.set' ? commonPlace() : {}), placeId },
        again.as('Ada'),
      ),
    ).toMatchObject({ refused: 'no-such-place' });
  expect(auditBoard(again.desk.db).equal).toBe(true);
});

test('places are imported by row, changed when they come again, and nobody is left with half of them', () => {
  const atWork = centerAtWork();
  const sam = atWork.as('Sam');
  const examine = (text: string) =>
    atWork.do(sam, 'common-places.examine', { source: 'places.csv', text });
  const seen = examine(`${INVENTED_PLACES}No Address,,,,,\n`);
  expect(seen).toMatchObject({ rows: 2, rejectedCount: 1, whole: null });
  expect(seen.rejected).toMatchObject([
    { row: 4, why: expect.stringMatching(/nobody would know/) },
  ]);
  atWork.do(sam, 'common-places.import', { hash: seen.hash! });
  expect(kept(atWork).places.map(({ name }) => name)).toEqual([
    'Harbor Hospital',
    'Lantern School',
  ]);
  expect(atWork.desk.answer('common-places.import', { hash: seen.hash! }, sam)).toMatchObject({
    refused: 'not-examined',
  });
  const more = examine(INVENTED_PLACES.replace('Uptown', 'Lakeview'));
  const { made: _made, seq } = atWork.do(sam, 'common-places.import', { hash: more.hash! });
  expect(kept(atWork).places).toMatchObject([{ areaId: 'lakeview' }, { areaId: null }]);
  // Only the one that changed was written.
  expect([...atWork.desk.journal.entriesAfter(seq - 1)]).toHaveLength(1);
  const many = Array.from({ length: 5_000 }, (_, at) => `Place ${at},,${at} Main St,,,`).join('\n');
  const whole = examine(`name,aliases,address,area,lat,lon\n${many}`);
  expect(atWork.desk.answer('common-places.import', { hash: whole.hash! }, sam)).toMatchObject({
    refused: 'too-many-places',
  });
  expect(kept(atWork).places).toHaveLength(2);
});

test('a street table is replaced and taken back, and one that is not what was adopted places nobody', () => {
  const atWork = centerAtWork();
  const sam = atWork.as('Sam');
  const first = adoptedStreets(atWork);
  const second = adoptedStreets(atWork, INVENTED_STREETS.replace('Uptown', 'Lakeview'));
  expect(received(atWork, '100 W Lantern St').areaId).toBe('lakeview');
  expect(kept(atWork)).toMatchObject({
    streets: { hash: second, rows: 5, rejected: 0, adoptedByName: 'Sam' },
    stepBack: { to: 'streets.csv' },
    streetsMissing: false,
  });
  atWork.do(sam, 'street-table.withdraw', { hash: second, reason: 'Wrong file.' });
  expect(received(atWork, '100 W Lantern St').areaId).toBe('uptown');

  const again = atWork.reopen();
  const { db } = again.desk;
  db.exec('DROP TRIGGER kept_documents_never_change');
  db.prepare(
    `UPDATE kept_documents SET text = replace(text, 'Uptown', 'Lakeview') WHERE hash = ?`,
  ).run(first);
  expect(received(again, '100 W Lantern St').areaId).toBeNull();
  expect(kept(again).streetsMissing).toBe(true);
  expect(auditBoard(db).equal).toBe(true);
});

test.each([
  ['', /empty/],
  ['a,b\n1,2\n', /no column “street”/],
  ['street,min address,max address\nX,2,1\n', null],
  ['street,street\n', /twice/],
])('a file that holds no street is refused: %j', (text, whole) => {
  const atWork = centerAtWork();
  const sam = atWork.as('Sam');
  const seen = atWork.do(sam, 'street-table.examine', { source: 'x.csv', text });
  expect(seen.hash).toBeNull();
  if (whole !== null) expect(seen.whole).toMatch(whole);
  expect(atWork.desk.answer('street-table.adopt', { hash: 'a'.repeat(64) }, sam)).toMatchObject({
    refused: 'not-examined',
  });
  expect(kept(atWork).streets).toBeNull();
});

test('a center without a grid says so, and one with lines of its own is sure', () => {
  const atWork = centerAtWork();
  const ada = atWork.as('Ada');
  adoptedStreets(atWork);
  mapInForce(atWork);
  const set = (grid: Grid) => atWork.do(ada, 'street-grid.set', { grid });
  expect(lookUp(atWork, '4700 N Quarry Rd').found).toMatchObject({ sure: false });
  const lines = [{ street: 'N Quarry Rd', at: '1100 W', from: null, to: null }];
  set({ ...CHICAGO_GRID, lines } as unknown as Grid);
  expect(lookUp(atWork, '4700 N Quarry Rd').found).toMatchObject({ sure: true, areaId: 'uptown' });
  expect(kept(atWork)).toMatchObject({ gridSet: { byName: 'Ada' }, borders: true });
  set(null);
  expect(lookUp(atWork, '4700 N Quarry Rd').found).toMatchObject({
    why: expect.stringMatching(/no grid of streets is set/),
  });
  expect(lookUp(atWork, '100 W Lantern St').found).toMatchObject({
    sure: true,
    by: 'street-table',
  });
  const wrong = [{ ...lines[0]!, at: '1100 N' }];
  expect(
    atWork.desk.answer('street-grid.set', { grid: { ...CHICAGO_GRID, lines: wrong } }, ada),
  ).toMatchObject({ refused: 'wrong-grid' });
});
