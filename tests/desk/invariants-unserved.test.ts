import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { centerAtWork } from '../support/desk-at-work.ts';
import { incidentNow, play, step, type Act, type Step } from '../support/random-shift.ts';
import { allUnits } from '#db/board/units-projection.ts';

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

// Whole lives of incidents: among every possible act few shifts bring one to its end.
const LIFE =
  'open clear clear accept accept override assign assign status talk talk resolve resolve upgrade';
const lives = fc.constantFrom(...(`${LIFE} close close close close`.split(' ') as Act[]));
const shift = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.tuple(lives, fc.nat(1000), fc.nat(1000), fc.nat(1000)) },
    { weight: 1, arbitrary: step },
  ) as fc.Arbitrary<Step>,
  { minLength: 40, maxLength: 70, size: 'max' },
);

test('no eligible incident closes unserved without a reason in the ledger, and no served one has one', () => {
  let unserved = 0;
  let served = 0;
  fc.assert(
    fc.property(shift, (steps) => {
      const atWork = centerAtWork();
      const { db, journal } = atWork.desk;
      const reasonOf = db.prepare('SELECT code FROM board_unserved WHERE incident_id = ?').pluck();
      for (const each of steps) {
        const played = play(atWork, each);
        if (played === null || played.before === null || !played.reply.ok) continue;
        if (!/^(incident\.close|phone\.(resolve|give-up-caller))$/.test(played.topic)) continue;
        const { incidentId } = played.before;
        if (incidentNow(atWork, incidentId).closed === null) continue;
        const events = [...journal.entriesAfter(0)]
          .map(({ event }) => event)
          .filter((event) => 'incidentId' in event && event.incidentId === incidentId);
        const decisions = events.flatMap((event) =>
          event.type === 'incident.response-decided' ? [event.decision] : [],
        );
        const eligible = decisions.some(({ recommendation }) =>
          ALTERNATIVES.includes(recommendation.response),
        );
        if (!eligible) continue;
        const teamOf = new Map(allUnits(db).map(({ unitId, teamType }) => [unitId, teamType]));
        const reached = incidentNow(atWork, incidentId).units.some(
          (unit) => unit.reached && TEAMS.includes(teamOf.get(unit.unitId) ?? ''),
        );
        const came =
          reached ||
          events.some(({ type }) => type === 'phone.taken') ||
          decisions.some(({ response }) => response === 'community-partner');
        const code = reasonOf.get(incidentId);
        if (came) expect(code, 'somebody came').toBeNull();
        else expect(code, 'nobody came').toMatch(/^[a-z-]+$/);
        if (came) served += 1;
        else unserved += 1;
      }
      const { eligible, open, ...sums } = atWork.do(atWork.as('Sam'), 'ledger.unserved', {
        lines: 500,
      });
      expect(sums.served + sums.unserved + open).toBe(eligible);
      expect(sums.byReason.reduce((sum, each) => sum + each.unserved, 0)).toBe(sums.unserved);
      expect(sums.byHourOfWeek.flat().reduce((sum, each) => sum + each.eligible, 0)).toBe(eligible);
      expect(sums.lines).toHaveLength(sums.unserved);
      atWork.desk.close();
    }),
    { numRuns: 80 },
  );
  expect(unserved).toBeGreaterThan(10);
  expect(served).toBeGreaterThan(10);
});
