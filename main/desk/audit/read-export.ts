import { closeSync, openSync, readSync } from 'node:fs';
import { ExportCheck, type ExportFault } from './check-export.ts';

export interface ExportVerdict {
  readonly ok: boolean;
  readonly entries: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly fingerprint: string | null;
  readonly center: string | null;
  readonly madeAt: string | null;
  readonly filter: string | null;
  /** The first thing that is wrong; null when nothing is. */
  readonly fault: ExportFault | null;
}

const CHUNK = 1 << 20;
/** No entry is as long: what goes on without a line end is another file. */
const LONGEST_LINE = 64 << 20;
const LINE_END = 0x0a;

/** Words that stand in the first lines of every export, whatever was done to one of its bytes. */
const KNOWN_BY = ['{"before":"', 'caredesk-audit/', '"fingerprint":"', '"link":"'];

/**
 * Holds a file of the audit against itself; null when it is none at all. Reads a piece at a time: how many entries are
 * in it makes no difference to the memory.
 * @throws when it cannot be read.
 */
export function readExport(file: string, fingerprint: string | null): ExportVerdict | null {
  const check = new ExportCheck(fingerprint);
  const descriptor = openSync(file, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK);
    let rest: Buffer = Buffer.alloc(0);
    for (let first = true; check.goesOn; first = false) {
      const read = readSync(descriptor, chunk);
      if (first && !looksLikeOne(chunk.subarray(0, read))) return null;
      if (read === 0) {
        if (rest.length > 0) check.line(rest, false);
        break;
      }
      rest = takeLines(check, Buffer.concat([rest, chunk.subarray(0, read)]));
      if (rest.length <= LONGEST_LINE) continue;
      check.line(rest.subarray(0, 1), true);
      break;
    }
  } finally {
    closeSync(descriptor);
  }
  check.end();
  const { header, entries, fault } = check;
  return {
    ok: fault === null,
    entries,
    from: header?.from ?? null,
    to: header?.to ?? null,
    fingerprint: header?.fingerprint ?? null,
    center: header?.center ?? null,
    madeAt: header?.madeAt ?? null,
    filter: header?.filter ?? null,
    fault,
  };
}

function looksLikeOne(start: Buffer): boolean {
  return KNOWN_BY.some((words) => start.includes(words));
}

/** What is left after the last line end. */
function takeLines(check: ExportCheck, bytes: Buffer): Buffer {
  let from = 0;
  for (let end = bytes.indexOf(LINE_END); end !== -1; end = bytes.indexOf(LINE_END, from)) {
    if (!check.goesOn) break;
    check.line(bytes.subarray(from, end), true);
    from = end + 1;
  }
  return bytes.subarray(from);
}
