import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { ask } from '../desk/ask.ts';

const ROW = 28;
const PAGE = 200;
const TALL = 7 * ROW;

interface Line {
  readonly line: number;
  readonly why: string;
}

/** Rows that are left out, each with its line and the reason: fetched as they come into view. */
export function LeftOutList({
  title,
  importId,
  kind,
}: {
  readonly title: string;
  readonly importId: string | null;
  readonly kind: 'rejected' | 'changed';
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [all, setAll] = useState(0);
  const [lines, setLines] = useState<ReadonlyMap<number, Line>>(new Map());
  const asked = useRef(new Set<number>());
  const virtual = useVirtualizer({
    count: all,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 8,
    initialRect: { width: 500, height: TALL },
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => {
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
      if (asked.current.has(page)) continue;
      asked.current.add(page);
      void ask('import.left-out', { importId, kind, offset: page * PAGE }).then((reply) => {
        if (!reply.ok) return;
        setAll(reply.value.all);
        const { rows } = reply.value;
        setLines(
          (known) =>
            new Map([...known, ...rows.map((row, at): [number, Line] => [page * PAGE + at, row])]),
        );
      });
    }
  }, [first, last, importId, kind]);

  return (
    <section className="import-left-out" aria-label={title}>
      <h3>{title}</h3>
      <div
        ref={frame}
        role="list"
        aria-label={title}
        // What scrolls has to be reached by the keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="import-lines"
        style={{ height: Math.min(TALL, Math.max(1, all) * ROW) + 2 }}
      >
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, key, start }) => {
            const row = lines.get(index);
            return (
              <div
                key={key}
                role="listitem"
                aria-posinset={index + 1}
                aria-setsize={all}
                className="import-line"
                style={{ transform: `translateY(${start}px)` }}
              >
                <span className="import-number">
                  {row === undefined ? '…' : `line ${row.line}`}
                </span>
                <span title={row?.why} dir="auto">
                  {row?.why}
                </span>
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}
