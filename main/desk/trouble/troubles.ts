import { ClockWatch } from './clock-watch.ts';
import type { CoreOptions } from '../core-options.ts';
import { storeFaultOf, type StoreFault } from './store-fault.ts';
import { proveWritable, waitForOthers, writeNoMore } from '#db/settings/write-proof.ts';
import { PATIENCE_MS, type Database } from '#db/open-database.ts';
import type { Announcement } from '#shared/board/board-rows.ts';
import { refuse, type Refusal } from '#shared/lib/refusal.ts';
import type { Role } from '#shared/roster/operator.ts';
import {
  concernsRole,
  isPassing,
  TROUBLES,
  type PassingTrouble,
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

const STARTED_WITH =
  'CareDesk was started while that was so and only reads: start it again once it is mended.';

const PASSES_MS = 60_000;

const OF_THE_STORE: readonly TroubleKind[] = ['disk-full', 'read-only', 'locked', 'disk-failing'];

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
  #readsFor: StoreFault | null = null;
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
  readFromNowOn(met: StoreFault): void {
    this.#readsFor = met;
    this.begins(met, met === 'damaged' ? null : STARTED_WITH);
  }

  /** What somebody of this role is told of. */
  of(role: Role | null): Trouble[] {
    return [...this.#standing.values()].filter((each) => concernsRole(each, role));
  }

  /** What the machine says, as the answer to whoever wanted something of it; null for a defect of ours. */
  met(error: unknown): Refusal | null {
    const found = storeFaultOf(error);
    if (found === null) return null;
    // A store that is only read says that it cannot be written; why, is known.
    const kind = this.#readsFor ?? found;
    if (this.#readsFor === null) this.begins(kind);
    return refuse(kind, TROUBLES[kind].refusal);
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
    const { what, because } = TROUBLES[kind];
    const said = detail === null ? because : `${detail} ${because}`;
    if (this.#standing.get(kind)?.because === said) return;
    const since = this.#now().toISOString();
    this.#standing.set(kind, { kind, since, what, because: said });
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
    const wrong = OF_THE_STORE.filter((kind) => this.#standing.has(kind));
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
