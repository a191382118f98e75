import { add, descending, type CourseCounts } from './course-tally.ts';
import type { LeftOutKind } from '#db/settings/imports.ts';

/** A row that was left out, by the line it begins on. */
export interface LeftOut {
  readonly line: number;
  readonly why: string;
}

/** What an import did: rows = imported + rejected + alreadyKnown + changed + duplicates. */
export interface ImportReport extends CourseCounts {
  readonly file: string;
  readonly preset: string;
  readonly rows: number;
  readonly imported: number;
  readonly alreadyKnown: number;
  /** Of those already known: given another call type, because the table was edited since. */
  readonly retyped: number;
  /** Of those already known: this mapping reads the same row otherwise than it was read before. */
  readonly retold: number;
  /** Rows that repeat an earlier row of the same file. */
  readonly duplicates: number;
  readonly rejected: readonly LeftOut[];
  /** Known calls that this file tells differently: left as they were. */
  readonly changed: readonly LeftOut[];
  /** First and last received time among the calls of this file, wall clock without a zone. */
  readonly received: { readonly from: string; readonly to: string } | null;
  /** Calls of this file that are in the journal now, by our call type. */
  readonly byCallType: Readonly<Record<string, number>>;
  /** Types no line of the table matches: taken as OTHER until somebody adds a line. */
  readonly unmappedTypes: readonly { readonly rawType: string; readonly count: number }[];
  readonly callTypeTable: string;
  readonly encoding: EncodingRemark;
  readonly columns: ColumnsRemark;
  readonly remarks: readonly string[];
  /** The row an import cut short before went on after; null when it began at the beginning. */
  readonly resumedAfter: number | null;
}

export interface EncodingRemark {
  readonly byteOrderMark: boolean;
  readonly lineEnd: 'LF' | 'CR';
  readonly rowsNotUtf8: number;
}

export interface ColumnsRemark {
  readonly count: number;
  readonly header: boolean;
  readonly repeated: readonly string[];
  readonly absent: readonly string[];
  readonly unread: number;
}

/** Distinct types are listed up to here; more means that the wrong column is read as the type. */
const MOST_TYPES_LISTED = 1_000;

/** The counts as they are kept between two runs of one import. */
export interface TallyState {
  readonly counts: Counts;
  readonly byCallType: readonly (readonly [string, number])[];
  readonly unmapped: readonly (readonly [string, number])[];
  readonly unmappedBeyond: number;
  readonly from: string | null;
  readonly to: string | null;
}

const NOTHING_COUNTED = {
  rows: 0,
  imported: 0,
  alreadyKnown: 0,
  retyped: 0,
  retold: 0,
  duplicates: 0,
  clocksPutBack: 0,
  rejected: 0,
  changed: 0,
};
type Counts = Readonly<typeof NOTHING_COUNTED>;

/** Counts while rows go by. */
export class ImportTally {
  readonly counted: { -readonly [Name in keyof Counts]: number };
  readonly #byCallType: Map<string, number>;
  readonly #unmapped: Map<string, number>;
  #unmappedBeyond: number;
  #from: string | null;
  #to: string | null;
  #leftOut: (LeftOut & { readonly kind: LeftOutKind })[] = [];

  constructor(before: TallyState | null = null) {
    this.counted = { ...NOTHING_COUNTED, ...before?.counts };
    this.#byCallType = new Map(before?.byCallType);
    this.#unmapped = new Map(before?.unmapped);
    this.#unmappedBeyond = before?.unmappedBeyond ?? 0;
    this.#from = before?.from ?? null;
    this.#to = before?.to ?? null;
  }

  state(): TallyState {
    return {
      counts: { ...this.counted },
      byCallType: [...this.#byCallType],
      unmapped: [...this.#unmapped],
      unmappedBeyond: this.#unmappedBeyond,
      from: this.#from,
      to: this.#to,
    };
  }

  leaveOut(kind: LeftOutKind, line: number, why: string): void {
    this.counted[kind] += 1;
    this.#leftOut.push({ kind, line, why });
  }

  /** What was left out since the last time: they are not kept here, there may be as many as rows. */
  takeLeftOut(): readonly (LeftOut & { readonly kind: LeftOutKind })[] {
    const taken = this.#leftOut;
    this.#leftOut = [];
    return taken;
  }

  /** A call of this file that is in the journal, now or from before. */
  countCall(call: { receivedLocal: string; callType: string; rawType: string }, mapped: boolean) {
    if (this.#from === null || call.receivedLocal < this.#from) this.#from = call.receivedLocal;
    if (this.#to === null || call.receivedLocal > this.#to) this.#to = call.receivedLocal;
    add(this.#byCallType, call.callType);
    if (mapped) return;
    if (this.#unmapped.has(call.rawType) || this.#unmapped.size < MOST_TYPES_LISTED)
      add(this.#unmapped, call.rawType);
    else this.#unmappedBeyond += 1;
  }

  /** All that can be told from counting; the file's own traits are not known here. */
  counts() {
    const [from, to] = [this.#from, this.#to];
    const { rows, imported, alreadyKnown, retyped, retold, duplicates } = this.counted;
    return {
      rows,
      imported,
      alreadyKnown,
      retyped,
      retold,
      duplicates,
      received: from === null || to === null ? null : { from, to },
      byCallType: Object.fromEntries(descending(this.#byCallType)),
      unmappedTypes: descending(this.#unmapped).map(([rawType, count]) => ({ rawType, count })),
    };
  }

  remarks(): string[] {
    const remarks: string[] = [];
    const { clocksPutBack, retyped, retold } = this.counted;
    if (clocksPutBack > 0)
      remarks.push(
        `${rowCount(clocksPutBack)} closed “before” being received in the hour that clocks ` +
          'are put back: kept as written.',
      );
    if (retyped > 0)
      remarks.push(
        `${rowCount(retyped)} already known got another call type from the edited table.`,
      );
    if (retold > 0)
      remarks.push(`${rowCount(retold)} already known tell more, or otherwise, by this mapping.`);
    if (this.#unmappedBeyond > 0)
      remarks.push(
        `unmappedTypes lists ${MOST_TYPES_LISTED} types; ${this.#unmappedBeyond} calls have ` +
          'further ones. Is the right column read as the type?',
      );
    return remarks;
  }
}

function rowCount(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`;
}
