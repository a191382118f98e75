import type { UnservedCount } from '#shared/board/unserved-ledger.ts';

/** “12 %” of the eligible ones, or a dash when there were none to be a share of. */
export function shareOf({ unserved, eligible }: UnservedCount): string {
  return eligible === 0 ? '–' : `${Math.round((100 * unserved) / eligible)} %`;
}

export function written(count: number): string {
  return count.toLocaleString('en-US');
}

/** A label with how many of how many. */
export interface Share extends UnservedCount {
  readonly label: string;
}
