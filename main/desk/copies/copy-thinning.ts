import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DeskCore } from '../desk-core.ts';
import { copiesBeside } from '../store-file.ts';
import type { CopyRunner } from './copy-jobs.ts';
import { said } from './copy-trouble.ts';
import type { Thinned } from './thin-copies.ts';
import { foldersOnRecord, lastCopy, putAside, thinnedIn } from '#db/board/copies-projection.ts';
import { lastShredding, shreddedSince } from '#db/board/retention-projection.ts';
import { formersIn } from './finish-restore.ts';
import { anythingShreddedAfter, emptyLog } from '#db/journal/shredded-words.ts';
import type { OwingFolder } from '#shared/board/copies-view.ts';
import { tryAgainAt } from '#shared/copies/schedule.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

/** What cannot be thinned today is looked at again with the next copy, and once a day. */
const LEFT_AGAIN_MS = 24 * 3_600_000;

const OF_A_RESTORE =
  'A restore put this store aside with all it held. Delete it when nothing in it is missed any more.';

interface Tried {
  readonly failures: number;
  readonly at: number;
  readonly because: string | null;
  /** Up to which entry it was looked at. */
  readonly upTo: number;
}

/** Which folders have copies that still open what was shredded since, and that it is taken out of them. */
export class CopyThinning {
  readonly #core: DeskCore;
  /** Copies from before upgrades, which no entry speaks of. */
  readonly #upgrades: string;
  readonly #tried = new Map<string, Tried>();
  #working: string | null = null;

  constructor(core: DeskCore) {
    this.#core = core;
    this.#upgrades = copiesBeside(dirname(core.options.file));
  }

  /** The folder to go to next; null when none is due. A folder that was not there is tried again by itself. */
  due(): string | null {
    const now = this.#core.now().getTime();
    const owing = this.owing().find(({ folder }) => {
      const tried = this.#tried.get(folder);
      if (tried === undefined || now < tried.at) return true;
      if (tried.failures > 0) return now >= tryAgainAt(tried.failures, tried.at);
      return lastShredding(this.#core.db) > tried.upTo || now - tried.at >= LEFT_AGAIN_MS;
    });
    return owing?.folder ?? null;
  }

  async thin(folder: string, runner: CopyRunner): Promise<void> {
    this.#working = folder;
    const { key = null, file } = this.#core.options;
    try {
      const order = { from: dirname(file), key, folder };
      this.learn(folder, await runner.run<'thin'>({ kind: 'thin', ...order }, () => {}));
    } catch (error) {
      this.missed(folder, error);
    } finally {
      this.#working = null;
    }
  }

  /** Puts on record what came of it, where that is anything new. */
  learn(folder: string, { upTo, thinned, left }: Thinned): void {
    const core = this.#core;
    this.#tried.set(folder, { failures: 0, at: core.now().getTime(), because: null, upTo });
    const before = thinnedIn(core.db, folder);
    const owed = this.owing().some((each) => each.folder === folder);
    const same = canonicalJson(left) === canonicalJson(before?.left ?? []);
    if ((owed || thinned.length > 0) && !(same && upTo === before?.upTo))
      core.troubles.during(() => {
        const copies = thinned.length;
        core.commit(DESK_OPERATOR, () => [{ type: 'copies.thinned', folder, upTo, copies, left }]);
      });
    // While a copy was read the log could not be emptied of what was shredded meanwhile.
    if (upTo > (before?.upTo ?? 0)) emptyLog(core.db);
  }

  missed(folder: string, error: unknown): void {
    const { failures = 0, upTo = 0 } = this.#tried.get(folder) ?? {};
    const at = this.#core.now().getTime();
    this.#tried.set(folder, { failures: failures + 1, at, because: said(error), upTo });
  }

  /** What still opens something that was shredded: copies, and stores of before a restore. */
  standing(): OwingFolder[] {
    const { db, options } = this.#core;
    const folder = dirname(options.file);
    const left = formersIn(folder)
      .filter((former) => anythingShreddedAfter(db, putAside(db, former) ?? 0))
      .map((copy) => ({ copy, because: OF_A_RESTORE }));
    const aside = { folder, records: 0, since: null, left, because: null, working: false };
    return [...this.owing(), ...(left.length === 0 ? [] : [aside])];
  }

  /** Every folder with copies that may still open something that was shredded. */
  owing(): OwingFolder[] {
    const { db } = this.#core;
    const known = new Set(foldersOnRecord(db));
    if (existsSync(this.#upgrades)) known.add(this.#upgrades);
    return [...known].flatMap((folder) => {
      const done = thinnedIn(db, folder);
      const from = Math.max(done?.upTo ?? 0, lastCopy(db, folder)?.since ?? 0);
      const { records, since } = shreddedSince(db, from);
      const left = done?.left ?? [];
      if (records === 0 && left.length === 0) return [];
      const because = this.#tried.get(folder)?.because ?? null;
      return [{ folder, records, since, left, because, working: this.#working === folder }];
    });
  }
}
