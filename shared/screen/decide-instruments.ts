import type { Instrument } from './instrument.ts';
import type { InstrumentEvent, Instruments } from './instrument-events.ts';
import type { OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

type Decided = InstrumentEvent[] | Refusal;

/** One wording waits at a time, so that nobody approves one while looking at another. */
export function proposeInstrument(
  { waiting, inForce }: Instruments,
  proposed: {
    readonly instrument: Instrument;
    readonly hash: string;
    readonly source: string;
    readonly registration: string;
  },
): Decided {
  if (waiting !== null)
    return refuse(
      'screener-waits',
      `“${waiting.title}” waits for a second person. Approve or decline it first. Nothing was changed.`,
    );
  if (inForce?.hash === proposed.hash)
    return refuse(
      'screener-in-force',
      'This very wording is in force already. Nothing was changed.',
    );
  return [{ type: 'screener.proposed', ...proposed }];
}

export function approveInstrument(
  { waiting }: Instruments,
  hash: string,
  approvedBy: OperatorId,
): Decided {
  if (waiting?.hash !== hash) return notWaiting();
  if (waiting.proposedBy === approvedBy)
    return refuse(
      'author-approves',
      'Who imported a wording cannot approve it: a second person has to read it. Nothing was changed.',
    );
  return [{ type: 'screener.adopted', hash, approvedBy }];
}

export function declineInstrument({ waiting }: Instruments, hash: string, reason: string): Decided {
  return waiting?.hash === hash ? [{ type: 'screener.declined', hash, reason }] : notWaiting();
}

/** One person may take a wrong wording away at once. A screen under way keeps the one it began with. */
export function withdrawInstrument(
  { inForce, stepBack }: Instruments,
  hash: string,
  reason: string,
): Decided {
  if (inForce?.hash !== hash)
    return refuse(
      'not-in-force',
      'This wording is not in force any more. Look again. Nothing was changed.',
    );
  if (stepBack === null)
    return refuse(
      'one-step-only',
      'The last change was a step back already. Import the wording you want. Nothing was changed.',
    );
  return [{ type: 'screener.withdrawn', hash, reason }];
}

function notWaiting(): Refusal {
  return refuse(
    'no-screener-waits',
    'This wording does not wait for approval any more. Look again. Nothing was changed.',
  );
}
