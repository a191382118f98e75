import { shippedCallTypes } from './shipped-call-types.ts';
import {
  callTypesVersion,
  keptPatterns,
  reviewedCallTypes,
} from '#db/board/call-types-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { CallTypeMap } from '#shared/call-type/call-type-map.ts';
import { learnedStrings } from '#shared/call-type/known-strings.ts';
import { nexusByType } from '#shared/call-type/type-nexus.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** The call-type map as it stands, read when somebody first asks and kept until it is changed. A start does not wait for it. */
export class CallTypesInForce {
  readonly #db: Database;
  readonly #policy: () => Policy;
  #held: { readonly map: CallTypeMap; readonly policy: Policy } | null = null;

  constructor(db: Database, policy: () => Policy) {
    this.#db = db;
    this.#policy = policy;
  }

  map(): CallTypeMap {
    const policy = this.#policy();
    const version = callTypesVersion(this.#db);
    if (this.#held?.map.version !== version || this.#held.policy !== policy) {
      const map: CallTypeMap = {
        version,
        patterns: keptPatterns(this.#db).patterns ?? shippedCallTypes(),
        reviewed: reviewedCallTypes(this.#db),
        types: nexusByType(policy),
        learned: learnedStrings,
      };
      this.#held = { map, policy };
    }
    return this.#held.map;
  }
}
