import type { Examples } from './topic-examples.ts';

const nothing = [{ extra: 1 }, [], 'text'];

/** What has to do with the window rather than with the work: other windows, the paper kit, and text half typed. */
export const WINDOW_EXAMPLES: Pick<
  Examples,
  | 'desk.explore-training'
  | 'desk.open-wall'
  | 'paper.print'
  | 'paper.setting'
  | 'paper.set-kit'
  | 'draft.save'
  | 'draft.all'
> = {
  'desk.explore-training': { as: null, good: () => ({}), bad: nothing, refusedHere: true },
  'desk.open-wall': { as: 'Pat', good: () => ({}), bad: nothing, refusedHere: true },
  'paper.print': { as: 'Pat', good: () => ({}), bad: nothing, refusedHere: true },
  'paper.setting': { as: 'Cleo', good: () => ({}), bad: nothing },
  'paper.set-kit': {
    as: 'Ada',
    good: () => ({ size: 'a4', everyMinutes: 30 }),
    bad: [
      { size: 'A4' },
      { everyMinutes: 0 },
      { everyMinutes: 241 },
      { everyMinutes: 7.5 },
      { on: true },
    ],
  },
  'draft.save': {
    as: 'Ada',
    good: () => ({ subject: 'call/new', field: 'words', text: 'He sa' }),
    bad: [
      { typist: '' },
      { subject: ' ' },
      { field: 'x'.repeat(121) },
      { text: undefined },
      { text: 'x'.repeat(20_001) },
      { over: 7 },
      { typedAt: 'now' },
      { operatorId: 'x' },
    ],
  },
  'draft.all': { as: 'Pat', good: () => ({}), bad: nothing },
};
