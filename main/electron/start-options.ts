import { join, resolve } from 'node:path';

export interface StartOptions {
  readonly training: boolean;
  /** Opens the wall board with the console. */
  readonly wall: boolean;
  /** Where this desk keeps everything. Training never shares a folder with live work. */
  readonly liveFolder: string;
  readonly trainingFolder: string;
  /** Changes the stored tables also where no copy can be made first. */
  readonly upgradeWithoutCopy: boolean;
  readonly position: string;
  /** Where a printed kit goes; null is the person's documents. */
  readonly paperFolder: string | null;
}

/** Reads our own switches; what Chromium or a test driver adds is left alone. */
export function startOptions(args: readonly string[], userData: string): StartOptions {
  const chosen = dataFolderOf(args);
  const base = chosen ?? join(userData, 'center');
  return {
    training: args.includes('--training'),
    wall: args.includes('--wall'),
    upgradeWithoutCopy: args.includes('--upgrade-without-copy'),
    liveFolder: base,
    trainingFolder: chosen === null ? join(userData, 'training') : join(base, 'training'),
    position: valueOf(args, '--position') ?? 'position 1',
    paperFolder: absolute(valueOf(args, '--paper')),
  };
}

/** The folder named with --data, absolute; null when the default one is meant. */
export function dataFolderOf(args: readonly string[]): string | null {
  return absolute(valueOf(args, '--data'));
}

function absolute(chosen: string | null): string | null {
  return chosen === null ? null : resolve(chosen);
}

function valueOf(args: readonly string[], name: string): string | null {
  const joined = args.find((arg) => arg.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const at = args.indexOf(name);
  const next = at === -1 ? undefined : args[at + 1];
  return next === undefined || next.startsWith('--') ? null : next;
}
