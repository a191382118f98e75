import type { DeskCore } from '../desk-core.ts';
import type { Desk } from '../desk.ts';
import { NotWritten } from '../trouble/not-written.ts';
import { isRefusal } from '#shared/lib/refusal.ts';

/** What of the desk an import works with. */
export type ImportingDesk = Pick<Desk, 'db' | 'now' | 'newId' | 'record' | 'policy' | 'callTypes'>;

export function importingDesk(core: DeskCore): ImportingDesk {
  return {
    db: core.db,
    now: () => core.now(),
    newId: core.options.newId,
    policy: () => core.policy,
    callTypes: () => core.callTypes.map(),
    record: recordIn(core),
  };
}

/** @throws NotWritten where the disk or the store fails. */
export function recordIn(core: DeskCore): Desk['record'] {
  return (events, by, beside) => {
    const outcome = core.commit(by, () => {
      beside?.();
      return events;
    });
    if (isRefusal(outcome)) throw new NotWritten(outcome);
    return outcome;
  };
}
