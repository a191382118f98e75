import { CourseTally } from './course-tally.ts';
import type { ImportingDesk } from './importing-desk.ts';
import { ImportTally, type LeftOut } from './import-report.ts';
import type { OpenExport } from './open-export.ts';
import { isReadRow, rowReading, type ImportMeans } from './row-reading.ts';
import { BESIDE_THE_BOARD, breath, Turn } from './turn.ts';
import { findPastCalls } from '#db/board/past-calls-projection.ts';
import type { SurveyView } from '#shared/board/import-view.ts';
import type { PastCall } from '#shared/call/past-call.ts';
import type { Mapping } from '#shared/intake-file/mapping-schema.ts';
import type { PastCallRow } from '#shared/intake-file/past-call-row.ts';

/** Enough to judge a mapping by; the rest is looked at when it is taken. */
const MOST_SURVEYED = 200_000;
/** Rows that are listed as left out; further ones are counted. */
const MOST_LISTED = 10_000;
const SAMPLE_ROWS = 25;

/** What a file comes to by a mapping, counted while it is read. Nothing is written. */
export interface Survey {
  of: SurveyView['of'];
  known: number;
  readonly rows: ImportTally;
  readonly courses: CourseTally;
  readonly rejected: LeftOut[];
  readonly sample: { readonly line: number; readonly call: PastCall }[];
}

export function newSurvey(mapping: Mapping): Survey {
  return {
    of: 'counting',
    known: 0,
    rows: new ImportTally(),
    courses: new CourseTally(mapping),
    rejected: [],
    sample: [],
  };
}

/** Reads on until the end, or until `isOver`: somebody chose another file or another mapping. */
export async function surveyExport(
  desk: ImportingDesk,
  from: OpenExport,
  means: ImportMeans,
  survey: Survey,
  isOver: () => boolean,
): Promise<void> {
  const { read } = rowReading(from, means);
  const turn = new Turn(BESIDE_THE_BOARD);
  const { counted } = survey.rows;
  let keys: string[] = [];
  const countKnown = () => {
    survey.known += findPastCalls(desk.db, keys).size;
    keys = [];
  };
  const count = (line: number, row: PastCallRow) => {
    const { pastCall } = row;
    counted.imported += 1;
    survey.rows.countCall(pastCall, !means.lookup.isUnmatched(pastCall.rawType));
    survey.courses.count(row);
    keys.push(pastCall.key);
    if (survey.sample.length < SAMPLE_ROWS) survey.sample.push({ line, call: pastCall });
  };
  const end = () => {
    if (isOver()) return;
    countKnown();
    survey.of = counted.rows === MOST_SURVEYED ? 'first' : 'all';
  };
  for await (const rows of from.calls())
    for (const row of rows) {
      if (counted.rows === MOST_SURVEYED) return end();
      counted.rows += 1;
      const taken = read(row);
      if (isReadRow(taken)) count(row.line, taken.value);
      else {
        counted.rejected += 1;
        if (survey.rejected.length < MOST_LISTED)
          survey.rejected.push({ line: row.line, why: taken.why });
      }
      if (!turn.isOver()) continue;
      await breath();
      if (isOver()) return;
      countKnown();
      turn.begin();
    }
  end();
}
