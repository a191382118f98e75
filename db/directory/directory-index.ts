import { atomically, statement, type Database } from '../open-database.ts';
import { factsOf, type ServiceFacts } from '#shared/directory/service-facts.ts';
import { KIND_LABELS } from '#shared/directory/service-kind.ts';
import type { DirectoryService } from '#shared/directory/service.ts';
import type { ServiceId } from '#shared/lib/brand.ts';

/** To be raised with every change of what a service is made of, or of what is looked for. */
const INDEX_VERSION = 1;

/** Two are kept, the one in force and the one before it: a step back builds nothing. */
const SLOTS = ['a', 'b'] as const;
export type Slot = (typeof SLOTS)[number];

/** A commit holds the write lock for as long as this many take. */
const BATCH = 250;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS directory_slots (
    slot TEXT PRIMARY KEY,
    hash TEXT NOT NULL,
    version INTEGER NOT NULL,
    services INTEGER NOT NULL
  ) STRICT;`;

function servicesSchema(slot: Slot): string {
  return `
  DROP TABLE IF EXISTS directory_services_${slot};
  DROP TABLE IF EXISTS directory_vocabulary_${slot};
  DROP TABLE IF EXISTS directory_words_${slot};
  CREATE TABLE directory_services_${slot} (
    number INTEGER PRIMARY KEY,
    service_id TEXT NOT NULL UNIQUE,
    facts TEXT NOT NULL,
    service TEXT NOT NULL
  ) STRICT;
  CREATE VIRTUAL TABLE directory_words_${slot} USING fts5(
    name, filed, organization, said,
    content = '', tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3'
  );
  INSERT INTO directory_words_${slot} (directory_words_${slot}, rank) VALUES ('rank', 'bm25(8.0, 5.0, 3.0, 1.0)');
  CREATE VIRTUAL TABLE directory_vocabulary_${slot} USING fts5vocab(directory_words_${slot}, row);`;
}

/** Where a directory stands ready to be searched; null when it does not. */
export function slotOf(db: Database, hash: string): Slot | null {
  db.exec(SCHEMA);
  const row = statement(db, 'SELECT slot FROM directory_slots WHERE hash = ? AND version = ?').get(
    hash,
    INDEX_VERSION,
  );
  return row === undefined ? null : (row as { slot: Slot }).slot;
}

/**
 * Makes a directory searchable, in the slot that does not hold `keep`. Commits in batches, so that nobody who
 * has to write waits for all of it, and counts what is done; until the last batch the slot holds nothing.
 */
export function* indexDirectory(
  db: Database,
  { hash, keep }: { readonly hash: string; readonly keep: string | null },
  services: Iterable<DirectoryService>,
): Generator<number, void> {
  if (slotOf(db, hash) !== null) return;
  const busy = keep === null ? null : slotOf(db, keep);
  const slot = SLOTS.find((each) => each !== busy) ?? 'a';
  atomically(db, () => {
    statement(db, 'DELETE FROM directory_slots WHERE slot = ?').run(slot);
    db.exec(servicesSchema(slot));
  });
  const row = db.prepare(
    `INSERT INTO directory_services_${slot} (number, service_id, facts, service) VALUES (?, ?, ?, ?)`,
  );
  const words = db.prepare(
    `INSERT INTO directory_words_${slot} (rowid, name, filed, organization, said) VALUES (?, ?, ?, ?, ?)`,
  );
  let number = 0;
  const insert = (batch: readonly DirectoryService[]) =>
    atomically(db, () => {
      for (const service of batch) {
        number += 1;
        row.run(
          number,
          service.serviceId,
          JSON.stringify(factsOf(service)),
          JSON.stringify(service),
        );
        words.run(number, ...wordsOf(service));
      }
    });
  let batch: DirectoryService[] = [];
  for (const service of services) {
    batch.push(service);
    if (batch.length < BATCH) continue;
    insert(batch);
    batch = [];
    yield number;
  }
  insert(batch);
  statement(
    db,
    'INSERT INTO directory_slots (slot, hash, version, services) VALUES (?, ?, ?, ?)',
  ).run(slot, hash, INDEX_VERSION, number);
}

function wordsOf(service: DirectoryService): [string, string, string, string] {
  const { name, otherName, terms, kinds, program, organization } = service;
  const places = service.places.flatMap((place) => [
    place.name,
    place.address,
    ...place.accessibility,
  ]);
  return [
    `${name} ${otherName}`,
    [...terms, ...kinds.map((kind) => KIND_LABELS[kind]), program].join(' '),
    organization.name,
    [
      service.description,
      service.eligibility,
      service.application,
      service.interpretation,
      ...service.documents,
      ...service.areas,
      ...service.languages.map((each) => each.name),
      ...places,
    ].join(' '),
  ];
}

/** The facts of every service, by the number of its row from 1. */
export function allFacts(db: Database, slot: Slot): ServiceFacts[] {
  const rows = db.prepare(`SELECT facts FROM directory_services_${slot} ORDER BY number`).pluck();
  return rows.all().map((facts) => JSON.parse(facts as string) as ServiceFacts);
}

/** Numbers of the services that have all of it, the ones it fits best first. */
export function numbersMatching(db: Database, slot: Slot, expression: string): number[] {
  const words = `directory_words_${slot}`;
  return statement(db, `SELECT rowid FROM ${words} WHERE ${words} MATCH ? ORDER BY rank`)
    .pluck()
    .all(expression) as number[];
}

export function serviceAt(db: Database, slot: Slot, number: number): DirectoryService | null {
  const row = statement(db, `SELECT service FROM directory_services_${slot} WHERE number = ?`).get(
    number,
  );
  return row === undefined
    ? null
    : (JSON.parse((row as { service: string }).service) as DirectoryService);
}

export function serviceOf(db: Database, slot: Slot, serviceId: ServiceId): DirectoryService | null {
  const row = statement(
    db,
    `SELECT service FROM directory_services_${slot} WHERE service_id = ?`,
  ).get(serviceId);
  return row === undefined
    ? null
    : (JSON.parse((row as { service: string }).service) as DirectoryService);
}

/** Every service as it is kept, by its id: for a comparison that reads all of them anyway. */
export function* writtenServices(db: Database, slot: Slot): Generator<readonly [string, string]> {
  const rows = db.prepare(`SELECT service_id AS id, service FROM directory_services_${slot}`);
  for (const row of rows.iterate()) {
    const { id, service } = row as { id: string; service: string };
    yield [id, service];
  }
}

/** The stems of the directory, and in how many services each stands. */
export function vocabulary(db: Database, slot: Slot): [string, number][] {
  return db.prepare(`SELECT term, doc FROM directory_vocabulary_${slot}`).raw().all() as [
    string,
    number,
  ][];
}
