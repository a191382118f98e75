import type { DirectoryFile } from './directory-file.ts';
import { readDirectory, type DirectoryReading } from './read-directory.ts';
import { ownOffsets } from './wall-now.ts';
import type { DeskCore } from '../desk-core.ts';
import { directories } from '#db/board/directory-projection.ts';
import {
  documentOf,
  keepDirectory,
  type DirectoryDocument,
} from '#db/directory/directory-documents.ts';
import { writtenServices } from '#db/directory/directory-index.ts';
import type { ChangedService, DirectoryExamination } from '#shared/board/directory-view.ts';
import { adoptDirectory } from '#shared/directory/decide-directory.ts';
import type {
  AdoptedDirectory,
  ChangeCounts,
  DirectoryCounts,
} from '#shared/directory/directory-events.ts';
import { countOf, type DirectoryContent } from '#shared/directory/rows.ts';
import { servicesOf } from '#shared/directory/services-of.ts';
import type { DirectoryService } from '#shared/directory/service.ts';
import type { Entry } from '#shared/journal/journal-event.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import type { Refusal } from '#shared/lib/refusal.ts';

/** Files that were looked at, with all that is needed to adopt them. */
export interface ExaminedDirectory {
  readonly reading: DirectoryReading;
  readonly document: DirectoryDocument | null;
  readonly counts: DirectoryCounts;
  readonly changes: Changes;
  readonly source: string;
}

/** The first of each are named. */
const NAMED = 50;

interface Changes {
  readonly counts: ChangeCounts;
  readonly added: readonly ChangedService[];
  readonly changed: readonly ChangedService[];
  readonly gone: readonly ChangedService[];
}

/** Reads the files and compares them with the directory in force. Writes nothing. */
export function examineDirectory(
  core: DeskCore,
  files: readonly DirectoryFile[],
  source: string,
): ExaminedDirectory {
  const reading = readDirectory(files, core.directory.content(), core.now().getUTCFullYear());
  const { content } = reading;
  return {
    reading,
    document: content === null ? null : documentOf(content),
    counts: countsOf(content ?? reading.read.content()),
    changes: content === null ? NO_CHANGES : changesIn(core, content),
    source,
  };
}

const NO_CHANGES: Changes = {
  counts: { added: 0, changed: 0, gone: 0 },
  added: [],
  changed: [],
  gone: [],
};

function countsOf(content: DirectoryContent): DirectoryCounts {
  return {
    organizations: countOf(content, 'organization'),
    services: countOf(content, 'service'),
    locations: countOf(content, 'location'),
  };
}

/** Makes it searchable first, which takes a while; then one entry puts it in force. */
export function adoptExamined(
  core: DeskCore,
  { reading, document, counts, changes, source }: ExaminedDirectory,
  by: OperatorId,
  how: AdoptedDirectory['how'],
): Entry[] | Refusal {
  const { content, format } = reading;
  if (content === null || document === null)
    throw new Error('What cannot be read is never adopted.');
  const { hash } = document;
  const adopted = { hash, source, format, how, counts, changes: changes.counts };
  const before = adoptDirectory(directories(core.db), adopted);
  if ('refused' in before) return before;
  keepDirectory(core.db, document);
  for (const _ of core.directory.prepare(hash, content));
  return core.commit(by, () => adoptDirectory(directories(core.db), adopted));
}

/** What goes to the window: findings and counts, never the content. */
export function shownExamination({
  reading: { format, whole, read },
  document,
  counts,
  changes,
}: ExaminedDirectory): DirectoryExamination {
  const { added, changed, gone } = changes;
  return {
    hash: document?.hash ?? null,
    format,
    whole,
    counts,
    faults: read.faults.list,
    faultCount: read.faults.count,
    warnings: read.warnings.list,
    warningCount: read.warnings.count,
    changes: changes.counts,
    added,
    changed,
    gone,
  };
}

function changesIn(core: DeskCore, content: DirectoryContent): Changes {
  const { slot } = core.directory;
  const services = servicesOf(content, ownOffsets(core.now(), core.center?.timeZone ?? 'UTC'));
  if (slot === null) return allNew(services, countOf(content, 'service'));
  const before = new Map(writtenServices(core.db, slot));
  const counts = { added: 0, changed: 0, gone: 0 };
  const named: Record<keyof ChangeCounts, ChangedService[]> = { added: [], changed: [], gone: [] };
  const count = (kind: keyof ChangeCounts, service: DirectoryService, what: readonly string[]) => {
    counts[kind] += 1;
    if (named[kind].length < NAMED) named[kind].push(changeOf(service, what));
  };
  for (const service of services) {
    const written = before.get(service.serviceId);
    before.delete(service.serviceId);
    if (written === undefined) count('added', service, []);
    else if (written !== JSON.stringify(service))
      count(
        'changed',
        service,
        membersThatDiffer(JSON.parse(written) as DirectoryService, service),
      );
  }
  for (const written of before.values()) count('gone', JSON.parse(written) as DirectoryService, []);
  return { counts, ...named };
}

/** Where there was nothing, the first ones are named and the others only counted. */
function allNew(services: Iterable<DirectoryService>, added: number): Changes {
  const named: ChangedService[] = [];
  for (const service of services) {
    named.push(changeOf(service, []));
    if (named.length === NAMED) break;
  }
  return { counts: { added, changed: 0, gone: 0 }, added: named, changed: [], gone: [] };
}

function changeOf(
  { serviceId, name, organization }: DirectoryService,
  what: readonly string[],
): ChangedService {
  return { serviceId, name, organization: organization.name, what };
}

const MEMBER_WORDS: Readonly<Partial<Record<keyof DirectoryService, string>>> = {
  name: 'name',
  otherName: 'other name',
  organization: 'organization',
  program: 'program',
  description: 'description',
  status: 'status',
  alert: 'alert',
  kinds: 'kind',
  substanceUse: 'substance use',
  terms: 'what it is filed under',
  phones: 'phones',
  contacts: 'contacts',
  email: 'email',
  url: 'website',
  hours: 'hours',
  places: 'places',
  ages: 'ages',
  eligibility: 'eligibility',
  documents: 'documents',
  application: 'how to apply',
  waitTime: 'wait',
  cost: 'cost',
  languages: 'languages',
  interpretation: 'interpretation',
  areas: 'areas served',
  assured: 'last checked',
};

function membersThatDiffer(before: DirectoryService, after: DirectoryService): string[] {
  const members = Object.keys(MEMBER_WORDS) as (keyof DirectoryService)[];
  return members
    .filter((member) => JSON.stringify(before[member]) !== JSON.stringify(after[member]))
    .map((member) => MEMBER_WORDS[member] ?? member);
}
