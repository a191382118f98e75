import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

export const ROOT = dirname(dirname(import.meta.dirname));

/** One import as written. `to` is a path from the root for our own files, a package name otherwise. */
export interface Import {
  readonly to: string;
  readonly ours: boolean;
  /** False for `import type` only: everything else is there when the program runs. */
  readonly runs: boolean;
}

export interface SourceModule {
  /** From the root, with forward slashes. */
  readonly path: string;
  /** Without comments, so that a sentence about the clock is not taken for the clock. */
  readonly code: string;
  readonly lines: number;
  readonly imports: readonly Import[];
}

/** Every .ts and .tsx file under the given top-level folders. */
export function sourceModules(folders: readonly string[]): SourceModule[] {
  return folders.flatMap((folder) =>
    (readdirSync(join(ROOT, folder), { recursive: true }) as string[])
      .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
      .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
      .sort()
      .map((path) => moduleOf(path, readFileSync(join(ROOT, path), 'utf8'))),
  );
}

export function moduleOf(path: string, text: string): SourceModule {
  const code = withoutComments(text);
  return { path, code, lines: text.split('\n').length - 1, imports: importsOf(path, code) };
}

// Anchored at the start of a line: the formatter puts every import and re-export there.
const FROM =
  /^(?:import|export)\s+(type\s+)?(?:[\w$]+\s*,?\s*)?(?:\{[^}]*\}|\*(?:\s+as\s+[\w$]+)?)?\s*from\s*['"]([^'"]+)['"]/gm;
const BARE = /^import\s+['"]([^'"]+)['"]/gm;
const DYNAMIC = /\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g;

function importsOf(path: string, code: string): Import[] {
  return [
    ...[...code.matchAll(FROM)].map((hit) => resolved(path, hit[2]!, hit[1] === undefined)),
    ...[...code.matchAll(BARE)].map((hit) => resolved(path, hit[1]!, true)),
    ...[...code.matchAll(DYNAMIC)].map((hit) => resolved(path, hit[1]!, true)),
  ];
}

function resolved(from: string, specifier: string, runs: boolean): Import {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return { to: posix.join(posix.dirname(from), bare), ours: true, runs };
  if (bare.startsWith('#')) return { to: bare.slice(1), ours: true, runs };
  return { to: bare, ours: false, runs };
}

function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}
