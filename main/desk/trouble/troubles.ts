import { ClockWatch } from './clock-watch.ts';
import type { CoreOptions } from '../core-options.ts';
import { notRead } from './not-read.ts';
import { storeFaultOf } from './store-fault.ts';
import { proveWritable, waitForOthers, writeNoMore } from '#db/settings/write-proof.ts';
import { PATIENCE_MS, type Database } from '#db/open-database.ts';
import type { Announcement } from '#shared/board/board-rows.ts';
import { refuse, type Refusal } from '#shared/lib/refusal.ts';
import type { Role } from '#shared/roster/operator.ts';
import {
  byWeight,
  concernsRole,
  isPassing,
  STARTED_WITH,
  STORE_TROUBLES,
  TROUBLES,
  type PassingTrouble,
  type StoreTrouble,
  type Trouble,
  type TroubleKind,
} from '#shared/trouble/trouble.ts';

/** What the windows hear: which trouble began or is over. */
export interface HeardTrouble {
  readonly kind: TroubleKind;
  /** Said once. What begins needs no saying: it stands above the screen until it is over. */
  readonly said: readonly Announcement[];
}

type Hear = (heard: HeardTrouble) => void;

/** While another program holds the store nobody waits long for it: reading must go on. */
const SHORT_PATIENCE_MS = 200;

const PASSES_MS = 60_000;

/**
 * What is wrong with the machine under the desk. Nothing of it is an exception to anybody above: a command
 * that met it is refused, and the windows say so until it is over.
 */
export class Troubles {
  readonly clock: ClockWatch;
  readonly #db: Database;
  readonly #now: () => Date;
  readonly #standing = new Map<TroubleKind, Trouble>();
  /** Why nothing is written any more. */
  #readsFor: StoreTrouble | null = null;
  readonly #hearing = new Set<Hear>();
  readonly #passing = new Map<PassingTrouble, NodeJS.Timeout>();

  constructor(db: Database, { now, steady }: Pick<CoreOptions, 'now' | 'steady'>) {
    this.#db = db;
    this.#now = now;
    this.clock = new ClockWatch(now, steady ?? (() => now().getTime()));
  }

  /** Whether nothing is written any more, until CareDesk is started again. */
  get readsOnly(): boolean {
    return this.#readsFor !== null;
  }

  /** The store was opened for reading only. */
  readFromNowOn(met: StoreTrouble): void {
    this.#readsFor = met;
    this.begins(met);
  }

  /** Whether what happens now cannot be put on record, or may not be. */
  get writingFails(): boolean {
    return this.readsOnly || STORE_TROUBLES.some((kind) => this.#standing.has(kind));
  }

  /** What somebody of this role is told of, the worst first. */
  of(role: Role | null): Trouble[] {
    const theirs = [...this.#standing.values()].filter((each) => concernsRole(each, role));
    return theirs.toSorted(byWeight);
  }

  /** What the machine says, as the answer to whoever gave a command; null for a defect of ours. */
  met(error: unknown): Refusal | null {
    const kind = this.#find(error);
    return kind === null ? null : refuse(kind, TROUBLES[kind].refusal);
  }

  /** The same to whoever only asked for something. */
  metReading(error: unknown, topic: string): Refusal | null {
    const kind = this.#find(error);
    return kind === null ? null : notRead(kind, topic);
  }

  #find(error: unknown): StoreTrouble | null {
    const found = storeFaultOf(error);
    if (found === null) return null;
    // A store that is only read says that it cannot be written; why, is known. That it is damaged may be news.
    const kind = found === 'damaged' ? found : (this.#readsFor ?? found);
    if (kind !== this.#readsFor) this.begins(kind);
    return kind;
  }

  /** Something nobody waits for: what the machine says to it is told, and not thrown. */
  during(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (this.met(error) === null) throw error;
    }
  }

  /** `detail` stands before the words every trouble of the kind has. */
  begins(kind: TroubleKind, detail: string | null = null): void {
    const { what, because, next } = TROUBLES[kind];
    const said = detail === null ? because : `${detail} ${because}`;
    const before = this.#standing.get(kind);
    if (before?.because === said) return;
    const since = before?.since ?? this.#now().toISOString();
    const then = this.#readsFor === kind && kind !== 'damaged' ? STARTED_WITH : next;
    this.#standing.set(kind, { kind, since, what, because: said, next: then });
    if (kind === 'locked') waitForOthers(this.#db, SHORT_PATIENCE_MS);
    if (kind === 'damaged') {
      this.#readsFor = kind;
      writeNoMore(this.#db);
    }
    this.#tell({ kind, said: [] });
  }

  /** Over already: it is said for a minute, and nothing when it leaves. */
  passes(kind: PassingTrouble): void {
    this.begins(kind);
    const before = this.#passing.get(kind);
    if (before !== undefined) clearTimeout(before);
    this.#passing.set(kind, setTimeout(() => this.ends(kind), PASSES_MS).unref());
  }

  ends(kind: TroubleKind): void {
    if (!this.#standing.delete(kind)) return;
    if (kind === 'locked') waitForOthers(this.#db, PATIENCE_MS);
    const said = isPassing({ kind }) ? [] : [{ text: TROUBLES[kind].over, sound: null }];
    this.#tell({ kind, said });
  }

  /** While something is wrong with the store: tries whether it still is. Nobody has to ask for it. */
  probe(): void {
    const wrong = STORE_TROUBLES.filter((kind) => this.#standing.has(kind));
    if (wrong.length === 0 || this.readsOnly) return;
    try {
      proveWritable(this.#db, this.#now().toISOString());
    } catch (error) {
      const still = storeFaultOf(error);
      if (still === null) throw error;
      // What it was first may have become something else: only what is so now is said.
      this.begins(still);
      for (const kind of wrong) if (kind !== still) this.ends(kind);
      return;
    }
    for (const kind of wrong) this.ends(kind);
  }

  hear(hear: Hear): () => void {
    this.#hearing.add(hear);
    return () => void this.#hearing.delete(hear);
  }

  close(): void {
    for (const timer of this.#passing.values()) clearTimeout(timer);
    this.#hearing.clear();
  }

  #tell(heard: HeardTrouble): void {
    for (const hear of this.#hearing) hear(heard);
  }
}
