import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
};

export interface AppFile {
  readonly path: string;
  readonly type: string;
}

/**
 * The file of the built console an address of ours means; under /pages/ one of the other windows'. Null for anything
 * else, and for any way out of these two folders.
 */
export function appFileOf(url: string, outFolder: string): AppFile | null {
  const { host, pathname } = new URL(url);
  const asked = decoded(pathname);
  // What no file's name can hold is not asked of the disk.
  if (host !== 'caredesk' || asked === null || asked.includes('\0')) return null;
  const beside = asked.startsWith('/pages/');
  const folder = join(outFolder, beside ? 'pages' : 'renderer');
  const path = normalize(join(beside ? outFolder : folder, asked));
  const type = TYPES[extname(path)];
  return type === undefined || !path.startsWith(folder + sep) ? null : { path, type };
}

/** Null for what is no encoding of anything. */
function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
