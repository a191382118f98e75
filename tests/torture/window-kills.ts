import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chance, tallyOf, type Tally } from './figures.ts';
import { note, type Asked } from './kills.ts';
import { openAtWork } from '../support/desk-at-work.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';
import { openDatabase } from '#db/open-database.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';

/** The project: this program is built to out/torture/torture.js. */
const root = join(import.meta.dirname, '..', '..');
const LOOK_MS = 50;
const LONGEST_MS = 6_000;
const PATIENCE_MS = 60_000;

interface Seen {
  seq: number;
  hash: string;
}

/** Kills the console itself, with its window and its simulated shift; another process has seen what it committed. */
export async function killWindows({ seed, say }: Asked, runs: number): Promise<Tally> {
  const tally = tallyOf('SIGKILL of the console with its window');
  const next = chance(seed);
  const executable = createRequire(import.meta.url)('electron') as string;
  const data = mkdtempSync(join(tmpdir(), 'caredesk-torture-'));
  const folder = join(data, 'training');
  mkdirSync(folder, { recursive: true });
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  try {
    for (; tally.runs < runs; tally.runs += 1) {
      const args = [root, '--log-level=3', ...asRoot, `--data=${data}`, '--training'];
      const child = spawn(executable, args, { cwd: root, stdio: 'ignore', detached: true });
      const gone = once(child, 'close');
      const seen = await watched(join(folder, DATABASE_FILE), next() * LONGEST_MS);
      // With everything it began: what is left of it would hold the profile.
      process.kill(-(child.pid as number), 'SIGKILL');
      await gone;
      if (seen === null) {
        note(tally, 'the console wrote nothing in a minute');
        continue;
      }
      tally.acknowledged += seen.seq;
      const began = performance.now();
      const atWork = openAtWork(folder, new Date().toISOString());
      const { db } = atWork.desk;
      tally.ms.push(performance.now() - began);
      const stands = db.prepare('SELECT hash FROM journal WHERE seq = ?').pluck().get(seen.seq);
      if ((stands as Buffer | undefined)?.toString('hex') !== seen.hash) tally.lost += 1;
      if (verifyChain(db).chain === 'intact' && auditBoard(db).equal) tally.recovered += 1;
      else tally.halfApplied += 1;
      atWork.desk.close();
      say(`${tally.runs + 1} consoles killed`);
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
  return tally;
}

/** The last entry another process could read just before the moment came. */
async function watched(file: string, forMs: number): Promise<Seen | null> {
  const patience = performance.now() + PATIENCE_MS;
  let until = Infinity;
  let seen: Seen | null = null;
  while (performance.now() < Math.min(until, patience)) {
    await new Promise((done) => setTimeout(done, LOOK_MS));
    const now = lastOf(file);
    if (now === null) continue;
    if (seen === null) until = performance.now() + forMs;
    seen = now;
  }
  return seen;
}

function lastOf(file: string): Seen | null {
  try {
    const db = openDatabase(file, { readonly: true });
    try {
      const row = db.prepare('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1').get() as
        { seq: number; hash: Buffer } | undefined;
      return row === undefined ? null : { seq: row.seq, hash: row.hash.toString('hex') };
    } finally {
      db.close();
    }
  } catch {
    // Not there yet.
    return null;
  }
}
