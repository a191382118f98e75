/** Rows of questions carry the fact's id, so that whoever knows the id can bring the focus there. */
export function factRowId(fact: string): string {
  return `fact-${fact}`;
}

/** The focus goes there at once; bringing it into view waits for the frame that shows it. */
export function focusRow(fact: string): void {
  const row = document.getElementById(factRowId(fact));
  if (row === null) return;
  row.focus({ preventScroll: true });
  requestAnimationFrame(() => row.scrollIntoView?.({ block: 'nearest' }));
}

const asked = new EventTarget();

/** Asks the list of questions to show this one and to focus it; null means the next open one. */
export function focusFact(fact: string | null): void {
  asked.dispatchEvent(new CustomEvent('focus-fact', { detail: fact }));
}

export function onFocusFact(listener: (fact: string | null) => void): () => void {
  const heard = (event: Event) => listener((event as CustomEvent<string | null>).detail);
  asked.addEventListener('focus-fact', heard);
  return () => asked.removeEventListener('focus-fact', heard);
}
