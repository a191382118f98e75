// Scripts that run in a page. Each is written as a function and sent as its source, so it may use
// nothing but its arguments and the page.

/** Resolves when what is in the document now has been drawn. */
type Painted = () => Promise<void>;

/** When something stood in the page, on the wall clock, so that it can be told from a spawn. */
export interface Shown {
  /** All of it was in the document. */
  readonly inDocument: number;
  /** The frame with it was drawn and the screen went on to the next. */
  readonly painted: number;
  /** First contentful paint of the page, whatever it showed, as the browser itself tells it. */
  readonly firstPaint: number;
}

/** The source of a call of `run`, whose first argument waits for the screen. */
export function script<A extends readonly unknown[]>(
  run: (painted: Painted, ...args: A) => unknown,
  ...args: A
): string {
  const given = [painted.toString(), ...args.map((arg) => JSON.stringify(arg))];
  return `(${run.toString()})(${given.join(', ')})`;
}

/**
 * The first callback runs before the frame is drawn, the second when the screen asks for the next one:
 * nobody can have seen it earlier.
 */
function painted(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
  );
}

/** Waits until every selector finds something, and then for the screen. */
export async function untilShown(drawn: Painted, selectors: readonly string[]): Promise<Shown> {
  const missing = () => selectors.some((selector) => document.querySelector(selector) === null);
  if (missing())
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (missing()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document, { childList: true, subtree: true });
    });
  const inDocument = Date.now();
  await drawn();
  const onScreen = Date.now();
  // Told by the browser only after the frame reached the screen.
  const firstPaint = await new Promise<number>((resolve) =>
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries())
        if (name === 'first-contentful-paint') resolve(performance.timeOrigin + startTime);
    }).observe({ type: 'paint', buffered: true }),
  );
  return { inDocument, painted: onScreen, firstPaint };
}
