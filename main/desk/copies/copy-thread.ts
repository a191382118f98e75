import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { runCopyJob, type CopyJob } from './copy-jobs.ts';
import { CopyTrouble } from './copy-trouble.ts';
import type { FromCopyThread } from './thread-runner.ts';

/** One job in a thread of its own: a slow disk or a share that hangs is never the console's business. */
function run(): void {
  const desk = parentPort;
  if (desk === null) throw new Error('Copies are made in a thread of the console.');
  const tell = (message: FromCopyThread): void => desk.postMessage(message);
  try {
    const result = runCopyJob(workerData as CopyJob, (step) => tell({ kind: 'step', step }));
    tell({ kind: 'done', result });
  } catch (error) {
    const known = error instanceof CopyTrouble;
    tell({
      kind: 'failed',
      damaged: known && error.kind === 'damaged',
      because: error instanceof Error ? error.message : String(error),
      remedy: known ? error.remedy : 'Try again; if it stays, tell whoever keeps CareDesk.',
    });
  }
}

/** Whoever answers calls comes first. Only Linux counts this by thread; elsewhere it would be the console's, too. */
function stepBack(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A copy is made all the same.
  }
}

stepBack();
run();
