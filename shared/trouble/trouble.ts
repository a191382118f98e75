import type { Role } from '../roster/operator.ts';

/** What can be wrong with the machine under the desk. */
export type TroubleKind =
  | 'disk-full'
  | 'read-only'
  | 'locked'
  | 'disk-failing'
  | 'damaged'
  | 'record-changed'
  | 'clock'
  | 'line-down'
  | 'copies-failing'
  | 'copies-old'
  | 'restored'
  | PassingTrouble;

/** What is over as soon as it is said. */
export const PASSING_TROUBLES = ['window', 'graphics', 'second-start'] as const;
export type PassingTrouble = (typeof PASSING_TROUBLES)[number];

/** What of it is about the store or the disk under it: while one of these stands, commands are refused. */
export const STORE_TROUBLES = [
  'damaged',
  'disk-failing',
  'disk-full',
  'read-only',
  'locked',
] as const satisfies readonly TroubleKind[];
export type StoreTrouble = (typeof STORE_TROUBLES)[number];

/** One thing that is wrong now. It stands above every screen until it is over. */
export interface Trouble {
  readonly kind: TroubleKind;
  /** ISO instant. */
  readonly since: string;
  /** What is wrong, in a few words. */
  readonly what: string;
  /** What happened to the data. */
  readonly because: string;
  /** What whoever reads it does now. */
  readonly next: string;
}

interface TroubleWords {
  readonly what: string;
  readonly because: string;
  readonly next: string;
  /** The answer to a command that met it. */
  readonly refusal: string;
  /** Said once when it is over. */
  readonly over: string;
  /** Everybody unless named: who can do something about it, where others cannot. */
  readonly roles?: readonly Role[];
}

const PAPER = 'Work on paper (g k prints the kit), and send by radio and telephone.';
const KEPT = 'What was acknowledged is kept, and everything can still be read.';
/** Beside what was refused, where there is little room. */
const STAYS = 'What you typed stays in its field. Go on by paper (g k) and radio.';
const AGAIN = 'it is tried again by itself.';
const WRITES_AGAIN = 'CareDesk can write again. What stands on paper now goes in with g e.';

/** The next step where CareDesk was started with it, and so only reads. */
export const STARTED_WITH = `${PAPER} CareDesk was started while that was so and only reads: start it again once it is mended.`;

