import type { Role } from '../roster/operator.ts';

/** What can be wrong with the machine under the desk. The first five are about the store. */
export type TroubleKind =
  | 'disk-full'
  | 'read-only'
  | 'locked'
  | 'disk-failing'
  | 'damaged'
  | 'record-changed'
  | 'clock'
  | 'copies-failing'
  | 'copies-old'
  | 'restored'
  | PassingTrouble;

/** What is over as soon as it is said. */
export const PASSING_TROUBLES = ['window', 'graphics', 'second-start'] as const;
export type PassingTrouble = (typeof PASSING_TROUBLES)[number];

/** One thing that is wrong now. It stands above every screen until it is over. */
export interface Trouble {
  readonly kind: TroubleKind;
  /** ISO instant. */
  readonly since: string;
  /** What is wrong, in a few words. */
  readonly what: string;
  /** What happened to the data, and the next step. */
  readonly because: string;
}

interface TroubleWords {
  readonly what: string;
  /** While it stands, above the screen. */
  readonly because: string;
  /** The answer to a command that met it. */
  readonly refusal: string;
  /** Said once when it is over. */
  readonly over: string;
  /** Everybody unless named: who can do something about it, where others cannot. */
  readonly roles?: readonly Role[];
}

const PAPER = 'Work on paper meanwhile (g k prints the kit), and send by radio and telephone.';
const KEPT = 'What was acknowledged is kept, and the board can still be read.';
const WRITES_AGAIN = 'CareDesk can write again. What stands on paper now goes in with g k.';

export const TROUBLES: Readonly<Record<TroubleKind, TroubleWords>> = {
  'disk-full': {
    what: 'The disk is full.',
    because: `Commands that need room are refused. ${KEPT} ${PAPER} Have room made on the disk of the data folder; it is tried again by itself.`,
    refusal: `The disk of the data folder is full: nothing of this was written. ${PAPER} Try again when room was made.`,
    over: `The disk has room again. ${WRITES_AGAIN}`,
  },
  'read-only': {
    what: 'The data folder cannot be written.',
    because: `Commands are refused. ${KEPT} ${PAPER} Have an administrator look at the disk and the rights of the data folder; it is tried again by itself.`,
    refusal: `The data folder cannot be written: nothing of this was written. ${PAPER} An administrator has to look at the disk.`,
    over: `The data folder can be written again. ${WRITES_AGAIN}`,
  },
  locked: {
    what: 'Another program holds the store.',
    because: `Commands are refused while it does. ${KEPT} ${PAPER} Have whatever else works with the data folder ended (a copy, a virus scanner, a command line); it is tried again by itself.`,
    refusal: `Another program holds the store: nothing of this was written. Try again in a moment. ${PAPER}`,
    over: `The other program let go of the store. ${WRITES_AGAIN}`,
  },
  'disk-failing': {
    what: 'The disk reports errors.',
    because: `Commands may be refused. ${KEPT} ${PAPER} Have an administrator copy the data folder to another disk now; it is tried again by itself.`,
    refusal: `The disk did not confirm this, so it does not count as written. Look at the timeline before you repeat it. ${PAPER}`,
    over: `The disk answers again. ${WRITES_AGAIN} Have it looked at all the same.`,
  },
  damaged: {
    what: 'The store is damaged.',
    because: `Nothing is written any more, so that it gets no worse; what can be read stays readable. ${PAPER} Close CareDesk only when an administrator restores a copy: the damaged file is kept as it is.`,
    refusal: `The store is damaged and takes no more commands: nothing of this was written. ${PAPER} An administrator has to restore a copy.`,
    over: 'The store can be read and written again.',
  },
  'record-changed': {
    what: 'The record was changed from outside.',
    because:
      'An entry of the journal is not the one that was written. Work goes on. Keep the data folder as it is and have an administrator run “desk audit”, which names the entry.',
    refusal: 'The record was changed from outside. Nothing of this was written.',
    over: 'The record is whole again.',
    roles: ['supervisor', 'admin'],
  },
  clock: {
    what: 'The clock of this computer jumped.',
    because:
      'Time limits and ages follow the clock. Look at what is due, and have the clock set right; the order of the record does not depend on it.',
    refusal: 'The clock of this computer jumped. Nothing of this was written.',
    over: 'The clock of this computer agrees again.',
  },
  window: {
    what: 'This window stopped and was opened again.',
    because: 'What was acknowledged and what was typed is back. Nothing has to be done.',
    refusal: 'The window stopped. Nothing of this was written.',
    over: 'The window is back.',
  },
  graphics: {
    what: 'The graphics of this window stopped and began again.',
    because:
      'Nothing of the record is touched. If the picture stands still, close the window and start CareDesk again.',
    refusal: 'The graphics stopped. Nothing of this was written.',
    over: 'The graphics are back.',
  },
  'second-start': {
    what: 'CareDesk was started a second time.',
    because: 'It is open already, and this is its window: there is only one for a data folder.',
    refusal: 'CareDesk was started a second time. Nothing of this was written.',
    over: 'There is one CareDesk.',
  },
  'copies-failing': {
    what: 'No copy of the store can be made.',
    because: 'Work goes on, and nothing is lost; it is tried again by itself. See g y, Copies.',
    refusal: 'No copy of the store could be made. The store itself is as it was.',
    over: 'Copies of the store are made again.',
    roles: ['supervisor', 'admin'],
  },
  'copies-old': {
    what: 'The newest copy of the store is too old.',
    because: 'What came after it would be lost with this disk. Make one now: g y, Copies.',
    refusal: 'The newest copy of the store is too old. The store itself is as it was.',
    over: 'There is a fresh copy of the store again.',
    roles: ['supervisor', 'admin'],
  },
  restored: {
    what: 'This record is a restored copy.',
    because:
      'Open incidents stand first. Go through them, and enter what happened since from paper: g e.',
    refusal: 'This record is a restored copy. Nothing of this was written.',
    over: 'The restore was a day ago. How far the record reached stands under g y, Copies.',
  },
};

export function isPassing({ kind }: Pick<Trouble, 'kind'>): boolean {
  return (PASSING_TROUBLES as readonly TroubleKind[]).includes(kind);
}

/** Everybody hears of trouble but for what only some can do anything about. */
export function concernsRole({ kind }: Pick<Trouble, 'kind'>, role: Role | null): boolean {
  const { roles } = TROUBLES[kind];
  return roles === undefined || (role !== null && roles.includes(role));
}
