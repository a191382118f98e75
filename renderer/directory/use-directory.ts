import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DirectoryOverview } from '#shared/board/directory-view.ts';
import {
  NO_FILTER,
  type DirectoryFilter,
  type DirectoryOrder,
} from '#shared/directory/directory-search.ts';
import type { ServiceLine } from '#shared/directory/service.ts';
import type { IncidentId, ServiceId } from '#shared/lib/brand.ts';
import { ask } from '../desk/ask.ts';

/** As many lines as one answer holds. */
const PAGE = 100;

export interface DirectorySearch {
  readonly text: string;
  readonly filter: DirectoryFilter;
  readonly order: DirectoryOrder;
  readonly incidentId: IncidentId | null;
  /** Null until the first answer. */
  readonly overview: DirectoryOverview | null;
  readonly total: number | null;
  readonly instead: string | null;
  readonly refused: string | null;
  readonly selected: ServiceId | null;
  /** Index of the selected line; -1 when it is not in the list. */
  readonly at: number;
  line(index: number): ServiceLine | null;
  /** Asks for the page an index stands on. */
  need(index: number): void;
  look(text: string): void;
  narrow(change: Partial<DirectoryFilter>): void;
  sort(order: DirectoryOrder): void;
  select(serviceId: ServiceId | null): void;
  move(by: number): void;
  /** After something was changed here: everything is asked again. */
  reload(): void;
}

interface Found {
  readonly total: number;
  readonly instead: string | null;
  readonly lines: ReadonlyMap<number, ServiceLine>;
}

/** What somebody looks for and what was found: the first page at once, others when they come into view. */
export function useDirectory(incidentId: IncidentId | null): DirectorySearch {
  const [text, setText] = useState('');
  const [filter, setFilter] = useState<DirectoryFilter>(NO_FILTER);
  const [order, setOrder] = useState<DirectoryOrder>('words');
  const [overview, setOverview] = useState<DirectoryOverview | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [selected, setSelected] = useState<ServiceId | null>(null);
  const [turn, setTurn] = useState(0);
  const asked = useRef(0);
  const pages = useRef(new Set<number>());

  useEffect(() => {
    let gone = false;
    void ask('directory.overview', { incidentId }).then((reply) => {
      if (gone) return;
      if (reply.ok) setOverview(reply.value);
      else setRefused(reply.because);
    });
    return () => {
      gone = true;
    };
  }, [incidentId, turn]);

  const query = useMemo(
    () => ({ text, filter, order, incidentId, turn }),
    [text, filter, order, incidentId, turn],
  );

  const fetchPage = useCallback(
    (page: number) => {
      if (pages.current.has(page)) return;
      pages.current.add(page);
      const mine = asked.current;
      const { turn: _turn, ...looked } = query;
      void ask('directory.search', { ...looked, offset: page * PAGE }).then((reply) => {
        // Somebody typed on meanwhile: what they see is not of this question any more.
        if (mine !== asked.current) return;
        if (!reply.ok) return setRefused(reply.because);
        setRefused(null);
        const { total, offset, lines, instead } = reply.value;
        setFound((before) => {
          const kept = page === 0 || before === null ? [] : [...before.lines];
          const fresh = lines.map((line, index) => [offset + index, line] as const);
          return { total, instead, lines: new Map([...kept, ...fresh]) };
        });
      });
    },
    [query],
  );

  useEffect(() => {
    asked.current += 1;
    pages.current = new Set();
    fetchPage(0);
  }, [fetchPage]);

  const at = useMemo(() => {
    for (const [index, { serviceId }] of found?.lines ?? [])
      if (serviceId === selected) return index;
    return -1;
  }, [found, selected]);
  const total = found?.total ?? null;

  return {
    text,
    filter,
    order,
    incidentId,
    overview,
    total,
    instead: found?.instead ?? null,
    refused,
    selected,
    at,
    line: (index) => found?.lines.get(index) ?? null,
    need: (index) => fetchPage(Math.floor(index / PAGE)),
    look: setText,
    narrow: (change) => setFilter((before) => ({ ...before, ...change })),
    sort: setOrder,
    select: setSelected,
    move: (by) => {
      const next = Math.max(0, Math.min((total ?? 0) - 1, at === -1 ? (by > 0 ? 0 : at) : at + by));
      const line = found?.lines.get(next);
      if (line !== undefined) setSelected(line.serviceId);
    },
    reload: () => setTurn((before) => before + 1),
  };
}

/** How many filters are set: said beside the button that clears them. */
export function filtersSet(filter: DirectoryFilter): number {
  return Object.values(filter).filter((value) => value !== null && value !== false && value !== '')
    .length;
}
