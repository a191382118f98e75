import { expect, test } from 'vitest';
import { aliRecord } from '../support/ali-records.ts';
import { IN_LAKEVIEW, IN_UPTOWN, mapInForce } from '../support/area-examples.ts';
import { centerAtWork } from '../support/desk-at-work.ts';
import { answeredFrom, calledFrom } from '../support/location-examples.ts';
import { sayAreas } from '#shared/board/location-lines.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { AliRecord } from '#shared/location/ali-record.ts';
import type { LocationShape } from '#shared/location/location-shape.ts';

const between = { lat: (IN_UPTOWN.lat + IN_LAKEVIEW.lat) / 2, lon: IN_UPTOWN.lon };

function near(shape: LocationShape, changes: Partial<AliRecord> = {}): AliRecord {
  const written = JSON.stringify(shape).length.toString();
  return aliRecord({ shape, details: { ...aliRecord().details, written }, ...changes });
}

function circle(middle: typeof between, radius: number): LocationShape {
  return { kind: 'circle', middle, radius };
}

test('each location says which areas it may lie in and how far it moved; the newest is first', () => {
  const atWork = centerAtWork();
  mapInForce(atWork);
  const callId = calledFrom(atWork, near(circle(between, 6000)));
  calledFrom(atWork, near(circle(IN_UPTOWN, 30)));
  const { lines } = atWork.do(atWork.as('Dana'), 'call.locations', { callId });
  expect(lines.map(({ index }) => index)).toEqual([1, 0]);
  expect(lines.map(({ areas }) => areas && sayAreas(areas))).toEqual([
    'in Uptown',
    'may be Uptown, Lakeview or Invented Harbor, or outside every area',
  ]);
  expect(lines[0]!.metersFromBefore).toBeGreaterThan(1000);
  expect(lines[1]!.metersFromBefore).toBeNull();
});

test('without a map nobody can tell the area, and an address alone has none', () => {
  const atWork = centerAtWork();
  const callId = calledFrom(atWork, near(circle(IN_UPTOWN, 30)));
  calledFrom(atWork, near({ kind: 'civic-only' }));
  const { lines } = atWork.do(atWork.as('Dana'), 'call.locations', { callId });
  expect(lines.map(({ areas }) => areas)).toEqual([null, null]);
});

test('a location is taken as the place by a person: its point, its area, and the timeline says how', () => {
  const atWork = centerAtWork();
  mapInForce(atWork);
  const dana = atWork.as('Dana');
  const incidentId = answeredFrom(atWork, near(circle(IN_UPTOWN, 30)));
  const [line] = atWork.do(dana, 'call.locations', { incidentId }).lines;
  const taken = { incidentId, index: 0, at: line!.fix.at, otherArea: 'ask' } as const;
  atWork.do(dana, 'incident.take-location', taken);
  const view = atWork.do(dana, 'incident.focus', { incidentId })!;
  expect(view.place).toEqual({
    address: '',
    areaId: 'uptown',
    position: { ...IN_UPTOWN, source: 'ali' },
  });
  expect(view.locatedAt).toBe(line!.fix.at);
  expect(view.timeline.at(-1)!.text).toContain('(taken from a location of the caller)');
});

test('an area somebody has set is not changed in silence', () => {
  const atWork = centerAtWork();
  mapInForce(atWork);
  const dana = atWork.as('Dana');
  const incidentId = answeredFrom(atWork, near(circle(IN_LAKEVIEW, 30)));
  const at = atWork.do(dana, 'call.locations', { incidentId }).lines[0]!.fix.at;
  const place = { address: '1 W Lawrence', areaId: 'uptown', callback: null };
  atWork.do(dana, 'incident.set-place', { incidentId, ...place });
  const take = (otherArea: 'ask' | 'take') =>
    atWork.desk.answer('incident.take-location', { incidentId, index: 0, at, otherArea }, dana);
  expect(take('ask')).toMatchObject({ ok: false, refused: 'other-area' });
  expect(take('take')).toMatchObject({ ok: true });
  expect(atWork.do(dana, 'incident.focus', { incidentId })!.place).toMatchObject({
    address: '1 W Lawrence',
    areaId: 'lakeview',
  });
});

test.each([
  ['a tower', { classOfService: 'WPH1' }, 'tower-only'],
  ['nothing', { shape: { kind: 'civic-only' }, civic: null }, 'no-location'],
] as const)('%s is not taken as a place', (_what, changes, refused) => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const incidentId = answeredFrom(atWork, aliRecord(changes));
  const at = atWork.do(dana, 'call.locations', { incidentId }).lines[0]!.fix.at;
  const taken = { incidentId, index: 0, at, otherArea: 'ask' } as const;
  const answer = (input: Input<'incident.take-location'>) =>
    atWork.desk.answer('incident.take-location', input, dana);
  expect(answer(taken)).toMatchObject({ ok: false, refused });
  const old = { ...taken, at: '2020-01-01T00:00:00.000Z' };
  expect(answer(old)).toMatchObject({ ok: false, refused: 'moved-on' });
});
