import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { UnusableArguments, type Terminal } from './outcome.ts';
import { finishRestore } from '#main/desk/copies/finish-restore.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import {
  fittingKey,
  isPlain,
  openedByPassphrase,
  openedByRecovery,
  type OpenedKey,
} from '#main/desk/store-key/ring-keys.ts';
import { DamagedRing, readRing } from '#db/store-key/key-ring.ts';
import type { KeyRing } from '#shared/store-key/key-ring.ts';
import { readRecoveryKey } from '#db/store-key/recovery-key.ts';
import { ringIn } from '#db/store-key/ring-file.ts';
import type { StoreKey } from '#db/store-key/store-key.ts';

/** Every command takes these two beside its own: how an encrypted folder is opened. */
const MEANS = ['passphrase-file', 'recovery-key-file'] as const;
type Means = Readonly<Partial<Record<(typeof MEANS)[number], string>>>;

/** And this flag: the stored tables of an older folder are changed although no copy can be made first. */
const WITHOUT_COPY = '--upgrade-without-copy';

interface Unlocking {
  readonly means: Means;
  readonly upgradeWithoutCopy: boolean;
  readonly terminal: Terminal;
  readonly keys: Map<string, StoreKey | null>;
}

const underWay = new AsyncLocalStorage<Unlocking>();

/**
 * Runs a command with what opens its data folder at hand, and gives it the arguments that are its own. The folder of `--data` is
 * opened before the command: deriving a key takes its time, and a command reads its file at once.
 */
export async function unlocking<T>(
  args: readonly string[],
  terminal: Terminal,
  mends: boolean,
  work: (own: readonly string[]) => Promise<T> | T,
): Promise<T> {
  const upgradeWithoutCopy = args.includes(WITHOUT_COPY);
  const { own, means } = parted(args.filter((arg) => arg !== WITHOUT_COPY));
  const keys = new Map<string, StoreKey | null>();
  return underWay.run({ means, upgradeWithoutCopy, terminal, keys }, async () => {
    const data = optionOf(own, 'data');
    if (data !== undefined) await unlockFolder(resolve(terminal.cwd, data), mends);
    return work(own);
  });
}

/**
 * Finds the key of a folder by what the command was given.
 * @throws UnusableArguments when the folder is encrypted and nothing given opens it.
 */
export async function unlockFolder(folder: string, mends = false): Promise<StoreKey | null> {
  const unlocking = underWay.getStore();
  const found = keyOf(folder, unlocking?.means ?? {}, unlocking?.terminal.cwd ?? '.');
  const key = await (mends ? found.catch(none) : found);
  unlocking?.keys.set(folder, key);
  return key;
}

/** Whoever replaces a store need not be able to open it. */
function none(error: unknown): null {
  if (error instanceof UnusableArguments) return null;
  throw error;
}

/** The key of a folder that was unlocked before; null for a plain one. */
export function keyOfFolder(folder: string): StoreKey | null {
  return underWay.getStore()?.keys.get(folder) ?? null;
}

/** As the console’s own switch. */
export function upgradesWithoutCopy(): boolean {
  return underWay.getStore()?.upgradeWithoutCopy ?? false;
}

/**
 * The key of a copy, by the ring of its moment that stands beside it; null for a plain one.
 * @throws UnusableArguments when nothing given opens it.
 */
export async function unlockCopy(copy: string, ringFile: string): Promise<StoreKey | null> {
  if (!existsSync(copy) || isPlainOrUnreadable(copy)) return null;
  if (!existsSync(ringFile))
    throw new UnusableArguments(
      `${copy} is no CareDesk store, or it is encrypted and its key ring (${basename(ringFile)}) is not beside it`,
      'Name a copy CareDesk made, with what belongs to it.',
    );
  const { means = {}, terminal } = underWay.getStore() ?? {};
  const ring = understood(() => readRing(readFileSync(ringFile, 'utf8')));
  const fits = fittingKey(copy, await openedBy(ring, means, terminal?.cwd ?? '.'));
  if (fits !== null) return fits.key;
  throw new UnusableArguments(
    `the key that was given belongs to the key ring of ${copy}, but not to the copy`,
    'Take another copy.',
  );
}

