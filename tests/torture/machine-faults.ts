import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chance, tallyOf, type Tally } from './figures.ts';
import { note, type Asked } from './kills.ts';
import { centerAtWork, openAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { play, type Act } from '../support/random-shift.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';
import { atomically, openDatabase } from '#db/open-database.ts';
import { makeCopy } from '#main/desk/copies/make-copy.ts';
import { verifyStoreFile } from '#main/desk/copies/verify-store-file.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import type { TroubleKind } from '#shared/trouble/trouble.ts';

const WORKING: readonly Act[] = [
  'open',
  'open',
  'clear',
  'accept',
  'assign',
  'status',
  'note',
  'close',
];
const CALL = { ani: null, address: '1 W Lawrence, Uptown', words: 'Come.', callType: null };

/** A folder of this fault's own, gone afterwards, with one set-up center to begin from. */
export async function inFolder(
  work: (folder: string, fresh: (name: string) => string) => Promise<void> | void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'caredesk-torture-'));
  try {
    const template = join(folder, 'template');
    mkdirSync(template);
    centerAtWork(template).desk.close();
    await work(folder, (name) => {
      cpSync(template, name, { recursive: true });
      return name;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Works on a file system of a few megabytes that can really be filled: only who may mount one can make it. */
function onSmallDisk(folder: string, tally: Tally, work: (disk: string) => void): void {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk]);
  if (mounted.status !== 0)
    return note(tally, 'not made here: it takes the right to mount a small file system');
  try {
    work(disk);
  } finally {
    spawnSync('umount', [disk]);
  }
}

/** The disk of the copies is full while one is made: the one before stays whole, and the next one is made. */
export async function fillCopyDisk({ seed, say }: Asked, runs: number): Promise<Tally> {
  const tally = tallyOf('disk of the copies full');
  const next = chance(seed);
  await inFolder((folder, fresh) => {
    const atWork = openAtWork(fresh(join(folder, 'center')));
    onSmallDisk(folder, tally, (disk) => {
      const to = join(disk, 'copies');
      const order = { from: atWork.folder, key: null, to, why: 'asked' } as const;
      let newest = makeCopy({ ...order, madeAt: atWork.now() });
      for (; tally.runs < runs; tally.runs += 1) {
        const before = readdirSync(to).length;
        const ballast = join(disk, 'ballast');
        fill(ballast, Math.floor(next() * newest.manifest.bytes * 0.9));
        const met = troubleOf(() => makeCopy({ ...order, madeAt: atWork.now() }));
        if (readdirSync(to).length !== before) tally.halfApplied += 1;
        if (verifyStoreFile(newest.file, null).faults.length > 0) tally.lost += 1;
        rmSync(ballast);
        const sent = atWork.desk.answer('call.receive', CALL, atWork.as('Dana')).ok;
        const last = newest;
        newest = makeCopy({ ...order, madeAt: atWork.now() });
        for (const name of readdirSync(to).filter((each) => each.startsWith(`${last.name}.`)))
          rmSync(join(to, name));
        if (met.includes('is full') && sent) tally.recovered += 1;
        else note(tally, `met: ${met}, next command taken: ${sent}`);
      }
    });
    atWork.desk.close();
    say(`${tally.runs} full disks of copies`);
  });
  return tally;
}

function troubleOf(work: () => void): string {
  try {
    work();
    return 'nothing';
  } catch (error) {
    return (error as Error).message;
  }
}

export async function fillDisk({ seed, say }: Asked, runs: number): Promise<Tally> {
  const tally = tallyOf('disk full');
  const next = chance(seed);
  await inFolder((folder, fresh) => {
    onSmallDisk(folder, tally, (disk) => {
      for (; tally.runs < runs; tally.runs += 1) {
        const atWork = openAtWork(fresh(join(disk, `center-${tally.runs}`)));
        const ballast = join(disk, 'ballast');
        fill(ballast, Math.floor(next() * 400_000));
        const met = workUntil(atWork, next, 'disk-full', tally);
        rmSync(ballast);
        settled(tally, atWork, met, 'disk-full');
        rmSync(join(disk, `center-${tally.runs}`), { recursive: true });
      }
    });
    say(`${tally.runs} full disks`);
  });
  return tally;
}

/** Everything but so many bytes. */
function fill(file: string, leave: number): void {
  const chunk = Buffer.alloc(64 * 1024, 1);
  try {
    for (;;) appendFileSync(file, chunk);
  } catch {
    const { size } = statSync(file);
    truncateSync(file, Math.max(0, size - leave));
  }
}

/** Another process takes the write lock, and is killed with it. */
export async function lockStore({ seed, program, say }: Asked, runs: number): Promise<Tally> {
  const tally = tallyOf('store locked by another process');
  const next = chance(seed);
  await inFolder(async (folder, fresh) => {
    for (; tally.runs < runs; tally.runs += 1) {
      const center = fresh(join(folder, `center-${tally.runs}`));
      const atWork = openAtWork(center);
      atWork.desk.db.pragma('busy_timeout = 50');
      const holder = spawn(process.execPath, [program, '--hold', center], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(holder.stdout, 'data');
      const met = workUntil(atWork, next, 'locked', tally);
      holder.kill('SIGKILL');
      await once(holder, 'close');
      settled(tally, atWork, met, 'locked');
    }
    say(`${tally.runs} locked stores`);
  });
  return tally;
}

/** The other process: holds the lock until it is killed. */
export function holdStore(folder: string): void {
  const db = openDatabase(join(folder, DATABASE_FILE));
  atomically(db, () => {
    process.stdout.write('held\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
  });
}

/** Works until the fault is met; answers whether it was, and said as what it is. */
function workUntil(
  atWork: DeskAtWork,
  next: () => number,
  kind: TroubleKind,
  tally: Tally,
): boolean {
  const number = () => Math.floor(next() * 1000);
  for (let turn = 0; turn < 600; turn += 1) {
    const before = atWork.desk.journal.head();
    try {
      const act = WORKING[number() % WORKING.length] as Act;
      const played = play(atWork, [act, number(), number(), number()]);
      if (played?.reply.ok === true) tally.acknowledged += 1;
      else if (played !== null && !played.reply.ok && played.reply.refused === kind) return true;
    } catch {
      // An act of two commands whose first one was refused: what it threw is the sentence.
      if (atWork.desk.troubles.of(null).some((each) => each.kind === kind)) return true;
    }
    if (atWork.desk.journal.head() < before) tally.lost += 1;
  }
  return false;
}

/** After the fault: the board can be read, it is over by itself, a command is taken, and nothing is in part. */
function settled(tally: Tally, atWork: DeskAtWork, met: boolean, kind: TroubleKind): void {
  const { desk } = atWork;
  const head = desk.journal.head();
  const began = performance.now();
  const again = openAtWork(atWork.folder, atWork.now().toISOString());
  const board = again.do(again.as('Dana'), 'board.snapshot', {});
  tally.ms.push(performance.now() - began);
  again.desk.close();
  desk.watch();
  const over = !desk.troubles.of(null).some((each) => each.kind === kind);
  const taken = desk.answer('call.receive', CALL, atWork.as('Dana')).ok;
  if (board.revision !== head) tally.lost += 1;
  if (verifyChain(desk.db).chain !== 'intact' || !auditBoard(desk.db).equal) tally.halfApplied += 1;
  if (met && over && taken) tally.recovered += 1;
  else note(tally, `met: ${met}, over by itself: ${over}, next command taken: ${taken}`);
  desk.close();
}
