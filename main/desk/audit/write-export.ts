import { createHash } from 'node:crypto';
import { signDigest } from './signing.ts';
import type { AuditKey } from '#db/settings/audit-keys.ts';
import { sealAt, sealedAt, sealedBetween, type StoredSeal } from '#db/journal/sealed-rows.ts';
import type { Database } from '#db/open-database.ts';
import {
  AUDIT_EXPORT_FORMAT,
  type ExportEnd,
  type ExportEntry,
  type ExportHeader,
} from '#shared/audit/export-format.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';

export interface ExportAsked {
  readonly center: string;
  readonly psapId: string;
  /** Name and role of whoever exports. */
  readonly madeBy: string;
  readonly now: Date;
  readonly key: AuditKey;
  readonly from: number;
  readonly to: number;
  /** Only these entries, in order, and what was looked for; null for every one from the first to the last. */
  readonly chosen: { readonly filter: string; readonly seqs: Iterable<number> } | null;
}

export interface Exported {
  readonly entries: number;
  readonly fingerprint: string;
  /** Seal of the last entry that is in it, in hex; a later journal can be held against it. */
  readonly head: string | null;
}

/** Lines that are handed on together: a file is not written a line at a time. */
const TOGETHER = 500;

/**
 * The audit as a signed file, a few hundred lines at a time: what was handed on is forgotten, so that a million entries
 * take no more room than a thousand.
 */
export function* writeExport(db: Database, asked: ExportAsked): Generator<string, Exported> {
  const file = new SignedLines();
  const { center, psapId, madeBy, now, key, from, to, chosen } = asked;
  const header: ExportHeader = {
    format: AUDIT_EXPORT_FORMAT,
    line: 1,
    center,
    psapId,
    madeAt: now.toISOString(),
    madeBy,
    from,
    to,
    before: sealAt(db, from - 1).toString('hex'),
    filter: chosen?.filter ?? null,
    publicKey: key.publicKey,
    fingerprint: key.fingerprint,
  };
  yield file.line(header);
  let entries = 0;
  let head: string | null = null;
  for (const page of pagesOf(db, asked)) {
    let text = '';
    for (const { row, before } of page) {
      entries += 1;
      head = row.hash.toString('hex');
      text += file.line(entryLine(row, before, file.next, file.link));
    }
    yield text;
  }
  const end: ExportEnd = {
    line: file.next,
    link: file.link,
    entries,
    digest: file.digest(),
    signature: signDigest(file.digest(), key),
    publicKey: key.publicKey,
  };
  yield file.line(end);
  return { entries, fingerprint: key.fingerprint, head };
}

interface Sealed {
  readonly row: StoredSeal;
  readonly before: string;
}

function* pagesOf(db: Database, { from, to, chosen }: ExportAsked): IterableIterator<Sealed[]> {
  if (chosen === null) {
    let before = sealAt(db, from - 1).toString('hex');
    for (const page of sealedBetween(db, from, to))
      yield page.map((row) => {
        const sealed = { row, before };
        before = row.hash.toString('hex');
        return sealed;
      });
    return;
  }
  let together: number[] = [];
  const read = () =>
    sealedAt(db, together).map((row) => ({ row, before: sealAt(db, row.seq - 1).toString('hex') }));
  for (const seq of chosen.seqs) {
    together.push(seq);
    if (together.length < TOGETHER) continue;
    yield read();
    together = [];
  }
  yield read();
}

function entryLine(row: StoredSeal, before: string, line: number, link: string): ExportEntry {
  const { hash, ...columns } = row;
  return { line, link, ...columns, before, hash: hash.toString('hex') };
}

/** Lines that are chained one to the other, and the digest of all of them. */
class SignedLines {
  readonly #all = createHash('sha256');
  next = 1;
  link = '';

  line(value: ExportHeader | ExportEntry | ExportEnd): string {
    const text = canonicalJson(value);
    this.link = createHash('sha256').update(text).digest('hex');
    this.#all.update(text).update('\n');
    this.next += 1;
    return `${text}\n`;
  }

  digest(): string {
    return this.#all.copy().digest('hex');
  }
}
