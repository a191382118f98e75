import type { Level } from '../routing/level.ts';

/**
 * How an incident ended that somebody put on its way and others saw through. Without a name, a place, a
 * number to call or a word anybody said.
 */
export interface EchoLine {
  /** Sequence of the entry that closed it. */
  readonly seq: number;
  readonly number: number;
  /** The hour it was opened in, as an ISO instant. */
  readonly hour: string;
  readonly callType: string;
  readonly opened: boolean;
  /** What they decided; null when they opened it and others decided. */
  readonly decided: { readonly level: Level; readonly response: string } | null;
  readonly ended: string;
  /** It is not known yet whether the person came to where they were sent. */
  readonly linkageOpen: boolean;
  /** They came to where they were sent, and that place has confirmed it. */
  readonly arrived: boolean;
  /** Who was with the person, or on the line: teams, never people. */
  readonly teams: readonly string[];
  readonly minutes: number;
  readonly read: boolean;
}

export interface EchoList {
  /** The newest first. */
  readonly lines: readonly EchoLine[];
  readonly unread: number;
  /** How those listed ended, the most frequent first. */
  readonly ways: readonly { readonly label: string; readonly incidents: number }[];
}
