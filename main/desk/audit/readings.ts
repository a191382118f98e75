import { defectOf } from '../defect.ts';
import type { DeskLog } from '../desk-log.ts';
import { AUDIT_RECORD, lastReading, type Look } from '#db/board/readings-projection.ts';
import { hearOfReading } from '#db/journal/words-read.ts';
import type { Database } from '#db/open-database.ts';
import { VIEWED_FOR_MS, type AuditEvent } from '#shared/audit/audit-events.ts';
import type { WrittenLate } from '#shared/journal/back-entry.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

/** Looks that are remembered without asking the file. More than a shift has; forgotten, they are asked for again. */
const REMEMBERED = 4096;

/** Written within this time, an entry's own time is when it was. */
const PROMPT_MS = 5_000;

type ExportMade = Extract<AuditEvent, { type: 'export.made' }>;

interface Left {
  readonly by: OperatorId;
  readonly event: ExportMade;
  readonly at: number;
}

/** A look, and when it was. */
interface Looked extends Look {
  readonly at: number;
}

export interface ReadingsDesk {
  readonly db: Database;
  now(): Date;
  commit(by: OperatorId, decide: () => readonly NewEvent[]): unknown;
  readonly options: {
    readonly log: DeskLog;
    /** Runs `act` after what is going on now has been answered. */
    readonly soon: (act: () => void) => () => void;
  };
}

/**
 * Puts on record whose protected words were shown to whom. It hears of every word that is read out of the file, and
 * whoever reads is the one a view is being made for; outside of any view it is the desk itself, so that a
 * way somebody forgot is on record all the same. Written after the answer: nobody waits for it to read what keeps
 * somebody safe, and what could not be written is tried again with the next.
 */
export class Readings {
  readonly #desk: ReadingsDesk;
  #reader: OperatorId = DESK_OPERATOR;
  /** When each look was put on record. */
  readonly #known = new Map<string, number>();
  #pending = new Map<string, Looked>();
  #left: Left[] = [];
  #cancel: (() => void) | null = null;

  constructor(desk: ReadingsDesk) {
    this.#desk = desk;
    hearOfReading(desk.db, (record, partition) => this.#heard(record, partition));
  }

  /** What is read while `work` runs is shown to this person. */
  by<T>(reader: OperatorId | null, work: () => T): T {
    const before = this.#reader;
    this.#reader = reader ?? DESK_OPERATOR;
    try {
      return work();
    } finally {
      this.#reader = before;
    }
  }

  /** Whoever asks just now looks through the audit. */
  ofAudit(): void {
    this.#heard(AUDIT_RECORD, '');
  }

  /** What is asked for just now leaves the console. */
  leaves(left: Omit<ExportMade, 'type'>): void {
    const at = this.#desk.now().getTime();
    this.#left.push({ by: this.#reader, event: { type: 'export.made', ...left }, at });
    this.#soon();
  }

  #soon(): void {
    this.#cancel ??= this.#desk.options.soon(() => this.settle());
  }

  #heard(record: string, partition: Look['partition']): void {
    const reader = this.#reader;
    const key = `${reader}\n${partition}\n${record}`;
    if (this.#pending.has(key)) return;
    const known = this.#known.get(key);
    const at = this.#desk.now().getTime();
    if (known !== undefined && isFresh(known, at)) return;
    this.#pending.set(key, { reader, record, partition, at });
    this.#soon();
  }

  /** Writes down every look and export that is not on record yet. */
  settle(): void {
    this.#cancel?.();
    this.#cancel = null;
    // What is shown to the windows because of this write is heard again meanwhile.
    const [looks, left] = [this.#pending, this.#left];
    [this.#pending, this.#left] = [new Map(), []];
    const who = [...looks.values()].map(({ reader }) => reader).concat(left.map(({ by }) => by));
    for (const reader of new Set(who))
      this.#write(
        reader,
        [...looks].filter(([, look]) => look.reader === reader),
        left.filter(({ by }) => by === reader),
      );
  }

  #write(reader: OperatorId, looks: readonly [string, Looked][], left: readonly Left[]): void {
    const { db, options } = this.#desk;
    const now = this.#desk.now().getTime();
    const onRecord = new Map<string, number>();
    try {
      const outcome = this.#desk.commit(reader, () => [
        ...looks.flatMap(([key, look]): NewEvent[] => {
          const last = Date.parse(lastReading(db, look) ?? '');
          const stands = isFresh(last, now);
          onRecord.set(key, stands ? last : now);
          return stands ? [] : [{ ...lookedAt(look), ...late(look.at, now) }];
        }),
        ...left.map(({ event, at }) => ({ ...event, ...late(at, now) })),
      ]);
      // The disk is full, or the like: the windows say so, and the next look tries again.
      if (isRefusal(outcome)) return this.#keep(looks, left);
    } catch (error) {
      this.#keep(looks, left);
      const defect = defectOf(error);
      options.log({ topic: 'record.viewed', ms: 0, outcome: 'failed', operator: reader, defect });
      return;
    }
    if (this.#known.size + looks.length > REMEMBERED) this.#known.clear();
    for (const [key, at] of onRecord) this.#known.set(key, at);
  }

  #keep(looks: readonly [string, Looked][], left: readonly Left[]): void {
    for (const [key, look] of looks) this.#pending.set(key, look);
    this.#left.push(...left);
  }
}

function lookedAt({ record, partition }: Look): AuditEvent {
  return partition === '' ? { type: 'audit.viewed' } : { type: 'record.viewed', record, partition };
}

/** Written after the answer is no delay; what a full disk kept back for longer says when it was. */
function late(at: number, now: number): { readonly late?: WrittenLate } {
  return Math.abs(now - at) < PROMPT_MS ? {} : { late: { realAt: new Date(at).toISOString() } };
}

/** A clock that was set back makes a look of the future: it is written anew. */
function isFresh(at: number, now: number): boolean {
  return at <= now && now - at < VIEWED_FOR_MS;
}
