import { isAbsolute } from 'node:path';
import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { approverOf } from '../access/second-person.ts';
import { findTarget, type CopyDesk } from './copy-desk.ts';
import { isTooOld } from './copies-watch.ts';
import { thinnedTo } from './thin-copies.ts';
import { copiesSetting, lastCopy, lastDrill, lastRestore } from '#db/board/copies-projection.ts';
import { lastShredding } from '#db/board/retention-projection.ts';
import { storeMark } from '#db/copies/store-mark.ts';
import type { CopyLine, TargetView } from '#shared/board/copies-view.ts';
import type { CopyTarget } from '#shared/copies/copies-setting.ts';
import type { KeptCopy } from '#shared/copies/copy-manifest.ts';
import { tryAgainAt } from '#shared/copies/schedule.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { isRefusal, refuse } from '#shared/lib/refusal.ts';

/** Copies of the store: where they go and when, how they stand, and what one would bring back. */
export function copiesAnswers(
  core: DeskCore,
  copies: CopyDesk,
): Answers<
  | 'copies.view'
  | 'copies.set'
  | 'copies.try'
  | 'copies.make'
  | 'copies.look'
  | 'copies.drill'
  | 'copies.restore'
> {
  const here = () => ({ seq: core.journal.head() });
  return {
    'copies.view': () => {
      const { at, by, ...setting } = copiesSetting(core.db);
      const drilled = lastDrill(core.db);
      return {
        setting,
        setAt: at,
        setByName: by === null ? null : core.nameOf(by),
        targets: setting.targets.map((target) => targetView(core, copies, target)),
        encrypted: (core.options.key ?? null) !== null,
        drill: copies.drill,
        tried: copies.tried,
        lastDrill: drilled === null ? null : { ...drilled, byName: core.nameOf(drilled.by) },
        restored: lastRestore(core.db),
        owing: copies.thinning.standing(),
        tooOld: isTooOld(core),
      };
    },

    'copies.set': ({ targets: wanted, schedule, rotation }, session) => {
      const relative = wanted.find(({ folder }) => !isAbsolute(folder));
      if (relative !== undefined)
        return refuse(
          'no-path',
          `Write the whole path of a folder, from its beginning: “${relative.folder}” is only a part. Nothing was changed.`,
        );
      const folders = new Set(wanted.map(({ folder }) => folder));
      if (folders.size < wanted.length)
        return refuse('twice', 'One folder is named twice. Nothing was changed.');
      if (folders.has(copies.folder))
        return refuse(
          'data-folder',
          'Copies do not go into the data folder itself. Name a folder on another disk. Nothing was changed.',
        );
      if (schedule.everyHours === null && schedule.at.length === 0)
        return refuse('never', 'Say how often or when copies are made. Nothing was changed.');
      const targets = wanted.map(({ targetId, folder, on }) => {
        return { targetId: targetId ?? core.options.newId(), folder, on };
      });
      const set = { targets, schedule: { ...schedule, at: schedule.at.toSorted() }, rotation };
      const outcome = core.commit(operatorOf(session).operatorId, () => {
        const { at: _at, by: _by, ...now } = copiesSetting(core.db);
        return canonicalJson(now) === canonicalJson(set) ? [] : [{ type: 'copies.set', ...set }];
      });
      if (!isRefusal(outcome)) copies.tick();
      return done(core, outcome);
    },

    'copies.try': ({ folder }) => {
      if (!isAbsolute(folder))
        return refuse('no-path', 'Write the whole path of the folder, from its beginning.');
      copies.tryFolder(folder);
      return here();
    },

    'copies.make': ({ targetId }, session) => {
      const targets = copiesSetting(core.db).targets.filter((target) => {
        return targetId === null ? target.on : target.targetId === targetId;
      });
      if (targets.length === 0)
        return refuse('no-target', 'There is no folder to copy to. Add one first.');
      copies.ask(targets, operatorOf(session).operatorId);
      return here();
    },

    'copies.look': () => {
      copies.look(copiesSetting(core.db).targets);
      return here();
    },

    'copies.drill': ({ targetId, copy }, session) => {
      const target = findTarget(core.db, targetId);
      if (isRefusal(target)) return target;
      if (copies.drill?.result.state === 'running')
        return refuse('drilling', 'A copy is being rehearsed just now. Wait until it is done.');
      copies.rehearse(target, copy, operatorOf(session).operatorId);
      return here();
    },

    'copies.restore': ({ targetId, secondPerson }, session) => {
      const target = findTarget(core.db, targetId);
      if (isRefusal(target)) return target;
      const { operatorId } = operatorOf(session);
      if (secondPerson.operatorId === operatorId)
        return refuse(
          'same-person',
          'A restore takes two people: somebody else has to sign it. Nothing was changed.',
        );
      const whose = 'a second supervisor or an administrator';
      const approver = approverOf(core, session, secondPerson, 'keep-copies', whose);
      if (isRefusal(approver)) return approver;
      return refuse('no-window', 'Restore on the command line: desk restore COPY --data DIR.');
    },
  };
}

function targetView(core: DeskCore, copies: CopyDesk, target: CopyTarget): TargetView {
  const { making, failures, failedAt, because, looked } = copies.standing(target);
  const ours = storeMark(core.db).store;
  const made = lastCopy(core.db, target.folder);
  return {
    ...target,
    making,
    last: made === null ? null : { copy: made.copy, at: made.at },
    failing:
      failures === 0
        ? null
        : {
            since: new Date(failedAt).toISOString(),
            because,
            failures,
            again: new Date(tryAgainAt(failures, failedAt)).toISOString(),
          },
    sameDisk: looked?.sameDisk ?? null,
    freeBytes: looked?.freeBytes ?? null,
    copies: looked?.copies.map((copy) => lineOf(core, copy, ours)) ?? null,
  };
}

function lineOf({ db }: DeskCore, { name, manifest }: KeptCopy, store: string): CopyLine {
  const { number, why, madeAt, bytes, entries, reaches, encrypted } = manifest;
  const ours = manifest.store === store;
  const owes = ours && lastShredding(db) > thinnedTo(db, manifest);
  return { name, number, why, madeAt, bytes, entries, reaches, encrypted, ours, owes };
}
