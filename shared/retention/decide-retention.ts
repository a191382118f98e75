import {
  changedYears,
  type Held,
  type LegalHold,
  type RetentionEvent,
  type RetentionYears,
} from './retention.ts';
import type { LegalHoldId, OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import { twoPeople } from '../roster/two-people.ts';

export function setRetention(
  before: RetentionYears,
  years: RetentionYears,
): RetentionEvent[] | Refusal {
  return changedYears(before, years).length === 0
    ? refuse('nothing-changed', 'The schedule already says so. Nothing was changed.')
    : [{ type: 'retention.set', years }];
}

/** @param standing the holds that stand. */
export function placeHold(
  standing: readonly LegalHold[],
  holdId: LegalHoldId,
  held: Held,
  reason: string,
): RetentionEvent[] | Refusal {
  const same = standing.some((hold) => isSame(hold.held, held) && hold.reason === reason);
  return same
    ? refuse('held-already', 'This is already held for the same reason. Nothing was changed.')
    : [{ type: 'legal-hold.placed', holdId, held, reason }];
}

/** Two people lift a hold: the one who asks for it, and a second. */
export function releaseHold(
  hold: LegalHold | null,
  reason: string,
  by: OperatorId,
  secondPerson: OperatorId,
): RetentionEvent[] | Refusal {
  if (hold === null)
    return refuse('no-hold', 'This legal hold does not stand any more. Nothing was changed.');
  return (
    twoPeople(by, secondPerson, 'Lifting a legal hold') ?? [
      { type: 'legal-hold.released', holdId: hold.holdId, reason, secondPerson },
    ]
  );
}

function isSame(a: Held, b: Held): boolean {
  return a.kind === 'incident'
    ? b.kind === 'incident' && a.incidentId === b.incidentId
    : b.kind === 'person' && a.personId === b.personId;
}
