import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { incidentNow, play, shift } from '../support/random-shift.ts';
import { isUnitAct } from '../support/unit-acts.ts';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { openIncidents } from '#db/board/incidents-projection.ts';
import { allUnits } from '#db/board/units-projection.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { isUnderWay, UNIT_STATUS } from '#shared/unit/unit-status.ts';

// Whole shifts on a real disk take seconds.
vi.setConfig({ testTimeout: 60_000 });

/** Shifts in which every other step is one with the units: otherwise stacks are hardly ever made. */
const withUnits = fc
  .tuple(
    shift,
    fc.array(fc.tuple(fc.nat(7), fc.nat(1000), fc.nat(1000), fc.nat(1000)), { minLength: 40 }),
  )
  .map(([steps, extra]) =>
    steps.flatMap((step, index) => {
      const [act, a, b, c] = extra[index % extra.length]!;
      const acts = [
        ...(['stack', 'pre-empt', 'correct', 'stand-down', 'assign', 'status'] as const),
        ...(['reassign', 'unstack'] as const),
      ];
      return [step, [acts[act]!, a, b, c] as const];
    }),
  );

function everyShift(
  look: (atWork: DeskAtWork, seen: number) => void,
  between: (atWork: DeskAtWork) => void = () => {},
): void {
  fc.assert(
    fc.property(withUnits, (steps) => {
      const atWork = centerAtWork();
      for (const step of steps) {
        const head = atWork.desk.journal.head();
        const played = play(atWork, step);
        between(atWork);
        if (played === null) continue;
        if (!played.reply.ok && isUnitAct(step[0])) {
          expect(played.reply.refused, JSON.stringify(played.input)).not.toBe('failed');
          expect(played.reply.because).toMatch(/^\S.{10,}[.…]$/s);
        }
        look(atWork, head);
      }
      atWork.desk.close();
    }),
    { numRuns: 60 },
  );
}

/** Every unit under way, offered to every other incident: a random pair is hardly ever allowed. */
function takeWhatMayBeTaken(atWork: DeskAtWork): void {
  const dana = atWork.as('Dana');
  for (const { unitId, status } of allUnits(atWork.desk.db).filter(({ status }) =>
    isUnderWay(status),
  ))
    for (const { incidentId } of openIncidents(atWork.desk.db))
      atWork.desk.answer(
        'incident.pre-empt-unit',
        { incidentId, unitId, reason: `Needed more, and still ${status}.` },
        dana,
      );
}

function allIncidents(atWork: DeskAtWork): Incident[] {
  const rows = atWork.desk.db.prepare('SELECT incident_id FROM board_incidents').pluck().all();
  return (rows as IncidentId[]).map((incidentId) => incidentNow(atWork, incidentId));
}

test('a unit is on one incident at most, and both sides say the same', () => {
  let stacked = 0;
  everyShift((atWork) => {
    const incidents = allIncidents(atWork);
    for (const unit of allUnits(atWork.desk.db)) {
      const on = incidents.filter(({ units }) =>
        units.some((each) => each.unitId === unit.unitId && each.releasedAt === null),
      );
      const expected = unit.incidentId === null ? [] : [unit.incidentId];
      expect(on.map(({ incidentId }) => incidentId)).toEqual(expected);
      expect(UNIT_STATUS[unit.status].onIncident).toBe(unit.incidentId !== null);
      const waits = incidents.filter((each) =>
        each.stacked.some(({ unitId }) => unitId === unit.unitId),
      );
      expect(waits.map(({ incidentId }) => incidentId)).toEqual(
        unit.next === null ? [] : [unit.next],
      );
      if (unit.next === null) continue;
      stacked += 1;
      expect(unit.next).not.toBe(unit.incidentId);
      expect(['off-duty', 'out-of-service']).not.toContain(unit.status);
      // Free or still on another one, and the incident it comes to knows which.
      const [waiting] = waits;
      expect(waiting?.closed).toBeNull();
      expect(waiting?.stacked.find(({ unitId }) => unitId === unit.unitId)?.free).toBe(
        unit.incidentId === null,
      );
    }
  });
  expect(stacked).toBeGreaterThan(50);
});

test('an incident a unit was taken from keeps its place, its owner, its decision and its promise', () => {
  let taken = 0;
  everyShift((atWork, head) => {
    for (const { seq, event } of atWork.desk.journal.entriesAfter(head)) {
      if (event.type !== 'incident.unit-pre-empted') continue;
      taken += 1;
      const opened = atWork.desk.journal.ofIncident(event.incidentId, ['dispatch']);
      const decided = opened.filter(({ event: each }) => each.type === 'incident.response-decided');
      const first = incidentNow(atWork, event.incidentId);
      expect(first.closed).toBeNull();
      expect(first.openedAt).toBe(opened[0]?.at);
      expect(first.decision?.at ?? null).toBe(decided.at(-1)?.at ?? null);
      expect(first.owner).toBeTruthy();
      // Later in the same step another unit may have been sent there.
      if (opened.at(-1)?.seq !== seq) continue;
      expect(first.lost).toEqual({
        unitId: event.unitId,
        why: 'pre-empted',
        byNumber: event.byNumber,
      });
      const row = atWork
        .do(atWork.as('Dana'), 'board.snapshot', {})
        .incidents.find(({ incidentId }) => incidentId === event.incidentId);
      expect(row?.attention, 'somebody is told').not.toBeNull();
    }
  }, takeWhatMayBeTaken);
  expect(taken).toBeGreaterThan(10);
});
