import { CLINICIAN } from '../center/center-on-shift.ts';
import type { ElectronWindow } from './electron-window.ts';
import { script } from './page-scripts.ts';
import { signedOn } from './signed-on.ts';

const NOTE = '.note-field:nth-child(2) textarea';

/** The live console with a clinician on the phone, and the cursor in a field of the notes. */
export async function atTheNotes(folder: string): Promise<ElectronWindow> {
  const window = await signedOn(folder, CLINICIAN, ['.clinician', NOTE]);
  await window.run(script(focusOn, NOTE));
  return window;
}

/** How much stands in the field. */
export function noteLength(window: ElectronWindow): Promise<number> {
  return window.run<number>(`document.querySelector(${JSON.stringify(NOTE)}).value.length`);
}

function focusOn(_painted: () => Promise<void>, selector: string): void {
  document.querySelector<HTMLTextAreaElement>(selector)?.focus();
}
