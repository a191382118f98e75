import { useCallback, useEffect, useState } from 'react';
import type { ContactList } from '#shared/board/contact-lines.ts';
import { ask } from '../desk/ask.ts';
import { useBoard } from '../desk/board-store.ts';

/** Listed at once. The sheet says how many more there are. */
const LINES = 100;

/** Every open contact with what is needed to call; asked again when the board changes or `askAgain` is called. */
export function useOpenContacts(): {
  /** Null until main answered. */
  readonly list: ContactList | null;
  readonly because: string | null;
  readonly askAgain: () => void;
} {
  const onBoard = useBoard((board) => board.contacts);
  const [list, setList] = useState<ContactList | null>(null);
  const [because, setBecause] = useState<string | null>(null);
  const [count, setCount] = useState(0);
  useEffect(() => {
    let gone = false;
    void ask('contact.open', { incidentId: null, lines: LINES }).then((reply) => {
      if (gone) return;
      if (reply.ok) setList(reply.value);
      setBecause(reply.ok ? null : reply.because);
    });
    return () => {
      gone = true;
    };
  }, [count, onBoard]);
  const askAgain = useCallback(() => setCount((before) => before + 1), []);
  return { list, because, askAgain };
}
