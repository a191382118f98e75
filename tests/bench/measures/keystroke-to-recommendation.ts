import { answered, openCenter } from '../center/center-on-shift.ts';
import { shippedPolicy } from '#main/desk/shipped-policy.ts';
import { newPair, type Measure } from '../measure.ts';
import { bareWindow, ElectronWindow } from '../window/electron-window.ts';
import { strike, type Seen } from '../window/keystroke.ts';
import { script } from '../window/page-scripts.ts';
import { signedOn } from '../window/signed-on.ts';

const INCIDENTS = 25;
/** The questions nobody may skip: an answer to any of them brings up another recommendation. */
const QUESTIONS = shippedPolicy().policy.facts.filter((fact) => fact.mandatory);

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
        await console.run(script(beginIntake));
        for (const question of QUESTIONS) {
          await console.run(script(bringUp, question.id));
          const value = await strike(console, 'n', '.recommendation');
          const baseline = await strike(bare, 'n', '#answer');
          // The first two incidents only warm up the compilers of both pages.
          if (incident < 2) continue;
          note('value', value);
          note('baseline', baseline);
        }
      }
    } finally {
      await Promise.all([console.quit(), bare.quit()]);
    }
    return { ...painted, also: { inDocument } };
  },
};

/** The queue puts those nobody asked anything above all others, so its first is the next intake. */
async function beginIntake(): Promise<void> {
  const row = document.querySelector<HTMLElement>('[data-place="queue"] [role="option"]');
  if (row === null) throw new Error('The queue is empty.');
  row.click();
  // As long as a dispatcher needs at the very least to look over.
  await new Promise((resolve) => setTimeout(resolve, 300));
}

/** Puts the keys on a question, out of whichever group it stands in. */
async function bringUp(_painted: () => Promise<void>, fact: string): Promise<void> {
  const rest = () => new Promise((resolve) => setTimeout(resolve, 40));
  const row = () => document.getElementById(`fact-${fact}`);
  for (const head of document.querySelectorAll<HTMLElement>('.fact-group-head')) {
    if (row() !== null) break;
    head.click();
    await rest();
  }
  row()?.focus();
  await rest();
}
