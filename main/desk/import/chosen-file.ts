import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { vocabularyOf } from './center-words.ts';
import { importMeans } from './import-means.ts';
import type { ImportingDesk } from './importing-desk.ts';
import { lookAtExport, type SeenExport } from './look-at-export.ts';
import { openExport, openMapped, type OpenExport } from './open-export.ts';
import { newSurvey, surveyExport, type Survey } from './survey-export.ts';
import { UnusableFile } from './unusable-file.ts';
import { savedMappings } from '#db/board/mappings-projection.ts';
import type { LookedView, Unusable } from '#shared/board/import-view.ts';
import { takeColumnAs, type ColumnUse } from '#shared/intake-file/column-use.ts';
import { centerProblems } from '#shared/intake-file/mapping-center.ts';
import type { Mapping } from '#shared/intake-file/mapping-schema.ts';
import { readMapping } from '#shared/intake-file/mapping.ts';
import { NO_COLUMN, suggestMapping } from '#shared/intake-file/suggest-mapping.ts';

export type UnderstoodBy = LookedView['by'];
export type Faults = LookedView['faults'];

/** How the columns of a file are understood, and what that comes to. */
export interface Understood {
  readonly by: UnderstoodBy;
  readonly mapping: Mapping;
  readonly faults: Faults;
  /** Null while there are faults. */
  readonly from: OpenExport | null;
  readonly survey: Survey | null;
}

/** What a file cannot be used for is not told by name: only that it happened, here. */
const BROKEN: Unusable = {
  why: 'something went wrong here while it was read',
  remedy: 'Nothing was taken. Choose it again, and tell whoever keeps this console.',
};

/** A file somebody looks at before they take it. Everything about it is read anew when the mapping changes. */
export class ChosenFile {
  readonly path: string;
  readonly name: string;
  seen: SeenExport | null = null;
  understood: Understood | null = null;
  unusable: Unusable | null = null;
  readonly #desk: ImportingDesk;
  readonly #folder: string;
  readonly #failed: (error: unknown) => void;
  /** Counts readings: one that was overtaken ends by itself. */
  #reading = 0;

  constructor(desk: ImportingDesk, folder: string, path: string, failed: (error: unknown) => void) {
    this.#desk = desk;
    this.#folder = folder;
    this.path = path;
    this.name = basename(path);
    this.#failed = failed;
  }

  /** Finds out how it is written and what its columns may be. */
  async look(): Promise<void> {
    await this.#attempt(async (isOver) => {
      const seen = await lookAtExport(this.path);
      const { mapping, by } = await this.#recognised(seen);
      if (isOver()) return;
      this.seen = seen;
      await this.#understand(mapping, by, isOver);
    });
  }

  /** Guesses anew, as if nobody had ever saved a mapping. */
  async guess(): Promise<void> {
    const { seen } = this;
    if (seen === null) return;
    await this.useMapping(guessOf(seen), { how: 'guess', name: this.name });
  }

  async useMapping(mapping: Mapping, by: UnderstoodBy): Promise<void> {
    await this.#attempt((isOver) => this.#understand(mapping, by, isOver));
  }

  async takeColumn(column: string, use: ColumnUse | null): Promise<void> {
    const shape = this.seen?.columns.find(({ name }) => name === column);
    const { understood } = this;
    if (shape === undefined || understood === null) return;
    const { name } = understood.by;
    await this.useMapping(takeColumnAs(understood.mapping, shape, use), { how: 'edited', name });
  }

  /** It was saved as it is: only how it came to be understood is another now. */
  isSavedAs(mapping: Mapping): void {
    if (this.understood === null) return;
    this.understood = { ...this.understood, mapping, by: { how: 'saved', name: mapping.title } };
  }

  /** Nothing of it is read any more: what is taken would only wait for it. */
  putAway(): void {
    this.#reading += 1;
    const survey = this.understood?.survey ?? null;
    if (survey?.of === 'counting') survey.of = 'first';
  }

  async #attempt(read: (isOver: () => boolean) => Promise<void>): Promise<void> {
    this.#reading += 1;
    const mine = this.#reading;
    const isOver = () => mine !== this.#reading || !this.#desk.db.open;
    try {
      await read(isOver);
    } catch (error) {
      if (isOver()) return;
      if (!(error instanceof UnusableFile)) this.#failed(error);
      this.unusable = error instanceof UnusableFile ? unusableAs(error) : BROKEN;
    }
  }

  async #understand(mapping: Mapping, by: UnderstoodBy, isOver: () => boolean): Promise<void> {
    const told = faultsOf(this.#desk, mapping);
    const opened = told.length > 0 ? { faults: told } : await opening(this.path, mapping);
    if (isOver()) return;
    if ('faults' in opened) {
      this.understood = { by, mapping, faults: opened.faults, from: null, survey: null };
      return;
    }
    const means = importMeans(this.#desk, this.#folder, mapping);
    const survey = newSurvey(mapping);
    this.understood = { by, mapping, faults: [], from: opened.from, survey };
    await surveyExport(this.#desk, opened.from, means, survey, isOver);
  }

  /** By a saved mapping that finds all its columns here, by a preset, or by a guess. */
  async #recognised(seen: SeenExport): Promise<{ mapping: Mapping; by: UnderstoodBy }> {
    for (const { mapping, name } of savedMappings(this.#desk.db)) {
      if ('from' in (await opening(this.path, mapping)))
        return { mapping, by: { how: 'saved', name } };
    }
    const preset = await openExport(this.path, null).catch(() => null);
    if (preset !== null) {
      const { mapping, hasHeader, layout } = preset;
      // A preset finds a file without a header by its shape; a mapping says so.
      const whole = hasHeader
        ? mapping
        : { ...mapping, file: { header: false, columns: [...layout.names] } };
      return { mapping: whole, by: { how: 'preset', name: mapping.title } };
    }
    return { mapping: guessOf(seen), by: { how: 'guess', name: this.name } };
  }
}

/**
 * Calls are known by the id of their mapping: by the columns, and not by the name of the file, so that the file of
 * another month, or the same under another name, is of the same kind.
 */
function guessOf(seen: SeenExport): Mapping {
  const names = seen.columns.map(({ name }) => name.trim().toLowerCase()).toSorted();
  const digest = createHash('sha256').update(JSON.stringify(names)).digest('hex');
  return suggestMapping({ ...seen, id: `export-${digest.slice(0, 12)}` }).mapping;
}

function unusableAs({ message, remedy, line }: UnusableFile): Unusable {
  return { why: line === null ? message : `line ${line}: ${message}`, remedy };
}

/** Whether the file has what the mapping reads. */
async function opening(
  path: string,
  mapping: Mapping,
): Promise<{ readonly from: OpenExport } | { readonly faults: Faults }> {
  try {
    return { from: await openMapped(path, mapping) };
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    const { why, remedy } = unusableAs(error);
    return { faults: [{ place: 'the file', message: why, remedy }] };
  }
}

function faultsOf(desk: ImportingDesk, mapping: Mapping): Faults {
  if (mapping.received.column === NO_COLUMN)
    return [
      {
        place: 'Received',
        message: 'no column says when a call was received',
        remedy: 'Take the column that says it for “Received”.',
      },
    ];
  const read = readMapping(mapping);
  const problems = 'problems' in read ? read.problems : centerProblems(mapping, vocabularyOf(desk));
  return problems.map(({ path, message, remedy }) => ({ place: path, message, remedy }));
}
