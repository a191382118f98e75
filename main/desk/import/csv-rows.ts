import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { RecordFrames, type BrokenFrame, type FilePlace, type Frame } from './record-frames.ts';
import { UnusableFile } from './unusable-file.ts';

export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
  /** Where reading goes on after it. */
  readonly next: FilePlace;
}

/** A row whose bytes are no text. `column` counts from 0; null when the row as a whole is meant. */
export interface BrokenRow {
  readonly line: number;
  readonly column: number | null;
  readonly why: string;
  readonly next: FilePlace;
}

/** How a file is written. Left out: separated by commas, in UTF-8. */
export interface CsvWriting {
  readonly delimiter?: ',' | ';' | '\t' | '|';
  readonly encoding?: 'utf-8' | 'windows-1252';
}

/** What was noticed about the file as a whole; complete once its rows are read. */
export interface CsvNotes {
  readonly byteOrderMark: boolean;
  readonly lineEnd: 'LF' | 'CR';
  notUtf8: number;
  blankLines: number;
}

export interface CsvRows {
  readonly size: number;
  readonly notes: CsvNotes;
  bytesRead(): number;
  /** From the beginning, or from a place some row before said reading goes on at; `most` bytes of it. */
  rows(from?: FilePlace, most?: number): AsyncGenerator<CsvRow | BrokenRow>;
  /**
   * The same, those of one piece of the file together: waiting for each is much of what reading it takes. A piece has
   * to be gone through before the next is asked for.
   */
  pieces(from?: FilePlace, most?: number): AsyncGenerator<Iterable<CsvRow | BrokenRow>>;
}

const HEAD_BYTES = 64 * 1024;
const CHUNK_BYTES = 256 * 1024;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Opens a CSV file to be read row by row, however large it is. Bytes stay bytes until a row is cut out,
 * so that one row in another encoding is one bad row. `columns` is how wide rows are, once that is known.
 * @throws UnusableFile for what is no file, is empty, or is UTF-16.
 */
export async function openCsvRows(
  file: string,
  columns: number | null = null,
  { delimiter = ',', encoding = 'utf-8' }: CsvWriting = {},
): Promise<CsvRows> {
  const { size, head } = await beginningOf(file);
  if (head.length === 0) throw new UnusableFile(file, null, 'the file is empty', EXPORT_AGAIN);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
    throw new UnusableFile(file, 1, 'the file is UTF-16', 'Save it as CSV UTF-8 and try again.');
  const byteOrderMark = head.subarray(0, 3).equals(BYTE_ORDER_MARK);
  const start: FilePlace = { byte: byteOrderMark ? BYTE_ORDER_MARK.length : 0, line: 1 };
  const { lineEnd } = new RecordFrames(head, columns, delimiter);
  const notes: CsvNotes = { byteOrderMark, lineEnd, notUtf8: 0, blankLines: 0 };
  let read = 0;

  const rowOf = (frame: Frame | BrokenFrame): CsvRow | BrokenRow => {
    if ('why' in frame) return { ...frame, column: null };
    const row = readFrame(frame, delimiter, encoding);
    if ('why' in row && row.why === NOT_UTF8) notes.notUtf8 += 1;
    return row;
  };

  const rows: CsvRows = {
    size,
    notes,
    bytesRead: () => read,
    async *rows(from, most) {
      for await (const piece of rows.pieces(from, most)) yield* piece;
    },
    async *pieces(from = start, most = Infinity) {
      const frames = new RecordFrames(head, columns, delimiter, from);
      const blankBefore = notes.blankLines;
      const rowsOf = function* (cut: Iterable<Frame | BrokenFrame>) {
        for (const frame of cut) {
          notes.blankLines = blankBefore + frames.blankLines;
          yield rowOf(frame);
        }
        notes.blankLines = blankBefore + frames.blankLines;
      };
      read = from.byte;
      const bytes = createReadStream(file, {
        start: from.byte,
        end: from.byte + most - 1,
        highWaterMark: CHUNK_BYTES,
      });
      for await (const chunk of bytes as AsyncIterable<Buffer>) {
        read += chunk.length;
        yield rowsOf(frames.push(chunk));
      }
      yield rowsOf(frames.finish());
    },
  };
  return rows;
}

const EXPORT_AGAIN = 'Export the calls again and check that the file has rows.';
const NOT_UTF8 = 'is not UTF-8 text';

async function beginningOf(file: string): Promise<{ size: number; head: Buffer }> {
  try {
    // Asked before opening: to open a pipe would wait for somebody to write into it.
    const about = await stat(file);
    if (!about.isFile())
      throw new UnusableFile(file, null, 'it is not a file', 'Name the CSV file itself.');
    const handle = await open(file);
    try {
      const head = Buffer.alloc(Math.min(HEAD_BYTES, about.size));
      const { bytesRead } = await handle.read(head, 0, head.length, 0);
      return { size: about.size, head: head.subarray(0, bytesRead) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof UnusableFile) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new UnusableFile(file, null, why, 'Check the name and who may read it.');
  }
}

/** The frame is one well-formed record; a quote inside an unquoted field is itself. */
const AS_IT_STANDS = { relax_quotes: true, relax_column_count: true, record_delimiter: ['\n'] };

function readFrame(
  { line, bytes, next }: Frame,
  delimiter: string,
  encoding: 'utf-8' | 'windows-1252',
): CsvRow | BrokenRow {
  const isText = encoding !== 'utf-8' || isUtf8(bytes);
  const text = isText ? textOf(bytes, encoding) : '';
  if (!isText || text.includes('\0')) {
    const zero = bytes.includes(0);
    const cells = parse(bytes, {
      ...AS_IT_STANDS,
      delimiter,
      encoding: null,
    })[0] as unknown as Buffer[];
    const column = cells.findIndex((cell) => (zero ? cell.includes(0) : !isUtf8(cell)));
    const why = zero ? 'holds a zero byte' : NOT_UTF8;
    return { line, column: column === -1 ? null : column, why, next };
  }
  // Most rows hold no quote: then a field is what stands between two delimiters, and no parser is set up for it.
  if (!text.includes('"') && !text.includes('\n'))
    return { line, fields: text.split(delimiter), next };
  const records = parse(text, { ...AS_IT_STANDS, delimiter });
  // Only where a file of CR line ends has a bare LF after all.
  if (records.length > 1) return { line, column: null, why: 'mixes two kinds of line end', next };
  return { line, fields: records[0] ?? [''], next };
}

function textOf(bytes: Buffer, encoding: 'utf-8' | 'windows-1252'): string {
  return encoding === 'utf-8' ? bytes.toString('utf8') : windows1252(bytes);
}

/** What the bytes from 0x80 on are in Windows-1252; the rest is as in Latin-1. */
const BETWEEN_80_AND_9F = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

// Written out: runtimes have decoded it as plain Latin-1.
function windows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => BETWEEN_80_AND_9F[sign.charCodeAt(0) - 0x80] ?? sign);
}
