import { basename } from 'node:path';
import type { ChosenFile, Understood } from './chosen-file.ts';
import type { ImportDesk } from './import-desk.ts';
import { mappingHashOf } from './import-place.ts';
import type { SeenExport } from './look-at-export.ts';
import type { Survey } from './survey-export.ts';
import { savedMappings } from '#db/board/mappings-projection.ts';
import { importLines } from '#db/settings/imports.ts';
import type {
  ChosenView,
  ColumnView,
  ImportView,
  LookedView,
  PastImport,
  SampleRow,
  SurveyView,
} from '#shared/board/import-view.ts';
import type { PastCall } from '#shared/call/past-call.ts';
import { dispositionLabel } from '#shared/incident/disposition.ts';
import { shapeInWords, usesOf } from '#shared/intake-file/column-use.ts';
import { MOMENTS, type Moment } from '#shared/outcomes/counted-call.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { may } from '#shared/roster/permission.ts';
import type { Role } from '#shared/roster/operator.ts';

const EXAMPLES = 3;
/** A longer cell is a narrative, which may be clinical: it is not shown to anybody here. */
const LONGEST_EXAMPLE = 60;
const MOST_WORDS = 50;

/** What somebody of this role sees. Calls are shown to those who see the calls behind the figures. */
export function importView(
  imports: ImportDesk,
  role: Role,
  nameOf: (operatorId: OperatorId) => string,
): ImportView {
  const { chosen, run } = imports;
  const { db } = imports.desk;
  return {
    chosen: chosen === null ? null : chosenView(chosen, may(role, 'see-outcomes')),
    run: run?.view() ?? null,
    mappings: savedMappings(db).map(({ mappingId, name, savedAt, savedBy }) => {
      return { mappingId, name, savedAt, savedByName: nameOf(savedBy) };
    }),
    past: importLines(db).map(({ path, by, state, ...line }): PastImport => {
      const runs = run?.isUnderWay === true && run.importId === line.importId;
      return {
        ...line,
        name: basename(path),
        byName: nameOf(by as OperatorId),
        state: state !== 'under-way' ? state : runs ? 'running' : 'cut-short',
      };
    }),
    waiting: imports.waiting(),
  };
}

function chosenView({ name, seen, unusable, understood }: ChosenFile, sees: boolean): ChosenView {
  return {
    name,
    size: seen?.size ?? 0,
    looked:
      unusable ??
      (seen === null || understood === null ? 'looking' : lookedView(seen, understood, sees)),
  };
}

function lookedView(seen: SeenExport, understood: Understood, sees: boolean): LookedView {
  const { by, mapping, faults, survey } = understood;
  return {
    by,
    mappingId: mapping.id,
    hash: mappingHashOf(mapping),
    columns: seen.columns.map((shape, at): ColumnView => {
      return {
        name: shape.name,
        uses: usesOf(mapping, shape.name),
        shape: shapeInWords(shape),
        examples: sees ? examplesOf(seen.cells[at] ?? []) : null,
      };
    }),
    remarks: mapping.remarks ?? [],
    faults,
    survey: survey === null ? null : surveyView(survey, sees),
  };
}

function examplesOf(cells: readonly string[]): readonly string[] | null {
  const said = [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))];
  if (said.some((cell) => cell.length > LONGEST_EXAMPLE)) return null;
  return said.slice(0, EXAMPLES);
}

function surveyView({ of, known, rows, courses, sample }: Survey, sees: boolean): SurveyView {
  const { unmappedTypes, received } = rows.counts();
  const { unmapped } = courses.counts();
  return {
    rows: rows.counted.rows,
    of,
    accepted: rows.counted.imported,
    known,
    rejected: rows.counted.rejected,
    sample: sees ? sample.map(sampleRow) : null,
    unmappedTypes: unmappedTypes
      .slice(0, MOST_WORDS)
      .map(({ rawType, count }) => ({ word: sees ? rawType : null, calls: count })),
    unmapped: Object.entries(unmapped).map(([column, words]) => ({
      column,
      words: words
        .slice(0, MOST_WORDS)
        .map(({ value, count }) => ({ word: sees ? value : null, calls: count })),
    })),
    from: received?.from ?? null,
    to: received?.to ?? null,
  };
}

function sampleRow({ line, call }: { readonly line: number; readonly call: PastCall }): SampleRow {
  const { recordNumber, receivedLocal, rawType, callType, address, disposition, course } = call;
  return {
    line,
    number: recordNumber,
    received: receivedLocal,
    rawType,
    callType,
    address,
    ended: course?.disposition === undefined ? disposition : dispositionLabel(course.disposition),
    times: timesInWords(call),
  };
}

const HAPPENED: Readonly<Record<Moment, string>> = {
  answered: 'answered',
  decided: 'entered',
  dispatched: 'sent',
  'en-route': 'en route',
  arrived: 'arrived',
  cleared: 'cleared',
};

function timesInWords({ course }: PastCall): string {
  return MOMENTS.flatMap((moment) => {
    const seconds = course?.elapsed?.[moment];
    if (seconds === undefined) return [];
    return [`${HAPPENED[moment]} ${seconds < 0 ? '−' : '+'}${minutes(Math.abs(seconds))}`];
  }).join(', ');
}

function minutes(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
