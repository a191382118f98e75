import type { Answers } from '../answer.ts';
import { refuse } from '#shared/lib/refusal.ts';

/** Figures leave the desk in a file: the rim has a window to draw it in and a folder to put it into. */
export function exportAnswers(): Answers<'outcomes.export'> {
  return {
    'outcomes.export': () =>
      refuse(
        'no-window',
        'A file of the figures takes a window: start the console. On the command line it is desk report.',
      ),
  };
}
