import { expect, test } from 'vitest';
import { layout, record512, SCREEN, WIRELESS } from '../support/ali-records.ts';
import { oneOf, spoilBytes } from '../support/hostile-bytes.ts';
import { HOSTILE_WORDS } from '../support/hostile-words.ts';
import { centerAtWork } from '../support/desk-at-work.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';
import type { Delivery } from '#shared/delivery/delivery.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { shapeMistake } from '#shared/location/location-shape.ts';
import { readAli } from '#shared/location/read-ali.ts';
import { seeded, type Draw } from '#shared/statistics/seeded.ts';

const RECORDS = 10_000;
const BATCH = 250;
const LAYOUTS = { lines: layout('nena-30-line'), columns: layout('nena-512') };
const FIELDS = Object.keys(WIRELESS) as (keyof typeof WIRELESS)[];

/** A record with words in its fields that nobody's address is, or with bytes that came otherwise. */
function spoilt(draw: Draw, each: number): { text: string; by: keyof typeof LAYOUTS } {
  const screen = each % 4 === 0;
  const text = screen
    ? SCREEN.map((line) => (draw() < 0.1 ? oneOf(draw, HOSTILE_WORDS) : line)).join('\r\n')
    : record512({ ...WIRELESS, [oneOf(draw, FIELDS)]: oneOf(draw, HOSTILE_WORDS).slice(0, 12) });
  return {
    text: each % 2 === 0 ? spoilBytes(draw, text).toString('latin1') : text,
    by: screen ? 'lines' : 'columns',
  };
}

test(`${RECORDS} spoilt records are each refused with a reason, or somebody called`, () => {
  const { desk } = centerAtWork();
  const draw = seeded(13);
  const counts = { unread: 0, refused: 0, 'new-call': 0, update: 0, known: 0 };
  let batch: Delivery[] = [];
  const hand = () => {
    for (const each of desk.deliver(batch)) counts['ok' in each ? each.what : 'refused'] += 1;
    batch = [];
  };
  for (let each = 0; each < RECORDS; each += 1) {
    const { text, by } = spoilt(draw, each);
    const record = readAli(text, LAYOUTS[by]);
    if (isRefusal(record)) {
      expect(record.because).toMatch(/^The record .* .*\.$/su);
      counts.unread += 1;
      continue;
    }
    const mistake = shapeMistake(record.shape);
    if (mistake !== null) throw new Error(`${each}: ${mistake}`);
    // Nothing of a record may steer a screen, a terminal or a file.
    // oxlint-disable-next-line no-control-regex
    if (/[\u0000-\u001f\u202e]/u.test(`${record.civic} ${record.details.name}`))
      throw new Error(`${each}: a sign that cannot be seen`);
    batch.push({ kind: 'ali', from: 'hostile', record });
    if (batch.length === BATCH) hand();
  }
  hand();

  expect(Object.values(counts).reduce((sum, each) => sum + each)).toBe(RECORDS);
  expect(counts.refused).toBe(0);
  expect(counts.unread).toBeGreaterThan(RECORDS / 50);
  expect(desk.db.prepare('SELECT COUNT(*) FROM board_calls').pluck().get()).toBe(
    counts['new-call'],
  );
  expect(verifyChain(desk.db)).toMatchObject({ chain: 'intact', kept: 'intact' });
  expect(auditBoard(desk.db)).toMatchObject({ equal: true });
  desk.close();
});
