/** Why a copy was made: by its schedule, for a person, by the command line, or before another schema. */
export const COPY_REASONS = ['scheduled', 'asked', 'command-line', 'before-upgrade'] as const;
export type CopyReason = (typeof COPY_REASONS)[number];

const NAME =
  /^caredesk-(before-[0-9a-z.-]{1,20}-)?\d{4}-\d{2}-\d{2}-\d{6}Z-[0-9a-f]{8}(-\d{1,3})?$/;
const EXTENSION = '.sqlite';

/**
 * The name of a copy: when it was made (UTC), of which store, and whether before an upgrade. `taken` says
 * whether a name is there already: two of one second are told apart by a number.
 */
export function copyName(
  { madeAt, store, before }: { madeAt: string; store: string; before: string | null },
  taken: (name: string) => boolean,
): string {
  const moment = madeAt.slice(0, 19).replace('T', '-').replaceAll(':', '');
  const kind = before === null ? '' : `before-${before}-`;
  const name = `caredesk-${kind}${moment}Z-${store.slice(0, 8)}`;
  for (let at = 1; ; at += 1) {
    const tried = at === 1 ? name : `${name}-${at}`;
    if (!taken(tried)) return tried;
  }
}

/** Whether a name is one of ours: nothing else in a target is ever touched, and no path gets through. */
export function isCopyName(name: string): boolean {
  return NAME.test(name);
}

/** The store of a copy, as a file. */
export function storeFileOf(name: string): string {
  return `${name}${EXTENSION}`;
}

export function manifestFileOf(name: string): string {
  return `${name}.json`;
}

/** The manifest of a copy whose store is being exchanged for a thinned one. */
export function thinnedManifestOf(name: string): string {
  return `${name}.thinned.json`;
}

/** A file that belongs to a copy, such as the key ring of its moment. */
export function besideFileOf(name: string, beside: string): string {
  return `${name}.${beside}`;
}

/** The name of the copy a store file holds; null for any other file. */
export function copyOfFile(file: string): string | null {
  if (!file.endsWith(EXTENSION)) return null;
  const name = file.slice(0, -EXTENSION.length);
  return isCopyName(name) ? name : null;
}
