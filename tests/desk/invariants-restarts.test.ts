import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { centerAtWork, openAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { incidentNow, play, step, type Act, type Step } from '../support/random-shift.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { allUnits } from '#db/board/units-projection.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';

// Whole shifts on a real disk take seconds, and finding the shortest failing one takes longer.
vi.setConfig({ testTimeout: 60_000 });

// Written out a second time on purpose: what the shipped policy calls an alternative response.
const ALTERNATIVES = [
  'co-response',
  'behavioral-health',
  'substance-use',
  'clinician-phone',
  'community-partner',
];
const TEAMS = ['behavioral-health', 'substance-use', 'co-response-north', 'co-response-south'];

/** One hand at one of two positions that share the folder, the clock, or a restart of a position. */
type Turn =
  | { readonly does: 'act'; readonly at: 0 | 1; readonly step: Step }
  | { readonly does: 'clock'; readonly minutes: number }
  | { readonly does: 'restart'; readonly at: 0 | 1 };

const LIFE =
  'open open clear clear clear accept accept accept override assign assign status status talk resolve ' +
  'upgrade close close close close close close correct undo stack pre-empt stand-down';
const position = fc.constantFrom(0 as const, 1 as const);
const life = fc.tuple(
  fc.constantFrom(...(LIFE.split(' ') as Act[])),
  fc.nat(1000),
  fc.nat(1000),
  fc.nat(1000),
) as fc.Arbitrary<Step>;

const turn: fc.Arbitrary<Turn> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({ does: fc.constant('act' as const), at: position, step: life }),
  },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('act' as const), at: position, step }) },
  {
    weight: 2,
    // The clock also jumps by hours, both ways.
    arbitrary: fc.record({
      does: fc.constant('clock' as const),
      minutes: fc.constantFrom(1, 9, 16, 180, -7, -200),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('restart' as const), at: position }) },
);

/** Plays shifts at two positions and looks at the board after every turn, from either of them. */
function everyShift(
  look: (atWork: DeskAtWork) => void,
  after: (atWork: DeskAtWork) => void = () => {},
): void {
  fc.assert(
    fc.property(fc.array(turn, { minLength: 50, maxLength: 80, size: 'max' }), (turns) => {
      const first = centerAtWork();
      const desks = [first, openAtWork(first.folder)];
      for (const [index, each] of turns.entries()) {
        switch (each.does) {
          case 'act':
            play(desks[each.at]!, each.step);
            break;
          case 'clock':
            for (const atWork of desks) atWork.pass(each.minutes);
            desks[index % 2]!.desk.watch();
            break;
          case 'restart':
            desks[each.at] = desks[each.at]!.reopen();
        }
        look(desks[index % 2]!);
      }
      after(desks[1]!);
      for (const { desk } of desks) desk.close();
    }),
    { numRuns: 25, interruptAfterTimeLimit: 20_000 },
  );
}

function allIncidents(atWork: DeskAtWork): Incident[] {
  const rows = atWork.desk.db.prepare('SELECT incident_id FROM board_incidents').pluck().all();
  return (rows as IncidentId[]).map((incidentId) => incidentNow(atWork, incidentId));
}

test('no unit is on two scenes, and both sides say the same, at either position', () => {
  let out = 0;
  everyShift((atWork) => {
    const incidents = allIncidents(atWork);
    for (const unit of allUnits(atWork.desk.db)) {
      const on = incidents.filter(({ units }) =>
        units.some(({ unitId, releasedAt }) => unitId === unit.unitId && releasedAt === null),
      );
      expect(on.map(({ incidentId }) => incidentId)).toEqual(
        unit.incidentId === null ? [] : [unit.incidentId],
      );
      expect(UNIT_STATUS[unit.status].onIncident).toBe(unit.incidentId !== null);
      if (unit.incidentId !== null) out += 1;
    }
  });
  expect(out).toBeGreaterThan(100);
});

test('no incident is ever without an owner who has an account', () => {
  let looked = 0;
  everyShift((atWork) => {
    const people = atWork.desk.db
      .prepare("SELECT id FROM board_center WHERE kind = 'operator'")
      .pluck()
      .all();
    for (const { owner } of allIncidents(atWork)) {
      looked += 1;
      expect(people).toContain(owner);
    }
  });
  expect(looked).toBeGreaterThan(500);
});

test('every closed incident that was eligible and unserved has its reason in the ledger', () => {
  let unserved = 0;
  everyShift(
    () => {},
    (atWork) => {
      const { db, journal } = atWork.desk;
      const codeOf = db.prepare('SELECT code FROM board_unserved WHERE incident_id = ?').pluck();
      const teamOf = new Map(allUnits(db).map(({ unitId, teamType }) => [unitId, teamType]));
      const entries = [...journal.entriesAfter(0)].map(({ event }) => event);
      for (const { incidentId, closed, units } of allIncidents(atWork)) {
        if (closed === null) continue;
        const events = entries.filter(
          (event) => 'incidentId' in event && event.incidentId === incidentId,
        );
        if (!wasEligible(events)) continue;
        const reached = units.some(
          (unit) => unit.reached && TEAMS.includes(teamOf.get(unit.unitId) ?? ''),
        );
        const came = reached || someoneTalkedOrReferred(events);
        if (!came) unserved += 1;
        expect(codeOf.get(incidentId) === null, `served: ${came}`).toBe(came);
      }
    },
  );
  expect(unserved).toBeGreaterThan(5);
});

test('the board kept at two positions is the board rebuilt from the journal', () => {
  everyShift(
    () => {},
    (atWork) => {
      const unequal = auditBoard(atWork.desk.db).projections.filter(({ equal }) => !equal);
      expect(unequal.map(({ name }) => name)).toEqual([]);
    },
  );
});

function wasEligible(events: readonly JournalEvent[]): boolean {
  return events.some(
    (event) =>
      event.type === 'incident.response-decided' &&
      ALTERNATIVES.includes(event.decision.recommendation.response),
  );
}

function someoneTalkedOrReferred(events: readonly JournalEvent[]): boolean {
  return events.some(
    (event) =>
      event.type === 'phone.taken' ||
      (event.type === 'incident.response-decided' &&
        event.decision.response === 'community-partner'),
  );
}
