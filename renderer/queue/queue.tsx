import { useCallback, useMemo } from 'react';
import { boardStore, useBoard } from '../desk/board-store.ts';
import { useDesk, openSheet } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { VirtualListbox } from '../parts/virtual-listbox.tsx';
import { useWaiting } from '../duplicate/waiting-store.ts';
import { CallLine } from './call-line.tsx';
import { waitingLines } from './call-lines.ts';
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
  const calls = useBoard((board) => board.calls);
  const groups = useWaiting((waiting) => waiting.groups);
  const opened = useWaiting((waiting) => waiting.opened);
  const policy = useDesk((desk) => desk.policy);
  const waiting = useMemo(
    () => waitingLines(callOrder, calls, { groups, opened }, policy),
    [callOrder, calls, groups, opened, policy],
  );
  const entries = useMemo(
    () => queueEntries(waiting, incidentOrder, (id) => boardStore.getState().incidents.get(id)),
    [waiting, incidentOrder],
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
  const density = useDesk((desk) => desk.density);
  const selected = useDesk((desk) => desk.selection?.id ?? null);
  const heights = HEIGHTS[density];
  const at = selected === null ? -1 : entries.findIndex((entry) => isRow(entry, selected));
  const last = entries.at(-1);
  const total = last === undefined || last.kind === 'head' ? 0 : last.position;

  return (
    <VirtualListbox
      className="queue-list"
      label={`${total} calls and incidents`}
      count={entries.length}
      selected={selected}
      at={at}
      // The heading above the first row belongs into view with it.
      showAt={at === 1 ? 0 : at}
      domId={(id) => `queue-${id}`}
      keyOf={useCallback(
        (index: number) => `${entries[index]?.id ?? String(index)} ${heights === HEIGHTS.compact}`,
        [entries, heights],
      )}
      heightOf={(index) => heights[entries[index]?.kind ?? 'working']}
      overscan={6}
      tall={850}
      row={(index) => {
        const entry = entries[index];
        return entry === undefined ? null : (
          <Entry entry={entry} total={total} selected={entry.id === selected} />
        );
      }}
    />
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
        <CallLine
          callId={entry.id}
          position={entry.position}
          total={total}
          selected={selected}
          behind={entry.behind}
          why={entry.why}
          shown={entry.shown}
          under={entry.under !== null}
        />
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
