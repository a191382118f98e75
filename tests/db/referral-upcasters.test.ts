import { expect, test } from 'vitest';
import stored from './referrals-before-the-loop.json' with { type: 'json' };
import { readEvent } from '#db/journal/read-event.ts';
import { migrate } from '#db/migrations/migrate.ts';
import { openInMemory } from '#db/open-database.ts';
import type { Partition } from '#shared/partition/partition.ts';
import { evolveReferral, isOfReferral } from '#shared/referral/referral-events.ts';

/** Referrals as they were written before a place could confirm anything: frozen in the file. */
function read(partitions: readonly Partition[]) {
  const db = openInMemory();
  migrate(db);
  return stored.map(({ body, text }, index) => {
    const seq = index + 1;
    if (text !== null)
      db.prepare('INSERT INTO kept_clinical (seq, salt, text) VALUES (?, ?, ?)').run(
        seq,
        Buffer.alloc(16),
        text,
      );
    return readEvent(db, { seq, body }, partitions);
  });
}

test('a clinician reads where to, under the name it has today', () => {
  expect(read(['clinical'])).toEqual([
    {
      type: 'referral.made',
      incidentId: 'i1',
      referralId: 'r1',
      kind: 'clinical',
      consent: 'share',
      codeDigest: null,
      referral: {
        organization: 'Invented walk-in clinic',
        phone: '',
        receiver: null,
        service: null,
        how: 'by bus',
        when: 'tonight',
        code: null,
      },
    },
    expect.objectContaining({ referral: expect.objectContaining({ receiver: 'drop-in' }) }),
  ]);
});

test('whoever may not read it reads that there is one', () => {
  for (const event of read([]))
    expect(event).toMatchObject({
      type: 'referral.made',
      referral: { keptIn: 'clinical', member: 'referral' },
    });
});

test('the loop begins with it: who wrote it down looks after it', () => {
  const [first] = read([]);
  if (first === undefined || !isOfReferral(first)) throw new Error('It is no referral.');
  const stamp = { at: '2026-02-01T10:00:00.000Z', by: 'cleo' as never };
  expect(evolveReferral(null, first, stamp)).toMatchObject({
    owner: 'cleo',
    standing: { state: 'made' },
  });
});
