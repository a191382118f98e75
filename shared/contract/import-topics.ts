import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { LARGEST_MAPPING_FILE } from './import-limits.ts';
import { line, nothing } from './input-parts.ts';
import type { ImportView, LeftOutPage } from '../board/import-view.ts';
import { COLUMN_USE_IDS } from '../intake-file/column-use.ts';

const importId = z.string().min(1).max(64);
const mappingId = z.string().min(1).max(64);

/** Earlier calls of another system, from a file: look at it, take it over, go on where that was cut short. */
export const importTopics = {
  'import.view': query<ImportView>()('keep-imports', nothing),
  /** Looks at a file. The path is what the window was handed with it; a page cannot make one up. */
  'import.choose': command(
    'keep-imports',
    z.strictObject({ path: z.string().min(1, 'Choose a file').max(4096) }),
  ),
  /** A file that waits in a watched folder. */
  'import.choose-waiting': command('keep-imports', z.strictObject({ waitingId: importId })),
  'import.put-away': command('keep-imports', nothing),
  /** Takes a column for something else, or for nothing. */
  'import.take-column': command(
    'keep-imports',
    z.strictObject({
      column: z.string().max(300),
      use: z.enum(COLUMN_USE_IDS).nullable(),
    }),
  ),
  /** Reads the chosen file by a saved mapping; null guesses anew. */
  'import.use-mapping': command(
    'keep-imports',
    z.strictObject({ mappingId: mappingId.nullable() }),
  ),
  /** Reads the chosen file by a mapping file. */
  'import.read-mapping': command(
    'keep-imports',
    z.strictObject({
      text: z
        .string()
        .min(1)
        .max(LARGEST_MAPPING_FILE, 'The file is larger than 1 MB, and a mapping never is'),
    }),
  ),
  'import.save-mapping': command(
    'keep-imports',
    z.strictObject({ name: line.min(1, 'Give the mapping a name').max(120) }),
  ),
  'import.remove-mapping': command('keep-imports', z.strictObject({ mappingId })),
  'import.export-mapping': query<{ readonly name: string; readonly text: string }>()(
    'keep-imports',
    z.strictObject({ mappingId }),
  ),
  /** Takes the calls of the chosen file over, by the mapping that was looked at. */
  'import.begin': command(
    'keep-imports',
    z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/, 'That is no mapping of this desk') }),
  ),
  'import.stop': command('keep-imports', z.strictObject({ importId })),
  /** Goes on with an import that was cut short. */
  'import.resume': command('keep-imports', z.strictObject({ importId })),
  /** Some of what was left out, in the order of the file: of the chosen file, or of an import. */
  'import.left-out': query<LeftOutPage>()(
    'keep-imports',
    z.strictObject({
      importId: importId.nullable(),
      kind: z.enum(['rejected', 'changed']),
      offset: z.int().min(0).max(100_000_000),
    }),
  ),
} as const;
