import BetterSqlite3 from 'better-sqlite3';
import { join } from 'node:path';
import type { DeskAtWork } from './desk-at-work.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import type { TroubleKind } from '#shared/trouble/trouble.ts';

/** What it is, and how it is made; that gives the way to undo it. */
export type StoreFault = readonly [TroubleKind, (atWork: DeskAtWork) => () => void];

/** Faults of the machine, each made with what the machine itself has. */
export const STORE_FAULTS: readonly StoreFault[] = [
  [
    'disk-full',
    ({ desk: { db } }) => {
      const most = db.pragma('max_page_count', { simple: true }) as number;
      db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true }) as number}`);
      return () => void db.pragma(`max_page_count = ${most}`);
    },
  ],
  [
    'locked',
    ({ folder }) => {
      const other = new BetterSqlite3(join(folder, DATABASE_FILE));
      other.exec('BEGIN IMMEDIATE');
      return () => void other.exec('ROLLBACK');
    },
  ],
  [
    'read-only',
    ({ desk: { db } }) => {
      db.pragma('query_only = ON');
      return () => void db.pragma('query_only = OFF');
    },
  ],
];

export const LONG_CALL = {
  ani: null,
  address: '1 W Lawrence, Uptown',
  words: 'He has not slept for days. '.repeat(70),
  callType: null,
};

/** Gives commands until the fault is met: a full disk still has room for a few. */
export function untilRefused({ desk, as }: DeskAtWork) {
  for (let turn = 0; turn < 200; turn += 1) {
    const head = desk.journal.head();
    const reply = desk.answer('call.receive', LONG_CALL, as('Dana'));
    if (!reply.ok) return { reply, head };
  }
  throw new Error('Nothing was refused.');
}
