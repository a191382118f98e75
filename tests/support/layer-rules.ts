import type { Import, SourceModule } from './source-modules.ts';

/** What one layer may import. `deny` answers with a newcomer's sentence, or null when it is fine. */
export interface LayerRule {
  readonly layer: string;
  readonly deny: (from: SourceModule, to: Import) => string | null;
}

const isUnder = (path: string, folder: string) => path.startsWith(`${folder}/`);
const isPackage = (name: string, wanted: string) =>
  name === wanted || name.startsWith(`${wanted}/`);

export const LAYER_RULES: readonly LayerRule[] = [
  {
    layer: 'shared',
    deny: (from, { to, ours }) =>
      ours
        ? isUnder(to, 'shared')
          ? null
          : upwards(from, to, 'shared is below every other layer')
        : isPackage(to, 'zod')
          ? null
          : `${from.path} may not import ${to}; shared knows only zod: take what you need as an argument`,
  },
  {
    layer: 'db',
    deny: (from, { to, ours }) =>
      ours
        ? isUnder(to, 'db') || isUnder(to, 'shared')
          ? null
          : upwards(from, to, 'db is below main and renderer')
        : to === 'better-sqlite3' || to.startsWith('node:')
          ? null
          : `${from.path} may not import ${to}; db knows only better-sqlite3 and Node`,
  },
  {
    layer: 'main/desk',
    deny: (from, { to, ours }) => {
      if (to === 'electron')
        return `${from.path} may not import electron; the desk runs without a window: do it in main/electron`;
      if (to === 'better-sqlite3')
        return `${from.path} may not import better-sqlite3; ask db through a function there`;
      if (/^(react|zustand|@tanstack)/.test(to) && !ours) return drawing(from, to);
      return !ours || ['main/desk', 'db', 'shared'].some((folder) => isUnder(to, folder))
        ? null
        : upwards(from, to, 'main/desk is below the window and the command line');
    },
  },
  {
    layer: 'main/intake',
    deny: (from, { to, ours }) => {
      if (to === 'electron')
        return `${from.path} may not import electron; intake lines run without a window`;
      if (!ours) return /^(react|zustand|@tanstack)/.test(to) ? drawing(from, to) : null;
      return ['main/intake', 'main/desk', 'shared'].some((folder) => isUnder(to, folder))
        ? null
        : upwards(from, to, 'intake lines hand everything to the desk');
    },
  },
  {
    layer: 'main/cli',
    deny: (from, { to, ours }) => {
      if (to === 'electron')
        return `${from.path} may not import electron; the command line runs without a window`;
      if (!ours) return /^(react|zustand|@tanstack)/.test(to) ? drawing(from, to) : null;
      return isUnder(to, 'renderer') || isUnder(to, 'main/electron')
        ? upwards(from, to, 'the command line has no window')
        : null;
    },
  },
  {
    layer: 'main/electron',
    deny: (from, { to, ours }) => {
      if (!ours) return /^(react|zustand|@tanstack)/.test(to) ? drawing(from, to) : null;
      if (isUnder(to, 'db')) return `${from.path} may not reach db; ask the desk in main/desk`;
      return isUnder(to, 'renderer') ? upwards(from, to, 'main stands below renderer') : null;
    },
  },
  {
    layer: 'main/preload',
    deny: (from, { to, ours }) =>
      (ours ? isUnder(to, 'shared') || isUnder(to, 'main/preload') : to === 'electron')
        ? null
        : `${from.path} may not import ${to}; the preload script is sandboxed: only electron and shared`,
  },
  {
    layer: 'renderer',
    deny: (from, { to, ours }) => {
      const place = from.path.split('/').slice(0, -1).join('/');
      if (ours)
        return isUnder(to, 'renderer') || isUnder(to, 'shared')
          ? null
          : `${place} may not reach ${to.split('/')[0]}; ask main through shared/contract (${from.path} imports ${to})`;
      if (to.startsWith('node:'))
        return `${from.path} may not import ${to}; the renderer is sandboxed and has no Node`;
      return ['electron', 'better-sqlite3'].includes(to)
        ? `${from.path} may not import ${to}; ask main through shared/contract`
        : null;
    },
  },
];

function upwards(from: SourceModule, to: string, why: string): string {
  return `${from.path} may not import ${to}; ${why}`;
}

function drawing(from: SourceModule, to: string): string {
  return `${from.path} may not import ${to}; only renderer draws`;
}

/** Clock, chance and the machine: shared gets them as arguments, so that everything in it can be replayed. */
export const IMPURE: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b/, 'take the time as an argument'],
  [/\bnew Date\(\s*\)/, 'take the time as an argument'],
  [/\bperformance\s*\./, 'take the time as an argument'],
  [/\bMath\.random\b/, 'take the id as an argument'],
  [/\bcrypto\b/, 'take the id or the hash as an argument'],
  [/\bprocess\s*\./, 'take the setting as an argument'],
  [/\b(setTimeout|setInterval)\b/, 'the caller owns timers'],
  [/\b(localStorage|document|window)\s*\./, 'shared has no DOM'],
];

/** The chain of run-time imports by which a module carries a package into the window; null when it does not. */
export function carries(
  start: SourceModule,
  wanted: string,
  all: ReadonlyMap<string, SourceModule>,
): string[] | null {
  const seen = new Set<string>();
  const walk = (module: SourceModule, path: readonly string[]): string[] | null => {
    if (seen.has(module.path)) return null;
    seen.add(module.path);
    for (const { to, ours, runs } of module.imports) {
      if (!runs) continue;
      if (!ours && isPackage(to, wanted)) return [...path, to];
      const next = ours ? all.get(to) : undefined;
      const found = next === undefined ? null : walk(next, [...path, to]);
      if (found !== null) return found;
    }
    return null;
  };
  return walk(start, [start.path]);
}

const BANNED = 'manager helper util data info item ticket task misc'.split(' ');

/** A word in a file name that says nothing about the domain, or null. */
export function bannedWordIn(path: string): string | null {
  const words = (path.split('/').at(-1) ?? '').replace(/\.tsx?$/, '').split(/[-.]/);
  return (
    words.find((word) => BANNED.some((banned) => word === banned || word === `${banned}s`)) ?? null
  );
}
