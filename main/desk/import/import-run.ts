import { basename } from 'node:path';
import { importMeans } from './import-means.ts';
import { importPastCalls } from './import-past-calls.ts';
import type { ImportReport } from './import-report.ts';
import type { ImportingDesk } from './importing-desk.ts';
import { openMapped } from './open-export.ts';
import { BESIDE_THE_BOARD } from './turn.ts';
import { UnusableFile } from './unusable-file.ts';
import type { ResultView, RunView } from '#shared/board/import-view.ts';
import type { Mapping } from '#shared/intake-file/mapping-schema.ts';
import type { OperatorId } from '#shared/lib/brand.ts';

/** What an import takes, and who wants it. */
export interface WantedImport {
  readonly path: string;
  readonly mapping: Mapping;
  readonly by: OperatorId;
}

/** The data folder, and the built program that reads in a thread; null where nothing was built. */
interface RunsIn {
  readonly folder: string;
  readonly readerFile: string | null;
}

/** One import beside the board, from its beginning to its result. */
export class ImportRun {
  readonly path: string;
  /** Null until its place in the file is known. */
  importId: string | null = null;
  readonly #desk: ImportingDesk;
  readonly #in: RunsIn;
  readonly #began = performance.now();
  #state: RunView['state'] = 'running';
  #at = { bytesRead: 0, size: 0, rows: 0 };
  /** Where this run began: what an earlier one took does not make it fast. */
  #from: { readonly bytes: number; readonly rows: number } | null = null;
  #failed: string | null = null;
  #result: ResultView | null = null;

  constructor(desk: ImportingDesk, where: RunsIn, path: string) {
    this.#desk = desk;
    this.#in = where;
    this.path = path;
  }

  get isUnderWay(): boolean {
    return this.#state === 'running' || this.#state === 'stopping';
  }

  get isFinished(): boolean {
    return this.#state === 'finished';
  }

  get result(): ResultView | null {
    return this.#result;
  }

  /** Stops after the chunk that is being read: what was taken stays, and it can go on there. */
  stop(): void {
    if (this.#state === 'running') this.#state = 'stopping';
  }

  async take({ path, mapping, by }: WantedImport, failed: (error: unknown) => void): Promise<void> {
    try {
      const from = await openMapped(path, mapping);
      const means = importMeans(this.#desk, this.#in.folder, mapping);
      const run = await importPastCalls(this.#desk, from, means, {
        pace: BESIDE_THE_BOARD,
        by,
        readerFile: this.#in.readerFile,
        onBegin: (importId, at) => {
          this.importId = importId;
          this.#at = at;
          this.#from = { bytes: at.bytesRead, rows: at.rows };
        },
        onProgress: (at) => (this.#at = at),
        isStopped: () => this.#state === 'stopping' || !this.#desk.db.open,
      });
      this.#result = resultOf(run.report);
      this.#state = run.finished ? 'finished' : 'stopped';
    } catch (error) {
      this.#state = 'failed';
      // The desk was closed over it: it goes on when somebody asks for it.
      if (!this.#desk.db.open) return;
      if (!(error instanceof UnusableFile)) failed(error);
      this.#failed = error instanceof UnusableFile ? inWords(error) : BROKEN_OFF;
    }
  }

  view(): RunView {
    const { bytesRead, size, rows } = this.#at;
    const seconds = (performance.now() - this.#began) / 1000;
    const since = this.#from ?? { bytes: 0, rows: 0 };
    const bytes = bytesRead - since.bytes;
    const underWay = this.isUnderWay && seconds > 1 && bytes > 0;
    return {
      importId: this.importId ?? '',
      name: basename(this.path),
      state: this.#state,
      bytes: bytesRead,
      size,
      rows,
      rate: underWay ? Math.round((rows - since.rows) / seconds) : 0,
      left: underWay ? Math.ceil(((size - bytesRead) * seconds) / bytes) : null,
      failed: this.#failed,
      result: this.#result,
    };
  }
}

const BROKEN_OFF =
  'Something went wrong here. What was taken until then is kept, and the import can go on there. If it happens again, tell whoever keeps this console.';

function inWords({ message, line, remedy }: UnusableFile): string {
  return `${line === null ? '' : `Line ${line}: `}${message}. ${remedy}`;
}

function resultOf(report: ImportReport): ResultView {
  const { rows, imported, alreadyKnown, retold, duplicates, rejected, changed } = report;
  const { resumedAfter, remarks } = report;
  return {
    rows,
    imported,
    alreadyKnown,
    retold,
    duplicates,
    rejected: rejected.length,
    changed: changed.length,
    resumedAfter,
    remarks,
  };
}
