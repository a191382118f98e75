import {
  isCheaper,
  judgeBeside,
  judgeNow,
  PASSPHRASE_COST,
  setPassphrase,
  stillSays,
  type ScryptCost,
  type Verdict,
} from '#db/settings/credentials.ts';
import type { Database } from '#db/open-database.ts';

/** Nobody is asked for one in training, so making it costs next to nothing. */
const TRAINING_COST: ScryptCost = { N: 1_024, r: 8, p: 1 };

/** More are not waiting for their answer at one time: a console has one keyboard. */
const MOST_READY = 4;

interface Judged {
  readonly operatorId: string;
  readonly passphrase: string;
  readonly verdict: Verdict;
}

/**
 * Setting and judging passphrases. Judging is slow on purpose: what a window sends is judged beside the desk's
 * thread before the desk answers, so that the board does not stand still while somebody signs on.
 */
export class Passphrases {
  readonly #cost: ScryptCost;
  #ready: readonly Judged[] = [];
  /** One at a time: a hundred guesses sent together are still made one after the other. */
  #before: Promise<void> = Promise.resolve();

  constructor(mode: 'live' | 'training', cost?: ScryptCost) {
    this.#cost = cost ?? (mode === 'training' ? TRAINING_COST : PASSPHRASE_COST);
  }

  prepare(db: Database, operatorId: string, passphrase: string): Promise<void> {
    const next = this.#before.then(async () => {
      if (!db.open) return;
      const verdict = await judgeBeside(db, operatorId, passphrase, this.#cost);
      this.#ready = [...this.#ready, { operatorId, passphrase, verdict }].slice(-MOST_READY);
    });
    this.#before = next.catch(() => undefined);
    return next;
  }

  /** What was prepared counts once, and only while the stored hash is still the one it was said of. */
  matches(db: Database, operatorId: string, passphrase: string): boolean {
    const known = this.#ready.find(
      (each) => each.operatorId === operatorId && each.passphrase === passphrase,
    );
    this.#ready = this.#ready.filter((each) => each !== known);
    const verdict =
      known !== undefined && stillSays(db, operatorId, known.verdict)
        ? known.verdict
        : judgeNow(db, operatorId, passphrase, this.#cost);
    return verdict.matches;
  }

  set(db: Database, operatorId: string, passphrase: string): void {
    setPassphrase(db, operatorId, passphrase, this.#cost);
  }

  /** With the passphrase at hand, a hash that has become too cheap is made anew. */
  freshen(db: Database, operatorId: string, passphrase: string): void {
    if (isCheaper(db, operatorId, this.#cost)) this.set(db, operatorId, passphrase);
  }
}
