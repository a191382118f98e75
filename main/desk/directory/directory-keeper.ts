import type { DirectoryFile } from './directory-file.ts';
import { adoptExamined, examineDirectory, type ExaminedDirectory } from './examine-directory.ts';
import { serviceView } from './service-view.ts';
import type { DeskCore } from '../desk-core.ts';
import type { AdoptedDirectory } from '#shared/directory/directory-events.ts';
import type { DirectoryContent } from '#shared/directory/rows.ts';
import type { Entry } from '#shared/journal/journal-event.ts';
import type { OperatorId, ServiceId } from '#shared/lib/brand.ts';
import type { PrintedService } from '#shared/paper/to-print.ts';
import { kitSetting } from '#db/board/paper-projection.ts';
import { refuse, type Refusal } from '#shared/lib/refusal.ts';

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
  /** A service as it is printed for a person. */
  toPrint(serviceId: ServiceId): PrintedService | Refusal;
}

export function directoryKeeper(core: DeskCore): DirectoryKeeper {
  return {
    adopted: () => core.directory.adopted,
    content: () => core.directory.content(),
    examine: (files, source) => examineDirectory(core, files, source),
    adopt: (examined, by, how) => adoptExamined(core, examined, by, how),
    toPrint: (serviceId) => {
      const view = serviceView(core, serviceId, null);
      if (view === null)
        return refuse(
          'no-such-service',
          'This service is not in the directory any more. Search again.',
        );
      return {
        view,
        center: core.center?.name ?? '',
        training: core.options.mode === 'training',
        size: kitSetting(core.db).size,
        at: core.now().toISOString(),
        timeZone: core.center?.timeZone ?? 'UTC',
      };
    },
  };
}
