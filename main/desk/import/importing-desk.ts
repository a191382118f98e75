import type { DeskCore } from '../desk-core.ts';
import type { Desk } from '../desk.ts';

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

export function recordIn(core: DeskCore): Desk['record'] {
  return (events, by, beside) => {
    const outcome = core.commit(by, () => {
      beside?.();
      return events;
    });
    return Array.isArray(outcome) ? outcome : [];
  };
}
