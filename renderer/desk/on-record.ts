import type { Done } from '#shared/contract/endpoint.ts';
import { say } from './desk-store.ts';

/** Says what was done, and plainly where it is not on record yet. */
export function sayDone(text: string, { owed }: Pick<Done, 'owed'>): void {
  if (owed !== true) return say({ tone: 'done', text, cause: null });
  say({ tone: 'alert', text: `${text} ${NOT_YET}`, cause: null });
}

/** For a screen with a place of its own for it. */
export const NOT_YET =
  'It is not on the record yet: that follows by itself once CareDesk can write, unless it is closed before.';
