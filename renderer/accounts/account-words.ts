import type { AccountLine } from '#shared/board/account-lines.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { matches } from '../sheets/matching.ts';
import { ROLE_LABELS } from '../sign-on/role-labels.ts';

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

const ORDER: readonly AccountLine['state'][] = ['locked-out', 'away', 'active', 'deactivated'];

/** Who stands outside first, then by name, and last who left; of all of them what was typed. */
export function accountsOf(all: readonly AccountLine[], typed: string): readonly AccountLine[] {
  return all
    .filter(({ name, role, state }) => matches(typed, name, ROLE_LABELS[role], STATE_WORDS[state]))
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}

/** How many there are, and how many of them wait to be let in. */
export function countWords(all: readonly AccountLine[]) {
  const out = all.filter(({ state }) => state === 'locked-out').length;
  return {
    how: all.length === 1 ? '1 account' : `${all.length} accounts`,
    keptOut: out === 0 ? null : `▲ ${out} locked out`,
  };
}
