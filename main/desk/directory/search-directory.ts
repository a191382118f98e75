import type { DirectoryInForce } from './directory-in-force.ts';
import { allNotes } from '#db/board/directory-projection.ts';
import { numbersMatching, serviceAt, type Slot } from '#db/directory/directory-index.ts';
import type { Database } from '#db/open-database.ts';
import {
  isClosedForNow,
  matchExpression,
  nearestWord,
  passes,
  searchWords,
  type DirectoryFilter,
  type DirectoryHits,
  type DirectoryOrder,
  type FilterContext,
} from '#shared/directory/directory-search.ts';
import type { WallNow } from '#shared/directory/hours.ts';
import {
  hoursOfService,
  metersTo,
  openSomewhere,
  type ServiceFacts,
} from '#shared/directory/service-facts.ts';
import {
  isOld,
  isStale,
  NO_NOTES,
  substanceUseOf,
  type DirectoryService,
  type ServiceLine,
  type ServiceNotes,
  type Verified,
} from '#shared/directory/service.ts';
import type { Position } from '#shared/place/position.ts';
import { dayInZone } from '#shared/roster/zone-moment.ts';

export interface DirectoryQuery {
  readonly text: string;
  readonly filter: DirectoryFilter;
  readonly order: DirectoryOrder;
  readonly offset: number;
}

export interface SearchSources {
  readonly db: Database;
  readonly directory: DirectoryInForce;
  readonly now: Date;
  readonly wall: WallNow;
  readonly zone: string;
  /** The point of the incident somebody looks for; null without one. */
  readonly from: Position | null;
}

/** As many lines as an answer holds; the list asks for more when somebody scrolls there. */
export const PAGE = 100;

export function searchDirectory(sources: SearchSources, query: DirectoryQuery): DirectoryHits {
  const { db, directory, from } = sources;
  const { slot } = directory;
  if (slot === null) return { total: 0, offset: 0, lines: [], instead: null };
  const facts = directory.facts();
  const notes = allNotes(db);
  const context: FilterContext = {
    now: sources.wall,
    at: sources.now.toISOString(),
    from,
    notes: (serviceId) => notes.get(serviceId) ?? null,
  };
  const { numbers, instead } = found(sources, slot, query.text);
  const kept = asksNothing(query.filter)
    ? numbers
    : numbers.filter((number) => passes(factsAt(facts, number), query.filter, context));
  // Where no word says what fits best, what is nearest does.
  const wordless = query.order === 'words' && searchWords(query.text).length === 0;
  const near = query.order === 'near' || wordless;
  const sorted = near && from !== null ? byDistance(kept, facts, from) : kept;
  const lines = sorted.slice(query.offset, query.offset + PAGE).flatMap((number) => {
    const service = serviceAt(db, slot, number);
    return service === null ? [] : [lineOf(service, notes.get(service.serviceId) ?? null, sources)];
  });
  return { total: sorted.length, offset: query.offset, lines, instead };
}

function found(
  { db, directory }: SearchSources,
  slot: Slot,
  text: string,
): { readonly numbers: readonly number[]; readonly instead: string | null } {
  const words = searchWords(text);
  if (words.length === 0)
    return { numbers: directory.facts().map((_, at) => at + 1), instead: null };
  const numbers = numbersMatching(db, slot, matchExpression(words));
  if (numbers.length > 0) return { numbers, instead: null };
  // Only when nothing is found is it worth the time to look for what was meant.
  const meant = words.map((word) =>
    numbersMatching(db, slot, matchExpression([word])).length > 0
      ? word
      : (nearestWord(word, directory.words()) ?? word),
  );
  if (meant.every((word, at) => word === words[at])) return { numbers: [], instead: null };
  return { numbers: numbersMatching(db, slot, matchExpression(meant)), instead: meant.join(' ') };
}

function factsAt(facts: readonly ServiceFacts[], number: number): ServiceFacts {
  const found = facts[number - 1];
  if (found === undefined) throw new Error(`The directory has no service number ${number}.`);
  return found;
}

function asksNothing(filter: DirectoryFilter): boolean {
  return Object.values(filter).every((value) => value === null || value === false || value === '');
}

/** Those without a point come last, in the order they had. */
function byDistance(
  numbers: readonly number[],
  facts: readonly ServiceFacts[],
  from: Position,
): number[] {
  const measured = numbers.map((number) => ({
    number,
    meters: metersTo(factsAt(facts, number).points, from) ?? Infinity,
  }));
  return measured
    .toSorted((a, b) => (a.meters === b.meters ? 0 : a.meters - b.meters))
    .map(({ number }) => number);
}

/** What decides whether somebody looks closer, as of now. */
export function lineOf(
  service: DirectoryService,
  noted: ServiceNotes | null,
  { wall, now, from, zone }: Pick<SearchSources, 'wall' | 'now' | 'from' | 'zone'>,
): ServiceLine {
  const notes = noted ?? NO_NOTES;
  const { capacity } = notes;
  const points = service.places.flatMap(({ position }) => position ?? []);
  const own = [...service.phones, ...service.places.flatMap(({ phones }) => phones)];
  return {
    serviceId: service.serviceId,
    name: service.name,
    organization: service.organization.name,
    kinds: service.kinds,
    substanceUse: substanceUseOf(service, notes),
    phones: own.length > 0 ? own : service.organization.phones,
    address: service.places[0]?.address ?? '',
    open: openSomewhere(hoursOfService(service), wall),
    meters: metersTo(points, from),
    capacity: capacity && { ...capacity, stale: isStale(capacity.at, now.toISOString()) },
    languages: service.languages.map(({ name }) => name),
    free: service.cost.free,
    ages: service.ages,
    verified: verifiedOf(service, notes, wall.date, zone),
    notNow: whyNotNow(service, notes, wall.date),
  };
}

function verifiedOf(
  { assured }: DirectoryService,
  { verified }: ServiceNotes,
  today: string,
  zone: string,
): Verified {
  const here = verified === null ? null : dayInZone(zone, Date.parse(verified.at));
  // Whoever asked last knows best.
  const by = here !== null && (assured === null || here >= assured) ? 'center' : 'directory';
  const on = by === 'center' ? here : assured;
  return on === null ? { on, old: true, by: null } : { on, old: isOld(on, today), by };
}

function whyNotNow(service: DirectoryService, notes: ServiceNotes, today: string): string | null {
  const { closed } = notes;
  if (closed !== null && isClosedForNow(notes, today))
    return `Closed ${closed.until === null ? 'until further notice' : `until ${closed.until}`}: ${closed.reason}`;
  if (service.status === 'active') return null;
  return service.status === 'temporarily closed'
    ? 'Temporarily closed, by the directory'
    : `${service.status === 'defunct' ? 'Does not exist any more' : 'Inactive'}, by the directory`;
}
