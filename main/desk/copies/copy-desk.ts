import { dirname, join } from 'node:path';
import type { DeskCore } from '../desk-core.ts';
import type { CopyRunner, Looked } from './copy-jobs.ts';
import { CopyThinning } from './copy-thinning.ts';
import { CopyTrouble, said } from './copy-trouble.ts';
import { copiesTroubles } from './copies-watch.ts';
import type { RestoreOrder } from './restore-copy.ts';
import { copiesSetting, lastCopy } from '#db/board/copies-projection.ts';
import { findCall, latestCallIds } from '#db/board/calls-projection.ts';
import type { Database } from '#db/open-database.ts';
import { holdStore } from '#db/copies/hold-store.ts';
import type { DrillView, StoreCount, TargetView, TriedFolder } from '#shared/board/copies-view.ts';
import type { CopyTarget } from '#shared/copies/copies-setting.ts';
import type { CopyEvent } from '#shared/copies/copy-events.ts';
import type { Parsed } from '#shared/contract/console-contract.ts';
import { storeFileOf } from '#shared/copies/copy-name.ts';
import { isCopyDue, tryAgainAt } from '#shared/copies/schedule.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import { DESK_OPERATOR, type Operator } from '#shared/roster/operator.ts';

/** How a folder stands since the desk was opened. What was made is in the journal. */
export interface TargetStanding {
  making: TargetView['making'];
  failures: number;
  failedAt: number;
  because: string;
  looked: Looked | null;
}

/** The copies of this desk: when they are made, what came of it, and what is looked at or rehearsed just now. */
export class CopyDesk {
  readonly folder: string;
  drill: DrillView | null = null;
  tried: TriedFolder | null = null;
  readonly thinning: CopyThinning;
  readonly #core: DeskCore;
  readonly #standings = new Map<string, TargetStanding>();
  /** Targets somebody asked for a copy in, and who. */
  readonly #asked = new Map<string, OperatorId>();
  #runner: CopyRunner | null = null;
  #busy = false;
  #stands = false;

  constructor(core: DeskCore) {
    this.#core = core;
    this.folder = dirname(core.options.file);
    this.thinning = new CopyThinning(core);
  }

  /** From now on copies are made. The folder is held, so that nobody restores into it meanwhile. */
  start(runner: CopyRunner): () => void {
    this.#runner = runner;
    const release = holdStore(this.folder);
    this.tick();
    return () => {
      this.#runner = null;
      runner.stop();
      release?.();
    };
  }

