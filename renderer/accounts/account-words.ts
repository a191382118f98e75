import type { AccountLine } from '#shared/board/account-lines.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';

/** With a sign of their own, so that a state is never only a color. */
export const STATE_WORDS: Readonly<Record<AccountLine['state'], string>> = {
  active: 'active',
  'locked-out': '▲ locked out',
  away: '◆ away too long',
  deactivated: '▪ deactivated',
};

export function lastSeenWords({ present, signedOnAt }: AccountLine): string {
  if (signedOnAt === null) return 'never signed on';
  const when = wallDateTime(signedOnAt, deskNow());
  return present ? `here since ${when}` : `signed on ${when}`;
}
