/**
 * The page's turn to draw: when by the simulated clock, how long after the one before, and whether somebody had just
 * touched the console, so that a screen was opened.
 */
export type Turn = readonly [at: number, ms: number, touched: boolean];

/** A frame that took more than 50 ms of the page's own time, and of what; all in ms. */
export interface LongFrame {
  readonly ms: number;
  readonly script: number;
  /** Style and layout once the scripts were through. */
  readonly style: number;
  /** Style and layout that a script has forced amid its work. */
  readonly forced: number;
  /** What was called, and how long it took. */
  readonly did: readonly (readonly [what: string, ms: number])[];
}

export interface Watched {
  readonly turns: readonly Turn[];
  readonly long: readonly LongFrame[];
}

interface LongEntry extends PerformanceEntry {
  readonly styleAndLayoutStart: number;
  readonly scripts: readonly {
    readonly duration: number;
    readonly forcedStyleAndLayoutDuration: number;
    readonly invoker: string;
    readonly sourceFunctionName: string;
  }[];
}

/** In the page, sent there as text, so that it needs nothing around it. */
export function watchPage(): void {
  const scope = window as unknown as {
    soakTake: () => Watched;
    soakPause: () => void;
  };
  let last: number | null = null;
  let touchedAt = -Infinity;
  let [turns, long]: [Turn[], LongFrame[]] = [[], []];
  const tenths = (ms: number) => Math.round(ms * 10) / 10;
  const turn = (at: number) => {
    // What is opened asks main for more, and is drawn again when that comes.
    const touched = at - touchedAt < 500;
    if (last !== null) turns.push([Date.now(), tenths(at - last), touched]);
    last = at;
    requestAnimationFrame(turn);
  };
  requestAnimationFrame(turn);
  const touch = () => {
    touchedAt = performance.now();
  };
  for (const kind of ['keydown', 'change']) addEventListener(kind, touch, { capture: true });
  const keep = (entry: PerformanceEntry) => {
    const { startTime, duration, styleAndLayoutStart, scripts } = entry as LongEntry;
    const sum = (read: (script: LongEntry['scripts'][number]) => number) =>
      tenths(scripts.reduce((all, script) => all + read(script), 0));
    long.push({
      ms: tenths(duration),
      script: sum((script) => script.duration),
      style: styleAndLayoutStart === 0 ? 0 : tenths(startTime + duration - styleAndLayoutStart),
      forced: sum((script) => script.forcedStyleAndLayoutDuration),
      did: scripts.map((script) => [
        `${script.invoker} ${script.sourceFunctionName}`.trim(),
        tenths(script.duration),
      ]),
    });
  };
  new PerformanceObserver((list) => list.getEntries().forEach(keep)).observe({
    type: 'long-animation-frame',
  });
  scope.soakTake = () => {
    const taken = { turns, long };
    [turns, long] = [[], []];
    return taken;
  };
  // A gap that the looking made is none of the console's.
  scope.soakPause = () => {
    last = null;
    long = [];
  };
}
