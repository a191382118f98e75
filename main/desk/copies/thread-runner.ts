import { Worker } from 'node:worker_threads';
import type { CopyJob, CopyRunner, JobResults, Tell } from './copy-jobs.ts';
import { CopyTrouble } from './copy-trouble.ts';
import type { CopyStep } from './make-copy.ts';

export type FromCopyThread =
  | { readonly kind: 'step'; readonly step: CopyStep }
  | { readonly kind: 'done'; readonly result: JobResults[CopyJob['kind']] }
  | {
      readonly kind: 'failed';
      readonly damaged: boolean;
      readonly because: string;
      readonly remedy: string;
    };

/** A share that has said nothing for so long is taken for one that hangs. */
const LONGEST_MS = 2 * 3_600_000;

/** Runs each job in a thread of its own, from `threadFile`. */
export function threadRunner(threadFile: string): CopyRunner {
  const threads = new Set<Worker>();
  return {
    run: <Kind extends CopyJob['kind']>(job: Extract<CopyJob, { kind: Kind }>, tell: Tell) =>
      new Promise<JobResults[Kind]>((resolve, reject) => {
        // Nothing of the console's environment is the thread's business.
        const thread = new Worker(threadFile, { workerData: job, env: {} });
        threads.add(thread);
        const late = setTimeout(() => void thread.terminate(), LONGEST_MS).unref();
        let why = new CopyTrouble(
          'unusable',
          'It was not done: nothing was heard of it any more',
          'Look at the disk or the share; it is tried again.',
        );
        thread.on('message', (message: FromCopyThread) => {
          if (message.kind === 'step') tell(message.step);
          else if (message.kind === 'done') resolve(message.result as JobResults[Kind]);
          else
            why = new CopyTrouble(
              message.damaged ? 'damaged' : 'unusable',
              message.because,
              message.remedy,
            );
        });
        thread.on('error', (error) => {
          why = new CopyTrouble('unusable', `It broke off: ${error.message}`, 'It is tried again.');
        });
        thread.once('exit', () => {
          clearTimeout(late);
          threads.delete(thread);
          reject(why);
        });
      }),
    stop: () => {
      for (const thread of threads) void thread.terminate();
    },
  };
}
