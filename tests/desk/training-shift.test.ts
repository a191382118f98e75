import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk, Session } from '#main/desk/desk.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import { SIMULATED, TRAINING_OPERATORS } from '#main/desk/training/colleagues.ts';
import {
  seedTraining,
  startTraining,
  type RefusedAct,
} from '#main/desk/training/training-shift.ts';
import type { BoardSnapshot } from '#shared/board/board-rows.ts';
import type { Input, Output, Topic } from '#shared/contract/console-contract.ts';
import type { Entry, JournalEvent } from '#shared/journal/journal-event.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { LEVELS } from '#shared/routing/level.ts';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';

const START = '2026-03-10T23:00:00.000Z';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A desk with a shift on it, in a time that only passes when the test lets it. */
function evening(options: { seed?: number; folder?: string; start?: string; pace?: number } = {}) {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'caredesk-training-'));
  folders.push(folder);
  let now = Date.parse(options.start ?? START);
  let ids = 0;
  const desk = openDesk({
    folder,
    mode: 'training',
    position: 'position 1',
    now: () => new Date(now),
    newId: () => `id-${options.start ?? ''}-${String((ids += 1)).padStart(6, '0')}`,
    log: () => {},
  });
  if (desk.policy() === null) seedTraining(desk);

  let order = 0;
  const waiting: { at: number; order: number; act: () => void }[] = [];
  const after = (ms: number, act: () => void) => {
    const entry = { at: now + ms, order: (order += 1), act };
    waiting.push(entry);
    return () => {
      const index = waiting.indexOf(entry);
      if (index >= 0) waiting.splice(index, 1);
    };
  };
  const refused: RefusedAct[] = [];
  const asked: { topic: Topic; at: number }[] = [];
  const watched: Desk = {
    ...desk,
    answer: (topic, input, session) => {
      asked.push({ topic, at: now });
      return desk.answer(topic, input, session);
    },
  };
  const shift = startTraining(watched, {
    timers: { after },
    random: seeded(options.seed ?? 1),
    pace: options.pace ?? 1,
    onRefused: (act) => refused.push(act),
  });
  const watch = () => {
    desk.watch();
    after(5_000, watch);
  };
  after(5_000, watch);

  const as = (name: string): Session => ({
    operator: TRAINING_OPERATORS.find((each) => each.name === name) ?? null,
    focus: null,
  });
  const give = <T extends Topic>(session: Session, topic: T, input: Input<T>): Output<T> => {
    const reply = desk.answer(topic, input, session);
    if (!reply.ok) throw new Error(`${topic}: ${reply.because}`);
    return reply.value;
  };
  return {
    folder,
    desk,
    shift,
    refused,
    asked,
    as,
    give,
    pending: () => waiting.length,
    pass(ms: number, every?: { ms: number; look: (board: BoardSnapshot, at: number) => void }) {
      const until = now + ms;
      let nextLook = every === undefined ? Infinity : now + every.ms;
      for (;;) {
        waiting.sort((a, b) => a.at - b.at || a.order - b.order);
        const entry = waiting[0];
        if (entry === undefined || entry.at > until) break;
        waiting.shift();
        now = Math.max(now, entry.at);
        entry.act();
        if (now < nextLook) continue;
        every?.look(give(as('Sam Whitfield'), 'board.snapshot', {}), now);
        nextLook = now + (every?.ms ?? 0);
      }
      now = until;
    },
    board: () => give(as('Sam Whitfield'), 'board.snapshot', {}),
    journal: () => [...desk.journal.entriesAfter(0)],
    end() {
      shift.stop();
      desk.close();
    },
  };
}

