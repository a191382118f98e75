import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import type { Played } from '../support/hand.ts';
import { incidentNow, lostShift, play } from '../support/random-shift.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { openIncidents } from '#db/board/incidents-projection.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { recontactOf } from '#shared/incident/recontact.ts';

// Whole shifts on a real disk take seconds, and finding the shortest failing one takes longer.
vi.setConfig({ testTimeout: 60_000 });

/** Plays shifts and looks after every step. Answers with how often each kind of event was written. */
function everyShift(look: (atWork: DeskAtWork, played: Played) => void): Map<string, number> {
  const written = new Map<string, number>();
  fc.assert(
    fc.property(lostShift, (steps) => {
      const atWork = centerAtWork();
      for (const each of steps) {
        const played = play(atWork, each);
        if (played !== null) look(atWork, played);
      }
      for (const { event } of atWork.desk.journal.entriesAfter(0))
        written.set(event.type, (written.get(event.type) ?? 0) + 1);
      expect(auditBoard(atWork.desk.db).equal).toBe(true);
      atWork.desk.close();
    }),
    { numRuns: 20 },
  );
  return written;
}

const isOut = ({ units }: Incident) => units.some(({ releasedAt }) => releasedAt === null);

test('a lost caller has a clock or somebody on the way, and is closed by a person only', () => {
  const written = everyShift((atWork, { topic, reply, before }) => {
    const policy = atWork.desk.policy()!.policy;
    for (const incident of openIncidents(atWork.desk.db)) {
      if (incident.phone.state !== 'lost') continue;
      const { since } = incident.phone;
      const served = incident.units.some(
        ({ reached, releasedAt }) => reached && (releasedAt ?? since) >= since,
      );
      const clock = recontactOf(incident, policy);
      expect(clock !== null || isOut(incident) || served, 'nobody looks for them').toBe(true);
    }
    if (before?.phone.state !== 'lost' || !reply.ok) return;
    const after = incidentNow(atWork, before.incidentId);
    if (after.closed === null) return;
    expect(['phone.give-up-caller', 'incident.close']).toContain(topic);
    if (topic === 'phone.give-up-caller')
      expect(after.recontact.unanswered).toBeGreaterThanOrEqual(3);
    // Otherwise somebody was there: a disposition does not end looking for a person.
    else expect(before.units.some(({ reached }) => reached)).toBe(true);
  });
  for (const type of ['phone.caller-lost', 'phone.caller-found', 'incident.recontact-missed'])
    expect(written.get(type) ?? 0, type).toBeGreaterThan(0);
});

test('help that was called from the line never cuts it: only the clinician leaves', () => {
  let called = 0;
  everyShift((atWork, { topic, reply, before }) => {
    if (topic !== 'incident.upgrade' || !reply.ok || before === null) return;
    const { phone } = before;
    if (phone.state !== 'with-clinician' && phone.state !== 'transferring') return;
    called += 1;
    const after = incidentNow(atWork, before.incidentId);
    expect(after.phone).toMatchObject({ state: 'with-clinician', clinician: phone.clinician });
    expect(after.closed).toBeNull();
  });
  expect(called).toBeGreaterThan(0);
});
