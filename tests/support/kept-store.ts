import { CHEAP_PASSPHRASES, temporaryFolder } from './desk-at-work.ts';
import { jobsHere } from './jobs-here.ts';
import type { CopyRunner } from '#main/desk/copies/copy-jobs.ts';
import type { Desk } from '#main/desk/desk.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import type { Keystore } from '#main/desk/store-key/keystore.ts';
import { StoreKeeper } from '#main/desk/store-key/store-keeper.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import type { RecoveryOffer } from '#shared/store-key/store-key-view.ts';

/** As a ring may ask for at the least: a test has no time to lose to guessers. */
const LITTLE = { n: 16_384, r: 8, p: 1 };

export const CENTER_PASSPHRASE = 'a passphrase of the center';

/** A live folder with its keeper, as the window's rim holds it, and a clock the test turns. */
export interface KeptStore {
  readonly folder: string;
  readonly keeper: StoreKeeper;
  readonly desk: () => Desk;
  pass(seconds: number): void;
  /** Ends it, as a window that is closed. */
  close(): void;
}

export async function keptStore(
  keystore: Keystore,
  folder = temporaryFolder(),
  runner: CopyRunner = jobsHere,
): Promise<KeptStore> {
  let clock = Date.parse('2026-03-03T18:00:00.000Z');
  const now = () => new Date(clock);
  let open: Desk | null = null;
  const seat = {
    open: (key: Desk['key']) =>
      (open = openDesk({ folder, key, now, passphraseCost: CHEAP_PASSPHRASES, log: () => {} })),
    close: () => open?.close(),
  };
  const keeper = new StoreKeeper({ folder, keystore, seat, runner, now, work: LITTLE });
  await keeper.start();
  return {
    folder,
    keeper,
    desk: () => {
      if (open === null) throw new Error('The store is locked.');
      return open;
    },
    pass: (seconds) => {
      clock += seconds * 1000;
    },
    close: () => open?.close(),
  };
}

/** Sets the center up as Ada. */
export function setUp(
  { desk }: KeptStore,
  {
    name = 'Test Center',
    accounts = [],
  }: Partial<Pick<Input<'center.set-up'>, 'name' | 'accounts'>> = {},
): void {
  const reply = desk().answer(
    'center.set-up',
    {
      name,
      psapId: 'TEST-1',
      timeZone: 'America/Chicago',
      admin: { name: 'Ada', passphrase: 'correct horse' },
      accounts,
    },
    { operator: null, focus: null },
  );
  if (!reply.ok) throw new Error(reply.because);
}

/** What a person types who has the paper before them. */
export function readBack({ recoveryKey, ask }: RecoveryOffer): string[] {
  return ask.map((group) => recoveryKey.split('-')[group - 1] ?? '');
}

/** Encrypts a folder that is just being set up; answers its recovery key. */
export async function encryptedFirst(
  { keeper }: KeptStore,
  by: 'keystore' | 'passphrase' = 'passphrase',
): Promise<string> {
  const offer = done(keeper.firstOffer());
  const way = by === 'keystore' ? { by } : { by, passphrase: CENTER_PASSPHRASE };
  done(await keeper.encryptFirst(way, readBack(offer)));
  return offer.recoveryKey;
}

export function done<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`${answer.refused}: ${answer.because}`);
  return answer;
}
