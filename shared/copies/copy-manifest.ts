import { z } from 'zod';
import { COPY_REASONS } from './copy-name.ts';

/** What of the data folder goes with the store: what it cannot be used, or not the same, without. */
export const BESIDE_FILES = [
  'store-key.json',
  'store-key.second.json',
  'person-salt',
  'call-types.csv',
  'part-2-notice.txt',
] as const;
export type BesideFile = (typeof BESIDE_FILES)[number];

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const instant = z.string().max(40);

/**
 * What stands beside a copy: what is in it and how to tell that it is whole. It opens nothing, and holds
 * nothing of a call.
 */
export const copyManifest = z.strictObject({
  caredesk: z.literal('copy'),
  format: z.literal(1),
  /** Counted up in each target, whatever the clock says: the higher number was made later. */
  number: count,
  why: z.enum(COPY_REASONS),
  madeAt: instant,
  version: z.string().max(40),
  center: z.string().max(400).nullable(),
  /** The seal of the first entry: the same for every copy of one store. */
  store: hash,
  entries: count,
  /** The seal of the last entry. */
  head: hash,
  /** When the last entry was written: until then the copy knows everything. Null for an empty journal. */
  reaches: instant.nullable(),
  bytes: count,
  sha256: hash,
  schema: count,
  encrypted: z.boolean(),
  /** What was shredded in the store after the copy was made is out of it: up to which entry, with its seal. */
  thinned: z.strictObject({ upTo: count, seal: hash, records: count }).optional(),
  beside: z
    .array(z.strictObject({ file: z.enum(BESIDE_FILES), sha256: hash }))
    .max(BESIDE_FILES.length),
});
export type CopyManifest = z.infer<typeof copyManifest>;

/** A copy in a target, as its manifest describes it. */
export interface KeptCopy {
  readonly name: string;
  readonly manifest: CopyManifest;
}
