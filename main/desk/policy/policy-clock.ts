import type { PolicyInForce } from '../desk.ts';
import { adoptedPolicy, adoptions, type PolicyAdoption } from '#db/board/policies-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { PolicyMark } from '#shared/board/board-rows.ts';
import { standingAt } from '#shared/policy/in-force.ts';

/** The policy in force at a moment, with its adoption and the one that comes next. */
export interface PoliciesNow extends PolicyInForce {
  readonly adopted: PolicyAdoption;
  readonly next: PolicyAdoption | null;
  readonly mark: PolicyMark;
}

interface Known extends PoliciesNow {
  /** It is the answer for these moments, [from, until) in milliseconds. */
  readonly from: number;
  readonly until: number;
}

/**
 * Which policy is in force by the clock. Asked at every answer of the desk, so it compares two numbers;
 * the database is read when an entry or the clock has changed something.
 */
export class PolicyClock {
  readonly #db: Database;
  #adoptions: readonly PolicyAdoption[] = [];
  #known: Known | null = null;

  constructor(db: Database) {
    this.#db = db;
    this.reread();
  }

  /** Every adoption as last read, in the order they were written. */
  get adoptions(): readonly PolicyAdoption[] {
    return this.#adoptions;
  }

  /** Takes up what the journal has gained. */
  reread(): void {
    this.#adoptions = adoptions(this.#db);
    if (this.#known !== null) this.#known = { ...this.#known, from: Infinity };
  }

  /** Null before the first adoption, and only then. */
  at(now: Date): PoliciesNow | null {
    const time = now.getTime();
    const known = this.#known;
    if (known !== null && known.from <= time && time < known.until) return known;
    this.#known = this.#look(now);
    return this.#known;
  }

  #look(now: Date): Known | null {
    const here = standingAt(this.#adoptions, now.toISOString());
    // A PC whose clock has fallen behind still sends somebody: by the first policy there was.
    const early = here.inForce === null ? here.next : null;
    const { inForce, next } =
      early === null ? here : standingAt(this.#adoptions, early.effectiveFrom);
    if (inForce === null) return null;
    const { hash } = inForce;
    // The same object as long as it is the same policy: what was compiled from it hangs on it.
    const policy = this.#known?.hash === hash ? this.#known.policy : adoptedPolicy(this.#db, hash);
    if (policy === null) throw new Error(`The document of policy ${hash} is not on the board.`);
    const comes = next && { version: next.version, effectiveFrom: next.effectiveFrom };
    const begins = Date.parse(inForce.effectiveFrom);
    const ends = next === null ? Infinity : Date.parse(next.effectiveFrom);
    return {
      policy,
      hash,
      adopted: inForce,
      next,
      mark: { version: policy.version, hash, next: comes },
      from: early === null ? begins : -Infinity,
      until: early === null ? ends : begins,
    };
  }
}
