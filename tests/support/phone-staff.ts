import type { OperatorId } from '#shared/lib/brand.ts';
import type { Clinician } from '#shared/phone/clinician.ts';

/** A clinician who is signed on, ready since the beginning of the shift and with no call. */
export function clinician(operatorId: string, more: Partial<Clinician> = {}): Clinician {
  return {
    operatorId: operatorId as OperatorId,
    availability: 'ready',
    reason: null,
    since: '2026-03-03T17:00:00.000Z',
    languages: [],
    calls: 0,
    asked: 0,
    ...more,
  };
}

/** Names and moments as they are written: a test reads them back. */
export const NAMING = { nameOf: (id: string) => id, say: (at: string) => at };
