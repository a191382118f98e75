import { expect, test } from 'vitest';
import stored from './journal-of-0.1.json' with { type: 'json' };
import phone from './phone-before-outcomes.json' with { type: 'json' };
import { auditBoard } from '#db/board/audit-board.ts';
import { catchUp } from '#db/board/follow-board.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import { adoptedPolicy, adoptions } from '#db/board/policies-projection.ts';
import { PROJECTIONS } from '#db/board/projections.ts';
import { openJournal } from '#db/journal/journal.ts';
import { GENESIS, sealOf } from '#db/journal/seal.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';
import { migrate } from '#db/migrations/migrate.ts';
import { openInMemory, type Database } from '#db/open-database.ts';
import type { JournalEvent, NewEvent } from '#shared/journal/journal-event.ts';
import { standingAt } from '#shared/policy/in-force.ts';

/** A journal as version 0.1 wrote it: the rows are frozen in the file, and sealed as they were then. */
function oldJournal(rows: readonly (typeof stored)[number][] = stored): Database {
  const db = openInMemory();
  migrate(db);
  let hash: Buffer = GENESIS;
  const insert = db.prepare('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const [index, row] of rows.entries()) {
    const { at, by_operator, position, stream, type, incident_id, body } = row;
    const seq = index + 1;
    hash = sealOf(hash, { seq, ...row });
    insert.run(seq, at, by_operator, position, stream, type, incident_id, body, hash);
  }
  return db;
}

function eventOf<T extends JournalEvent['type']>(
  db: Database,
  type: T,
): Extract<JournalEvent, { type: T }> {
  for (const { event } of openJournal(db).entriesAfter(0))
    if (event.type === type) return event as Extract<JournalEvent, { type: T }>;
  throw new Error(`The old journal has no ${type}.`);
}

test('a policy of before 0.2 is in force from the beginning, as it came with CareDesk', () => {
  const { policy, ...rest } = eventOf(oldJournal(), 'policy.adopted');
  expect(rest).toEqual({
    type: 'policy.adopted',
    hash: '1'.repeat(64),
    effectiveFrom: '1970-01-01T00:00:00.000Z',
    how: 'shipped',
    proposedBy: null,
    approvedBy: null,
    reason: '',
  });
  expect(policy.version).toBe('2025.1');
});

test('a decision of before 0.2 does not know who could have gone', () => {
  const { decision } = eventOf(oldJournal(), 'incident.response-decided');
  expect(decision.offered).toBeNull();
  expect(decision).toMatchObject({ response: 'co-response', how: 'accepted', level: 'L3' });
});

test('a place of before 0.3 has no point', () => {
  const { place } = eventOf(oldJournal(), 'incident.opened');
  expect(place).toEqual({ address: '1 W Lawrence', areaId: null, position: null });
});

test('a phone call of before outcomes had requirements reads as it was worked', () => {
  const db = oldJournal([...stored, ...phone]);
  expect(eventOf(db, 'phone.resolved')).toMatchObject({ outcome: 'caller-lost', ended: null });
  expect(eventOf(db, 'phone.escalated')).toMatchObject({ to: 'police-ems', stays: false });
  expect(eventOf(db, 'incident.upgraded').fromLine).toBe(false);
  expect(eventOf(db, 'contact.promised').mayAnswer).toBe('unknown');
  catchUp(db, openJournal(db), PROJECTIONS);
  expect(auditBoard(db).equal).toBe(true);
  // A caller lost then was closed at once, and stays so: nobody is called again about it today.
  expect(findIncident(db, 'i3')).toMatchObject({
    phone: { state: 'ended' },
    closed: { disposition: 'caller-lost' },
  });
  expect(findIncident(db, 'i2')).toMatchObject({ owner: 'dana', fromLine: null, closed: null });
});

test('an old journal stays as it is sealed, and every board follows from it', () => {
  const db = oldJournal();
  const before = db.prepare('SELECT * FROM journal').all();
  catchUp(db, openJournal(db), PROJECTIONS);
  expect(db.prepare('SELECT * FROM journal').all()).toEqual(before);
  expect(verifyChain(db)).toEqual({ events: stored.length, chain: 'intact', kept: 'intact' });
  expect(auditBoard(db).equal).toBe(true);
  const [adopted] = adoptions(db);
  expect(standingAt(adoptions(db), stored[0]!.at).inForce).toEqual(adopted);
  expect(adopted).toMatchObject({ seq: 1, adoptedAt: stored[0]!.at, version: '2025.1' });
  expect(adoptedPolicy(db, '1'.repeat(64))?.title).toBe('Policy of an older CareDesk');
  expect(findIncident(db, 'i1')?.decision).toMatchObject({ response: 'co-response' });
});

test('what is written today is read as it was written', () => {
  const db = openInMemory();
  migrate(db);
  const journal = openJournal(db);
  const old = oldJournal();
  const events = [
    {
      ...eventOf(old, 'policy.adopted'),
      effectiveFrom: '2026-03-03T18:00:00.000Z',
      how: 'published',
      proposedBy: 'ruth',
      approvedBy: 'sam',
      reason: 'The teams asked for it.',
    },
    {
      ...eventOf(old, 'incident.response-decided'),
      decision: {
        ...eventOf(old, 'incident.response-decided').decision,
        offered: { availability: {}, date: '2026-03-03', ranked: [], goesNow: null },
      },
    },
  ] as NewEvent[];
  const stamp = { at: stored[0]!.at, by: 'sam', position: 'position 1' };
  journal.append(0, events, stamp as Parameters<typeof journal.append>[2]);
  expect([...journal.entriesAfter(0)].map(({ event }) => event)).toEqual(events);
});
