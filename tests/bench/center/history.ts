import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { boardFingerprint } from '#db/board/follow-board.ts';
import { PROJECTIONS } from '#db/board/projections.ts';
import { SCHEMA_VERSION } from '#db/migrations/migrate.ts';
import { atomically } from '#db/open-database.ts';
import { shippedPolicy } from '#main/desk/shipped-policy.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import { cacheFolder } from '../cache-folder.ts';
import type { Bench } from '../measure.ts';
import { playedThrough } from './played-calls.ts';
import { openCenter } from './center-on-shift.ts';
import { stayOnDuty } from './crews.ts';

export interface History {
  readonly folder: string;
  readonly events: number;
  readonly mebibytes: number;
}

/** Raised when the calls below are played another way: the folders made before are then useless. */
const SCRIPT = 2;
const BATCH = 250;
const BEGAN = new Date('2024-01-01T06:00:00.000Z');

/**
 * A data folder with at least this many journal entries, of calls played from the first ring to the
 * disposition through the desk itself. Made once for a schema and a policy, and kept.
 */
export function folderWithHistory(events: number, bench: Bench): History {
  const folder = cacheFolder(`history-${events}-${fingerprint()}`);
  const record = join(folder, 'history.json');
  if (!existsSync(record)) {
    const started = performance.now();
    bench.say(`making a history of ${events} events, once for this schema …`);
    forgetOthers();
    const unfinished = `${folder}.unfinished`;
    mkdirSync(unfinished, { recursive: true });
    const made = play(unfinished, events);
    writeFileSync(join(unfinished, 'history.json'), JSON.stringify({ events: made }));
    renameSync(unfinished, folder);
    bench.say(`made ${made} events in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
  const { events: made } = JSON.parse(readFileSync(record, 'utf8')) as { events: number };
  const mebibytes = Math.round(statSync(join(folder, DATABASE_FILE)).size / 2 ** 20);
  return { folder, events: made, mebibytes };
}

/** Histories of other schemas are of no use any more, and large. */
function forgetOthers(): void {
  for (const name of readdirSync(cacheFolder()))
    if (name.startsWith('history-')) rmSync(cacheFolder(name), { recursive: true, force: true });
}

function play(folder: string, events: number): number {
  const center = openCenter(folder, BEGAN);
  stayOnDuty(center);
  const { db, journal } = center.desk;
  // Nobody waits for these answers; what matters is what lies on the disk at the end.
  db.pragma('synchronous = OFF');
  let number = 0;
  while (journal.head() < events)
    atomically(db, () => {
      for (let call = 0; call < BATCH; call += 1) playedThrough(center, (number += 1));
    });
  const made = journal.head();
  center.desk.close();
  return made;
}

function fingerprint(): string {
  const parts = [SCRIPT, SCHEMA_VERSION, boardFingerprint(PROJECTIONS), shippedPolicy().hash];
  return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 16);
}
