import { UnwrittenGuesses } from './unwritten-guesses.ts';
import {
  hashBeside,
  hashNow,
  isCheaper,
  judgeBeside,
  judgeNow,
  PASSPHRASE_COST,
  setPassphrase,
  stillSays,
  type Hashed,
  type ScryptCost,
  type Verdict,
} from '#db/settings/credentials.ts';
import type { Database } from '#db/open-database.ts';

/** Nobody is asked for one in training, so making it costs next to nothing. */
const TRAINING_COST: ScryptCost = { N: 1_024, r: 8, p: 1 };

/** A name and what somebody typed as its passphrase. */
export interface Typed {
  readonly operatorId: string;
  readonly passphrase: string;
}

/** The passphrases a command brings. */
export interface Brought {
  /** By which somebody proves who they are. */
  readonly proof: Typed | null;
  /** Those accounts are given. */
  readonly anew: readonly string[];
}

interface Prepared {
  readonly judged: (Typed & { readonly verdict: Verdict }) | null;
  hashed: readonly { readonly passphrase: string; readonly hashed: Hashed }[];
}

const NOTHING: Prepared = { judged: null, hashed: [] };

/**
 * Setting and judging passphrases. Both are slow on purpose: what a window sends is worked on beside the desk's
 * thread before the desk answers, so that the board does not stand still while somebody signs on or an account
 * is given another passphrase. An answer nothing was prepared for does the same work where it stands.
 */
export class Passphrases {
  readonly unwritten = new UnwrittenGuesses();
  readonly #cost: ScryptCost;
  #prepared: Prepared = NOTHING;
  /** One at a time: a hundred guesses sent together are still made one after the other. */
  #before: Promise<void> = Promise.resolve();

  constructor(mode: 'live' | 'training', cost?: ScryptCost) {
    this.#cost = cost ?? (mode === 'training' ? TRAINING_COST : PASSPHRASE_COST);
  }

  /** For the answer that follows at once. */
  prepare(db: Database, { proof, anew }: Brought): Promise<void> {
    const next = this.#before.then(async () => {
      if (!db.open) return;
      const verdict =
        proof === null
          ? null
          : await judgeBeside(db, proof.operatorId, proof.passphrase, this.#cost);
      const hashed = [];
      // Nothing comes of a command whose proof fails.
      if (verdict?.matches !== false)
        for (const passphrase of this.#toHash(db, proof, anew))
          hashed.push({ passphrase, hashed: await hashBeside(passphrase, this.#cost) });
      const judged = proof === null || verdict === null ? null : { ...proof, verdict };
      const prepared: Prepared = { judged, hashed };
      this.#prepared = prepared;
      // What the answer did not take, because it was refused, stays in no memory.
      setImmediate(() => {
        if (this.#prepared === prepared) this.#prepared = NOTHING;
      });
    });
    this.#before = next.catch(() => undefined);
    return next;
  }

  /** What was prepared counts only while the stored hash is still the one it was said of. */
  matches(db: Database, operatorId: string, passphrase: string): boolean {
    const { judged } = this.#prepared;
    const known = judged?.operatorId === operatorId && judged.passphrase === passphrase;
    const verdict =
      known && stillSays(db, operatorId, judged.verdict)
        ? judged.verdict
        : judgeNow(db, operatorId, passphrase, this.#cost);
    return verdict.matches;
  }

  /** Each hash is used once: two accounts of one passphrase have nothing in common. */
  set(db: Database, operatorId: string, passphrase: string): void {
    const made = this.#prepared.hashed.find((each) => each.passphrase === passphrase);
    this.#prepared.hashed = this.#prepared.hashed.filter((each) => each !== made);
    setPassphrase(db, operatorId, made?.hashed ?? hashNow(passphrase, this.#cost));
  }

  /** With the passphrase at hand, a hash that has become too cheap is made anew. */
  freshen(db: Database, operatorId: string, passphrase: string): void {
    if (isCheaper(db, operatorId, this.#cost)) this.set(db, operatorId, passphrase);
  }

  #toHash(db: Database, proof: Typed | null, anew: readonly string[]): readonly string[] {
    return proof !== null && db.open && isCheaper(db, proof.operatorId, this.#cost)
      ? [proof.passphrase, ...anew]
      : anew;
  }
}
