import {
  LARGEST_SAVED_MAPPING,
  MOST_SAVED_MAPPINGS,
  type MappingEvent,
  type SavedMapping,
} from './mapping-events.ts';
import type { Mapping } from './mapping-schema.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/** Keeps a mapping, or a better one of the same id. What is kept already is not written again. */
export function saveMapping(
  saved: readonly SavedMapping[],
  {
    name,
    hash,
    mapping,
  }: { readonly name: string; readonly hash: string; readonly mapping: Mapping },
): MappingEvent[] | Refusal {
  const before = saved.find(({ mappingId }) => mappingId === mapping.id);
  if (before?.hash === hash) return [];
  const called = saved.find(
    (each) => each !== before && each.name.toLowerCase() === name.toLowerCase(),
  );
  if (called !== undefined)
    return refuse(
      'name-taken',
      `Another mapping is called “${called.name}”. Give this one a name of its own. Nothing was saved.`,
    );
  if (before === undefined && saved.length >= MOST_SAVED_MAPPINGS)
    return refuse(
      'too-many-mappings',
      `${MOST_SAVED_MAPPINGS} mappings are saved, and no more are kept. Remove one first. Nothing was saved.`,
    );
  if (JSON.stringify(mapping).length > LARGEST_SAVED_MAPPING)
    return refuse(
      'mapping-too-large',
      'The mapping is larger than 64 kB. Give several words one meaning with *, or keep it as a file for the command line. Nothing was saved.',
    );
  return [{ type: 'mapping.saved', mappingId: mapping.id, name, hash, mapping }];
}

export function removeMapping(
  saved: readonly SavedMapping[],
  mappingId: string,
): MappingEvent[] | Refusal {
  if (saved.some((each) => each.mappingId === mappingId))
    return [{ type: 'mapping.removed', mappingId }];
  return refuse('no-such-mapping', 'This mapping is not saved any more. Look at the list again.');
}
