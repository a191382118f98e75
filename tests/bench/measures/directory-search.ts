import { join } from 'node:path';
import { inventedDirectory } from '../center/invented-directory.ts';
import { newPair, type Measure } from '../measure.ts';
import { DirectoryInForce } from '#main/desk/directory/directory-in-force.ts';
import {
  PAGE,
  searchDirectory,
  type DirectoryQuery,
} from '#main/desk/directory/search-directory.ts';
import { exportCsv } from '#main/desk/directory/export-directory.ts';
import { wallNow } from '#main/desk/directory/wall-now.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import type { Database } from '#db/open-database.ts';
import { matchExpression, NO_FILTER, searchWords } from '#shared/directory/directory-search.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

const SERVICES = 20_000;
const ROUNDS = 12;
const WARM_UP = 3;

/** What somebody with a caller on the line types, from the vague to the exact. */
const LOOKED_FOR = [
  'counseling',
  'crisis',
  'shelter bed',
  'substance use treatment',
  'food',
  'spanish counseling',
  'lakeside',
  'legal eviction',
  'coun',
  'senior lunch',
];

/** Everything somebody could ask at once: each of the twenty thousand is looked at. */
const STRICT = { ...NO_FILTER, openNow: true, age: 16, language: 'es', free: true, withinKm: 3 };

/**
 * A search in words over 20,000 services, filters and the first page of lines included, beside FTS5 alone: the same
 * expression over the same text, ranked, with the rows of the first page as they are kept.
 */
export const measure: Measure = {
  name: 'directory-search',
  unit: 'ms',
  better: 'smaller',
  budget: 1.3,
  take: async (bench) => {
    const folder = bench.folder('directory');
    const desk = openDesk({ folder, mode: 'training' });
    try {
      bench.say('importing the directory …');
      const files = exportCsv(inventedDirectory(SERVICES)).files;
      const began = performance.now();
      const examined = desk.directory.examine(files, 'invented');
      const examining = performance.now() - began;
      const outcome = desk.directory.adopt(examined, DESK_OPERATOR, 'imported');
      if (!Array.isArray(outcome)) throw new Error(outcome.because);
      const adopting = performance.now() - began - examining;

      const { db } = desk;
      const now = new Date('2026-03-03T18:00:00.000Z');
      const zone = 'America/Chicago';
      const directory = new DirectoryInForce(db, desk.now, () => 'UTC');
      const sources = {
        db,
        directory,
        now,
        wall: wallNow(now, zone),
        zone,
        from: { lat: 41.88, lon: -87.63 },
      };
      const first = performance.now();
      directory.facts();
      const holding = performance.now() - first;
      const query = (text: string, filter = NO_FILTER): DirectoryQuery => {
        return { text, filter, order: 'words', offset: 0 };
      };

      const samples = newPair();
      const filtered = newPair();
      let slowest = 0;
      for (let round = -WARM_UP; round < ROUNDS; round += 1)
        for (const text of LOOKED_FOR) {
          const bare = timed(() => bareSearch(db, directory.slot ?? 'a', text));
          const ours = timed(() => searchDirectory(sources, query(text)));
          if (bare.total !== ours.total || ours.total === 0)
            throw new Error(
              `“${text}” is found ${ours.total} times, and ${bare.total} times without us.`,
            );
          const strict = timed(() => searchDirectory(sources, query(text, STRICT)));
          if (round < 0) continue;
          samples.value.push(ours.ms);
          samples.baseline.push(bare.ms);
          filtered.value.push(strict.ms);
          filtered.baseline.push(bare.ms);
          slowest = Math.max(slowest, ours.ms, strict.ms);
        }
      const mistyped = timed(() => searchDirectory(sources, query('counselling shelfer')));
      const all = timed(() => searchDirectory(sources, { ...query('', STRICT), order: 'near' }));
      const facts = {
        services: SERVICES,
        file: join(
          'CSV',
          `${Math.round(files.reduce((sum, { text }) => sum + text.length, 0) / 1e6)} MB`,
        ),
        examiningMs: Math.round(examining),
        adoptingMs: Math.round(adopting),
        holdingMs: Math.round(holding),
        slowestMs: round1(slowest),
        mistypedMs: round1(mistyped.ms),
        everyServiceByDistanceMs: round1(all.ms),
      };
      return { ...samples, also: { filtered }, facts };
    } finally {
      desk.close();
    }
  },
};

function bareSearch(db: Database, slot: string, text: string): { readonly total: number } {
  const expression = matchExpression(searchWords(text));
  const numbers = db
    .prepare(
      `SELECT rowid FROM directory_words_${slot} WHERE directory_words_${slot} MATCH ? ORDER BY rank`,
    )
    .pluck()
    .all(expression) as number[];
  const row = db.prepare(`SELECT service FROM directory_services_${slot} WHERE number = ?`).pluck();
  const read = numbers
    .slice(0, PAGE)
    .map((number) => JSON.parse(row.get(number) as string) as unknown);
  return { total: read.length > 0 ? numbers.length : 0 };
}

function timed<T extends { readonly total: number }>(
  work: () => T,
): { readonly ms: number; readonly total: number } {
  const started = performance.now();
  const { total } = work();
  return { ms: performance.now() - started, total };
}

function round1(ms: number): number {
  return Math.round(ms * 10) / 10;
}
