import { readAliBytes } from './ali-layouts.ts';
import { readPidfLo } from './read-pidf-lo.ts';
import type { Desk } from '../desk.ts';
import type { Delivery } from '#shared/delivery/delivery.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { aliFraming } from '#shared/location/ali-framing.ts';
import type { AliLayout } from '#shared/location/ali-layout.ts';

/** What an import of locations did, as the import of calls reports it. */
export interface LocationImportReport {
  readonly file: string;
  /** `ali` by a layout, or `pidf-lo`. */
  readonly preset: 'ali' | 'pidf-lo';
  /** The layout the records were read by; null for PIDF-LO. */
  readonly layout: string | null;
  /** Records in the file. */
  readonly rows: number;
  /** New calls, which wait in the queue now. */
  readonly imported: number;
  /** Locations added to calls that were known. */
  readonly updated: number;
  readonly alreadyKnown: number;
  readonly rejected: readonly { readonly index: number; readonly why: string }[];
  /** Characters of the file that belong to no record. */
  readonly skipped: number;
}

/** Records taken in one transaction. */
const BATCH = 200;
/** Framed at a time, so that a file is as bounded as a line. */
const PIECE = 65_536;

type Read = { readonly index: number; readonly delivery: Delivery };

/** Takes the ALI records of a file (one character for each byte) as if a controller had spilled them. */
export function importAli(
  desk: Pick<Desk, 'deliver'>,
  { file, from }: { readonly file: string; readonly from: string },
  bytes: string,
  layout: AliLayout,
): LocationImportReport {
  const framing = aliFraming(layout);
  const taken = new Taken(desk);
  let skipped = 0;
  const take = (record: string) =>
    taken.take((): Delivery | string => {
      const read = readAliBytes(record, layout);
      return isRefusal(read) ? read.because : { kind: 'ali', from, record: read };
    });
  for (let at = 0; at < bytes.length; at += PIECE) {
    const framed = framing.push(bytes.slice(at, at + PIECE));
    skipped += framed.skipped;
    framed.records.forEach(take);
  }
  const rest = framing.rest();
  // Lines of which the last has no end are a record all the same; anything else is cut off.
  if (layout.record.by === 'lines' && rest.trim() !== '') take(rest);
  else skipped += rest.trim().length;
  return { file, preset: 'ali', layout: layout.name, ...taken.counts(), skipped };
}

/** Takes a location document: to the call of its number, or as a new one. */
export function importPidfLo(
  desk: Pick<Desk, 'deliver'>,
  { file, from }: { readonly file: string; readonly from: string },
  xml: string,
): LocationImportReport {
  const taken = new Taken(desk);
  taken.take(() => {
    const location = readPidfLo(xml);
    return isRefusal(location) ? location.because : { kind: 'location', from, location };
  });
  return { file, preset: 'pidf-lo', layout: null, ...taken.counts(), skipped: 0 };
}

/** Hands records over in batches and counts what became of them. */
class Taken {
  readonly #desk: Pick<Desk, 'deliver'>;
  readonly #counts = { 'new-call': 0, update: 0, known: 0 };
  readonly #rejected: { index: number; why: string }[] = [];
  #rows = 0;
  #batch: Read[] = [];

  constructor(desk: Pick<Desk, 'deliver'>) {
    this.#desk = desk;
  }

  take(read: () => Delivery | string): void {
    this.#rows += 1;
    const delivery = read();
    if (typeof delivery === 'string') this.#rejected.push({ index: this.#rows, why: delivery });
    else this.#batch.push({ index: this.#rows, delivery });
    if (this.#batch.length === BATCH) this.#hand();
  }

  counts() {
    this.#hand();
    const { 'new-call': imported, update: updated, known: alreadyKnown } = this.#counts;
    const rejected = this.#rejected.toSorted((a, b) => a.index - b.index);
    return { rows: this.#rows, imported, updated, alreadyKnown, rejected };
  }

  #hand(): void {
    if (this.#batch.length === 0) return;
    const outcomes = this.#desk.deliver(this.#batch.map(({ delivery }) => delivery));
    for (const [at, outcome] of outcomes.entries()) {
      const index = this.#batch[at]?.index ?? 0;
      if (isRefusal(outcome)) this.#rejected.push({ index, why: outcome.because });
      else this.#counts[outcome.what] += 1;
    }
    this.#batch = [];
  }
}
