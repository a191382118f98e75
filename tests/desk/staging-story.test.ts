import { afterEach, beforeEach, expect, test } from 'vitest';
import { centerAtWork, report, type DeskAtWork } from '../support/desk-at-work.ts';
import { waitingForPolice, withPolice } from '../support/staging-examples.ts';
import { offered } from '../support/topic-examples.ts';
import type { Announcement } from '#shared/board/board-rows.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

let atWork: DeskAtWork;
let heard: Announcement[];
beforeEach(() => {
  atWork = centerAtWork();
  heard = [];
  atWork.desk.subscribe((patch) => void heard.push(...patch.announcements));
});
afterEach(() => atWork.desk.close());

const dana = () => atWork.as('Dana');
const viewOf = (incidentId: IncidentId) => atWork.do(dana(), 'incident.focus', { incidentId })!;
const said = (incidentId: IncidentId) => viewOf(incidentId).timeline.map(({ text }) => text);
const attention = (incidentId: IncidentId) =>
  atWork.do(dana(), 'board.snapshot', {}).incidents.find((row) => row.incidentId === incidentId)
    ?.attention;
const secure = (incidentId: IncidentId) =>
  atWork.desk.answer('incident.secure-scene', { incidentId }, dana());

test('a team waits until police is there and a person says that the scene is secure', () => {
  const incidentId = waitingForPolice(atWork);
  expect(viewOf(incidentId).staging).toMatchObject([
    { unitId: 'M1', securedBy: 'P11', place: 'Lawrence and Broadway' },
  ]);
  report(atWork, 'M1', 'en-route');
  report(atWork, 'M1', 'staged');
  expect(secure(incidentId)).toMatchObject({ ok: false, refused: 'not-there-yet' });
  report(atWork, 'P11', 'on-scene');
  // Never by itself, however long it takes.
  atWork.pass(60);
  atWork.desk.watch();
  expect(viewOf(incidentId).staging).toHaveLength(1);
  heard.length = 0;
  expect(secure(incidentId)).toMatchObject({ ok: true });
  expect(heard.map(({ text }) => text)).toContain('Incident 1: scene secure. Tell M1 to go in.');
  expect(viewOf(incidentId).staging).toEqual([]);
  expect(viewOf(incidentId).units.find(({ unitId }) => unitId === 'M1')?.status).toBe('staged');
  expect(said(incidentId).slice(-1)).toEqual(['Scene secure (P11): M1 may go in']);
});

test('what waits survives a restart', () => {
  const incidentId = waitingForPolice(atWork);
  atWork = atWork.reopen();
  expect(viewOf(incidentId).staging).toHaveLength(1);
  expect(said(incidentId)).toContain('M1 waits at Lawrence and Broadway until P11 secures it');
});

test('a team that goes in before is said aloud and stays in the queue until it is put right', () => {
  const incidentId = waitingForPolice(atWork);
  report(atWork, 'M1', 'en-route');
  heard.length = 0;
  report(atWork, 'M1', 'on-scene');
  expect(heard).toContainEqual({
    text: 'Incident 1: M1 went in before P11 had secured the scene.',
    sound: 'alert',
  });
  expect(attention(incidentId)).toBe('M1 in, not secured');
  report(atWork, 'P11', 'on-scene');
  expect(secure(incidentId)).toMatchObject({ ok: true });
  expect(attention(incidentId)).not.toBe('M1 in, not secured');
});

test('when the securing unit leaves, somebody is told that nobody secures it', () => {
  const incidentId = waitingForPolice(atWork);
  atWork.do(dana(), 'unit.stand-down', { unitId: 'P11' as UnitId, reason: null });
  expect(attention(incidentId)).toBe('Nobody secures it for M1');
  expect(secure(incidentId)).toMatchObject({ ok: false, refused: 'secured-by-nobody' });
});

test('everybody on it is said with what they do, since when and whether they are armed', () => {
  const incidentId = withPolice(atWork);
  atWork.pass(3);
  const since = new Date(atWork.now().getTime() - 3 * 60_000).toISOString();
  expect(viewOf(incidentId).onIt).toEqual([{ who: 'P11', does: 'en route', since, arms: 'armed' }]);
});

test('police called by radio and the clinician on the phone are on it too', () => {
  report(atWork, 'P11', 'out-of-service');
  const incidentId = offered(atWork);
  const cleo = atWork.as('Cleo');
  atWork.do(cleo, 'phone.take', { incidentId });
  atWork.do(dana(), 'incident.upgrade', { incidentId, services: ['police', 'ems'] });
  expect(viewOf(incidentId).onIt.map(({ who, does, arms }) => [who, does, arms])).toEqual([
    ['E31', 'assigned', 'unarmed'],
    ['Police', 'asked by radio', 'armed'],
    ['Cleo', 'on the phone', null],
  ]);
});
