import { useCallback, useEffect, useRef, useState } from 'react';
import {
  NO_FILTER,
  type AuditFilter,
  type AuditLine,
  type AuditPage,
} from '#shared/audit/audit-view.ts';
import type { Refusal } from '#shared/lib/refusal.ts';
import { ask } from '../desk/ask.ts';

/** So many lines come at once: more than a screen has, and nobody waits for them. */
const LINES = 100;
/** Whoever scrolls goes on scrolling: the list is laid out anew for each answer. */
const OLDER_LINES = 200;

export interface AuditScreen {
  readonly filter: AuditFilter;
  setFilter(filter: AuditFilter): void;
  /** Null until the first answer; while another filter is asked for, what stood is left. */
  readonly lines: readonly AuditLine[] | null;
  readonly more: boolean;
  readonly refusal: Refusal | null;
  /** Fetches the next older ones, where there are any. */
  goOn(): void;
  again(): void;
}

interface Held {
  readonly lines: readonly AuditLine[] | null;
  readonly more: boolean;
  readonly refusal: Refusal | null;
}

const NOTHING_YET: Held = { lines: null, more: false, refusal: null };

/** The lines of the audit, a page at a time; another filter begins at the newest again. */
export function useAudit(): AuditScreen {
  const [filter, setFilter] = useState(NO_FILTER);
  const [held, setHeld] = useState(NOTHING_YET);
  const [count, setCount] = useState(0);
  /** Which question the lines answer: what comes late for another one is left. */
  const asked = useRef(0);
  const underWay = useRef(false);

  useEffect(() => {
    const question = (asked.current += 1);
    underWay.current = true;
    void ask('audit.page', { filter, before: null, lines: LINES }).then((reply) => {
      if (asked.current !== question) return;
      underWay.current = false;
      if (reply.ok) setHeld({ ...reply.value, refusal: null });
      else setHeld((stood) => ({ ...stood, refusal: reply }));
    });
    return () => {
      asked.current += 1;
    };
  }, [filter, count]);

  const last = held.lines?.at(-1)?.seq ?? null;
  const { more } = held;
  const goOn = useCallback(() => {
    if (!more || last === null || underWay.current) return;
    const question = asked.current;
    underWay.current = true;
    void ask('audit.page', { filter, before: last, lines: OLDER_LINES }).then((reply) => {
      if (asked.current !== question) return;
      underWay.current = false;
      setHeld((stood) => (reply.ok ? joined(stood, reply.value) : { ...stood, refusal: reply }));
    });
  }, [more, last, filter]);
  const again = useCallback(() => setCount((before) => before + 1), []);
  return { ...held, filter, setFilter, goOn, again };
}

function joined(stood: Held, { lines, more }: AuditPage): Held {
  return { lines: [...(stood.lines ?? []), ...lines], more, refusal: null };
}
