import { useCallback, useEffect, useState } from 'react';
import type { AccountsView } from '#shared/board/account-lines.ts';
import { ask } from '../desk/ask.ts';

/** The accounts as they stand, asked again when the board has moved or something was done here. */
export function useAccounts(revision: number): {
  readonly view: AccountsView | null;
  readonly refused: string | null;
  look(): void;
} {
  const [view, setView] = useState<AccountsView | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let over = false;
    void ask('accounts.view', {}).then((reply) => {
      if (over) return;
      if (reply.ok) setView(reply.value);
      setRefused(reply.ok ? null : reply.because);
    });
    return () => {
      over = true;
    };
  }, [revision, asked]);
  return { view, refused, look: useCallback(() => setAsked((before) => before + 1), []) };
}
