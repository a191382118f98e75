import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DeskCore } from '../desk-core.ts';
import { LONGEST_NOTICE } from '#shared/disclosure/redisclosure-notice.ts';

/** Beside the journal: the text of the law the center's counsel chose for what holds Part 2 records. */
export const NOTICE_FILE = 'part-2-notice.txt';

/** What the center installed, or null. A file nobody can read is none: our own words stand in any case. */
export function installedNotice(core: DeskCore): string | null {
  try {
    const text = readFileSync(join(dirname(core.options.file), NOTICE_FILE), 'utf8');
    return text.slice(0, LONGEST_NOTICE);
  } catch {
    return null;
  }
}
