import type { Said } from './load.ts';
import { openAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { GENESIS, sealOf, type SealedRow } from '#db/journal/seal.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';

interface Typed {
  /** What was acknowledged last; null before anything was. */
  kept: string | null;
  /** What was sent after it, and may have been written or not. */
  readonly since: string[];
}

/** What a restarted desk was found to have done. */
export interface Found {
  readonly lost: number;
  readonly halfApplied: number;
  readonly ms: number;
  readonly wrong: readonly string[];
}

/**
 * What was acknowledged, kept where no fault of the desk reaches it: the seal of the journal at every
 * acknowledgement, which stands for every entry before it, too, and the last text of every draft.
 */
export class Outside {
  acknowledged = 0;
  readonly #seals = new Map<number, string>();
  readonly #drafts = new Map<string, Typed>();
  #checked: { seq: number; hash: Buffer } = { seq: 0, hash: GENESIS };
  #waiting = new Set<string>();
  #open = new Set<string>();
  #answered = 0;
  #opened = 0;

  hear(said: Said): void {
    if ('did' in said) {
      this.acknowledged += 1;
      this.#seals.set(said.seq, said.hash);
    } else if ('tries' in said) this.#typed(said.tries).since.push(said.text);
    else if ('keeps' in said) {
      this.acknowledged += 1;
      const typed = this.#typed(said.keeps);
      typed.kept = said.text;
      typed.since.length = 0;
    }
  }

  /** Opens the folder as a restarted desk does, and compares. `whole` takes longer: every board is rebuilt. */
  compare(folder: string, start: string, whole: boolean): Found {
    const began = performance.now();
    const atWork = openAtWork(folder, start);
    const board = atWork.do(atWork.as('Dana'), 'board.snapshot', {});
    const ms = performance.now() - began;
    try {
      const wrong = this.#followJournal(atWork);
      const lost = this.#lostCommands(atWork, wrong) + this.#lostDrafts(atWork, wrong);
      let halfApplied = 0;
      const inPart = (what: string) => {
        halfApplied += 1;
        wrong.push(what);
      };
      if (this.#answered !== this.#opened) inPart('an answered call has no incident');
      const waits = board.calls.map(({ callId }) => callId as string);
      if (!sameSet(this.#waiting, waits))
        inPart('the calls that wait are not those of the journal');
      const open = board.incidents.map(({ incidentId }) => incidentId as string);
      if (!sameSet(this.#open, open)) inPart('the open incidents are not those of the journal');
      if (whole) {
        const { chain, kept } = verifyChain(atWork.desk.db);
        if (chain !== 'intact') inPart(`chain: ${chain.why}`);
        if (kept !== 'intact') inPart('words kept apart are not those of the journal');
        for (const { name, equal } of auditBoard(atWork.desk.db).projections)
          if (!equal) inPart(`${name} is not the one rebuilt from the journal`);
      }
      return { lost, halfApplied, ms, wrong };
    } finally {
      atWork.desk.close();
    }
  }

  /** Every entry since the last time: sealed on the one before, and what it opens and closes. */
  #followJournal({ desk: { db } }: DeskAtWork): string[] {
    const wrong: string[] = [];
    const rows = db
      .prepare(
        `SELECT seq, at, by_operator, position, stream, type, incident_id, body, hash FROM journal
         WHERE seq > ? ORDER BY seq`,
      )
      .all(this.#checked.seq) as (SealedRow & { hash: Buffer })[];
    for (const row of rows) {
      const { seq, hash } = this.#checked;
      if (row.seq !== seq + 1) wrong.push(`entry ${seq + 1} is missing`);
      if (!sealOf(hash, row).equals(row.hash))
        wrong.push(`entry ${row.seq} does not match its seal`);
      this.#checked = { seq: row.seq, hash: row.hash };
      this.#opens(JSON.parse(row.body) as NewEvent, row);
      const said = this.#seals.get(row.seq);
      if (said === row.hash.toString('hex')) this.#seals.delete(row.seq);
    }
    return wrong;
  }

  #opens(event: NewEvent, { type, incident_id }: SealedRow): void {
    const id = incident_id ?? '';
    const callId = 'callId' in event ? event.callId : '';
    switch (type) {
      case 'call.received':
        this.#waiting.add(callId);
        break;
      case 'call.answered':
        this.#answered += 1;
        this.#waiting.delete(callId);
        break;
      case 'call.joined':
        this.#waiting.delete(callId);
        break;
      case 'incident.opened':
        this.#opened += 1;
        this.#open.add(id);
        break;
      case 'incident.upgraded':
        this.#open.add(id);
        break;
      case 'incident.closed':
        this.#open.delete(id);
        break;
    }
  }

  #lostCommands({ desk }: DeskAtWork, wrong: string[]): number {
    const at = desk.db.prepare('SELECT hash FROM journal WHERE seq = ?').pluck();
    let lost = 0;
    for (const [seq, hash] of this.#seals) {
      const stands = at.get(seq) as Buffer | undefined;
      if (stands?.toString('hex') === hash) continue;
      lost += 1;
      wrong.push(`entry ${seq} is not the acknowledged one`);
    }
    this.#seals.clear();
    return lost;
  }

  #lostDrafts(atWork: DeskAtWork, wrong: string[]): number {
    const stands = new Map(
      atWork.do(atWork.as('Dana'), 'draft.all', {}).map(({ field, text }) => [field, text]),
    );
    let lost = 0;
    for (const [field, typed] of this.#drafts) {
      const text = stands.get(field) ?? null;
      if (text !== typed.kept && (text === null || !typed.since.includes(text))) {
        lost += 1;
        wrong.push(`what was typed in ${field} is not there`);
      }
      typed.kept = text;
      typed.since.length = 0;
    }
    return lost;
  }

  #typed(field: string): Typed {
    const typed = this.#drafts.get(field) ?? { kept: null, since: [] };
    this.#drafts.set(field, typed);
    return typed;
  }
}

function sameSet(expected: ReadonlySet<string>, found: readonly string[]): boolean {
  return expected.size === found.length && found.every((each) => expected.has(each));
}
