import type { Reading } from '../facts/fact.ts';
import type { Level } from './level.ts';

/** One fired rule, with the readings that fired it: enough to argue with, and to replay. */
export interface Reason {
  readonly rule: string;
  readonly gate: string;
  readonly because: string;
  readonly source: string;
  readonly readings: readonly { readonly fact: string; readonly reading: Reading }[];
}

/** What the policy says about one set of readings. Pure data: stored in the journal as it is. */
export interface Recommendation {
  readonly level: Level;
  /** Response id: who goes first. */
  readonly response: string;
  /** Response ids sent at once beside it (EMS for a life-threatening medical fact). */
  readonly alongside: readonly string[];
  /** Rules of the deciding gate and of the medical gate, in policy order. */
  readonly reasons: readonly Reason[];
  /** Mandatory facts nobody has asked yet, or whose answer has aged. */
  readonly unasked: readonly string[];
  /** The level stands only because something mandatory is not asked: an answer may lower it. */
  readonly provisional: boolean;
}

/** One answer that would move the level, and where to. */
export interface WhatIf {
  readonly fact: string;
  readonly answer: 'yes' | 'no';
  readonly level: Level;
  readonly response: string;
}
