/** Where reading goes on: the byte from the beginning of the file, and the line it is on. */
export interface FilePlace {
  readonly byte: number;
  /** From 1. */
  readonly line: number;
}

/** The bytes of one record, from its first to its last, without the line end. */
export interface Frame {
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  readonly bytes: Buffer;
  /** What stands after it. */
  readonly next: FilePlace;
}

/** A line that begins no readable record. Reading went on with the line after it. */
export interface BrokenFrame {
  readonly line: number;
  readonly why: string;
  readonly next: FilePlace;
}

/** A comment field may well hold a megabyte; a record beyond this is an unclosed quote. */
const LONGEST_RECORD = 4 * 1024 * 1024;

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** Where a record ends, or what is the matter with it. */
type Scan =
  | {
      readonly kind: 'record';
      readonly end: number;
      readonly next: number;
      readonly fields: number;
      /** Only then it may go over several lines. */
      readonly hasQuotes: boolean;
    }
  | { readonly kind: 'broken'; readonly why: string }
  | { readonly kind: 'unfinished'; readonly quoted: boolean };

/**
 * Cuts a CSV file into records before anything is made of them. A CSV parser takes the rest of a file
 * for one field when a quote is never closed; here such a line is reported by itself and reading goes
 * on with the next line, so that one bad row costs one row. Holds at most one record in memory.
 */
export class RecordFrames {
  /** Lines without a single character: no rows. */
  blankLines = 0;

  readonly #columns: number | null;
  readonly #delimiter: number;
  readonly #lineEnd: number;
  #rest: Buffer = Buffer.alloc(0);
  /** Chunks after the rest in which no line ends. */
  #more: Buffer[] = [];
  #moreBytes = 0;
  #line: number;
  /** Byte of the file at which the rest begins. */
  #byte: number;
  #skipping = false;

  /**
   * `firstBytes` tell how lines end: a file without any LF has the CR of old Macintosh programs. Where
   * `columns` is known, a record over several lines with another width is a stray quote. `from` is where the
   * first chunk stands in the file.
   */
  constructor(
    firstBytes: Buffer,
    columns: number | null,
    delimiter = ',',
    from: FilePlace = { byte: 0, line: 1 },
  ) {
    this.#columns = columns;
    this.#byte = from.byte;
    this.#line = from.line;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#lineEnd = !firstBytes.includes(LF) && firstBytes.includes(CR) ? CR : LF;
  }

  get lineEnd(): 'LF' | 'CR' {
    return this.#lineEnd === LF ? 'LF' : 'CR';
  }

