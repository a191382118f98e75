import type { DirectoryFile } from './directory-file.ts';
import { adoptExamined, examineDirectory, type ExaminedDirectory } from './examine-directory.ts';
import type { DeskCore } from '../desk-core.ts';
import type { AdoptedDirectory } from '#shared/directory/directory-events.ts';
import type { DirectoryContent } from '#shared/directory/rows.ts';
import type { Entry } from '#shared/journal/journal-event.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import type { Refusal } from '#shared/lib/refusal.ts';

/** The directory for whoever works without a window: the command line, and the training center. */
export interface DirectoryKeeper {
  adopted(): AdoptedDirectory | null;
  content(): DirectoryContent | null;
  examine(files: readonly DirectoryFile[], source: string): ExaminedDirectory;
  adopt(
    examined: ExaminedDirectory,
    by: OperatorId,
    how: AdoptedDirectory['how'],
  ): Entry[] | Refusal;
}

export function directoryKeeper(core: DeskCore): DirectoryKeeper {
  return {
    adopted: () => core.directory.adopted,
    content: () => core.directory.content(),
    examine: (files, source) => examineDirectory(core, files, source),
    adopt: (examined, by, how) => adoptExamined(core, examined, by, how),
  };
}
