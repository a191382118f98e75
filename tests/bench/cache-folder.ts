import { join } from 'node:path';

/** The project: this program is built to out/bench/bench.js. */
export const root = join(import.meta.dirname, '..', '..');

/** Inside the project, because /tmp may be memory, where making something durable costs nothing. */
export function cacheFolder(...parts: readonly string[]): string {
  return join(root, 'node_modules', '.cache', 'caredesk-bench', ...parts);
}
