import type { DeskCore } from '../desk-core.ts';
import { dayAndTime } from '../local-moment.ts';
import type { CopyDesk } from './copy-desk.ts';
import { copiesSetting, lastCopy, lastRestore } from '#db/board/copies-projection.ts';
import { oldestGoodMs } from '#shared/copies/schedule.ts';

/** The second failure is no accident any more. */
const TOLD_FROM = 2;
const DAY_MS = 24 * 3_600_000;

/** Says above the screen what is wrong with the copies, and for a day that the record is one. */
export function copiesTroubles(core: DeskCore, copies: CopyDesk): void {
  const { targets } = copiesSetting(core.db);
  const failing = targets
    .filter(({ on }) => on)
    .map((target) => copies.standing(target))
    .find(({ failures }) => failures >= TOLD_FROM);
  if (failing === undefined) core.troubles.ends('copies-failing');
  else core.troubles.begins('copies-failing', failing.because);
  if (isTooOld(core)) core.troubles.begins('copies-old');
  else core.troubles.ends('copies-old');
  const restored = lastRestore(core.db);
  const since = restored === null ? null : core.now().getTime() - Date.parse(restored.at);
  if (restored === null || since === null || since < 0 || since > DAY_MS)
    core.troubles.ends('restored');
  else core.troubles.begins('restored', reachesWords(core, restored.reaches));
}

/** Whether the newest copy is older than the schedule allows for. Without a folder to copy to nothing is promised. */
export function isTooOld(core: DeskCore): boolean {
  const { targets, schedule, at } = copiesSetting(core.db);
  const on = targets.filter((target) => target.on);
  if (on.length === 0 || at === null) return false;
  const made = on.flatMap(({ folder }) => lastCopy(core.db, folder)?.at ?? []);
  // Before the first copy it counts from when the folder was set.
  const newest = Math.max(Date.parse(at), ...made.map((each) => Date.parse(each)));
  return core.now().getTime() - newest > oldestGoodMs(schedule);
}

function reachesWords(core: DeskCore, reaches: string | null): string {
  if (reaches === null) return 'It holds nothing.';
  return `It reaches until ${dayAndTime(reaches, core.center?.timeZone ?? 'UTC')}.`;
}
