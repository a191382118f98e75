import { arm, closeSheet, deskStore, openCommandLine } from '../desk/desk-store.ts';

/** Escape while something of ours is open: what lies over it goes first. */
export function backOneStep(ours: () => void): void {
  const { armed, commandLineOpen, sheet } = deskStore.getState();
  if (armed !== null) arm(null);
  else if (commandLineOpen) openCommandLine(false);
  else if (sheet !== null) closeSheet();
  else ours();
}
