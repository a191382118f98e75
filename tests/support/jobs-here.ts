import { runCopyJob, type CopyRunner } from '#main/desk/copies/copy-jobs.ts';

/** The jobs themselves, one turn later, as from a thread. */
export const jobsHere: CopyRunner = {
  run: async (job, tell) => {
    await Promise.resolve();
    return runCopyJob(job, tell) as never;
  },
  stop: () => {},
};

/** Everything that was begun with them has come to its end. */
export const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
