import { setPlace } from '../support/edit-examples.ts';
import { expect, test } from 'vitest';
import { centerAtWork, openedIncident, type DeskAtWork } from '../support/desk-at-work.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

const M1 = 'M1' as UnitId;
const POINT = { lat: 41.97, lon: -87.66 };

function rowOfUnit(atWork: DeskAtWork, unitId: string) {
  const { units } = atWork.do(atWork.as('Dana'), 'board.snapshot', {});
  return units.find((unit) => unit.unitId === unitId)!;
}

function placeOf(atWork: DeskAtWork, incidentId: IncidentId) {
  return atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })!.place;
}

test('a reported unit stands on the board with its point and its time, also after a restart', () => {
  const atWork = centerAtWork();
  expect(rowOfUnit(atWork, 'M1').whereabouts).toBeNull();
  atWork.do(atWork.as('Cleo'), 'unit.report-position', {
    unitId: M1,
    spot: { position: POINT },
    source: 'radio',
  });
  const at = atWork.now().toISOString();
  const whereabouts = { position: POINT, areaId: null, source: 'radio', at };
  expect(rowOfUnit(atWork, 'M1').whereabouts).toMatchObject(whereabouts);
  atWork.pass(10);
  const again = atWork.reopen();
  expect(rowOfUnit(again, 'M1').whereabouts).toMatchObject(whereabouts);
  again.desk.close();
});

test('a point belongs to the address it was set for', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana);
  expect(placeOf(atWork, incidentId).position).toBeNull();
  const place = { address: '4500 N Broadway', areaId: 'uptown', callback: null };
  const position = { ...POINT, source: 'map' } as const;
  setPlace(atWork, dana, { incidentId, ...place, position });
  expect(placeOf(atWork, incidentId)).toMatchObject({ position });
  const { incidents } = atWork.do(dana, 'board.snapshot', {});
  expect(incidents[0]).toMatchObject({ areaId: 'uptown', position });

  setPlace(atWork, dana, { incidentId, ...place, callback: '312-555-0109' });
  expect(placeOf(atWork, incidentId)).toMatchObject({ position });
  setPlace(atWork, dana, { incidentId, ...place, address: '4600 N Broadway' });
  expect(placeOf(atWork, incidentId)).toMatchObject({ address: '4600 N Broadway', position: null });
  atWork.desk.close();
});
