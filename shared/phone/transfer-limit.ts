import { TRANSFER_STEPS, type Transfer } from './transfer.ts';
import { phoneDeskOf } from '../policy/phone-desk.ts';
import type { Policy } from '../policy/policy.ts';
import { minutesAfter, type Running } from '../timers/running.ts';

/** Until when the present step of a transfer may last. */
export interface TransferLimit extends Running {
  readonly seconds: number;
}

export function transferLimit({ step, since }: Transfer, policy: Policy): TransferLimit {
  const seconds = phoneDeskOf(policy).transferSeconds * TRANSFER_STEPS[step].times;
  return { from: since, until: minutesAfter(since, seconds / 60), seconds };
}
