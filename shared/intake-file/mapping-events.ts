import type { Mapping } from './mapping-schema.ts';
import type { OperatorId } from '../lib/brand.ts';

/** What the columns of an export mean, kept by the center: files with these columns are known again. */
export type MappingEvent =
  | {
      readonly type: 'mapping.saved';
      /** The id of the mapping itself, by which its calls are known. */
      readonly mappingId: string;
      readonly name: string;
      /** SHA-256 of the mapping as canonical JSON. */
      readonly hash: string;
      readonly mapping: Mapping;
    }
  | { readonly type: 'mapping.removed'; readonly mappingId: string };

export interface SavedMapping {
  readonly mappingId: string;
  readonly name: string;
  readonly hash: string;
  readonly mapping: Mapping;
  readonly savedAt: string;
  readonly savedBy: OperatorId;
}

/** It stands in the journal, so it has to stay small; the largest anybody wrote has 20 kB. */
export const LARGEST_SAVED_MAPPING = 64 * 1024;
export const MOST_SAVED_MAPPINGS = 100;
