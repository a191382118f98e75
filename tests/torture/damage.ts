import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chance, tallyOf, type Tally } from './figures.ts';
import { note, type Asked } from './kills.ts';
import { inFolder } from './machine-faults.ts';
import { damagePage, pagesOf } from '../support/damaged-pages.ts';
import { openAtWork, openedIncident, type DeskAtWork } from '../support/desk-at-work.ts';
import { tamper } from '../support/tampering.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';
import { whyNotOpened } from '#main/desk/trouble/why-not-opened.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';

/** Calls that make some pages of work. */
function works(folder: string, calls = 20): DeskAtWork {
  const atWork = openAtWork(folder);
  for (let call = 0; call < calls; call += 1) openedIncident(atWork, atWork.as('Dana'));
  return atWork;
}

/** Rubbish over one page of a closed store: it is told, or nothing of use stood in it. */
export async function damagePages({ seed, say }: Asked, runs: number): Promise<Tally> {
  const tally = tallyOf('page damaged');
  const next = chance(seed);
  const told = { atTheStart: 0, whenRead: 0, unused: 0 };
  await inFolder((folder, fresh) => {
    for (; tally.runs < runs; tally.runs += 1) {
      const center = fresh(join(folder, `center-${tally.runs}`));
      const worked = works(center);
      tally.acknowledged += 40;
      worked.desk.close();
      damagePage(center, 1 + Math.floor(next() * pagesOf(center)));
      let atWork: DeskAtWork;
      try {
        atWork = openAtWork(center);
      } catch (error) {
        if (/restore/i.test(whyNotOpened(error, center))) {
          told.atTheStart += 1;
          tally.recovered += 1;
        } else note(tally, `not said what to do: ${String(error)}`);
        continue;
      }
      const isTold = () => atWork.desk.troubles.of(null).some(({ kind }) => kind === 'damaged');
      if (isTold()) told.atTheStart += 1;
      else {
        const watch = atWork.desk.recordWatch();
        while (watch.step());
        atWork.desk.answer('board.snapshot', {}, { operator: null, focus: null });
        atWork.desk.answer('call.receive', CALL, sessionOf(atWork));
        if (isTold()) told.whenRead += 1;
        else if (isWhole(atWork)) told.unused += 1;
        else {
          note(tally, 'a damaged page was neither told nor unused');
          atWork.desk.close();
          continue;
        }
      }
      tally.recovered += 1;
      atWork.desk.close();
    }
    say(`${tally.runs} damaged pages`);
  });
  note(
    tally,
    `told at the start: ${told.atTheStart}; when it was read: ${told.whenRead}; page of no use or of an index nobody asked: ${told.unused}`,
  );
  return tally;
}

const CALL = { ani: null, address: '1 W Lawrence, Uptown', words: 'Come.', callType: null };

function sessionOf(atWork: DeskAtWork) {
  try {
    return atWork.as('Dana');
  } catch {
    return { operator: null, focus: null };
  }
}

function isWhole({ desk: { db } }: DeskAtWork): boolean {
  try {
    return verifyChain(db).chain === 'intact' && auditBoard(db).equal;
  } catch {
    return false;
  }
}

/** One byte of the write-ahead log turned over: SQLite goes back to the last whole commit before it. */
export async function damageLog({ seed, say }: Asked, runs: number): Promise<Tally> {
  const tally = tallyOf('write-ahead log damaged');
  const next = chance(seed);
  let gone = 0;
  await inFolder((folder, fresh) => {
    for (; tally.runs < runs; tally.runs += 1) {
      const center = fresh(join(folder, `center-${tally.runs}`));
      const atWork = works(center, 6);
      const head = atWork.desk.journal.head();
      tally.acknowledged += 12;
      const [file, log] = [join(center, DATABASE_FILE), join(center, `${DATABASE_FILE}-wal`)];
      const [store, wal] = [readFileSync(file), readFileSync(log)];
      atWork.desk.close();
      const at = 32 + Math.floor(next() * (wal.length - 32));
      wal[at] = (wal[at] as number) ^ 0xff;
      writeFileSync(file, store);
      writeFileSync(log, wal);
      const began = performance.now();
      const again = openAtWork(center);
      again.do(again.as('Dana'), 'board.snapshot', {});
      tally.ms.push(performance.now() - began);
      gone += head - again.desk.journal.head();
      if (isWhole(again)) tally.recovered += 1;
      else tally.halfApplied += 1;
      again.desk.close();
    }
    say(`${tally.runs} damaged logs`);
  });
  note(
    tally,
    `entries the damaged disk took with it, always the last ones and whole commands: ${gone}. A kill or a power cut damages none that was acknowledged`,
  );
  return tally;
}

/** One journal entry changed with a SQLite shell: named by the audit, told to supervisors beside the work. */
export async function changeEntries({ seed, say }: Asked, runs: number): Promise<Tally> {
  const tally = tallyOf('journal entry changed');
  const next = chance(seed);
  await inFolder((folder, fresh) => {
    for (; tally.runs < runs; tally.runs += 1) {
      const center = fresh(join(folder, `center-${tally.runs}`));
      const atWork = works(center, 3);
      const head = atWork.desk.journal.head();
      tally.acknowledged += 6;
      atWork.desk.close();
      const seq = 1 + Math.floor(next() * head);
      const { chain } = tamper(center, (db) => {
        db.prepare("UPDATE journal SET at = '2026-03-03T11:11:11.111Z' WHERE seq = ?").run(seq);
      });
      const again = openAtWork(center);
      const watch = again.desk.recordWatch();
      while (watch.step());
      const told = again.desk.troubles.of('supervisor').map(({ because }) => because);
      const named = chain !== 'intact' && chain.brokenAt === seq;
      if (named && told.some((each) => each.startsWith(`Entry ${seq} `))) tally.recovered += 1;
      else note(tally, `entry ${seq} was changed; the audit: ${JSON.stringify(chain)}`);
      again.desk.close();
    }
    say(`${tally.runs} changed entries`);
  });
  return tally;
}

/** The clock set an hour or a day back or forward under load: told, and no limit passes twice. */
export async function setClock({ seed, say }: Asked, runs: number): Promise<Tally> {
  const tally = tallyOf('clock set back and forward');
  const next = chance(seed);
  await inFolder((folder, fresh) => {
    const atWork = works(fresh(join(folder, 'center')), 6);
    tally.acknowledged += 12;
    atWork.desk.watch();
    for (; tally.runs < runs; tally.runs += 1) {
      atWork.jump(([-60, 60, -1440, 1440] as const)[Math.floor(next() * 4)] as number);
      const before = atWork.desk.journal.head();
      for (let look = 0; look < 2; look += 1) atWork.desk.watch();
      const head = atWork.desk.journal.head();
      const jumped = [...atWork.desk.journal.entriesAfter(before)].some(
        ({ event }) => event.type === 'clock.jumped',
      );
      atWork.desk.watch();
      const calm = atWork.desk.journal.head() === head;
      const taken = atWork.desk.answer('call.receive', CALL, atWork.as('Dana')).ok;
      if (taken) tally.acknowledged += 1;
      if (jumped && calm && taken) tally.recovered += 1;
      else note(tally, `told: ${jumped}, nothing twice: ${calm}, next command taken: ${taken}`);
    }
    if (!isWhole(atWork)) tally.halfApplied += 1;
    atWork.desk.close();
    say(`${tally.runs} jumps of the clock`);
  });
  return tally;
}
