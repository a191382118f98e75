import { beforeEach, expect, test } from 'vitest';
import { SHIPPED, slower } from '../support/policy-at-work.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { catchUp } from '#db/board/follow-board.ts';
import { adoptedPolicy, adoptions, waitingProposal } from '#db/board/policies-projection.ts';
import { PROJECTIONS } from '#db/board/projections.ts';
import { openJournal } from '#db/journal/journal.ts';
import { migrate } from '#db/migrations/migrate.ts';
import { openInMemory, type Database } from '#db/open-database.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import type { PolicyEvent } from '#shared/policy/policy-events.ts';
import type { Policy } from '#shared/policy/policy.ts';

const ruth = 'ruth' as OperatorId;
const sam = 'sam' as OperatorId;
const AT = '2026-03-03T18:00:00.000Z';
const NEXT = slower('2027.1');

let db: Database;
beforeEach(() => {
  db = openInMemory();
  migrate(db);
  write({ ...adopted('a', SHIPPED), how: 'shipped', proposedBy: null, approvedBy: null });
});

function write(...events: PolicyEvent[]): void {
  const journal = openJournal(db);
  journal.append(journal.head(), events, { at: AT, by: ruth, position: 'position 1' });
  catchUp(db, journal, PROJECTIONS);
}

type Adopted = Extract<PolicyEvent, { type: 'policy.adopted' }>;

function adopted(hash: string, policy: Policy, how: Adopted['how'] = 'published'): Adopted {
  const people = { proposedBy: ruth, approvedBy: sam };
  return {
    type: 'policy.adopted',
    hash,
    policy,
    effectiveFrom: AT,
    how,
    reason: 'Why.',
    ...people,
  };
}

function proposed(hash: string, policy: Policy): PolicyEvent {
  const about = { effectiveFrom: null, note: 'Why.', basedOn: 'a' };
  return { type: 'policy.proposed', hash, policy, ...about };
}

const withdrawn = () => adoptions(db).map((each) => [each.hash, each.withdrawn]);

test('every adoption is kept in order, and its document under its hash', () => {
  write(adopted('b', NEXT));
  expect(adoptions(db)).toEqual([
    {
      seq: 1,
      hash: 'a',
      version: SHIPPED.version,
      title: SHIPPED.title,
      adoptedAt: AT,
      effectiveFrom: AT,
      how: 'shipped',
      proposedBy: null,
      approvedBy: null,
      reason: 'Why.',
      withdrawn: false,
    },
    {
      seq: 2,
      hash: 'b',
      version: '2027.1',
      title: SHIPPED.title,
      adoptedAt: AT,
      effectiveFrom: AT,
      how: 'published',
      proposedBy: ruth,
      approvedBy: sam,
      reason: 'Why.',
      withdrawn: false,
    },
  ]);
  expect(adoptedPolicy(db, 'a')).toEqual(SHIPPED);
  expect(adoptedPolicy(db, 'b')).toEqual(NEXT);
  expect(adoptedPolicy(db, 'c')).toBeNull();
});

test('a proposal waits until it is declined or published, and is no policy of the center before', () => {
  write(proposed('b', NEXT));
  expect(waitingProposal(db)).toEqual({
    hash: 'b',
    policy: NEXT,
    effectiveFrom: null,
    note: 'Why.',
    basedOn: 'a',
    proposedBy: ruth,
    at: AT,
  });
  expect(adoptedPolicy(db, 'b')).toBeNull();
  write({ type: 'policy.declined', hash: 'b', reason: 'No.' });
  expect(waitingProposal(db)).toBeNull();
  write(proposed('b', NEXT), adopted('b', NEXT));
  expect(waitingProposal(db)).toBeNull();
  expect(adoptions(db)).toHaveLength(2);
});

test('a step back to a document leaves a proposal of the same document waiting', () => {
  write(adopted('b', NEXT), proposed('a', SHIPPED), adopted('a', SHIPPED, 'rolled-back'));
  expect(waitingProposal(db)?.hash).toBe('a');
});

test('withdrawing calls off the last adoption of a policy and no earlier one', () => {
  write(adopted('b', NEXT), adopted('a', SHIPPED));
  write({ type: 'policy.withdrawn', hash: 'a', reason: 'No.' });
  expect(withdrawn()).toEqual([
    ['a', false],
    ['b', false],
    ['a', true],
  ]);
  write(adopted('a', SHIPPED), { type: 'policy.withdrawn', hash: 'a', reason: 'No.' });
  expect(withdrawn().map(([, off]) => off)).toEqual([false, false, true, true]);
});

test('rebuilt from the journal, the board of policies is what it is live', () => {
  write(proposed('b', NEXT));
  write(adopted('b', NEXT), { type: 'policy.withdrawn', hash: 'b', reason: 'No.' });
  write(proposed('c', slower('2027.2')), { type: 'policy.declined', hash: 'c', reason: 'No.' });
  write(adopted('a', SHIPPED, 'rolled-back'), proposed('d', slower('2027.3')));
  const board = auditBoard(db).projections.find(({ name }) => name === 'board_policies');
  expect(board).toMatchObject({ equal: true, rows: 4 });
});
