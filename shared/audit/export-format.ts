import { z } from 'zod';

/** What a file of the audit says it is, and what its signature begins with. */
export const AUDIT_EXPORT_FORMAT = 'caredesk-audit/1';

const hash = z.string().regex(/^[0-9a-f]{64}$/u);
const seq = z.int().min(0);

/** The first line: what is in the file. */
export const ExportHeader = z.strictObject({
  format: z.literal(AUDIT_EXPORT_FORMAT),
  line: z.literal(1),
  center: z.string(),
  psapId: z.string(),
  madeAt: z.string(),
  madeBy: z.string(),
  /** Sequences of the first and the last entry that could be in it; both 0 for an empty journal. */
  from: seq,
  to: seq,
  /** Seal of the entry before the first: the chain can be followed from there. */
  before: hash,
  /** What was looked for, in words; null when every entry from the first to the last is in it. */
  filter: z.string().nullable(),
  publicKey: z.string(),
  fingerprint: z.string(),
});
export type ExportHeader = z.infer<typeof ExportHeader>;

/** A line for each entry: its columns as they are stored, its seal and the one before, and where in the file it is. */
export const ExportEntry = z.strictObject({
  line: seq,
  /** SHA-256 of the line before, without its line end. */
  link: hash,
  seq,
  at: z.string(),
  by_operator: z.string(),
  position: z.string(),
  stream: z.string(),
  type: z.string(),
  /** Never empty: its seal would be that of none. */
  incident_id: z.string().min(1).nullable(),
  body: z.string(),
  before: hash,
  hash,
});
export type ExportEntry = z.infer<typeof ExportEntry>;

/** The last line. */
export const ExportEnd = z.strictObject({
  line: seq,
  link: hash,
  entries: seq,
  /** SHA-256 of every byte before this line. */
  digest: hash,
  signature: z.string(),
  publicKey: z.string(),
});
export type ExportEnd = z.infer<typeof ExportEnd>;

/** What is signed. */
export function signedWords(digest: string): string {
  return `${AUDIT_EXPORT_FORMAT}\n${digest}\n`;
}
