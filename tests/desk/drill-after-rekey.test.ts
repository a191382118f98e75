import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/desk-at-work.ts';
import {
  done,
  encryptedFirst,
  keptStore,
  readBack,
  setUp,
  type KeptStore,
} from '../support/kept-store.ts';
import { pocketKeystore } from '../support/pocket-keystore.ts';
import { readRing } from '#db/store-key/key-ring.ts';
import { readRecoveryKey } from '#db/store-key/recovery-key.ts';
import { RING_FILE, ringIn } from '#db/store-key/ring-file.ts';
import type { StoreKey } from '#db/store-key/store-key.ts';
import { makeCopy } from '#main/desk/copies/make-copy.ts';
import { rehearse, restoreCopy } from '#main/desk/copies/restore-copy.ts';
import { fittingKey, openedByRecovery } from '#main/desk/store-key/ring-keys.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

const ADA = 'ada' as OperatorId;
function copyOf({ desk, folder }: KeptStore, to: string): string {
  const { key } = desk();
  return makeCopy({ from: folder, key, to, why: 'asked', madeAt: desk().now() }).file;
}

/** As somebody does who has the sheet of that time, and the ring beside the copy. */
async function keyBySheet(copy: string, sheet: string): Promise<StoreKey | null> {
  const ring = readRing(readFileSync(copy.replace(/\.sqlite$/, `.${RING_FILE}`), 'utf8'));
  const opened = await openedByRecovery(ring, readRecoveryKey(sheet)!);
  return fittingKey(copy, opened)?.key ?? null;
}

test('after a rekey a copy of before opens by the sheet of its time, a new one by the new one, and each brings its ring', async () => {
  const keystore = pocketKeystore();
  const kept = await keptStore(keystore);
  const formerSheet = await encryptedFirst(kept, 'keystore');
  setUp(kept);
  const to = join(temporaryFolder(), 'copies');
  const before = copyOf(kept, to);
  const formerKey = kept.desk().key;

  const offer = kept.keeper.offer();
  done(await kept.keeper.encrypt({ by: 'keystore' }, readBack(offer), ADA));
  const after = copyOf(kept, to);
  const { key } = kept.desk();
  const now = kept.desk().now();
  expect(readdirSync(to).filter((name) => name.endsWith(`.${RING_FILE}`))).toHaveLength(2);
  const order = { into: kept.folder, key, now, position: 'position 1' };

  // The drill of the window: the new copy opens by the key of now, and all of it is verified.
  expect(rehearse({ ...order, copy: after, copyKey: key })).toMatchObject({
    center: 'Test Center',
    asMade: true,
    present: { sameStore: true, newer: 0 },
  });
  // One of before does not, and it is said how it does.
  expect(() => rehearse({ ...order, copy: before, copyKey: key })).toThrow(
    /is encrypted with another key/,
  );
  expect(await keyBySheet(before, offer.recoveryKey)).toBeNull();
  expect(await keyBySheet(after, formerSheet)).toBeNull();
  expect(await keyBySheet(after, offer.recoveryKey)).toBe(key);
  const copyKey = await keyBySheet(before, formerSheet);
  expect(copyKey).toBe(formerKey);
  expect(rehearse({ ...order, copy: before, copyKey })).toMatchObject({
    center: 'Test Center',
    present: { sameStore: true, newer: 1 },
  });
  // A drill exchanges nothing.
  expect(kept.keeper.standing().fingerprint).toBe(ringIn(kept.folder)?.keys[0]?.fingerprint);
  kept.close();

  restoreCopy({
    ...order,
    copy: before,
    copyKey,
    by: DESK_OPERATOR,
    approvedBy: null,
    anyway: false,
  });
  const again = await keptStore(keystore, kept.folder);
  expect(again.keeper.locked).toBeNull();
  expect(again.desk().key).toBe(formerKey);
  expect(readdirSync(kept.folder).some((name) => name.includes('before-restore'))).toBe(true);
  expect(existsSync(after)).toBe(true);
  again.close();
});
