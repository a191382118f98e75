import { aliSpill } from './ali/ali-spill.ts';
import type { LineRunners } from './line-runner.ts';

/** What runs each kind of line. */
export const LINE_RUNNERS: LineRunners = {
  'ali-spill': aliSpill,
};
