import {
  draftsOf,
  saveDraft,
  sweepDrafts,
  type Draft,
  type SavedDraft,
} from '#db/settings/drafts.ts';
import type { Database } from '#db/open-database.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import type { Session } from '../desk.ts';

/** One draft was typed on, or went where it belongs, at a window of this desk. */
export interface HeardDraft {
  readonly typist: OperatorId;
  readonly draft: SavedDraft;
  /** Where it was typed: that window knows already. */
  readonly at: Session;
}

type Hear = (heard: HeardDraft) => void;

const SWEEP_EVERY_MS = 3_600_000;

/** Half-typed text beside the journal, and the windows that follow what is typed in another one. */
export class KeptDrafts {
  readonly #db: Database;
  readonly #now: () => Date;
  readonly #hearing = new Set<Hear>();
  #sweptAt: number | null = null;

  constructor(db: Database, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  of(typist: OperatorId): Draft[] {
    return draftsOf(this.#db, typist);
  }

  save(typist: OperatorId, draft: SavedDraft, at: Session): void {
    // A clock that runs ahead must not keep what is typed after it from being the later one.
    const now = this.#now().toISOString();
    const saved = draft.savedAt > now ? { ...draft, savedAt: now } : draft;
    if (!saveDraft(this.#db, typist, saved, now)) return;
    for (const hear of this.#hearing) hear({ typist, draft: saved, at });
  }

  hear(hear: Hear): () => void {
    this.#hearing.add(hear);
    return () => void this.#hearing.delete(hear);
  }

  /** Called again and again; now and then it forgets what nobody comes back to. */
  sweep(): void {
    const now = this.#now();
    if (this.#sweptAt !== null && now.getTime() - this.#sweptAt < SWEEP_EVERY_MS) return;
    this.#sweptAt = now.getTime();
    sweepDrafts(this.#db, now);
  }

  close(): void {
    this.#hearing.clear();
  }
}