async function keyOf(folder: string, means: Means, cwd: string): Promise<StoreKey | null> {
  finishRestore(folder);
  const file = join(folder, DATABASE_FILE);
  if (!existsSync(file) || isPlainOrUnreadable(file)) return null;
  const ring = understood(() => ringIn(folder));
  if (ring === null)
    throw new UnusableArguments(
      `${file} cannot be opened: it is encrypted, or not a CareDesk journal, and no key ring (store-key.json) is beside it`,
      'Put the ring that was saved with it into the folder.',
    );
  const fits = fittingKey(file, await openedBy(ring, means, cwd));
  if (fits !== null) return fits.key;
  throw new UnusableArguments(
    `the key that was given belongs to the key ring in ${folder}, but not to the store`,
    'Put the ring that was saved with this store beside it.',
  );
}

/** What cannot be read is the command's own to say. */
function isPlainOrUnreadable(file: string): boolean {
  try {
    return isPlain(file);
  } catch {
    return true;
  }
}

function understood<Ring>(read: () => Ring): Ring {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DamagedRing)) throw error;
    throw new UnusableArguments(error.message, 'Put an undamaged copy of it in its place.');
  }
}

async function openedBy(ring: KeyRing, means: Means, cwd: string): Promise<OpenedKey[]> {
  const recoveryFile = means['recovery-key-file'];
  if (recoveryFile !== undefined) {
    const recoveryKey = readRecoveryKey(firstLine(resolve(cwd, recoveryFile)));
    if (recoveryKey === null)
      throw new UnusableArguments(
        `${recoveryFile} holds no recovery key`,
        'It has seven groups of five letters and digits; type it again from the paper.',
      );
    const opened = await openedByRecovery(ring, recoveryKey);
    if (opened.length > 0) return opened;
    throw new UnusableArguments(
      `the recovery key in ${recoveryFile} is not the one of this store`,
      'Use the one that was printed last.',
    );
  }
  const passphraseFile = means['passphrase-file'];
  const passphrase =
    passphraseFile === undefined
      ? process.env['CAREDESK_PASSPHRASE']
      : firstLine(resolve(cwd, passphraseFile));
  const byPassphrase = ring.keys.some(({ daily }) => daily.by === 'passphrase');
  if (!byPassphrase)
    throw new UnusableArguments(
      `the store is encrypted, and its key is in the keystore of the computer (${keystoresOf(ring)}), which only the ` +
        `console’s window can ask${passphrase === undefined ? '' : ': the passphrase that was given opens nothing here'}`,
      'Give --recovery-key-file FILE with the recovery key that was printed last. To open it by --passphrase-file or ' +
        'CAREDESK_PASSPHRASE as well, let an administrator give the store a passphrase of the center first: g y, Store key.',
    );
  if (passphrase === undefined)
    throw new UnusableArguments(
      'the store is encrypted, and the passphrase of the center was not given',
      'Give --passphrase-file FILE, --recovery-key-file FILE, or set CAREDESK_PASSPHRASE.',
    );
  const opened = await openedByPassphrase(ring, passphrase);
  if (opened.length > 0) return opened;
  throw new UnusableArguments(
    'that is not the passphrase of the center',
    'Check it, or give --recovery-key-file FILE.',
  );
}

function keystoresOf(ring: KeyRing): string {
  const names = ring.keys.flatMap(({ daily }) => (daily.by === 'keystore' ? [daily.keystore] : []));
  return [...new Set(names)].join(', ');
}

/** Without the end of the line that every editor leaves. */
function firstLine(file: string): string {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? '';
  } catch (error) {
    throw new UnusableArguments(
      `${file} cannot be read: ${(error as Error).message}`,
      'Name a file with one line.',
    );
  }
}

function parted(args: readonly string[]): { own: readonly string[]; means: Means } {
  const own: string[] = [];
  const means: Partial<Record<(typeof MEANS)[number], string>> = {};
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    const name = MEANS.find((each) => arg === `--${each}` || arg.startsWith(`--${each}=`));
    if (name === undefined) {
      own.push(arg);
      continue;
    }
    const value = arg.includes('=') ? arg.slice(name.length + 3) : args[(at += 1)];
    if (value === undefined || value === '')
      throw new UnusableArguments(`--${name} is given no file`, `Use --${name} FILE.`);
    means[name] = value;
  }
  return { own, means };
}

function optionOf(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(`--${name}`);
  const joined = args.find((arg) => arg.startsWith(`--${name}=`));
  return joined?.slice(name.length + 3) ?? (at === -1 ? undefined : args[at + 1]);
}
