import { ownOffsets } from './wall-now.ts';
import { directories } from '#db/board/directory-projection.ts';
import { directoryContent } from '#db/directory/directory-documents.ts';
import {
  allFacts,
  indexDirectory,
  serviceOf,
  slotOf,
  vocabulary,
  type Slot,
} from '#db/directory/directory-index.ts';
import type { Database } from '#db/open-database.ts';
import type { AdoptedDirectory } from '#shared/directory/directory-events.ts';
import type { DirectoryContent } from '#shared/directory/rows.ts';
import type { ServiceFacts } from '#shared/directory/service-facts.ts';
import { servicesOf } from '#shared/directory/services-of.ts';
import type { DirectoryService } from '#shared/directory/service.ts';
import type { ServiceId } from '#shared/lib/brand.ts';

const names = new Intl.Collator('en');

interface Held {
  readonly key: string;
  readonly slot: Slot;
  facts: readonly ServiceFacts[] | null;
  words: readonly [string, number][] | null;
}

/**
 * The directory in force, ready to be searched. What filters ask is read when somebody first looks something up
 * and kept until another directory is in force. A start does not wait for it.
 */
export class DirectoryInForce {
  readonly #db: Database;
  readonly #now: () => Date;
  readonly #zone: () => string;
  #held: Held | null = null;

  constructor(db: Database, now: () => Date, zone: () => string) {
    this.#db = db;
    this.#now = now;
    this.#zone = zone;
  }

  get adopted(): AdoptedDirectory | null {
    return directories(this.#db).inForce;
  }

  /** Where its services are; null while there is none, or while its content is missing here. */
  get slot(): Slot | null {
    return this.#holding()?.slot ?? null;
  }

  /** By the number of a service from 1. */
  facts(): readonly ServiceFacts[] {
    const held = this.#holding();
    if (held === null) return [];
    held.facts ??= allFacts(this.#db, held.slot);
    return held.facts;
  }

  words(): readonly [string, number][] {
    const held = this.#holding();
    if (held === null) return [];
    held.words ??= vocabulary(this.#db, held.slot);
    return held.words;
  }

  service(serviceId: ServiceId): DirectoryService | null {
    const { slot } = this;
    return slot === null ? null : serviceOf(this.#db, slot, serviceId);
  }

  /** The rows as they were imported; null while there is no directory. */
  content(): DirectoryContent | null {
    const { adopted } = this;
    return adopted === null ? null : directoryContent(this.#db, adopted.hash);
  }

  /** Makes a directory searchable before it is in force, beside the one that is. */
  *prepare(hash: string, content: DirectoryContent): Generator<number, void> {
    const { adopted } = this;
    const keep = adopted === null ? null : this.#key(adopted.hash);
    yield* indexDirectory(this.#db, { hash: this.#key(hash), keep }, this.#byName(content));
  }

  /** Without words and without a point the list is in this order. */
  #byName(content: DirectoryContent): DirectoryService[] {
    const services = [...servicesOf(content, ownOffsets(this.#now(), this.#zone()))];
    return services.toSorted((a, b) => names.compare(a.name, b.name));
  }

  /** Hours are read on the center's clock, so another zone is another index. */
  #key(hash: string): string {
    return `${hash} ${this.#zone()}`;
  }

  #holding(): Held | null {
    const { adopted } = this;
    if (adopted === null) return null;
    const key = this.#key(adopted.hash);
    if (this.#held?.key === key) return this.#held;
    const slot = slotOf(this.#db, key) ?? this.#built(adopted.hash, key);
    this.#held = slot === null ? null : { key, slot, facts: null, words: null };
    return this.#held;
  }

  /** Only after a newer CareDesk reads services in another way, or in a file that came from elsewhere. */
  #built(hash: string, key: string): Slot | null {
    const content = directoryContent(this.#db, hash);
    if (content === null) return null;
    for (const _ of indexDirectory(this.#db, { hash: key, keep: null }, this.#byName(content)));
    return slotOf(this.#db, key);
  }
}