  *push(chunk: Buffer): Generator<Frame | BrokenFrame> {
    const { length } = this.#rest;
    // No record ends in it: a line that goes on and on is not walked again from its beginning with each chunk.
    if (length > 0 && !chunk.includes(this.#lineEnd)) {
      this.#more.push(chunk);
      this.#moreBytes += chunk.length;
      if (length + this.#moreBytes <= LONGEST_RECORD) return;
      chunk = this.#more.pop() ?? chunk;
    }
    yield* this.#cut(this.#withRest(chunk), false);
  }

  #withRest(chunk: Buffer): Buffer {
    const whole =
      this.#rest.length === 0 && this.#more.length === 0
        ? chunk
        : Buffer.concat([this.#rest, ...this.#more, chunk]);
    this.#more = [];
    this.#moreBytes = 0;
    return whole;
  }

  /** To be called once, after the last chunk. */
  *finish(): Generator<Frame | BrokenFrame> {
    yield* this.#cut(this.#withRest(Buffer.alloc(0)), true);
  }

  *#cut(buffer: Buffer, atEnd: boolean): Generator<Frame | BrokenFrame> {
    const base = this.#byte;
    let start = 0;
    while (start < buffer.length) {
      if (this.#skipping) {
        const past = this.#afterLine(buffer, start);
        if (past === null) break;
        this.#skipping = false;
        this.#line += 1;
        start = past;
        continue;
      }
      const scan = this.#widthChecked(
        scanRecord(buffer, start, atEnd, this.#lineEnd, this.#delimiter),
        buffer,
        start,
      );
      if (scan.kind === 'record') {
        const bytes = buffer.subarray(start, scan.end);
        const line = this.#line;
        this.#line += scan.hasQuotes
          ? this.#linesIn(buffer, start, scan.next)
          : Number(buffer[scan.next - 1] === this.#lineEnd);
        start = scan.next;
        if (bytes.length === 0) this.blankLines += 1;
        else yield { line, bytes, next: { byte: base + start, line: this.#line } };
        continue;
      }
      const tooLong = buffer.length - start > LONGEST_RECORD;
      const past = this.#afterLine(buffer, start);
      if (!atEnd && !tooLong && (scan.kind === 'unfinished' || past === null)) {
        this.#rest = Buffer.from(buffer.subarray(start));
        this.#byte = base + start;
        return;
      }
      const line = this.#line;
      const why = scan.kind === 'broken' ? scan.why : unfinishedWhy(scan.quoted);
      if (past === null) {
        this.#skipping = true;
        // Nobody can go on inside a line: from its beginning it would be found broken once more.
        yield { line, why, next: { byte: base + start, line } };
        break;
      }
      this.#line += 1;
      start = past;
      yield { line, why, next: { byte: base + start, line: this.#line } };
    }
    this.#rest = Buffer.alloc(0);
    this.#byte = base + buffer.length;
  }

  /** A stray quote swallows good lines up to the next quote: seen by the width it gives the record. */
  #widthChecked(scan: Scan, buffer: Buffer, start: number): Scan {
    if (scan.kind !== 'record' || this.#columns === null || scan.fields === this.#columns)
      return scan;
    const lines = this.#linesIn(buffer, start, scan.end) + 1;
    if (lines === 1) return scan;
    const why = `a quote opened on this line closes ${lines - 1} lines below and leaves ${scan.fields} columns instead of ${this.#columns}`;
    return { kind: 'broken', why };
  }

  #afterLine(buffer: Buffer, start: number): number | null {
    const end = buffer.indexOf(this.#lineEnd, start);
    return end === -1 ? null : end + 1;
  }

  #linesIn(buffer: Buffer, start: number, end: number): number {
    let lines = 0;
    for (let at = buffer.indexOf(this.#lineEnd, start); at !== -1 && at < end; lines += 1)
      at = buffer.indexOf(this.#lineEnd, at + 1);
    return lines;
  }
}

/**
 * Walks one record from `start`. A quote counts only where a field begins; anywhere else it is itself,
 * as in `6" pipe`. Text between a closing quote and the next delimiter has no meaning in CSV.
 */
function scanRecord(
  buffer: Buffer,
  start: number,
  atEnd: boolean,
  lineEnd: number,
  delimiter: number,
): Scan {
  let at = start;
  let fields = 1;
  let hasQuotes = false;
  for (;;) {
    const quoted = buffer[at] === QUOTE;
    if (quoted) {
      hasQuotes = true;
      const close = closingQuote(buffer, at + 1);
      if (close === null) return { kind: 'unfinished', quoted: true };
      at = close + 1;
      const lineEnds = buffer[at] === CR && (buffer[at + 1] === LF || at + 1 === buffer.length);
      if (at < buffer.length && buffer[at] !== delimiter && buffer[at] !== lineEnd && !lineEnds)
        return { kind: 'broken', why: 'text follows a closing quote' };
    }
    while (at < buffer.length && buffer[at] !== delimiter && buffer[at] !== lineEnd) at += 1;
    if (at === buffer.length && !atEnd) return { kind: 'unfinished', quoted: false };
    if (buffer[at] !== delimiter) {
      const end = buffer[at - 1] === CR && at > start && lineEnd === LF ? at - 1 : at;
      return { kind: 'record', end, next: Math.min(at + 1, buffer.length), fields, hasQuotes };
    }
    at += 1;
    fields += 1;
  }
}

/** The quote that ends the field, passing over doubled ones; null when it is not in the buffer. */
function closingQuote(buffer: Buffer, from: number): number | null {
  let at = buffer.indexOf(QUOTE, from);
  while (at !== -1 && buffer[at + 1] === QUOTE) at = buffer.indexOf(QUOTE, at + 2);
  return at === -1 ? null : at;
}

function unfinishedWhy(quoted: boolean): string {
  return quoted ? 'a quote is opened and never closed' : 'the line is longer than 4 MB';
}
