import { answered, openCenter } from '../center/center-on-shift.ts';
import { newPair, type Measure } from '../measure.ts';
import { bareWindow, ElectronWindow } from '../window/electron-window.ts';
import { press, strike, type Seen } from '../window/keystroke.ts';
import { script } from '../window/page-scripts.ts';
import { signedOn } from '../window/signed-on.ts';

const INCIDENTS = 30;
/** Questions answered in each, one after the other as the console puts them. */
const ANSWERS = 12;
const LEAST = 200;

/**
 * An answer typed in intake until the recommendation it leads to is on the screen, beside a key press
 * that asks main for nothing and shows what came back. Both are real key presses in real windows.
 */
export const measure: Measure = {
  name: 'keystroke-to-recommendation',
  unit: 'ms',
  better: 'smaller',
  budget: 2,
  take: async (bench) => {
    const folder = bench.folder('data');
    const center = openCenter(folder);
    for (let number = 0; number < INCIDENTS; number += 1) answered(center, number);
    center.desk.close();

    const painted = newPair();
    const inDocument = newPair();
    const note = (side: keyof typeof painted, stroke: Seen) => {
      painted[side].push(stroke.painted);
      inDocument[side].push(stroke.inDocument);
    };
    const bare = new ElectronWindow(bareWindow(bench.folder('profile'), 'round-trip'));
    await bare.loaded();
    const console = await signedOn(folder);
    try {
      for (let incident = 0; incident < INCIDENTS; incident += 1) {
        await beginIntake(console);
        for (let answer = 0; answer < ANSWERS; answer += 1) {
          const value = await strike(console, 'n', '.recommendation');
          // Not every answer changes what is recommended or asked next.
          if (value === null) continue;
          const baseline = await strike(bare, 'n', '#answer');
          if (baseline === null) throw new Error('The bare window did not answer.');
          // The first two incidents only warm up the compilers of both pages.
          if (incident < 2) continue;
          note('value', value);
          note('baseline', baseline);
        }
      }
    } finally {
      await Promise.all([console.quit(), bare.quit()]);
    }
    if (painted.value.length < LEAST)
      throw new Error(`Only ${painted.value.length} answers changed the recommendation.`);
    return { ...painted, also: { inDocument } };
  },
};

/** The queue puts those nobody asked anything above all others, so its first is the next intake. */
async function beginIntake(console: ElectronWindow): Promise<void> {
  await console.run(script(focusQueue));
  await press(console, 'Home', 200);
  await press(console, 'Enter', 100);
}

function focusQueue(): void {
  document.querySelector<HTMLElement>('[data-place="queue"] [role="listbox"]')?.focus();
}
