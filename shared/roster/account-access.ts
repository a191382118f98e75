import type { OperatorEvent } from './operator-events.ts';

/** How an account stands to signing on. Beside the operator, because nobody but who keeps accounts reads it. */
export interface AccountAccess {
  /** When it was made, or taken up again: who never signed on counts from there. */
  readonly since: string;
  readonly signedOnAt: string | null;
  readonly deactivated: { readonly at: string; readonly reason: string } | null;
}

export function evolveAccess(
  access: AccountAccess | null,
  event: OperatorEvent,
  at: string,
): AccountAccess | null {
  if (event.type === 'operator.added') return { since: at, signedOnAt: null, deactivated: null };
  if (access === null) return null;
  switch (event.type) {
    case 'operator.signed-on':
      return { ...access, signedOnAt: at };
    case 'operator.deactivated':
      return { ...access, deactivated: { at, reason: event.reason } };
    case 'operator.reactivated':
      return { ...access, since: at, deactivated: null };
    default:
      return access;
  }
}
