import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import type { Played } from '../support/hand.ts';
import { incidentNow, play, type Act, type Step } from '../support/random-shift.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { findUnit } from '#db/board/units-projection.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

// Whole shifts on a real disk take seconds, and finding the shortest failing one takes longer.
vi.setConfig({ testTimeout: 60_000 });

// Somebody waits in nearly every step: among every possible act few shifts come to it.
const WAITING =
  'open clear accept accept hold stage stage stage secure secure recontact recontact at status ' +
  'stand-down pre-empt undo pass';
const waitingShift = fc.array(
  fc.tuple(
    fc.constantFrom(...(WAITING.split(' ') as Act[])),
    fc.nat(1000),
    fc.nat(1000),
    fc.nat(1000),
  ) as fc.Arbitrary<Step>,
  { minLength: 30, maxLength: 50, size: 'max' },
);

function everyShift(look: (atWork: DeskAtWork, played: Played) => void): void {
  fc.assert(
    fc.property(waitingShift, (steps) => {
      const atWork = centerAtWork();
      for (const each of steps) {
        const played = play(atWork, each);
        if (played !== null) look(atWork, played);
      }
      expect(auditBoard(atWork.desk.db).equal).toBe(true);
      atWork.desk.close();
    }),
    { numRuns: 25 },
  );
}

function allIncidents(atWork: DeskAtWork): Incident[] {
  const rows = atWork.desk.db.prepare('SELECT incident_id FROM board_incidents').pluck().all();
  return (rows as IncidentId[]).map((incidentId) => incidentNow(atWork, incidentId));
}

test('who waits near a scene is sent there, and goes in after police only that is there', () => {
  let waiting = 0;
  let secured = 0;
  let called = 0;
  everyShift((atWork, { topic, reply, before }) => {
    for (const { closed, staging, units } of allIncidents(atWork)) {
      const there = units.flatMap((each) => (each.releasedAt === null ? each.unitId : []));
      if (staging.length > 0) expect(closed).toBeNull();
      expect(new Set(staging.map(({ unitId }) => unitId)).size).toBe(staging.length);
      for (const { unitId, securedBy, place } of staging) {
        waiting += 1;
        expect(there).toContain(unitId);
        expect(securedBy).not.toBe(unitId);
        expect(place.trim()).not.toBe('');
      }
    }
    if (before === null || !reply.ok) return;
    const after = incidentNow(atWork, before.incidentId);
    if (topic === 'incident.secure-scene') {
      const waits = after.staging.map(({ unitId }) => unitId);
      const free = before.staging.filter(({ unitId }) => !waits.includes(unitId));
      expect(free.length).toBeGreaterThan(0);
      for (const { securedBy } of free) {
        secured += 1;
        const { status, incidentId } = findUnit(atWork.desk.db, securedBy)!;
        expect(incidentId).toBe(before.incidentId);
        expect(['on-scene', 'with-patient']).toContain(status);
      }
    }
    if (topic !== 'incident.recontact') return;
    called += 1;
    // Whatever is heard: nobody is sent, sent home or closed by a call.
    expect(after).toMatchObject({ units: before.units, closed: null, owner: before.owner });
  });
  expect(waiting).toBeGreaterThan(50);
  expect(secured).toBeGreaterThan(2);
  expect(called).toBeGreaterThan(10);
});