/** Park and Miller's generator: enough for an evening. */
function seeded(seed: number): () => number {
  let state = seed * 7_919;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function events<Type extends JournalEvent['type']>(
  entries: readonly Entry[],
  type: Type,
): Extract<JournalEvent, { type: Type }>[] {
  return entries
    .map((entry) => entry.event)
    .filter((event): event is Extract<JournalEvent, { type: Type }> => event.type === type);
}

describe('the first look', () => {
  test('finds a living room within five seconds, by ordinary commands', () => {
    const room = evening();
    room.pass(5_000);
    const { calls, incidents, units } = room.board();
    expect(calls.length).toBeGreaterThanOrEqual(3);
    expect(incidents.length).toBeGreaterThanOrEqual(6);
    const phases = new Set(incidents.map((row) => row.phase));
    for (const phase of ['intake', 'decided', 'responding', 'on-phone'] as const)
      expect(phases).toContain(phase);
    expect(new Set(units.map((unit) => unit.status)).size).toBeGreaterThanOrEqual(6);
    const free = units.filter((unit) => unit.status === 'available' && unit.gap === null);
    expect(free.length).toBeGreaterThanOrEqual(6);
    expect(room.refused).toEqual([]);
    room.end();
  });
});

describe('two hours in which nobody helps', () => {
  let room: ReturnType<typeof evening>;
  let entries: Entry[];
  const boards: (BoardSnapshot & { at: number })[] = [];

  beforeAll(() => {
    room = evening({ seed: 1 });
    room.pass(2 * HOUR, { ms: 60_000, look: (board, at) => boards.push({ ...board, at }) });
    entries = room.journal();
    room.end();
  }, 180_000);

  test('commands of the simulation are not refused', () => {
    const telling = room.refused.map(
      ({ topic, refused, because }) => `${topic} ${refused}: ${because}`,
    );
    expect(telling.filter((line) => /malformed|unknown-/.test(line))).toEqual([]);
    expect(room.refused.length, telling.join('\n')).toBeLessThanOrEqual(3);
  });

  test('calls come about every forty seconds and nobody waits for ever', () => {
    const received = events(entries, 'call.received');
    expect(received.length).toBeGreaterThan(110);
    expect(received.length).toBeLessThan(240);
    expect(received.every((call) => call.source === 'simulated')).toBe(true);
    expect(new Set(received.map((call) => call.number)).size).toBe(received.length);
    for (const board of boards) {
      expect(board.calls.length).toBeLessThanOrEqual(14);
      for (const call of board.calls)
        expect(board.at - Date.parse(call.receivedAt)).toBeLessThan(6 * MINUTE);
    }
  });

  test('the board stays alive and bounded', () => {
    const open = boards.map((board) => board.incidents.length);
    expect(Math.max(...open)).toBeLessThan(60);
    expect(Math.min(...open)).toBeGreaterThan(0);
    const closed = events(entries, 'incident.closed').length;
    expect(closed).toBeGreaterThan(events(entries, 'incident.opened').length * 0.75);
  });

  test('no unit is on two incidents, and the unit and its incident agree', () => {
    for (const board of boards) {
      const claimed = board.incidents.flatMap((row) => row.units.map((unit) => unit.unitId));
      expect(new Set(claimed).size).toBe(claimed.length);
      for (const unit of board.units) {
        expect(unit.incidentId !== null).toBe(UNIT_STATUS[unit.status].onIncident);
        const row = board.incidents.find((each) => each.incidentId === unit.incidentId);
        if (unit.incidentId !== null)
          expect(row?.units.map((u) => u.unitId)).toContain(unit.unitId);
      }
    }
  });

  test('every open incident has an owner who works here', () => {
    const people = TRAINING_OPERATORS.map((each) => each.operatorId);
    for (const board of boards)
      for (const row of board.incidents) expect(people).toContain(row.owner);
  });

  test('no incident is forgotten', () => {
    // Each open one was touched, or is held, or somebody is on it, within the last ten minutes.
    const last = boards.at(-1)!;
    const end = Date.parse(START) + 2 * HOUR;
    for (const row of last.incidents) {
      const touched = entries.findLast(
        ({ event }) => 'incidentId' in event && event.incidentId === row.incidentId,
      );
      const idle = end - Date.parse(touched?.at ?? START);
      expect(idle, `${row.number} ${row.phase}`).toBeLessThan(13 * MINUTE);
      expect(end - Date.parse(row.openedAt), `${row.number} ${row.phase}`).toBeLessThan(HOUR);
    }
  });

  test('every level is decided, every disposition of the street is reached', () => {
    const decided = events(entries, 'incident.response-decided').map(({ decision }) => decision);
    expect([...new Set(decided.map((each) => each.level))].sort()).toEqual([...LEVELS]);
    expect(new Set(decided.map((each) => each.response)).size).toBeGreaterThanOrEqual(7);
    expect(new Set(decided.map((each) => each.how))).toContain('upgraded');
    const ends = new Set(events(entries, 'incident.closed').map((each) => each.disposition));
    for (const end of [
      'no-contact',
      'services',
      'services-transport',
      'services-transfer',
    ] as const)
      expect(ends).toContain(end);
  });

  test('the phone, notes, transfers, holds and rising levels all happen', () => {
    const types = new Set<string>(entries.map((entry) => entry.event.type));
    const phone = ['taken', 'resolved', 'transfer-started', 'transfer-accepted', 'escalated'];
    const others = ['held', 'hold-ended', 'note-added'].map((type) => `incident.${type}`);
    const record = ['note.field-written', 'safety-plan.written', 'strength.noted'];
    for (const type of [...phone.map((each) => `phone.${each}`), ...others, ...record])
      expect(types).toContain(type);
  });

  test('reads the board at most every two seconds and acts a few times a second at most', () => {
    const looks = room.asked.filter(({ topic }) => topic === 'board.snapshot').map(({ at }) => at);
    for (let index = 1; index < looks.length; index += 1)
      expect(looks[index]! - looks[index - 1]!).toBeGreaterThanOrEqual(2_000);
    const perSecond = new Map<number, number>();
    for (const { topic, at } of room.asked) {
      if (topic === 'board.snapshot' || topic === 'incident.focus') continue;
      if (at < Date.parse(START) + 10_000) continue;
      const second = Math.floor(at / 1000);
      perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
    }
    expect(Math.max(...perSecond.values())).toBeLessThanOrEqual(6);
  });

  test('the same seed makes the same journal', { timeout: 180_000 }, () => {
    const again = evening({ seed: 1 });
    again.pass(40 * MINUTE, { ms: 60_000, look: () => {} });
    expect(again.journal().length).toBeGreaterThan(150);
    expect(again.journal()).toEqual(entries.slice(0, again.journal().length));
    again.end();
  });
});

describe('beside a trainee', () => {
  test('an incident a person owns is left alone, but its unit moves', { timeout: 60_000 }, () => {
    const room = evening({ seed: 3 });
    room.pass(6_000);
    const dana = room.as('Dana Reyes');
    const call = room.board().calls.find((each) => each.callType === 'DISTUR')!;
    const made = room.give(dana, 'call.answer', { callId: call.callId }).made;
    const incidentId = made as IncidentId;
    const informant = 'caller-saw';
    for (const topic of ['medical', 'weapon', 'violence', 'suicide'] as const)
      room.give(dana, 'incident.answer-none', { incidentId, topic, informant });
    const fact = { fact: 'in-person-need', answer: 'yes', informant } as const;
    room.give(dana, 'incident.answer-fact', { incidentId, ...fact });
    const seen = room.give(dana, 'incident.focus', { incidentId })!.recommendation;
    room.give(dana, 'incident.decide', {
      incidentId,
      seen: { level: seen.level, response: seen.responseId },
      response: seen.responseId,
      reason: null,
      secondPerson: null,
    });
    room.give(dana, 'incident.assign-unit', { incidentId, unitId: 'M2' as never, reason: null });
    const before = room.journal().length;
    room.pass(30 * MINUTE);
    const since = room.journal().slice(before);
    const mine = since.filter(
      ({ event }) => 'incidentId' in event && event.incidentId === incidentId,
    );
    const moved = mine.flatMap(({ event }) =>
      event.type === 'unit.status-changed' && event.unitId === 'M2' ? [event.to] : [],
    );
    expect(moved.slice(0, 3)).toEqual(['en-route', 'on-scene', 'with-patient']);
    expect(moved.at(-1)).toBe('available');
    const touched = mine
      .filter(({ by }) => (SIMULATED as readonly string[]).includes(by))
      .map(({ event }) => event.type);
    // A clinician may follow it, advise and ask; nobody but its owner acts on it.
    const asks = ['monitor.joined', 'monitor.advised', 'monitor.nominated'];
    const acts = touched.filter((type) => type !== 'unit.status-changed' && !asks.includes(type));
    expect(acts).toEqual([]);
    const row = room.board().incidents.find((each) => each.incidentId === incidentId);
    expect(row).toMatchObject({ owner: dana.operator!.operatorId, phase: 'wrap-up' });
    room.end();
  });

  test('a unit goes on from the status a person sets', () => {
    const room = evening({ seed: 4 });
    room.pass(6_000);
    const dana = room.as('Dana Reyes');
    const unit = room.board().units.find((each) => each.status === 'en-route')!;
    room.give(dana, 'unit.set-status', { unitId: unit.unitId, status: 'on-scene' });
    room.pass(3 * MINUTE);
    const now = room.board().units.find((each) => each.unitId === unit.unitId)!;
    expect(['with-patient', 'clearing']).toContain(now.status);
    room.give(dana, 'unit.set-status', { unitId: unit.unitId, status: 'out-of-service' });
    room.pass(10 * MINUTE);
    const later = room.board().units.find((each) => each.unitId === unit.unitId)!;
    expect(later.status).toBe('out-of-service');
    room.end();
  });

  test('Imani accepts what a clinician hands her, Theo what comes back to dispatch', () => {
    const room = evening({ seed: 5 });
    room.pass(6_000);
    const cleo = room.as('Cleo Brandt');
    const { incidentId } = room.board().incidents.find((row) => row.phone === 'offered')!;
    room.give(cleo, 'phone.take', { incidentId });
    const imani = TRAINING_OPERATORS.find((each) => each.name === 'Imani Okafor')!.operatorId;
    room.give(cleo, 'phone.transfer', { incidentId, to: 'clinician', operatorId: imani });
    room.pass(MINUTE);
    const said = () => room.journal().map(({ event, by }) => `${event.type} ${by}`);
    expect(said()).toContain('phone.transfer-accepted imani-okafor');

    const offered = () => room.board().incidents.find((row) => row.phone === 'offered');
    for (let turn = 0; turn < 60 && offered() === undefined; turn += 1) room.pass(MINUTE / 2);
    const next = offered()!.incidentId;
    room.give(cleo, 'phone.take', { incidentId: next });
    const back = { incidentId: next, to: 'dispatch', operatorId: null } as const;
    room.give(cleo, 'phone.transfer', back);
    room.pass(2 * MINUTE);
    expect(said()).toContain('phone.transfer-accepted theo-marsh');
    room.end();
  });

  test('stopping leaves no timer behind', () => {
    const room = evening({ seed: 6 });
    room.pass(20_000);
    room.shift.stop();
    expect(room.pending()).toBe(1);
    const before = room.journal().length;
    room.pass(10 * MINUTE);
    const wrote = room.journal().slice(before);
    expect(wrote.every(({ by }) => by === 'desk')).toBe(true);
    room.desk.close();
  });
});

test('after a restart the shift goes on with what it owned', { timeout: 60_000 }, () => {
  const first = evening({ seed: 8 });
  first.pass(10 * MINUTE);
  const open = first.board().incidents.filter((row) => SIMULATED.includes(row.owner));
  const numbers = open.map((row) => row.number);
  expect(open.length).toBeGreaterThan(5);
  first.end();

  const second = evening({ seed: 9, folder: first.folder, start: '2026-03-11T14:00:00.000Z' });
  const looked = second.board();
  expect(looked.incidents.map((row) => row.number).sort()).toEqual([...numbers].sort());
  second.pass(50 * MINUTE);
  const left = second.board().incidents.filter((row) => numbers.includes(row.number));
  expect(left.map((row) => `${row.number} ${row.phase}`)).toEqual([]);
  expect(second.refused).toEqual([]);
  second.end();
});

test('a faster pace is only faster', { timeout: 60_000 }, () => {
  const room = evening({ seed: 11, pace: 6 });
  let most = 0;
  room.pass(10 * MINUTE, {
    ms: 5_000,
    look: (board) => (most = Math.max(most, board.incidents.length)),
  });
  const received = events(room.journal(), 'call.received').length;
  expect(received).toBeGreaterThan(50);
  expect(most).toBeLessThan(60);
  expect(room.refused.filter(({ refused }) => /malformed|unknown-/.test(refused))).toEqual([]);
  room.end();
});
