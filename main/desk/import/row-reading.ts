import { hash } from 'node:crypto';
import type { CallTypeLookup } from './call-type-lookup.ts';
import type { CenterVocabulary } from './center-words.ts';
import type { BrokenRow, CsvRow } from './csv-rows.ts';
import type { OpenExport } from './open-export.ts';
import type { PersonSalt } from './person-salt.ts';
import type { ImportDestination } from '#db/settings/imports.ts';
import type { CenterWords } from '#shared/intake-file/course-reader.ts';
import { readsPrivately } from '#shared/intake-file/mapping-columns.ts';
import { compileRowReader, type PastCallRow } from '#shared/intake-file/past-call-row.ts';
import { cutTo } from '#shared/lib/cut-to.ts';
import { isUnusable, type Read } from '#shared/intake-file/read.ts';
import { ZoneClock } from '#shared/intake-file/zone-clock.ts';

/** What an import needs besides the file. */
export interface ImportMeans {
  readonly lookup: CallTypeLookup;
  /** The call-type table, by its name. */
  readonly file: string;
  readonly destination: ImportDestination;
  readonly words: CenterWords & CenterVocabulary;
  /** Of the data folder; null while it has none, which a mapping that reads people never is. */
  readonly salt: PersonSalt | null;
}

type Digest = (text: string) => string;

export interface RowReading {
  read(row: CsvRow | BrokenRow): Read<PastCallRow>;
}

/** What of the means reading itself needs. */
type ReadingMeans = Pick<ImportMeans, 'lookup' | 'words' | 'salt'>;

/** A column may be called by a whole page; a sentence names its beginning. */
const LONGEST_SAID = 60;

/** How the rows of an opened export are read. */
export function rowReading(from: OpenExport, { lookup, words, salt }: ReadingMeans): RowReading {
  const { mapping, layout, hasHeader } = from;
  const { digest, otherDigest } = digestsOf(salt, readsPrivately(mapping));
  const readFields = compileRowReader({
    ...words,
    mapping,
    layout,
    hasHeader,
    clock: new ZoneClock(mapping.times?.zone ?? words.zone),
    callTypeOf: (rawType) => lookup.of(rawType),
    digest,
    otherDigest,
  });
  const nameOf = (column: number | null) =>
    column === null ? '' : `${cutTo(layout.names[column]?.trim() ?? 'a column', LONGEST_SAID)} `;
  return {
    read: (row) =>
      'why' in row ? { why: `${nameOf(row.column)}${row.why}` } : readFields(row.fields),
  };
}

export function isReadRow(read: Read<PastCallRow>): read is { readonly value: PastCallRow } {
  return !isUnusable(read);
}

/**
 * A digest of a row that holds personal columns would let somebody who knows the rest of the row try names
 * until one fits. Where they are read it is a keyed one.
 */
function digestsOf(
  salt: PersonSalt | null,
  privately: boolean,
): { readonly digest: Digest; readonly otherDigest: Digest | null } {
  const plain: Digest = (text) => hash('sha256', text);
  if (salt === null) return { digest: plain, otherDigest: null };
  const keyed: Digest = (text) => salt.keyed(`row\u001e${text}`);
  return privately ? { digest: keyed, otherDigest: plain } : { digest: plain, otherDigest: keyed };
}
