import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import { useKeptInRange } from './use-kept-in-range.ts';

/**
 * A list of hundreds that is drawn like one of twelve: only what is in view is in the page, and the
 * selected row. The list keeps the focus and points at that row by its id.
 */
export function VirtualListbox({
  className,
  label,
  count,
  selected,
  at,
  showAt = at,
  domId,
  keyOf,
  heightOf,
  overscan,
  tall,
  row,
}: {
  readonly className: string;
  readonly label: string;
  readonly count: number;
  readonly selected: string | null;
  /** Index of the selected row; -1 when it is not in the list. */
  readonly at: number;
  /** Index that is brought into view with the selection, where that is another one. */
  readonly showAt?: number;
  /** Id of the selected row in the page. */
  readonly domId: (selected: string) => string;
  /** Also changes with the heights: the virtualizer measures again when this function does. */
  readonly keyOf: (index: number) => string;
  readonly heightOf: (index: number) => number;
  readonly overscan: number;
  /** About as high as it will be: measuring it would lay the page out before its first drawing. */
  readonly tall: number;
  /** Null for an index that is gone already. */
  readonly row: (index: number) => ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: heightOf,
    getItemKey: keyOf,
    overscan,
    initialRect: { width: 330, height: tall },
    // The selected row stays in the page even when scrolled away: the listbox points at it by id.
    rangeExtractor: useKeptInRange(at),
  });

  // Follows the selection only: a list that reorders must not scroll under the reader's eyes.
  const latest = useRef(showAt);
  useEffect(() => {
    latest.current = showAt;
  });
  useEffect(() => {
    if (latest.current >= 0) virtual.scrollToIndex(latest.current);
  }, [selected, virtual]);

  return (
    <div
      ref={frame}
      className={className}
      role="listbox"
      aria-label={label}
      aria-activedescendant={at < 0 ? undefined : domId(selected ?? '')}
      tabIndex={0}
      onMouseDown={(event) => {
        // A row that scrolls away would take the focus with it, so the list keeps it.
        event.preventDefault();
        event.currentTarget.focus();
      }}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, key, start, size }) => {
          const drawn = row(index);
          return drawn === null ? null : (
            <div
              key={key}
              role="presentation"
              className="queue-slot"
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              {drawn}
            </div>
          );
        })}
      </div>
    </div>
  );
}
