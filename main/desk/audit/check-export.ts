import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { fingerprintOfKey, isSigned } from './signing.ts';
import { sealOf } from '#db/journal/seal.ts';
import { sayFingerprint } from '#shared/audit/fingerprint.ts';
import { ExportEnd, ExportEntry, ExportHeader } from '#shared/audit/export-format.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';

export type ExportFaultKind =
  | 'changed'
  | 'not-canonical'
  | 'removed'
  | 'reordered'
  | 'inserted'
  | 'truncated'
  | 'wrong-signature'
  | 'other-key';

/** The first thing that is wrong with a file of the audit. */
export interface ExportFault {
  readonly line: number;
  /** Sequence of the entry in that line, as far as it can be told. */
  readonly entry: number | null;
  readonly what: ExportFaultKind;
  readonly why: string;
}

/**
 * Holds a file of the audit against itself, line by line. Each line is checked by its own form, by its number, by
 * the digest of the line before, and each entry by its seal; the last line by its signature over the whole.
 */
export class ExportCheck {
  header: ExportHeader | null = null;
  entries = 0;
  fault: ExportFault | null = null;
  /** Whether the signed line was read. */
  ended = false;
  #lines = 0;
  #link = '';
  #seq = 0;
  #hash = '';
  /** A line that is not where it should be; where it turns up says whether it was taken away or moved. */
  #missing: { readonly line: number; readonly fault: ExportFault } | null = null;
  /** What the line after it says of a line whose own link does not fit: the two before it cannot tell who was changed. */
  #doubtful: { readonly line: number; readonly digest: string } | null = null;
  readonly #all = createHash('sha256');
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #fingerprint: string | null;

  /** `fingerprint`: of the key a person expects; null when nobody says. */
  constructor(fingerprint: string | null) {
    this.#fingerprint = fingerprint;
  }

  /** Whether reading on can tell more. */
  get goesOn(): boolean {
    return this.fault === null || this.#missing !== null || this.#doubtful !== null;
  }

  /** The next line, without its line end; `whole` is false for a last one that has none. */
  line(bytes: Uint8Array, whole: boolean): void {
    this.#lines += 1;
    if (this.#missing !== null) return this.#look(bytes);
    if (this.#doubtful !== null) return this.#settle(bytes, this.#doubtful);
    if (!whole)
      return this.#fail(
        'truncated',
        null,
        `The file ends in the middle of line ${this.#lines}: something after entry ${this.#seq} is missing.`,
      );
    const value = this.#read(bytes);
    if (value === null) return;
    if (this.ended)
      return this.#fail('inserted', seqIn(value), 'There is something after the signature.');
    if (this.#lines === 1) this.#takeFirst(value);
    else if ('signature' in value) this.#takeEnd(value);
    else this.#takeEntry(value);
    if (this.#doubtful !== null) this.#doubtful = { line: this.#lines, digest: digestOf(bytes) };
    this.#link = digestOf(bytes);
    this.#all.update(bytes).update('\n');
  }

  /** After the last line. */
  end(): void {
    if (this.fault !== null || this.ended) return;
    this.#lines += 1;
    this.#fail(
      'truncated',
      null,
      this.#seq === 0
        ? 'The file ends before its first entry, without its signature.'
        : `The file ends after entry ${this.#seq}, without its signature.`,
    );
  }

  #read(bytes: Uint8Array): Record<string, unknown> | null {
    let value: unknown;
    let text: string;
    try {
      text = this.#utf8.decode(bytes);
      value = JSON.parse(text);
    } catch {
      this.#fail('changed', this.#due(), `Line ${this.#lines} cannot be read: it was changed.`);
      return null;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.#fail('changed', this.#due(), `Line ${this.#lines} is no line of the audit.`);
      return null;
    }
    if (canonicalJson(value) !== text) {
      this.#fail(
        'not-canonical',
        seqIn(value),
        `Line ${this.#lines} is not written as CareDesk writes it: it was changed.`,
      );
      return null;
    }
    return value as Record<string, unknown>;
  }

