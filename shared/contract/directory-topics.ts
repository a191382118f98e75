import { z } from 'zod';
import { LARGEST_SENT_DIRECTORY } from './directory-limits.ts';
import { command, query } from './endpoint.ts';
import { id, incidentId, line } from './input-parts.ts';
import type {
  DirectoryExamination,
  DirectoryExport,
  DirectoryOverview,
  ServiceView,
} from '../board/directory-view.ts';
import { DIRECTORY_ORDERS, type DirectoryHits } from '../directory/directory-search.ts';
import { SERVICE_KINDS } from '../directory/service-kind.ts';
import { CAPACITY_STATES } from '../directory/service.ts';
import type { ServiceId } from '../lib/brand.ts';

const serviceId = id<ServiceId>();
const onService = z.strictObject({ serviceId });
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'That is no directory of this desk');
const reason = line.min(1, 'Say why.');
/** Whose point distances are measured from; null measures none. */
const near = incidentId.nullable();

const files = z
  .array(z.strictObject({ name: line.min(1), text: z.string() }))
  .min(1, 'Choose a file')
  .max(100)
  .refine(
    (all) => all.reduce((sum, { text }) => sum + text.length, 0) <= LARGEST_SENT_DIRECTORY,
    'The files are larger than 64 MiB. Import them with the command line: desk directory',
  );

const filter = z.strictObject({
  kind: z.enum(SERVICE_KINDS).nullable(),
  openNow: z.boolean(),
  age: z.int().min(0).max(130).nullable(),
  language: line.min(1).max(60).nullable(),
  free: z.boolean(),
  withinKm: z.number().positive().max(500).nullable(),
  capacity: z.boolean(),
  area: line.max(100),
});

/** The directory of services: everybody who takes calls looks things up in it, supervisors keep it. */
export const directoryTopics = {
  'directory.overview': query<DirectoryOverview>()(
    'search-directory',
    z.strictObject({ incidentId: near }),
  ),
  'directory.search': query<DirectoryHits>()(
    'search-directory',
    z.strictObject({
      text: line,
      filter,
      order: z.enum(DIRECTORY_ORDERS),
      offset: z.int().min(0).max(1_000_000),
      incidentId: near,
    }),
  ),
  /** Null for a service that is not in the directory in force. */
  'directory.service': query<ServiceView | null>()(
    'search-directory',
    z.strictObject({ serviceId, incidentId: near }),
  ),
  /** Prints a page about a service, for the person. */
  'directory.print': command('search-directory', onService),

  /** What files hold and what would change. What was looked at last can be adopted by its hash. */
  'directory.examine': query<DirectoryExamination>()(
    'keep-directory',
    z.strictObject({ files, source: line.min(1) }),
  ),
  'directory.adopt': command('keep-directory', z.strictObject({ hash })),
  'directory.withdraw': command('keep-directory', z.strictObject({ hash, reason })),
  'directory.export': query<DirectoryExport>()(
    'keep-directory',
    z.strictObject({ as: z.enum(['json', 'csv']) }),
  ),

  'service.note-capacity': command(
    'keep-directory',
    z.strictObject({
      serviceId,
      state: z.enum(CAPACITY_STATES),
      places: z.int().min(0).max(10_000).nullable(),
      note: line,
    }),
  ),
  'service.verify': command(
    'keep-directory',
    z.strictObject({ serviceId, how: line.min(1, 'Say whom you asked.') }),
  ),
  'service.close-for-now': command(
    'keep-directory',
    z.strictObject({ serviceId, until: z.iso.date().nullable(), reason }),
  ),
  'service.open-again': command('keep-directory', onService),
  'service.mark-substance-use': command(
    'keep-directory',
    z.strictObject({ serviceId, substanceUse: z.boolean() }),
  ),
} as const;
