import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { dangerIn, sendsNoPolice } from '../support/readings.ts';
import type { Played } from '../support/hand.ts';
import { handingOnShift, incidentNow, play, shift, type Step } from '../support/random-shift.ts';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { waitingCalls } from '#db/board/calls-projection.ts';
import { openIncidents } from '#db/board/incidents-projection.ts';
import { findUnit } from '#db/board/units-projection.ts';
import { policyHash } from '#main/desk/shipped-policy.ts';
import { readFact } from '#shared/facts/fact.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { evaluate } from '#shared/routing/evaluate.ts';

// Whole shifts on a real disk take seconds, and finding the shortest failing one takes longer.
vi.setConfig({ testTimeout: 60_000 });

/** Plays whole shifts and looks after every step. Sampled: the histories of a shift cannot be counted. */
function everyShift(
  look: (atWork: DeskAtWork, played: Played) => void,
  after: (atWork: DeskAtWork) => void = () => {},
  shifts = shift as fc.Arbitrary<readonly Step[]>,
): void {
  fc.assert(
    fc.property(shifts, (steps) => {
      const atWork = centerAtWork();
      for (const each of steps) {
        const played = play(atWork, each);
        if (played !== null) look(atWork, played);
      }
      after(atWork);
      atWork.desk.close();
    }),
    { numRuns: 40 },
  );
}

function allIncidents(atWork: DeskAtWork): Incident[] {
  const rows = atWork.desk.db.prepare('SELECT incident_id FROM board_incidents').pluck().all();
  return (rows as IncidentId[]).map((incidentId) => incidentNow(atWork, incidentId));
}

test('whatever is asked in whatever order, the desk answers or refuses and never breaks', () => {
  everyShift((_atWork, { topic, reply, input }) => {
    if (!reply.ok) expect(reply.refused, `${topic} ${JSON.stringify(input)}`).not.toBe('failed');
  });
});

test('one key calls police and EMS, for every incident and waiting call and everybody', () => {
  let tried = 0;
  everyShift(
    () => {},
    (atWork) => {
      const targets = [
        ...allIncidents(atWork).map(({ incidentId }) => ({ incidentId })),
        ...waitingCalls(atWork.desk.db).map(({ callId }) => ({ callId })),
      ];
      targets.forEach((target, index) => {
        tried += 1;
        const name = ['Pat', 'Dana', 'Cleo', 'Sam', 'Ada'][index % 5]!;
        const input = { ...target, services: ['police', 'ems'] };
        const reply = atWork.desk.answer('incident.upgrade', input, atWork.as(name));
        expect(reply).toMatchObject({ ok: true });
        const made = reply.ok ? reply.value.made : undefined;
        const id = ('incidentId' in target ? target.incidentId : made) as IncidentId;
        const incident = incidentNow(atWork, id);
        expect(incident.closed).toBeNull();
        expect(incident.decision).toMatchObject({ level: 'L4', response: 'police-ems' });
        expect(incident.upgrades.at(-1)).toMatchObject({ by: atWork.idOf(name) });
      });
    },
  );
  expect(tried).toBeGreaterThan(50);
});

test('no step sends only unarmed people into danger or into a question nobody asked', () => {
  everyShift((atWork, { topic, reply, before, input }) => {
    if (!reply.ok || before === null) return;
    // What the step itself read: the incident as it was, and an escalation's own answer on top.
    const danger = dangerIn((fact) => readFact(before.facts, fact));
    if (topic === 'incident.decide') {
      const { response } = input as { response: string };
      if (danger !== null) expect(sendsNoPolice(response), `${response}, ${danger}`).toBe(false);
    }
    if (topic === 'incident.assign-unit') {
      const unit = findUnit(atWork.desk.db, (input as { unitId: string }).unitId)!;
      const { policy } = atWork.desk.policy()!;
      const teamOf = (teamType: string) => policy.teamTypes.find(({ id }) => id === teamType)!;
      const { id, unarmed } = teamOf(unit.teamType);
      const there = before.units.filter(({ releasedAt }) => releasedAt === null);
      // Beside police or co-response an unarmed team may wait for its turn; alone it may not go.
      const alone = there.every(
        (each) => teamOf(findUnit(atWork.desk.db, each.unitId)!.teamType).unarmed,
      );
      const isNew = there.every(({ unitId }) => unitId !== unit.unitId);
      if (unarmed && id !== policy.services.ems && isNew && alone)
        expect(danger, `${unit.unitId} was sent`).toBeNull();
    }
  });
});

test('no phone call ends an incident while danger is open or police are on their way', () => {
  everyShift((atWork, { topic, reply, before }) => {
    if (!/^phone\.(resolve|give-up-caller|leave-to-help)$/.test(topic)) return;
    if (!reply.ok || before === null) return;
    const after = incidentNow(atWork, before.incidentId);
    if (after.closed === null) return;
    expect(before.raised, 'closed although the level was raised').toBeNull();
    expect(before.decision?.level, 'closed although police were called').not.toBe('L4');
  });
});

