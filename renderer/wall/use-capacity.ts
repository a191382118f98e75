import { useLayoutEffect, useState, type RefObject } from 'react';

/**
 * How many rows of `row` rem fit into the frame. Counted instead of scrolled: nobody stands at the wall to
 * scroll, and a picture that moves by itself is read twice.
 */
export function useCapacity(frame: RefObject<HTMLElement | null>, row: number): number {
  const [capacity, setCapacity] = useState(12);
  useLayoutEffect(() => {
    const measured = frame.current;
    if (measured === null) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      setCapacity(Math.max(1, Math.floor(measured.clientHeight / (row * rem))));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    measure();
    return () => observer.disconnect();
  }, [frame, row]);
  return capacity;
}
