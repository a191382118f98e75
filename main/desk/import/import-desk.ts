import { basename, dirname, isAbsolute } from 'node:path';
import { defectOf } from '../defect.ts';
import { ChosenFile } from './chosen-file.ts';
import { mappingHashOf } from './import-place.ts';
import { ImportRun, type WantedImport } from './import-run.ts';
import { importingDesk, type ImportingDesk } from './importing-desk.ts';
import type { DeskCore } from '../desk-core.ts';
import { savedMappings } from '#db/board/mappings-projection.ts';
import { findImport, keptImports, type KeptImport } from '#db/settings/imports.ts';
import type { WaitingFile } from '#shared/board/import-view.ts';
import type { Mapping } from '#shared/intake-file/mapping-schema.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { refuse, type Refusal } from '#shared/lib/refusal.ts';

/** A file that came into a watched folder and is to be looked at first. */
export interface FileThatWaits {
  readonly path: string;
  readonly lineName: string;
  readonly size: number;
}

/** The imports of this desk: the file somebody looks at, the one that is being taken, those that wait. */
export class ImportDesk {
  readonly desk: ImportingDesk;
  chosen: ChosenFile | null = null;
  run: ImportRun | null = null;
  readonly #core: DeskCore;
  readonly #folder: string;
  readonly #readerFile: string | null;
  readonly #waiting = new Map<string, FileThatWaits>();

  constructor(core: DeskCore, readerFile: string | null) {
    this.#core = core;
    this.#readerFile = readerFile;
    this.desk = importingDesk(core);
    this.#folder = dirname(core.options.file);
  }

  /** Begins to look at a file; what comes of it is in the view. */
  choose(path: string): Refusal | null {
    if (!isAbsolute(path))
      return refuse('no-path', 'That is no file of this computer. Choose it again.');
    this.putAway();
    const chosen = new ChosenFile(this.desk, this.#folder, path, this.#failed);
    this.chosen = chosen;
    void chosen.look();
    return null;
  }

  putAway(): void {
    this.chosen?.putAway();
    this.chosen = null;
  }

  /** Takes the chosen file over. */
  begin(hash: string, by: OperatorId): Refusal | null {
    const { chosen } = this;
    if (chosen === null) return refuse('no-file', 'Choose a file first. Nothing was taken.');
    const { understood } = chosen;
    if (understood === null)
      return refuse('not-looked-yet', 'The file is still being looked at. Nothing was taken yet.');
    if (understood.from === null)
      return refuse(
        'mapping-faulty',
        'The columns are not understood yet: see what is marked, then take it over. Nothing was taken.',
      );
    if (mappingHashOf(understood.mapping) !== hash)
      return refuse(
        'changed-meanwhile',
        'What the columns are taken for was changed meanwhile. Look at it again. Nothing was taken.',
      );
    const refusal = this.#start({ path: chosen.path, mapping: understood.mapping, by });
    if (refusal === null) chosen.putAway();
    return refusal;
  }

  resume(importId: string, by: OperatorId): Refusal | null {
    const kept = findImport(this.desk.db, importId);
    if (kept === null || kept.state !== 'under-way')
      return refuse(
        'not-cut-short',
        'This import is not waiting to go on. Look at the list again. Nothing was taken.',
      );
    return this.#start({ path: kept.path, mapping: JSON.parse(kept.mapping) as Mapping, by });
  }

  stop(importId: string): Refusal | null {
    if (this.run?.isUnderWay !== true || this.run.importId !== importId)
      return refuse('nothing-runs', 'This import is not under way. Nothing was changed.');
    this.run.stop();
    return null;
  }

  /** For a watched folder: resolves with the run, or null while another one is under way. */
  async takeFile(wanted: WantedImport): Promise<ImportRun | null> {
    if (this.run?.isUnderWay === true) return null;
    const run = new ImportRun(
      this.desk,
      { folder: this.#folder, readerFile: this.#readerFile },
      wanted.path,
    );
    this.run = run;
    await run.take(wanted, this.#failed);
    return run;
  }

  #start(wanted: WantedImport): Refusal | null {
    if (this.run?.isUnderWay === true)
      return refuse(
        'import-under-way',
        `“${basename(this.run.path)}” is being taken over. Wait until it has ended, or stop it. Nothing was changed.`,
      );
    void this.takeFile(wanted);
    return null;
  }

  /** Whether an import of this very file has ended, whoever began it. */
  hasTaken({ path, size, modifiedMs }: Pick<KeptImport, 'path' | 'size' | 'modifiedMs'>): boolean {
    return keptImports(this.desk.db).some(
      (kept) =>
        kept.state === 'finished' &&
        kept.path === path &&
        kept.size === size &&
        kept.modifiedMs === modifiedMs,
    );
  }

  /** A saved mapping by its id or its name. */
  mappingCalled(called: string): Mapping | null {
    const found = savedMappings(this.desk.db).find(
      ({ mappingId, name }) => called === mappingId || called === name,
    );
    return found?.mapping ?? null;
  }

  /** Until it is gone from its folder. */
  waits(file: FileThatWaits): void {
    this.#waiting.set(file.path, file);
  }

  isWaiting(path: string): boolean {
    return this.#waiting.has(path);
  }

  waitsNoMore(path: string): void {
    this.#waiting.delete(path);
  }

  waiting(): WaitingFile[] {
    return [...this.#waiting.values()].map(({ path, lineName, size }, at) => {
      return { waitingId: String(at + 1), name: basename(path), lineName, size };
    });
  }

  waitingPath(waitingId: string): string | null {
    return [...this.#waiting.keys()][Number(waitingId) - 1] ?? null;
  }

  readonly #failed = (error: unknown): void => {
    const defect = defectOf(error);
    this.#core.options.log({ topic: 'import', ms: 0, outcome: 'failed', operator: null, defect });
  };
}