test('every open incident has an owner who is here, and closes only by hand', () => {
  everyShift(
    (atWork, { topic, before }) => {
      for (const incident of openIncidents(atWork.desk.db))
        expect(atWork.desk.answer('desk.hello', {}, { operator: null, focus: null })).toMatchObject(
          {
            value: {
              operators: expect.arrayContaining([
                expect.objectContaining({ operatorId: incident.owner }),
              ]),
            },
          },
        );
      if (before === null || incidentNow(atWork, before.incidentId).closed === null) return;
      expect(['incident.close', 'phone.resolve', 'phone.give-up-caller']).toContain(topic);
    },
    (atWork) => {
      // Days later nothing has gone: what is open stays open, and every passed limit is written down.
      const open = openIncidents(atWork.desk.db).map(({ incidentId }) => incidentId);
      atWork.pass(3 * 24 * 60);
      atWork.desk.watch();
      const later = openIncidents(atWork.desk.db);
      expect(later.map(({ incidentId }) => incidentId)).toEqual(open);
      for (const { hold } of later) expect(hold?.expired ?? true).toBe(true);
      const head = atWork.desk.journal.head();
      atWork.desk.watch();
      expect(atWork.desk.journal.head(), 'watching twice writes once').toBe(head);
    },
  );
});

test('every decision is derived again, bit for bit, from its own readings and the policy of its hash', () => {
  let replayed = 0;
  everyShift(
    () => {},
    (atWork) => {
      const adopted = new Map<string, Policy>();
      for (const { event } of atWork.desk.journal.entriesAfter(0)) {
        if (event.type === 'policy.adopted') {
          expect(policyHash(event.policy)).toBe(event.hash);
          adopted.set(event.hash, event.policy);
        }
        if (event.type !== 'incident.response-decided') continue;
        replayed += 1;
        const { readings, recommendation, policyHash: hash, policyVersion } = event.decision;
        const policy = adopted.get(hash)!;
        expect(policy.version).toBe(policyVersion);
        expect(Object.keys(readings).sort()).toEqual(policy.facts.map(({ id }) => id).sort());
        const again = evaluate(policy, (fact) => readings[fact]!);
        expect(JSON.stringify(again)).toBe(JSON.stringify(recommendation));
      }
    },
  );
  expect(replayed).toBeGreaterThan(50);
});

test('a transfer comes back at most once, and only its receiver completes it', () => {
  let completed = 0;
  const look = (atWork: DeskAtWork, { topic, reply, before, input }: Played) => {
    if (before === null || !reply.ok) return;
    const after = incidentNow(atWork, before.incidentId);
    expect(after.bounces).toBeLessThanOrEqual(1);
    if (topic === 'phone.transfer') {
      expect(before.bounces, JSON.stringify(input)).toBe(0);
      const { phone } = after;
      if (phone.state !== 'transferring') throw new Error(`It is ${phone.state}.`);
      // An offer moves nothing: who had it still has it.
      expect([before.owner, phone.clinician]).toContain(after.owner);
    }
    if (topic !== 'phone.accept-transfer' || before.phone.state !== 'transferring') return;
    completed += 1;
    const { to, operatorId, from } = before.phone.transfer;
    // With an acceptance outside the center the incident may be closed, which is written after it.
    const accepted = atWork.desk.journal
      .ofIncident(before.incidentId, [])
      .findLast(({ event }) => event.type !== 'incident.closed')!;
    expect(accepted.event.type).toBe('phone.transfer-accepted');
    const roleOf = (id: string) =>
      ['Cleo', 'Imani'].some((name) => atWork.idOf(name) === id) ? 'clinician' : 'other';
    if (to === 'clinician') expect(accepted.by).toBe(operatorId);
    if (to === 'dispatch')
      expect(roleOf(accepted.by), 'a clinician took a call for dispatch').toBe('other');
    if (to === '988')
      expect(accepted.by, 'the clinician on the line says that 988 took it').toBe(from);
  };
  everyShift(look, () => {}, handingOnShift);
  expect(completed).toBeGreaterThan(10);
});

test('a unit with any shortfall is never recommended, and says why', () => {
  let looked = 0;
  everyShift((atWork, { before }) => {
    if (before === null) return;
    const view = atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId: before.incidentId })!;
    const { policy } = atWork.desk.policy()!;
    for (const { unitId, recommended, reasons, shortfalls } of view.candidates) {
      const why = reasons.map(({ text }) => text).join(' · ');
      looked += 1;
      expect(why.trim()).not.toBe('');
      const unit = findUnit(atWork.desk.db, unitId)!;
      const team = policy.teamTypes.find(({ id }) => id === unit.teamType)!;
      const onDuty = unit.crew.filter((member) => member.onDuty).map(({ role }) => role);
      const { areaId } = view.place;
      const fit =
        unit.status === 'available' &&
        team.requiredRoles.every((role) => onDuty.includes(role)) &&
        (team.areas === null || (areaId !== null && team.areas.includes(areaId)));
      if (!fit) expect(recommended, `${unitId}: ${why}`).toBe(false);
      expect(recommended).toBe(shortfalls.length === 0);
    }
  });
  expect(looked).toBeGreaterThan(500);
});
