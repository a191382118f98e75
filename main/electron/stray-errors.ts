import { defectOf } from '#main/desk/defect.ts';

/**
 * What nobody caught. Electron would put it in a box over the console, and Node onto standard error, both with the
 * message and whatever words are in it. The desk writes whole or not at all, so it goes on.
 */
export function logStrayErrors(): void {
  const log = (error: unknown) => process.stderr.write(`stray ${defectOf(error)}\n`);
  process.on('uncaughtException', log);
  process.on('unhandledRejection', log);
}
