import { join } from 'node:path';
import { aliSpill } from './ali/ali-spill.ts';
import { eidoListener } from './eido/eido-listener.ts';
import type { LineRunners } from './line-runner.ts';
import { watchedFolder } from './watched-folder.ts';

/** What runs each kind of line. `outFolder` holds the built programs: a listener is a thread of its own. */
export function lineRunners(outFolder: string): LineRunners {
  return {
    'ali-spill': aliSpill,
    'eido-listener': eidoListener(join(outFolder, 'listener', 'listener.js')),
    'watched-folder': watchedFolder,
  };
}