/** The worst stands first, here and above the screen. */
export const TROUBLES: Readonly<Record<TroubleKind, TroubleWords>> = {
  damaged: {
    what: 'The store is damaged.',
    because:
      'Nothing is written any more, so that it gets no worse. What can be read stays readable, and the file is kept as it is.',
    next: `${PAPER} Have an administrator restore a copy; until then leave CareDesk open.`,
    refusal: `The store is damaged and takes no more commands: nothing of this was written. ${STAYS} An administrator has to restore a copy.`,
    over: 'The store can be read and written again.',
  },
  'disk-failing': {
    what: 'The disk reports errors.',
    because: `Commands may be refused. ${KEPT}`,
    next: `${PAPER} Have an administrator copy the data folder to another disk now; ${AGAIN}`,
    refusal: `The disk did not confirm this, so it does not count as written. Look at the timeline before you repeat it. ${STAYS}`,
    over: `The disk answers again. ${WRITES_AGAIN} Have it looked at all the same.`,
  },
  'disk-full': {
    what: 'The disk is full.',
    because: `Commands that need room are refused. ${KEPT}`,
    next: `${PAPER} Have room made on the disk of the data folder; ${AGAIN}`,
    refusal: `The disk is full: nothing of this was written. ${STAYS} Try again when there is room.`,
    over: `The disk has room again. ${WRITES_AGAIN}`,
  },
  'read-only': {
    what: 'The data folder cannot be written.',
    because: `Commands are refused. ${KEPT}`,
    next: `${PAPER} Have an administrator look at the disk and the rights of the data folder; ${AGAIN}`,
    refusal: `The data folder cannot be written: nothing of this was written. ${STAYS} An administrator has to look at the disk.`,
    over: `The data folder can be written again. ${WRITES_AGAIN}`,
  },
  locked: {
    what: 'Another program holds the store.',
    because: `Commands are refused while it does. ${KEPT}`,
    next: `${PAPER} Have whatever else works with the data folder ended (a copy, a virus scanner, a command line); ${AGAIN}`,
    refusal: `Another program holds the store: nothing of this was written. ${STAYS} Try again in a moment.`,
    over: `The other program let go of the store. ${WRITES_AGAIN}`,
  },
  'record-changed': {
    what: 'The record was changed from outside.',
    because: 'An entry of the journal is not the one that was written. Work goes on.',
    next: 'Keep the data folder as it is, and have an administrator run “desk audit”, which names the entry.',
    refusal: 'The record was changed from outside. Nothing of this was written.',
    over: 'The record is whole again.',
    roles: ['supervisor', 'admin'],
  },
  'line-down': {
    what: 'An intake line is down.',
    because: 'What is sent over it is not taken and not acknowledged. Nothing else is touched.',
    next: `Have the other center call in meanwhile, and a supervisor look at g v; ${AGAIN}`,
    refusal: 'An intake line is down. Nothing of this was written.',
    over: 'Every intake line takes calls again.',
  },
  clock: {
    what: 'The clock of this computer jumped.',
    because:
      'Time limits and ages follow the clock; the order of the record does not depend on it.',
    next: 'Look at what is due, and have the clock set right.',
    refusal: 'The clock of this computer jumped. Nothing of this was written.',
    over: 'The clock of this computer agrees again.',
  },
  restored: {
    what: 'This record is a restored copy.',
    because: 'What happened after it was made is not in it. Open incidents stand first.',
    next: 'Go through them, and enter what happened since from paper: g e.',
    refusal: 'This record is a restored copy. Nothing of this was written.',
    over: 'The restore was a day ago. How far the record reached stands under g y, Copies.',
  },
  'copies-failing': {
    what: 'No copy of the store can be made.',
    because: 'Work goes on, and nothing is lost.',
    next: `Look at g y, Copies; ${AGAIN}`,
    refusal: 'No copy of the store could be made. The store itself is as it was.',
    over: 'Copies of the store are made again.',
    roles: ['supervisor', 'admin'],
  },
  'copies-old': {
    what: 'The newest copy of the store is too old.',
    because: 'What came after it would be lost with this disk.',
    next: 'Make one now: g y, Copies.',
    refusal: 'The newest copy of the store is too old. The store itself is as it was.',
    over: 'There is a fresh copy of the store again.',
    roles: ['supervisor', 'admin'],
  },
  window: {
    what: 'This window stopped and was opened again.',
    because: 'What was acknowledged and what was typed is back.',
    next: 'Nothing has to be done.',
    refusal: 'The window stopped. Nothing of this was written.',
    over: 'The window is back.',
  },
  graphics: {
    what: 'The graphics of this window stopped and began again.',
    because: 'Nothing of the record is touched.',
    next: 'If the picture stands still, close the window and start CareDesk again.',
    refusal: 'The graphics stopped. Nothing of this was written.',
    over: 'The graphics are back.',
  },
  'second-start': {
    what: 'CareDesk was started a second time.',
    because: 'It is open already, and this is its window: there is only one for a data folder.',
    next: 'Go on here.',
    refusal: 'CareDesk was started a second time. Nothing of this was written.',
    over: 'There is one CareDesk.',
  },
};

const WORST_FIRST = Object.keys(TROUBLES) as readonly TroubleKind[];

/** Orders what stands, the worst first. */
export function byWeight(a: Pick<Trouble, 'kind'>, b: Pick<Trouble, 'kind'>): number {
  return WORST_FIRST.indexOf(a.kind) - WORST_FIRST.indexOf(b.kind);
}

export function isOfStore(kind: string): kind is StoreTrouble {
  return (STORE_TROUBLES as readonly string[]).includes(kind);
}

export function isPassing({ kind }: Pick<Trouble, 'kind'>): boolean {
  return (PASSING_TROUBLES as readonly TroubleKind[]).includes(kind);
}

/** Everybody hears of trouble but for what only some can do anything about. */
export function concernsRole({ kind }: Pick<Trouble, 'kind'>, role: Role | null): boolean {
  const { roles } = TROUBLES[kind];
  return roles === undefined || (role !== null && roles.includes(role));
}
