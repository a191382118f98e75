import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../support/desk-at-work.ts';
import type { Desk, Session } from '#main/desk/desk.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import { TRAINING_OPERATORS } from '#main/desk/training/colleagues.ts';
import { STREET_BLOCKS } from '#main/desk/training/street-blocks.ts';
import {
  seedTraining,
  startTraining,
  type RefusedAct,
} from '#main/desk/training/training-shift.ts';
import { concerns } from '#shared/caution/caution.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import { standingCautions } from '#db/board/cautions-projection.ts';
import type { CautionId, OperatorId } from '#shared/lib/brand.ts';

vi.setConfig({ testTimeout: 60_000 });

const SAM: Session = { operator: TRAINING_OPERATORS[4]!, focus: null };
let desk: Desk;
let now: number;

beforeEach(() => {
  now = Date.parse('2026-03-10T23:00:00.000Z');
  let ids = 0;
  desk = openDesk({
    folder: temporaryFolder(),
    mode: 'training',
    now: () => new Date(now),
    newId: () => `id-${(ids += 1)}`,
    log: () => {},
  });
  seedTraining(desk);
});
afterEach(() => desk.close());

test('a trainee can meet one caution that counts and one that has expired, where calls come from', () => {
  const reply = desk.answer('caution.all', {}, SAM);
  if (!reply.ok) throw new Error(reply.because);
  expect(reply.value.map(({ expired }) => expired)).toEqual([false, true]);
  for (const { about, source } of reply.value) {
    expect(about.kind === 'address' && STREET_BLOCKS['uptown']).toContain(
      about.kind === 'address' ? about.address : '',
    );
    expect(source).toContain('invented for training');
  }
});

test('the simulated dispatcher reads every caution before a team goes, and is never stopped by one', () => {
  const waiting: { at: number; act: () => void }[] = [];
  const after = (ms: number, act: () => void) => {
    const timer = { at: now + ms, act };
    waiting.push(timer);
    return () => void waiting.splice(waiting.indexOf(timer), waiting.includes(timer) ? 1 : 0);
  };
  const refused: RefusedAct[] = [];
  let state = 7_919;
  const shift = startTraining(desk, {
    timers: { after },
    random: () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647,
    onRefused: (act) => refused.push(act),
  });
  let followed = desk.journal.head();
  const until = now + 20 * 60_000;
  for (;;) {
    waiting.sort((a, b) => a.at - b.at);
    const timer = waiting.shift();
    if (timer === undefined || timer.at > until) break;
    now = Math.max(now, timer.at);
    timer.act();
    // Everybody who calls has a caution at the door.
    for (const { seq, event } of Array.from(desk.journal.entriesAfter(followed))) {
      followed = seq;
      if (event.type !== 'call.received' || event.address === '') continue;
      desk.record(
        [
          {
            type: 'caution.recorded',
            cautionId: `caution of ${event.callId}` as CautionId,
            about: { kind: 'address', address: event.address },
            kind: 'other',
            text: 'Steep stairs.',
            source: 'Invented',
            expiresOn: '2026-06-01',
          },
        ],
        'sam-whitfield' as OperatorId,
      );
    }
  }
  shift.stop();
  expect(refused.filter((act) => act.refused === 'caution-not-acknowledged')).toEqual([]);
  const entries = [...desk.journal.entriesAfter(0)].map(({ event }) => event);
  const read = entries.filter((event) => event.type === 'incident.cautions-acknowledged');
  expect(read.length).toBeGreaterThan(5);
  const cautions = standingCautions(desk.db);
  for (const { incidentId } of read) {
    const incident = findIncident(desk.db, incidentId)!;
    expect(incident.units.length).toBeGreaterThan(0);
    expect(cautions.some((caution) => concerns(caution, incident))).toBe(true);
  }
});
