import type { KnownCaution } from './caution-lines.ts';
import type { PersonId } from '../lib/brand.ts';
import type { Certainty, DetailKind, LinkedCall, NoteStanding } from '../person/known-person.ts';
import type { Evidence, Strength } from '../person/match-person.ts';
import type { ReferralState } from '../referral/referral.ts';

/** A name, number, date or address somebody is known by, as a person reads it. */
export interface DetailLine {
  /** The record it is on: a person may be several that were merged. */
  readonly personId: PersonId;
  readonly entry: number;
  readonly kind: DetailKind;
  readonly says: string;
  readonly at: string;
  readonly byName: string;
  readonly withdrawn: {
    readonly at: string;
    readonly byName: string;
    readonly reason: string;
  } | null;
}

/** An earlier call: what came in and how it ended, in plain words. Nothing of what somebody has. */
export interface EarlierContact {
  readonly call: LinkedCall;
  /** Incident number, or record number of the other system; null when it had none. */
  readonly number: string | null;
  /** The center's wall clock, `YYYY-MM-DDTHH:MM`. */
  readonly receivedLocal: string;
  readonly callType: string;
  readonly ended: string;
  /** How the last referral of it stands; null where none was made. Which place it was is not here. */
  readonly referral: ReferralState | null;
  /** Null for a call nobody said whose it was. */
  readonly certainty: Certainty | null;
}

/** The same on the page of the person, with why it is theirs. */
export interface LinkLine extends EarlierContact {
  readonly personId: PersonId;
  readonly evidence: readonly string[];
  readonly reason: string;
  readonly at: string;
  readonly byName: string;
}

export interface PersonNoteLine {
  readonly personId: PersonId;
  readonly entry: number;
  readonly text: string;
  readonly source: string;
  readonly at: string;
  readonly byName: string;
  readonly reviewOn: string;
  readonly expiresOn: string;
  readonly reviewed: { readonly at: string; readonly byName: string } | null;
  readonly standing: NoteStanding;
}

export interface NextTimeLine {
  readonly personId: PersonId;
  readonly says: string;
  readonly agreed: boolean;
  readonly at: string;
  readonly byName: string;
  readonly expiresOn: string;
  /** Past its last day: shown on the person's page, and not at intake. */
  readonly expired: boolean;
}

/** How what was heard stands to somebody known. */
export interface MatchLine {
  readonly strength: Strength;
  readonly because: string;
  readonly evidence: readonly Evidence[];
}

/** Somebody this call may be about, with what whoever answers should know of earlier calls. */
export interface CandidateLine {
  readonly personId: PersonId;
  readonly number: number;
  /** Their name, or “Person 4”. */
  readonly label: string;
  /** Null when nothing on the call speaks for them, and a human linked them all the same. */
  readonly match: MatchLine | null;
  /** What a human said of this call; null while nobody has. */
  readonly certainty: Certainty | null;
  readonly contacts: readonly EarlierContact[];
  /** How many there are; `contacts` holds the latest of them. */
  readonly contactsInAll: number;
  readonly notes: readonly PersonNoteLine[];
  readonly plan: NextTimeLine | null;
  readonly cautions: readonly KnownCaution[];
}

/** Whom a call may be about. Nobody is linked by it: a human says so. */
export interface KnownOnCall {
  /** Whom it is said to be about; empty and null while nobody has said. */
  readonly name: string;
  readonly birthDate: string | null;
  /** What it is looked up by, for a person that is registered from here. */
  readonly phone: string | null;
  readonly address: string | null;
  /** The likely ones first. */
  readonly candidates: readonly CandidateLine[];
  /** What was not used, because so many share it: sentences. */
  readonly crowds: readonly string[];
  /** Earlier calls from the same number that are nobody's yet. */
  readonly sameNumber: readonly EarlierContact[];
}

/** A line of the search. */
export interface PersonLine {
  readonly personId: PersonId;
  readonly number: number;
  readonly label: string;
  /** What else they are known by, in a few words. */
  readonly details: readonly string[];
  readonly contacts: number;
  /** Day of the latest, ISO; null when there is none. */
  readonly lastDay: string | null;
}

export interface PeopleFound {
  readonly people: readonly PersonLine[];
  /** There are more: the search has to say more. */
  readonly more: boolean;
}

/** A record that was merged into another. */
export interface MergedLine {
  readonly personId: PersonId;
  readonly number: number;
  readonly label: string;
  /** Number of the record it was merged into. */
  readonly into: number;
}

export interface SimilarLine extends MatchLine {
  readonly personId: PersonId;
  readonly number: number;
  readonly label: string;
}

export interface PersonActLine {
  readonly seq: number;
  readonly at: string;
  readonly byName: string;
  readonly text: string;
}

/** Everything about one person, as known after merges. */
export interface PersonPage {
  readonly personId: PersonId;
  readonly number: number;
  readonly label: string;
  readonly registeredAt: string;
  readonly registeredBy: string;
  readonly merged: readonly MergedLine[];
  readonly details: readonly DetailLine[];
  /** The latest first, as many as are sent at once. */
  readonly calls: readonly LinkLine[];
  readonly callsInAll: number;
  readonly notes: readonly PersonNoteLine[];
  readonly plan: NextTimeLine | null;
  readonly cautions: readonly KnownCaution[];
  /** Others who may be the same person. */
  readonly similar: readonly SimilarLine[];
  /** Who said what of whom, the latest first. */
  readonly history: readonly PersonActLine[];
}

/** What a merge would make, before it is made. */
export interface MergePreview {
  readonly after: PersonPage;
  readonly absorbed: {
    readonly personId: PersonId;
    readonly number: number;
    readonly label: string;
  };
  /** Null when nothing known of both agrees. */
  readonly match: MatchLine | null;
  /** Somebody said that they are two. */
  readonly toldApart: boolean;
}
