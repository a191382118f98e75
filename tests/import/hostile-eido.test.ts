import { expect, test } from 'vitest';
import { eidoOf } from '../support/eido-examples.ts';
import { spoilBytes } from '../support/hostile-bytes.ts';
import { spoilJson } from '../support/hostile-json.ts';
import { centerAtWork } from '../support/desk-at-work.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';
import type { Delivery } from '#shared/delivery/delivery.ts';
import { readEido } from '#shared/eido/read-eido.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { seeded } from '#shared/statistics/seeded.ts';

const DOCUMENTS = 50_000;
const BATCH = 250;

/** A text nobody should have sent; every tenth is about an incident of its own. */
function spoilt(draw: () => number, each: number): string {
  const document = each % 10 === 0 ? eidoOf({}, { $id: `urn:invented:${each}` }) : eidoOf();
  return each % 3 === 0
    ? spoilBytes(draw, JSON.stringify(document)).toString('utf8')
    : spoilJson(draw, document);
}

test(`${DOCUMENTS} spoilt incidents are each refused with a reason, or taken whole`, () => {
  const { desk } = centerAtWork();
  const count = (table: string): number =>
    desk.db.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get() as number;
  const draw = seeded(11);
  const counts = { unread: 0, refused: 0, 'new-call': 0, update: 0, known: 0 };
  let batch: Delivery[] = [];
  const hand = () => {
    const head = desk.journal.head();
    const outcomes = desk.deliver(batch);
    expect(outcomes).toHaveLength(batch.length);
    if (outcomes.every((each) => !('ok' in each) || each.what === 'known'))
      expect(desk.journal.head()).toBe(head);
    for (const each of outcomes) {
      if (!('ok' in each)) mustBeSaid(each.because);
      counts['ok' in each ? each.what : 'refused'] += 1;
    }
    batch = [];
  };
  for (let each = 0; each < DOCUMENTS; each += 1) {
    const document = readEido(spoilt(draw, each));
    if (isRefusal(document)) {
      mustBeSaid(document.because);
      counts.unread += 1;
    } else batch.push({ kind: 'eido', from: 'hostile', document });
    if (batch.length === BATCH) hand();
  }
  hand();

  expect(Object.values(counts).reduce((sum, each) => sum + each)).toBe(DOCUMENTS);
  // Nothing that was read broke the desk: it would have said that something went wrong here.
  expect(counts.refused).toBe(0);
  expect(counts.unread).toBeGreaterThan(DOCUMENTS / 3);
  expect(counts['new-call'] + counts.update).toBeGreaterThan(DOCUMENTS / 50);
  expect(count('board_calls')).toBe(counts['new-call']);
  expect(count('kept_documents')).toBe(counts['new-call'] + counts.update);
  expect(verifyChain(desk.db)).toMatchObject({ chain: 'intact', kept: 'intact' });
  expect(auditBoard(desk.db)).toMatchObject({ equal: true });
  expect(Object.keys(Object.prototype)).toEqual([]);
  desk.close();
});

/** A sentence, and not the whole of what was sent. */
function mustBeSaid(because: string): void {
  if (/^[A-Z].* .*\.$/su.test(because) && because.length < 1_500) return;
  throw new Error(`This says too little or too much: ${because.slice(0, 2_000)}`);
}
