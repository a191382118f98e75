import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { setView } from './map-store.ts';
import { panned, type Size, type View } from './plane.ts';

/** A pointer that moved less than this meant to press, not to drag. */
const STILL = 4;
export const ZOOM_STEP = 1.35;
const BEFORE_MEASURED: Size = { width: 900, height: 720 };

export function useSize(frame: RefObject<HTMLDivElement | null>): Size {
  const [size, setSize] = useState(BEFORE_MEASURED);
  useEffect(() => {
    const element = frame.current;
    // Not in happy-dom.
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0)
        setSize((before) =>
          before.width === width && before.height === height ? before : { width, height },
        );
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return size;
}

/** Not React's: it listens passively, and the window would scroll along. */
export function useWheel(
  frame: RefObject<HTMLDivElement | null>,
  zoom: (by: number, at: readonly [number, number]) => void,
): void {
  const latest = useRef(zoom);
  useEffect(() => {
    latest.current = zoom;
  });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      latest.current(event.deltaY < 0 ? ZOOM_STEP : 1 / ZOOM_STEP, [
        event.clientX - left,
        event.clientY - top,
      ]);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [frame]);
}

export function useDrag(view: View, press: (x: number, y: number) => void) {
  const from = useRef<{ x: number; y: number; view: View; moved: boolean } | null>(null);
  return {
    onPointerDown: ({ button, clientX: x, clientY: y }: PointerEvent<HTMLDivElement>) => {
      if (button === 0) from.current = { x, y, view, moved: false };
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      const start = from.current;
      if (start === null) return;
      const [x, y] = [event.clientX - start.x, event.clientY - start.y];
      if (!start.moved && Math.hypot(x, y) < STILL) return;
      if (!start.moved) event.currentTarget.setPointerCapture(event.pointerId);
      start.moved = true;
      setView(panned(start.view, x, y));
    },
    onPointerUp: (event: PointerEvent<HTMLDivElement>) => {
      const { left, top } = event.currentTarget.getBoundingClientRect();
      if (from.current?.moved === false) press(event.clientX - left, event.clientY - top);
      from.current = null;
    },
    onPointerCancel: () => {
      from.current = null;
    },
  };
}
