// Where things lie, for every script.
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

export const root = dirname(import.meta.dirname);

/** A path inside the repository. */
export const here = (...parts) => join(root, ...parts);

/** What is slow to fetch or compile is kept once per user, so a second clone installs in seconds. */
export const userCache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'caredesk');

export function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
