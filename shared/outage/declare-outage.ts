import type { Outage, OutageEvent } from './outage-events.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/** Refusal codes name the field of the form they belong to. */
export function declareOutage(outage: Outage, now: string): OutageEvent[] | Refusal {
  const { from, to, why } = outage;
  if (to > now) return refuse('to', 'The end lies in the future. Declare it when it is over.');
  if (from >= to) return refuse('from', 'The outage ends before it begins. Look at both times.');
  if (why.trim() === '') return refuse('why', 'Say what did not run. Nothing was declared.');
  return [{ type: 'outage.declared', ...outage, why: why.trim() }];
}

/** Whether the moment lies in an outage that was declared. */
export function isInOutage(outages: readonly Outage[], at: string): boolean {
  return outages.some(({ from, to }) => from <= at && at <= to);
}
