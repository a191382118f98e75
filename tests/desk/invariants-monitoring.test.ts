import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import type { Played } from '../support/hand.ts';
import { incidentNow, monitoredShift, play } from '../support/random-shift.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { openIncidents } from '#db/board/incidents-projection.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { levelRank } from '#shared/routing/level.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Plays shifts and looks at the board after every step. Answers with every kind of event that was written. */
function everyShift(look: (atWork: DeskAtWork, played: Played) => void, numRuns = 10): Set<string> {
  const written = new Set<string>();
  fc.assert(
    fc.property(monitoredShift, (steps) => {
      const atWork = centerAtWork();
      for (const each of steps) {
        const played = play(atWork, each);
        if (played !== null) look(atWork, played);
      }
      for (const { event } of atWork.desk.journal.entriesAfter(0)) written.add(event.type);
      expect(auditBoard(atWork.desk.db).equal).toBe(true);
      atWork.desk.close();
    }),
    { numRuns },
  );
  return written;
}

/** What says who goes: none of it may change because a clinician follows, advises, asks or is answered. */
function whoGoes({ decision, facts, raised, alternative, upgrades, closed }: Incident) {
  return { decision, facts, raised, alternative, upgrades, closed };
}

test('nothing a clinician asks, and no answer to it but a decision, lowers or raises anything', () => {
  const written = everyShift((atWork, { topic, before }) => {
    if (!topic.startsWith('monitor.') || before === null) return;
    const after = incidentNow(atWork, before.incidentId);
    expect(whoGoes(after), topic).toEqual(whoGoes(before));
    // A response that goes on again may ask for a decision; it never takes the need for one away.
    if (before.returned !== null) expect(after.returned).not.toBeNull();
  }, 40);
  // Sampled: without these the property says little.
  for (const type of [
    'monitor.nominated',
    'monitor.nomination-settled',
    'monitor.nomination-overdue',
    'monitor.step-down-agreed',
    'monitor.step-down-ended',
    'monitor.advice-answered',
    'monitor.ended',
  ])
    expect([...written], type).toContain(type);
});

test('from L3 no step-down is agreed on without a second person, and never by one person', () => {
  let signed = 0;
  everyShift((atWork, { topic, reply, before }) => {
    if (topic !== 'monitor.agree-step-down' || !reply.ok || before === null) return;
    const entry = [...atWork.desk.journal.entriesAfter(0)].findLast(
      ({ event }) => event.type === 'monitor.step-down-agreed',
    )!;
    if (entry.event.type !== 'monitor.step-down-agreed') return;
    const row = atWork
      .do(atWork.as('Dana'), 'board.snapshot', {})
      .incidents.find(({ incidentId }) => incidentId === before.incidentId)!;
    const { secondPerson, clinician, reason } = entry.event;
    expect(reason).not.toBe('');
    expect(clinician).not.toBe(entry.by);
    if (before.decision === null || levelRank(row.level) < levelRank('L3')) return;
    expect(secondPerson).not.toBeNull();
    expect(secondPerson).not.toBe(entry.by);
    signed += 1;
  });
  expect(signed).toBeGreaterThan(0);
});

test('nothing waits without somebody it waits for, or without a clock', () => {
  everyShift((atWork) => {
    const people = new Set('Dana Theo Cleo Imani Sam Pat Ada'.split(' ').map(atWork.idOf));
    for (const { owner, monitoring, phone } of openIncidents(atWork.desk.db)) {
      expect(people.has(owner)).toBe(true);
      const { nomination, stepDown, advice, monitors } = monitoring;
      const now = atWork.now().getTime();
      if (nomination !== null && nomination.overdue !== 'supervisor') {
        // Still within its time, or the next look of the watch tells somebody.
        expect(Date.parse(nomination.since)).toBeLessThanOrEqual(now);
      }
      if (stepDown !== null) expect(['with-clinician', 'transferring']).toContain(phone.state);
      expect(new Set(monitors.map(({ clinician }) => clinician)).size).toBe(monitors.length);
      expect(advice.filter(({ answer }) => answer === null).length).toBeLessThanOrEqual(12);
    }
    // What is closed keeps nothing that waits.
    const closed = atWork.desk.db
      .prepare('SELECT state FROM board_incidents WHERE open = 0')
      .pluck()
      .all() as string[];
    for (const state of closed) {
      const { monitors, nomination, stepDown } = (JSON.parse(state) as Incident).monitoring;
      expect({ monitors, nomination, stepDown }).toEqual({
        monitors: [],
        nomination: null,
        stepDown: null,
      });
    }
  });
});

test('everybody behavioral by type or by an answer stands on the monitored list', () => {
  let seen = 0;
  everyShift((atWork) => {
    const { incidents } = atWork.do(atWork.as('Cleo'), 'board.snapshot', {});
    const { policy } = atWork.desk.policy()!;
    for (const { callType, facts, incidentId } of openIncidents(atWork.desk.db)) {
      const typed = policy.callTypes.find(({ code }) => code === callType)?.behavioral;
      if (typed !== 'yes' && facts['behavioral']?.current.answer !== 'yes') continue;
      const row = incidents.find((each) => each.incidentId === incidentId);
      expect(row?.nexus?.standing).toBe('yes');
      seen += 1;
    }
  });
  expect(seen).toBeGreaterThan(0);
});