  /** No copy begins until it is let go; null while one is being made. */
  standStill(): (() => void) | null {
    if (this.#busy) return null;
    this.#stands = true;
    return () => {
      this.#stands = false;
    };
  }

  standing({ folder }: Pick<CopyTarget, 'folder'>): TargetStanding {
    let known = this.#standings.get(folder);
    if (known === undefined) {
      known = { making: null, failures: 0, failedAt: 0, because: '', looked: null };
      this.#standings.set(folder, known);
    }
    return known;
  }

  /** Looks once whether a copy is due, and begins it. Called by a timer; safe at any moment. */
  tick(): void {
    const core = this.#core;
    if (core.policy === null) return;
    copiesTroubles(core, this);
    if (this.#runner === null || this.#busy || this.#stands || core.troubles.readsOnly) return;
    const due = copiesSetting(core.db).targets.find((target) => target.on && this.#isDue(target));
    if (due !== undefined) return void this.#make(due);
    const owing = this.thinning.due();
    if (owing !== null) void this.#thin(owing);
  }

  /** What was shredded goes out of the copies, too. */
  async #thin(folder: string): Promise<void> {
    const runner = this.#runner;
    if (runner === null) return;
    this.#busy = true;
    await this.thinning.thin(folder, runner);
    this.#busy = false;
    if (this.#runner === runner) this.tick();
  }

  #isDue(target: CopyTarget): boolean {
    if (this.#asked.has(target.targetId)) return true;
    const core = this.#core;
    const now = core.now().getTime();
    const { failures, failedAt } = this.standing(target);
    if (failures > 0) return now < failedAt || now >= tryAgainAt(failures, failedAt);
    const last = lastCopy(core.db, target.folder);
    const lastAt = last === null ? null : Date.parse(last.at);
    const { schedule } = copiesSetting(core.db);
    return isCopyDue(schedule, lastAt, now, core.center?.timeZone ?? 'UTC');
  }

  /** In all targets that are on, or in one. */
  ask(targets: readonly CopyTarget[], by: OperatorId): void {
    for (const target of targets) {
      this.#asked.set(target.targetId, by);
      const standing = this.standing(target);
      standing.making ??= { step: 'waiting', since: this.#at() };
    }
    this.tick();
  }

  async #make(target: CopyTarget): Promise<void> {
    const core = this.#core;
    const runner = this.#runner;
    if (runner === null) return;
    const { folder, targetId } = target;
    const asker = this.#asked.get(targetId) ?? null;
    this.#asked.delete(targetId);
    const standing = this.standing(target);
    standing.making = { step: 'writing', since: this.#at() };
    this.#busy = true;
    const why = asker === null ? 'scheduled' : 'asked';
    const by = asker ?? DESK_OPERATOR;
    const { rotation } = copiesSetting(core.db);
    try {
      const { event, looked, thinned, against } = await runner.run(
        {
          kind: 'make',
          from: this.folder,
          key: core.options.key ?? null,
          to: folder,
          why,
          madeAt: core.now(),
          rotation,
          timeZone: core.center?.timeZone ?? 'UTC',
        },
        (step) => {
          if (standing.making !== null) standing.making = { ...standing.making, step };
        },
      );
      standing.looked = looked;
      standing.failures = 0;
      this.#record(by, { ...event, folder });
      if (against[0] !== undefined) core.troubles.begins('record-changed', against[0]);
      if (thinned !== null) this.thinning.learn(folder, thinned);
    } catch (error) {
      standing.failures += 1;
      standing.failedAt = core.now().getTime();
      standing.because = said(error);
      const { failures, because } = standing;
      // Each further one says the same again.
      if (failures <= 2) this.#record(by, { type: 'copy.failed', folder, why, because, failures });
    }
    standing.making = null;
    this.#busy = false;
    if (this.#runner === runner) this.tick();
  }

  look(targets: readonly CopyTarget[]): void {
    for (const target of targets) {
      const job = { kind: 'look', from: this.folder, folder: target.folder } as const;
      const standing = this.standing(target);
      this.#runner
        ?.run<'look'>(job, () => {})
        .then(
          (looked) => {
            standing.looked = looked;
          },
          () => {
            // What was seen there is not there any more.
            standing.looked = null;
          },
        );
    }
  }

  tryFolder(folder: string): void {
    this.tried = { folder, result: { state: 'running' } };
    this.#runner
      ?.run<'try'>({ kind: 'try', from: this.folder, folder }, () => {})
      .then(
        ({ sameDisk, freeBytes }) => {
          this.tried = { folder, result: { state: 'done', sameDisk, freeBytes } };
        },
        (error: unknown) => {
          this.tried = { folder, result: { state: 'failed', because: said(error) } };
        },
      );
  }

  rehearse({ folder }: CopyTarget, copy: string, by: OperatorId): void {
    const base = { copy, folder, since: this.#at() };
    this.drill = { ...base, result: { state: 'running' } };
    const job = { kind: 'drill', ...this.#order(folder, copy) } as const;
    this.#runner
      ?.run<'drill'>(job, () => {})
      .then(
        (held) => {
          const { present, asMade, entries, openIncidents } = held;
          const [newer, newerSince] =
            present === null || present === 'unreadable'
              ? [0, null]
              : [present.newer, present.newerSince];
          const here = this.#here();
          this.drill = {
            ...base,
            result: { state: 'done', held, here, newer, newerSince, asMade },
          };
          this.#record(by, {
            type: 'copy.drilled',
            copy,
            folder,
            entries,
            openIncidents,
            faults: [],
          });
        },
        (error: unknown) => {
          this.drill = { ...base, result: { state: 'failed', because: said(error) } };
          // A target that is not there says nothing about its copies.
          if (!(error instanceof CopyTrouble) || error.kind !== 'damaged') return;
          const faults = [error.message];
          this.#record(by, {
            type: 'copy.drilled',
            copy,
            folder,
            entries: 0,
            openIncidents: 0,
            faults,
          });
        },
      );
  }

  /** What the rim restores, once it has closed the desk. */
  restoreOrderOf(
    { targetId, copy, secondPerson }: Parsed<'copies.restore'>,
    { operatorId }: Operator,
  ): RestoreOrder | Refusal {
    const target = findTarget(this.#core.db, targetId);
    if (isRefusal(target)) return target;
    const approvedBy = secondPerson.operatorId;
    return { ...this.#order(target.folder, copy), by: operatorId, approvedBy, anyway: false };
  }

  #order(folder: string, copy: string) {
    const key = this.#core.options.key ?? null;
    return {
      copy: join(folder, storeFileOf(copy)),
      copyKey: key,
      into: this.folder,
      key,
      now: this.#core.now(),
      position: this.#core.options.position,
    };
  }

  #here(): StoreCount {
    const core = this.#core;
    const [newest] = latestCallIds(core.db, 1);
    const newestCall =
      newest === undefined ? null : (findCall(core.db, newest)?.receivedAt ?? null);
    const entries = core.journal.head();
    const [last] = core.journal.entriesAt([entries], []);
    return { entries, openIncidents: core.open().size, newestCall, reaches: last?.at ?? null };
  }

  /** Nobody waits for it: what the disk says to it stands above the screen. */
  #record(by: OperatorId, event: CopyEvent): void {
    if (this.#runner === null) return;
    this.#core.troubles.during(() => void this.#core.commit(by, () => [event]));
  }

  #at(): string {
    return this.#core.now().toISOString();
  }
}

export function findTarget(db: Database, targetId: string): CopyTarget | Refusal {
  const found = copiesSetting(db).targets.find((target) => target.targetId === targetId);
  return found ?? refuse('no-such-target', 'This folder is not among those copies go to any more.');
}
