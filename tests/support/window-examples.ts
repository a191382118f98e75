import type { Examples } from './topic-examples.ts';

const nothing = [{ extra: 1 }, [], 'text'];

/** What has to do with the window rather than with the work: other windows, and text half typed. */
export const WINDOW_EXAMPLES: Pick<
  Examples,
  'desk.explore-training' | 'desk.open-wall' | 'draft.save' | 'draft.all'
> = {
  'desk.explore-training': { as: null, good: () => ({}), bad: nothing, refusedHere: true },
  'desk.open-wall': { as: 'Pat', good: () => ({}), bad: nothing, refusedHere: true },
  'draft.save': {
    as: 'Ada',
    good: () => ({ subject: 'call/new', field: 'words', text: 'He sa' }),
    bad: [
      { subject: ' ' },
      { field: 'x'.repeat(41) },
      { text: null },
      { text: 'x'.repeat(10_001) },
      { operatorId: 'x' },
    ],
  },
  'draft.all': { as: 'Pat', good: () => ({}), bad: nothing },
};
