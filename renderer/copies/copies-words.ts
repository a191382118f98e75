import type { CopyLine, TargetView } from '#shared/board/copies-view.ts';
import type { CopiesSetting } from '#shared/copies/copies-setting.ts';
import { dayWords } from '../desk/center-date.ts';
import { wallTime } from '../desk/wall-time.ts';
import type { CopyReason } from '#shared/copies/copy-name.ts';

export const WHY_WORDS: Readonly<Record<CopyReason, string>> = {
  scheduled: 'by the schedule',
  asked: 'asked for',
  'command-line': 'command line',
  'before-upgrade': 'before an upgrade',
};

export const STEP_WORDS: Readonly<Record<NonNullable<TargetView['making']>['step'], string>> = {
  waiting: 'waits for its turn',
  writing: 'is being written',
  verifying: 'is being read again and verified',
};

/** “every 4 hours and at 03:30”. */
export function scheduleWords({
  schedule: { everyHours, at },
}: Pick<CopiesSetting, 'schedule'>): string {
  const every =
    everyHours === null ? [] : [everyHours === 1 ? 'every hour' : `every ${everyHours} hours`];
  const times = at.length === 0 ? [] : [`at ${at.join(', ')}`];
  return [...every, ...times].join(' and ');
}

export function rotationWords({ rotation }: Pick<CopiesSetting, 'rotation'>): string {
  const { last, days, weeks, months, upgrades } = rotation;
  const parts = [
    `the last ${last}`,
    `one of each of ${days} days`,
    `${weeks} weeks`,
    `${months} months`,
    `${upgrades} before upgrades`,
  ];
  return parts.join(', ');
}

export function bytesWords(bytes: number): string {
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} kB`;
  if (bytes < 1e9) return `${(bytes / 1e6).toFixed(1)} MB`;
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

const MINUTE = 60_000;

/** “3 h 20 min ago”; a moment that lies ahead of the clock says so. */
export function agoWords(at: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(at)) / MINUTE);
  if (minutes < -1) return 'after this clock';
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ${minutes % 60} min ago`;
  return `${Math.floor(hours / 24)} days ago`;
}

/** “Nov 29, 20:14” on the center’s clock: what somebody looks for who knows when it happened. */
export function momentWords(at: string): string {
  return `${dayWords(at).replace(/, \d{4}$/, '')}, ${wallTime(at)}`;
}

export function entriesWords(entries: number): string {
  return `${entries.toLocaleString('en-US')} ${entries === 1 ? 'entry' : 'entries'}`;
}

/** A copy with the folder it is in: what a drill and a restore are asked of. */
export interface ChosenCopy {
  readonly targetId: string;
  readonly folder: string;
  readonly line: CopyLine;
}

/** Those of the store in force, the latest first, whichever folder they are in. */
export function copiesOf(targets: readonly TargetView[]): ChosenCopy[] {
  return targets
    .flatMap(({ targetId, folder, copies }) =>
      (copies ?? []).map((line) => ({ targetId, folder, line })),
    )
    .filter(({ line }) => line.ours)
    .sort((a, b) => (a.line.madeAt < b.line.madeAt ? 1 : -1));
}
