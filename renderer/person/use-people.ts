import { useCallback, useEffect, useState } from 'react';
import type { PeopleFound, PersonPage } from '#shared/board/known-person-lines.ts';
import type { PersonId } from '#shared/lib/brand.ts';
import { ask } from '../desk/ask.ts';

/** Long enough to let a word be typed, short enough to feel immediate. */
const PAUSE_MS = 80;

interface Asked<Answer> {
  readonly answer: Answer | null;
  readonly because: string | null;
}

/** Whom main finds for the text; the last answer stays until the next one is here. */
export function usePeople(
  text: string,
  revision: number,
): { readonly found: PeopleFound | null; readonly because: string | null } {
  const [{ answer, because }, setAsked] = useState<Asked<PeopleFound>>(NOTHING);
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(() => {
      void ask('person.search', { text }).then((reply) => {
        if (gone) return;
        if (reply.ok) setAsked({ answer: reply.value, because: null });
        else setAsked((before) => ({ ...before, because: reply.because }));
      });
    }, PAUSE_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [text, revision]);
  return { found: answer, because };
}

/** One person in full, asked again whenever something was written. */
export function usePersonPage(
  personId: PersonId | null,
  revision: number,
): {
  readonly page: PersonPage | null;
  readonly because: string | null;
  readonly askAgain: () => void;
} {
  const [asked, setAsked] = useState<Asked<PersonPage> & { readonly of: PersonId | null }>({
    ...NOTHING,
    of: null,
  });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (personId === null) return undefined;
    let gone = false;
    void ask('person.page', { personId }).then((reply) => {
      if (gone) return;
      if (reply.ok) setAsked({ of: personId, answer: reply.value, because: null });
      else setAsked({ of: personId, answer: null, because: reply.because });
    });
    return () => {
      gone = true;
    };
  }, [personId, revision, turn]);
  const askAgain = useCallback(() => setTurn((before) => before + 1), []);
  const here = asked.of === personId && personId !== null;
  return { page: here ? asked.answer : null, because: here ? asked.because : null, askAgain };
}

const NOTHING = { answer: null, because: null };
