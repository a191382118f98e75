import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { recordedCaution } from '../support/caution-examples.ts';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { play, shift } from '../support/random-shift.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { cautionsOfIncident } from '#db/board/cautions-projection.ts';
import { findIncident, openIncidents } from '#db/board/incidents-projection.ts';
import { allUnits, findUnit } from '#db/board/units-projection.ts';
import { unacknowledged } from '#shared/caution/decide-caution.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Where the random shifts' callers are. */
const PLACES = ['1 w. lawrence #2, UPTOWN', '900 S Ashland'];

function readAll(atWork: DeskAtWork): void {
  const { db } = atWork.desk;
  for (const incident of openIncidents(db)) {
    const cautionIds = cautionsOfIncident(db, incident).map((each) => each.cautionId);
    const { incidentId } = incident;
    if (cautionIds.length > 0)
      atWork.do(atWork.as('Pat'), 'caution.acknowledge', { incidentId, cautionIds });
  }
}

test('no unit is sent past an unread caution, and none ever stops police/EMS now', () => {
  const seen = { sent: 0, barred: 0, upgraded: 0 };
  fc.assert(
    fc.property(shift, fc.nat({ max: 9 }), (steps, reader) => {
      const atWork = centerAtWork();
      const { db } = atWork.desk;
      for (const address of PLACES)
        recordedCaution(atWork, { about: { kind: 'address', address }, kind: 'weapon' });
      const check = (played: NonNullable<ReturnType<typeof play>>, before: number) => {
        // The random hand also asks with nothing at all; that is refused elsewhere.
        if (!Object.hasOwn(played.input ?? {}, 'incidentId')) return;
        if (played.topic === 'incident.upgrade') {
          expect(played.reply.ok, JSON.stringify(played.reply)).toBe(true);
          seen.upgraded += 1;
        }
        if (played.topic !== 'incident.assign-unit') return;
        const { incidentId, unitId } = played.input as { incidentId: IncidentId; unitId: string };
        const incident = findIncident(db, incidentId)!;
        const today = atWork.now().toISOString().slice(0, 10);
        const unread = unacknowledged(incident, cautionsOfIncident(db, incident), today);
        if (!played.reply.ok) {
          if (played.reply.refused !== 'caution-not-acknowledged') return;
          seen.barred += 1;
          expect(unread.length).toBeGreaterThan(0);
          expect(atWork.desk.journal.head()).toBe(before);
          return;
        }
        if (atWork.desk.journal.head() === before) return;
        seen.sent += 1;
        const { services } = atWork.desk.policy()!.policy;
        const type = findUnit(db, unitId)!.teamType;
        const called = incident.upgrades.flatMap((each) => each.services.map((it) => services[it]));
        expect(unread.length === 0 || called.includes(type)).toBe(true);
      };
      steps.forEach((step, at) => {
        if (at % 10 === reader) readAll(atWork);
        const before = atWork.desk.journal.head();
        const played = play(atWork, step);
        if (played !== null) check(played, before);
      });
      // At the end somebody tries every unit on everything that is open, read and unread.
      const reason = 'Nobody nearer.';
      const topic = 'incident.assign-unit';
      if (reader % 2 === 0) readAll(atWork);
      else
        for (const { place } of openIncidents(db))
          if (place.address !== '')
            recordedCaution(atWork, {
              about: { kind: 'address', address: place.address },
              expiresOn: '2026-04-01',
            });
      openIncidents(db).forEach(({ incidentId }) => {
        for (const { unitId } of allUnits(db)) {
          const input = { incidentId, unitId, reason };
          const before = atWork.desk.journal.head();
          const reply = atWork.desk.answer(topic, input, atWork.as('Dana'));
          check({ topic, reply, input, before: null }, before);
        }
      });
      expect(auditBoard(db).equal).toBe(true);
      atWork.desk.close();
    }),
    { numRuns: 40 },
  );
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(2);
});
