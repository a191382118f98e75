import type { CopyManifest } from './copy-manifest.ts';

/** A restore that is on record: which copy was put in force, and when. */
export interface RecordedRestore {
  readonly at: string;
  /** How many entries the copy had; what came after them in the store before was left. */
  readonly entries: number;
  /** When the last entry of the copy was written. */
  readonly reaches: string | null;
}

/**
 * Whether a copy may end with an entry the journal does not have because a restore left the branch it was made of. It
 * was made before that restore then, and either goes beyond the copy that was restored, or is younger than all of it:
 * of one branch, a younger copy is never the shorter one.
 */
export function ofLeftBranch(
  { madeAt, entries }: Pick<CopyManifest, 'madeAt' | 'entries'>,
  restores: readonly RecordedRestore[],
): boolean {
  const made = Date.parse(madeAt);
  return restores.some((restore) => {
    if (made > Date.parse(restore.at)) return false;
    if (entries > restore.entries) return true;
    return (
      entries < restore.entries && restore.reaches !== null && made > Date.parse(restore.reaches)
    );
  });
}
