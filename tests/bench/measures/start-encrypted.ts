import { cpSync } from 'node:fs';
import { encryptStore, openedBy } from '../center/encrypted-center.ts';
import { openEvening } from '../center/evening.ts';
import { folderWithHistory } from '../center/history.ts';
import { newPair, type Measure, type Pair } from '../measure.ts';
import { careDesk, ElectronWindow, type Program } from '../window/electron-window.ts';
import { script, untilShown } from '../window/page-scripts.ts';
import { startsBeside } from '../window/starts.ts';
import { openByPassphrase } from '#db/store-key/sealed-key.ts';
import type { StoreKey } from '#db/store-key/store-key.ts';

const EVENTS = 200_000;
const UNLOCKINGS = 5;
const PASSPHRASE = 'a passphrase of this center alone';

/** A live console is there for somebody to sign on: its store has been opened and read. */
const SIGN_ON = ['.sign-on [role="option"]'];
const UNLOCK = ['.unlock input'];

/**
 * The start of an encrypted store after years of calls beside the same store in plain text, both until somebody can sign
 * on, because training folders are not encrypted. The key comes from a keystore that answers at once; what a passphrase
 * adds is a measure of its own, from the moment it is given until the board may be asked for.
 */
export const measure: Measure = {
  name: 'start-encrypted',
  unit: 'ms',
  better: 'smaller',
  budget: 1.1,
  take: async (bench) => {
    const history = folderWithHistory(EVENTS, bench);
    const [encrypted, plain] = [bench.folder('encrypted'), bench.folder('plain')];
    cpSync(history.folder, plain, { recursive: true });
    openEvening(plain, { incidents: 20, waiting: 4 });
    cpSync(plain, encrypted, { recursive: true });
    const key = encryptStore(encrypted);
    await openedBy(encrypted, key, { by: 'keystore' });

    const samples = await startsBeside(
      { ...live(encrypted, SIGN_ON), env: { CAREDESK_BENCH_KEYSTORE: 'yes' } },
      live(plain, SIGN_ON),
    );
    const unlockedBesideDeriving = await unlockings(encrypted, key);
    return {
      ...samples,
      also: { ...samples.also, unlockedBesideDeriving },
      facts: { journalEvents: history.events, databaseMiB: history.mebibytes },
    };
  },
};

function live(folder: string, shows: readonly string[]): Program {
  return { ...careDesk(folder, 'live'), watch: script(untilShown, shows) };
}

/** Unlocking in the window, the desk opened included, beside deriving the key from the passphrase alone. */
async function unlockings(folder: string, key: StoreKey): Promise<Pair> {
  const { daily, fingerprint } = await openedBy(folder, key, {
    by: 'passphrase',
    passphrase: PASSPHRASE,
  });
  if (daily.by !== 'passphrase') throw new Error('The store is not opened by a passphrase.');
  const pair = newPair();
  for (let run = 0; run < UNLOCKINGS; run += 1) {
    const window = new ElectronWindow(live(folder, UNLOCK));
    try {
      await window.watched();
      const asked = performance.now();
      const reply = await window.ask('store-key.unlock', { passphrase: PASSPHRASE });
      if (!reply.ok) throw new Error(reply.because);
      pair.value.push(performance.now() - asked);
    } finally {
      await window.quit();
    }
    const derived = performance.now();
    if ((await openByPassphrase(daily, fingerprint, PASSPHRASE)) !== key)
      throw new Error('The passphrase opened another key.');
    pair.baseline.push(performance.now() - derived);
  }
  return pair;
}
