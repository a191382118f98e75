import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { id, line, nothing, position } from './input-parts.ts';
import type {
  AddressSeen,
  PlaceFileExamination,
  PlaceTablesView,
} from '../board/place-tables-view.ts';
import type { CommonPlaceId } from '../lib/brand.ts';
import { MOST_ALIASES } from '../place/common-place.ts';

/** A city has some thousands of streets; a file of tens of megabytes is something else. */
export const LARGEST_PLACE_FILE = 8 * 1024 * 1024;
export const MOST_COMMON_PLACES = 5_000;
const MOST_LINES = 2_000;

const placeId = id<CommonPlaceId>();
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'That is no file this desk has looked at');
const file = z.strictObject({
  source: line.min(1),
  text: z.string().max(LARGEST_PLACE_FILE, 'The file is larger than 8 MiB'),
});
const number = z.int().min(0).max(999_999);
const steps = z.array(z.tuple([number, z.number().positive().max(1_000)])).max(20);
const grid = z.strictObject({
  name: line.min(1),
  origin: position,
  perMile: z.number().positive(),
  turned: z.number().min(-45).max(45),
  steps: z.partialRecord(z.enum(['n', 's', 'e', 'w']), steps),
  numbered: z
    .strictObject({
      side: z.enum(['n', 's', 'e', 'w']),
      per: z.int().min(1).max(10_000),
      beside: z.record(line.min(1).max(10), z.int().min(-1_000).max(1_000)),
    })
    .nullable(),
  lines: z
    .array(
      z.strictObject({
        street: line.min(1).max(80),
        at: line.min(1).max(20),
        from: number.nullable(),
        to: number.nullable(),
      }),
    )
    .max(MOST_LINES),
});

/** Where addresses are: everybody asks, supervisors and administrators keep what is asked. */
export const placeTopics = {
  /** What is known of an address while it is typed. */
  'place.look-up': query<AddressSeen>()('see-board', z.strictObject({ address: line })),

  'places.kept': query<PlaceTablesView>()('keep-places', nothing),
  /** What a file of streets holds. What was looked at last can be adopted by its hash. */
  'street-table.examine': query<PlaceFileExamination>()('keep-places', file),
  'street-table.adopt': command('keep-places', z.strictObject({ hash })),
  'street-table.withdraw': command(
    'keep-places',
    z.strictObject({ hash, reason: line.min(1, 'Say why.') }),
  ),
  /** Null switches the grid off. */
  'street-grid.set': command('keep-places', z.strictObject({ grid: grid.nullable() })),

  'common-place.set': command(
    'keep-places',
    z.strictObject({
      /** Null adds one. */
      placeId: placeId.nullable(),
      name: line.min(1, 'Give it a name.'),
      aliases: z.array(line.min(1)).max(MOST_ALIASES),
      address: line,
      areaId: line.min(1).max(64).nullable(),
      position: position.nullable(),
    }),
  ),
  'common-place.remove': command('keep-places', z.strictObject({ placeId })),
  'common-places.examine': query<PlaceFileExamination>()('keep-places', file),
  'common-places.import': command('keep-places', z.strictObject({ hash })),
} as const;
