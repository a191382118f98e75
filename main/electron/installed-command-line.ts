import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** The words after `caredesk desk`, or null when a window is wanted. */
export function deskWords(args: readonly string[]): readonly string[] | null {
  const words = args.filter(
    (arg) => !arg.startsWith('--no-sandbox') && !arg.startsWith('--log-level'),
  );
  return words[0] === 'desk' ? words.slice(1) : null;
}

/**
 * An installed console has no Node of its own to run the tools with, so it runs them itself, without a
 * window. They are a bundle of their own: the window's start-up does not pay for them.
 */
export async function runInstalledCommandLine(
  words: readonly string[],
  outFolder: string,
): Promise<void> {
  const program = join(outFolder, 'desk', 'desk.js');
  process.argv = [process.argv[0] ?? 'caredesk', program, ...words];
  await import(/* @vite-ignore */ pathToFileURL(program).href);
  app.exit(Number(process.exitCode ?? 0));
}
