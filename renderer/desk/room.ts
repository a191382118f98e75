import { useSyncExternalStore } from 'react';

/** How the call in focus is laid out: two columns, two tight ones, or one under the other. */
export type Room = 'wide' | 'narrow' | 'stacked';

/**
 * Read off the window, because how wide the call is follows from it. Measuring the box itself would lay
 * the page out once more after every answer.
 */
export function roomFor(windowWidth: number, sheetOpen: boolean): Room {
  const forTheCall = windowWidth - (sheetOpen ? 110 : 0);
  if (forTheCall < 1130) return 'stacked';
  return forTheCall < 1390 ? 'narrow' : 'wide';
}

export function useRoom(sheetOpen: boolean): Room {
  return useSyncExternalStore(onResize, () => roomFor(window.innerWidth, sheetOpen));
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
