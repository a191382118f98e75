import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Takes the focus when its element appears, once: for a field that a key has just opened. */
export function useFirstFocus<E extends HTMLElement>(wanted = true): RefObject<E | null> {
  const element = useRef<E>(null);
  useLayoutEffect(() => {
    if (wanted) element.current?.focus();
  }, [wanted]);
  return element;
}
