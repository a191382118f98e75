import type { ContactId, HandOverId, IncidentId, OperatorId, UnitId } from '../lib/brand.ts';
import type { Kept } from '../partition/partition.ts';

/** An offer nobody answers in this time goes back to who made it, with an alert. */
export const ANSWER_MINUTES = 15;

/** What was read and accepted, frozen: ids and counts, no words of anybody. */
export interface AcceptedShift {
  readonly incidents: readonly IncidentId[];
  readonly contacts: readonly ContactId[];
  /** Incidents of these that were on hold. */
  readonly holds: number;
  /** Cautions that counted on these incidents. */
  readonly cautions: number;
  readonly shortUnits: readonly UnitId[];
  readonly unitsOut: readonly UnitId[];
  readonly alarms: readonly UnitId[];
  readonly waitingCalls: number;
  readonly policyVersion: string;
  readonly policyHash: string;
}

export type ReturnedBecause = 'not-answered' | 'clock-set-back' | 'withdrawn' | 'offered-anew';

export const RETURNED_WORDS: Readonly<Record<ReturnedBecause, string>> = {
  'not-answered': `nobody answered within ${ANSWER_MINUTES} minutes`,
  'clock-set-back': 'the clock of the PC was set back',
  withdrawn: 'taken back',
  'offered-anew': 'offered anew',
};

/** Where a hand-over stands. Ownership has moved only when it is accepted. */
export type HandOverState =
  | { readonly is: 'offered' }
  | { readonly is: 'accepted'; readonly at: string; readonly accepted: AcceptedShift }
  | { readonly is: 'declined'; readonly at: string; readonly reason: string }
  | { readonly is: 'returned'; readonly at: string; readonly why: ReturnedBecause };

/** One person gives their open work to another, who reads and accepts it. */
export interface HandOver {
  readonly handOverId: HandOverId;
  readonly from: OperatorId;
  readonly to: OperatorId;
  readonly remark: string | Kept;
  /** The remark is clinical text: read by clinicians only (invariant 12). */
  readonly clinical: boolean;
  readonly offeredAt: string;
  readonly answerBy: string;
  readonly state: HandOverState;
}

/** A line of the sheet that is signed for: `mark` is what it said, without what only ages. */
export interface SignedLine {
  readonly key: string;
  readonly mark: string;
}

/** What is otherwise now than when it was read, each as a sentence; empty when nothing is. */
export function changesSince(
  seen: readonly SignedLine[],
  now: readonly SignedLine[],
): readonly string[] {
  const read = new Map(seen.map(({ key, mark }) => [key, mark]));
  const changes: string[] = [];
  for (const { key, mark } of now) {
    const before = read.get(key);
    read.delete(key);
    if (before === undefined) changes.push(`new: ${mark}`);
    else if (before !== mark) changes.push(`${mark} (was: ${before})`);
  }
  return [...changes, ...[...read.values()].map((mark) => `no longer: ${mark}`)];
}
