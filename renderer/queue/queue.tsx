import { useVirtualizer, type Range, defaultRangeExtractor } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { boardStore, useBoard } from '../desk/board-store.ts';
import { useDesk, openSheet } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { CallLine } from './call-line.tsx';
import { IncidentLine } from './incident-line.tsx';
import { queueEntries, type QueueEntry } from './queue-entries.ts';

const HEIGHTS = {
  compact: { head: 28, call: 66, urgent: 62, working: 62 },
  comfortable: { head: 36, call: 78, urgent: 74, working: 74 },
} as const;

/** Calls and incidents in the order in which somebody should look at them. */
export function Queue() {
  const ready = useBoard((board) => board.ready);
  const callOrder = useBoard((board) => board.callOrder);
  const incidentOrder = useBoard((board) => board.incidentOrder);
  const entries = useMemo(
    () => queueEntries(callOrder, incidentOrder, (id) => boardStore.getState().incidents.get(id)),
    [callOrder, incidentOrder],
  );
  return (
    <section className="queue pane" aria-label="Queue" data-pane="queue" data-place="queue">
      <header className="pane-head">
        <h2>Queue</h2>
        <Button tone="quiet" keys="n" onClick={() => openSheet('new-call')}>
          New call
        </Button>
      </header>
      {entries.length > 0 ? (
        <QueueList entries={entries} />
      ) : ready ? (
        <EmptyQueue />
      ) : (
        <p className="teach">Fetching the board…</p>
      )}
    </section>
  );
}

function EmptyQueue() {
  return (
    <div className="teach">
      <p>
        <strong>Nobody is waiting.</strong>
      </p>
      <p>
        Calls ring in here, the longest waiting on top. Under them stand incidents: first those that
        need somebody.
      </p>
      <p>
        <kbd>n</kbd> makes a call, <kbd>?</kbd> shows the keys that work here.
      </p>
    </div>
  );
}

function QueueList({ entries }: { readonly entries: readonly QueueEntry[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const density = useDesk((desk) => desk.density);
  const selected = useDesk((desk) => desk.selection?.id ?? null);
  const heights = HEIGHTS[density];
  const at = selected === null ? -1 : entries.findIndex((entry) => isRow(entry, selected));
  const last = entries.at(-1);
  const total = last === undefined || last.kind === 'head' ? 0 : last.position;

  // Also changes with the heights: the virtualizer measures again when this does.
  const getItemKey = useCallback(
    (index: number) => `${entries[index]?.id ?? String(index)} ${heights === HEIGHTS.compact}`,
    [entries, heights],
  );
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => heights[entries[index]?.kind ?? 'working'],
    getItemKey,
    overscan: 6,
    // About what it will be: measuring it would lay the page out before its first drawing.
    initialRect: { width: 330, height: 850 },
    // The selected row stays in the page even when scrolled away: the listbox points at it by id.
    rangeExtractor: useCallback((range: Range) => withSelected(range, at), [at]),
  });

  // Follows the selection only: a queue that reorders must not scroll under the reader's eyes.
  const latestAt = useRef(at);
  useEffect(() => {
    latestAt.current = at;
  });
  useEffect(() => {
    // The heading above the first row belongs into view with it.
    if (latestAt.current >= 0) virtual.scrollToIndex(latestAt.current === 1 ? 0 : latestAt.current);
  }, [selected, virtual]);

  return (
    <div
      ref={frame}
      className="queue-list"
      role="listbox"
      aria-label={`${total} calls and incidents`}
      aria-activedescendant={at < 0 ? undefined : `queue-${selected ?? ''}`}
      tabIndex={0}
      onMouseDown={(event) => {
        // A row that scrolls away would take the focus with it, so the list keeps it.
        event.preventDefault();
        event.currentTarget.focus();
      }}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, key, start, size }) => {
          const entry = entries[index];
          return entry === undefined ? null : (
            <div
              key={key}
              role="presentation"
              className="queue-slot"
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              <Entry entry={entry} total={total} selected={entry.id === selected} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Entry({
  entry,
  total,
  selected,
}: {
  readonly entry: QueueEntry;
  readonly total: number;
  readonly selected: boolean;
}) {
  switch (entry.kind) {
    case 'head':
      return (
        <div className="queue-head" role="presentation" aria-hidden="true">
          {entry.label} <span>{entry.count}</span>
        </div>
      );
    case 'call':
      return (
        <CallLine callId={entry.id} position={entry.position} total={total} selected={selected} />
      );
    default:
      return (
        <IncidentLine
          incidentId={entry.id}
          position={entry.position}
          total={total}
          selected={selected}
        />
      );
  }
}

function isRow(entry: QueueEntry, id: string): boolean {
  return entry.kind !== 'head' && entry.id === id;
}

function withSelected(range: Range, at: number): number[] {
  const shown = defaultRangeExtractor(range);
  if (at < 0 || shown.includes(at)) return shown;
  return [...shown, at].sort((a, b) => a - b);
}