  /** The entry that belongs into the next line, where every one is there. */
  #due(): number | null {
    const { header } = this;
    if (header === null || header.filter !== null || header.to === 0) return null;
    const next = this.#seq === 0 ? header.from : this.#seq + 1;
    return next <= header.to ? next : null;
  }

  #takeFirst(value: Record<string, unknown>): void {
    // Another line stands first: the header is gone.
    const { line } = value;
    if (typeof line === 'number' && line > 1) this.#isNext({ line, link: '' });
    else this.#takeHeader(value);
  }

  #takeHeader(value: Record<string, unknown>): void {
    const header = this.#shaped(ExportHeader, value);
    if (header === null) return;
    this.header = header;
    this.#hash = header.before;
    if (fingerprintOfKey(header.publicKey) !== header.fingerprint)
      return this.#fail(
        'changed',
        null,
        'The public key in line 1 is not that of the fingerprint there.',
      );
    if (this.#fingerprint !== null && this.#fingerprint !== header.fingerprint)
      this.#fail(
        'other-key',
        null,
        `It was signed with another key (${sayFingerprint(header.fingerprint)}) than the expected one (${sayFingerprint(this.#fingerprint)}).`,
      );
  }

  #takeEntry(value: Record<string, unknown>): void {
    const entry = this.#shaped(ExportEntry, value);
    if (entry === null || !this.#isNext(entry)) return;
    const { header } = this;
    const { seq, before, hash, line: _line, link: _link, ...columns } = entry;
    const row = { seq, ...columns };
    if (sealOf(Buffer.from(before, 'hex'), row).toString('hex') !== hash)
      return this.#fail(
        'changed',
        seq,
        `Entry ${seq} in line ${this.#lines} does not match its seal: it was changed.`,
      );
    const follows = header?.filter === null || seq === this.#seq + 1 ? this.#hash : before;
    const expected = this.#seq === 0 ? (header?.from ?? 1) : this.#seq + 1;
    const isWhole = header?.filter === null;
    if (seq < expected || seq > (header?.to ?? seq) || (isWhole && seq !== expected))
      return this.#fail(
        seq < expected ? 'reordered' : 'removed',
        seq,
        `Line ${this.#lines} holds entry ${seq} where entry ${expected} belongs.`,
      );
    if ((this.#seq > 0 || isWhole) && before !== follows)
      return this.#fail(
        'changed',
        seq,
        `Entry ${seq} in line ${this.#lines} does not follow the seal of the entry before it.`,
      );
    this.#seq = seq;
    this.#hash = hash;
    this.entries += 1;
  }

  #takeEnd(value: Record<string, unknown>): void {
    const end = this.#shaped(ExportEnd, value);
    if (end === null || !this.#isNext(end)) return;
    const { header } = this;
    const isWhole = header?.filter === null;
    const last = header?.to ?? 0;
    if (end.entries !== this.entries || (isWhole && this.#seq !== last && last !== 0))
      return this.#fail(
        'removed',
        null,
        `${end.entries} entries up to ${last} were signed, and ${this.entries} are there.`,
      );
    const signed = end.publicKey === header?.publicKey;
    const digest = this.#all.copy().digest('hex');
    if (!signed || digest !== end.digest || !isSigned(digest, end.publicKey, end.signature))
      return this.#fail(
        'wrong-signature',
        null,
        `The signature in line ${this.#lines} is not that of this file: something in it was changed, or signed with another key.`,
      );
    this.ended = true;
  }

  /** Its number in the file, and the line before it as it was when this one was written. */
  #isNext({ line, link, ...rest }: { readonly line: number; readonly link: string }): boolean {
    const entry = seqIn(rest);
    if (line > this.#lines) {
      const entryBefore = this.#seq === 0 ? null : this.#seq + 1;
      const named = entryBefore === null ? '' : `, entry ${entryBefore},`;
      const why = `Line ${this.#lines}${named} is missing: the next one is line ${line}.`;
      this.#fail('removed', entryBefore, why);
      if (this.fault !== null) this.#missing = { line: this.#lines, fault: this.fault };
      return false;
    }
    if (line < this.#lines) {
      this.#fail(
        'inserted',
        entry,
        `A line was put in before line ${this.#lines}, which says it is line ${line}.`,
      );
      return false;
    }
    if (link === this.#link) return true;
    // An entry before it was held against its seal: then it is the link itself. The header has none.
    const before = this.#lines - 1;
    const why = `Line ${before} is not the one line ${this.#lines} was written after: one of the two was changed.`;
    this.#fail('changed', before === 1 ? null : entry, why, before === 1 ? 1 : this.#lines);
    if (before === 1) this.#doubtful = { line: this.#lines, digest: '' };
    return false;
  }

  /** The line before was the first entry, and did not fit to the header: when it is as it was written, the header is not. */
  #settle(bytes: Uint8Array, { line, digest }: { line: number; digest: string }): void {
    this.#doubtful = null;
    const said = /"link":"([0-9a-f]{64})"/u.exec(new TextDecoder().decode(bytes))?.[1];
    if (said === undefined || said === digest || this.fault === null) return;
    const why = `Line ${line} says that another line 1 stood before it, and line ${line + 1} that line ${line} was another: it was changed.`;
    this.fault = { ...this.fault, line, entry: this.header?.from ?? null, why };
  }

  #look(bytes: Uint8Array): void {
    const missing = this.#missing;
    if (missing === null) return;
    const found = /"line":(\d+)/u.exec(new TextDecoder().decode(bytes));
    if (Number(found?.[1]) !== missing.line) return;
    const why = `Line ${missing.line} stands further down, at line ${this.#lines}.`;
    this.fault = { ...missing.fault, what: 'reordered', why };
    this.#missing = null;
  }

  #shaped<Shape extends z.ZodType>(
    shape: Shape,
    value: Record<string, unknown>,
  ): z.output<Shape> | null {
    const parsed = shape.safeParse(value);
    if (parsed.success) return parsed.data;
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    this.#fail(
      'changed',
      seqIn(value),
      `Line ${this.#lines} is no line of the audit (${where}): it was changed.`,
    );
    return null;
  }

  #fail(what: ExportFaultKind, entry: number | null, why: string, line = this.#lines): void {
    this.fault ??= { line, entry, what, why };
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function seqIn(value: object): number | null {
  return 'seq' in value && typeof value.seq === 'number' ? value.seq : null;
}
