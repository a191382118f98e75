import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject } from 'react';
import type { OverrideLine } from '#shared/board/override-review.ts';
import { OverrideRow, overrideRowId } from './override-row.tsx';
import { useKeptInRange } from '../parts/use-kept-in-range.ts';

/** About the height of a row with a short reason: measured as soon as it is drawn. */
const USUAL_HEIGHT = 104;
const PAGE = 5;

/** The overrides, newest first; only those in sight are in the page. */
export function OverrideList({
  frame,
  lines,
  now,
  selected,
  onSelect,
  onOpen,
}: {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly lines: readonly OverrideLine[];
  readonly now: number;
  /** Sequence of the marked line; null while none is. */
  readonly selected: number | null;
  readonly onSelect: (seq: number) => void;
  readonly onOpen: (line: OverrideLine) => void;
}) {
  const at = lines.findIndex(({ seq }) => seq === selected);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => lines[index]?.seq ?? index,
    overscan: 4,
    initialRect: { width: 700, height: 800 },
    rangeExtractor: useKeptInRange(at),
  });

  function move(to: number) {
    const index = Math.min(lines.length - 1, Math.max(0, to));
    const line = lines[index];
    if (line === undefined) return;
    onSelect(line.seq);
    virtual.scrollToIndex(index);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = STEPS[event.key];
    if (step !== undefined) move(step(at, lines.length));
    else if (event.key === 'Enter' && !event.repeat) open();
    else return;
    event.preventDefault();
    event.stopPropagation();
    // In a small window the rates stand above the list, and the list may be out of sight.
    frame.current?.scrollIntoView?.({ block: 'nearest' });
  }

  function open() {
    const line = lines[Math.max(0, at)];
    if (line !== undefined) onOpen(line);
  }

  return (
    <div
      ref={frame}
      className="override-list"
      role="listbox"
      aria-label={`${lines.length} ${lines.length === 1 ? 'override' : 'overrides'}, newest first`}
      aria-activedescendant={at < 0 ? undefined : overrideRowId(selected ?? 0)}
      tabIndex={0}
      onFocus={() => {
        if (at < 0) move(0);
      }}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="override-room" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const line = lines[index];
          return line === undefined ? null : (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="presentation"
              className="override-slot"
              style={{ transform: `translateY(${start}px)` }}
            >
              <OverrideRow
                line={line}
                now={now}
                position={index + 1}
                total={lines.length}
                selected={index === at}
                onSelect={onSelect}
                onOpen={onOpen}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  j: (at) => at + 1,
  ArrowDown: (at) => at + 1,
  k: (at) => at - 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + PAGE,
  PageUp: (at) => at - PAGE,
  Home: () => 0,
  End: (_at, count) => count - 1,
};
