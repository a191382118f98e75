import type { Endpoint } from './endpoint.ts';
import type { z } from 'zod';
import type { BoardPatch } from '../board/board-rows.ts';
import type { IncidentView } from '../board/incident-view.ts';
import type { IncidentId } from '../lib/brand.ts';
import type { Outage } from '../outage/outage-events.ts';
import type { Center } from '../roster/center.ts';
import type { Operator } from '../roster/operator.ts';
import type { Trouble } from '../trouble/trouble.ts';

/** The type an endpoint answers with. */
export type Answered<E> = E extends Endpoint<z.ZodType, infer Output> ? Output : never;

/** The first thing a window asks: what is here, and who is at the console. */
export interface Hello {
  readonly mode: 'live' | 'training';
  /** Null until somebody set the center up: the window shows the one question of the first run. */
  readonly center: Center | null;
  /** Who may sign on. Names and roles only. */
  readonly operators: readonly Operator[];
  readonly session: Operator | null;
  /** The console is locked: only what it takes to unlock, to switch and to send police and EMS is answered. */
  readonly locked?: true;
  readonly policyVersion: string | null;
  readonly position: string;
  /** Whether sign-on asks for a passphrase (training does not). */
  readonly passphrases: boolean;
  /** Whether the store lies encrypted on the disk. Training’s never does. */
  readonly encrypted: boolean;
  /** Main's clock, so that ages do not depend on the window's. */
  readonly now: string;
  /** What is wrong with this computer. Absent: nothing that concerns whoever asks. */
  readonly troubles?: readonly Trouble[];
}

export interface FoundLine {
  readonly kind: 'call' | 'incident' | 'unit' | 'past-call';
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}
export type Found = readonly FoundLine[];

export interface DraftText {
  readonly subject: string;
  readonly field: string;
  readonly text: string;
  /** What was on record when the typing began; null where nothing could be. */
  readonly over: string | null;
  /** When the last key was typed. */
  readonly savedAt: string;
}

export interface PastSummary {
  readonly calls: number;
  readonly behavioral: number;
}

/** What main pushes. One feed per window; `focus` only when the focused incident changed. */
export interface FeedMessage {
  readonly patch: BoardPatch;
  /** The console was locked or unlocked since the last message. */
  readonly locked?: boolean;
  /** Undefined when the focused incident did not change. */
  readonly focus?: IncidentView;
  /** Everything that is wrong with this computer now; undefined when that did not change. */
  readonly troubles?: readonly Trouble[];
  /** Typed, or settled, at another window of the same operator; text null when it is a draft no more. */
  readonly draft?: Omit<DraftText, 'text'> & { readonly text: string | null };
}

/** The last act of this operator here, as undo would take it back. */
export interface UndoOffer {
  /** The journal entry that is taken back; null when nothing is, and `says` why. */
  readonly seq: number | null;
  /** What is so afterwards, in a sentence. */
  readonly says: string;
}

/** What a person needs who enters paper cards after an outage. */
export interface BackEntryView {
  /** Newest first. */
  readonly outages: readonly Outage[];
  /** Cards that are in already, the last ones first. */
  readonly cards: readonly {
    readonly card: string;
    readonly incidentId: IncidentId;
    readonly number: number;
    /** When it was entered. */
    readonly at: string;
    readonly byName: string;
  }[];
}
