import type { ElectronWindow } from './electron-window.ts';
import { script } from './page-scripts.ts';

/** How far apart the frames of a window came while this time passed, in ms. */
export function framesFor(window: ElectronWindow, milliseconds: number): Promise<number[]> {
  return window.run<number[]>(script(collectFrames, milliseconds));
}

/** Between the turns the page gets to draw: one it was too busy to take is a gap of two. */
async function collectFrames(
  painted: () => Promise<void>,
  milliseconds: number,
): Promise<number[]> {
  await painted();
  const apart: number[] = [];
  const began = performance.now();
  let last = began;
  await new Promise<void>((resolve) => {
    const frame = (at: number) => {
      apart.push(at - last);
      last = at;
      if (at - began < milliseconds) requestAnimationFrame(frame);
      else resolve();
    };
    requestAnimationFrame((at) => {
      last = at;
      requestAnimationFrame(frame);
    });
  });
  return apart;
}
