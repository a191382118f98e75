import type { DeskCore } from '../desk-core.ts';
import type { Database } from '#db/open-database.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** What a part of the figures is made from: the record, and how to read it. Also without a desk around it. */
export interface FigureSource {
  readonly db: Database;
  /** In force now: whose teams and responses are the alternative ones. */
  readonly policy: Policy;
  readonly timeZone: string;
  readonly now: Date;
}

export function figureSource(core: DeskCore): FigureSource {
  const { db, center } = core;
  const now = core.now();
  return { db, policy: core.requirePolicy(now).policy, timeZone: center?.timeZone ?? 'UTC', now };
}
