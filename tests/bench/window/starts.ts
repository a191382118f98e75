import { bareWindow, careDesk, ElectronWindow, type Program } from './electron-window.ts';
import { script, untilShown, type Shown } from './page-scripts.ts';
import { BOARD } from './signed-on.ts';
import { newPair, type Bench, type Samples } from '../measure.ts';

const RUNS = 11;

/**
 * From the moment before the process is made to the board on the screen, beside a window with one line
 * of text. In training, because there nobody has to type a passphrase; the simulated shift and the
 * sign-on of the trainee come on top of what a live center does.
 */
export function startsOf(folder: string, bench: Bench): Promise<Samples> {
  const value = { ...careDesk(folder, 'training'), watch: script(untilShown, BOARD) };
  const bare = bareWindow(bench.folder('profile'), 'static');
  return startsBeside(value, { ...bare, watch: script(untilShown, ['main']) });
}

/** Two programs started in turns, until each shows what its `watch` waits for. */
export async function startsBeside(value: Program, baseline: Program): Promise<Samples> {
  const painted = newPair();
  const inDocument = newPair();
  const firstPaint = newPair();
  // The first of each only warms the caches of the machine and of the profile.
  for (let run = -1; run < RUNS; run += 1) {
    for (const [program, side] of [
      [value, 'value'],
      [baseline, 'baseline'],
    ] as const) {
      const shown = await startOnce(program);
      if (run < 0) continue;
      painted[side].push(shown.painted);
      inDocument[side].push(shown.inDocument);
      firstPaint[side].push(shown.firstPaint);
    }
  }
  return { ...painted, also: { inDocument, firstPaint } };
}

/** One start and one end; the moments of `Shown`, in ms since the spawn. */
async function startOnce(program: Program): Promise<Shown> {
  const window = new ElectronWindow(program);
  try {
    const { inDocument, painted, firstPaint } = await window.watched<Shown>();
    const since = (at: number) => at - window.spawnedAt;
    return {
      inDocument: since(inDocument),
      painted: since(painted),
      firstPaint: since(firstPaint),
    };
  } finally {
    await window.quit();
  }
}
