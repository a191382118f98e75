import type { IncidentId, OperatorId, PersonId } from '../lib/brand.ts';

/** What somebody is known by. The number is as it is dialed, so that two writings of it are one. */
export type Detail =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'phone'; readonly number: string; readonly shown: string }
  /** ISO date. */
  | { readonly kind: 'birth'; readonly date: string }
  | { readonly kind: 'address'; readonly address: string };
export type DetailKind = Detail['kind'];

export const DETAIL_LABELS: Readonly<Record<DetailKind, string>> = {
  name: 'Name',
  phone: 'Number',
  birth: 'Date of birth',
  address: 'Address',
};

interface Written {
  /** The journal entry it was written in: what it is named by. */
  readonly entry: number;
  /** ISO instant. */
  readonly at: string;
  readonly by: OperatorId;
}

export interface Withdrawal {
  readonly at: string;
  readonly by: OperatorId;
  readonly reason: string;
}

export interface KnownDetail extends Written {
  readonly detail: Detail;
  /** What was taken back stays on the record, and identifies nobody. */
  readonly withdrawn: Withdrawal | null;
}

/** How to meet somebody: for whoever answers and whoever goes there. Says what to do, never what somebody has. */
export interface ApproachNote extends Written {
  readonly text: string;
  /** Who says so. */
  readonly source: string;
  /** ISO date of the center: from the day after it, somebody has to look whether it is still true. */
  readonly reviewOn: string;
  /** ISO date of the center: the last day it is shown at intake. */
  readonly expiresOn: string;
  readonly reviewed: { readonly at: string; readonly by: OperatorId } | null;
  readonly withdrawn: Withdrawal | null;
}

/** What to do when this person is in touch again. */
export interface NextTimePlan extends Written {
  readonly says: string;
  /** The person agreed to it; otherwise it is what others think best. */
  readonly agreed: boolean;
  readonly expiresOn: string;
}

/** One record of somebody. Several may turn out to be one person: then one remains, and leads to the others. */
export interface KnownPerson {
  readonly personId: PersonId;
  /** Short number said aloud: a person may have no name, and a name is not said across the room. */
  readonly number: number;
  readonly registeredAt: string;
  readonly registeredBy: OperatorId;
  readonly details: readonly KnownDetail[];
  readonly notes: readonly ApproachNote[];
  readonly plan: NextTimePlan | null;
  /** Who this record is counted as; null while it stands for itself. Its own content never moves. */
  readonly mergedInto: PersonId | null;
  /** Records somebody said are of somebody else: not suggested again. */
  readonly toldApart: readonly PersonId[];
}

/** A call of this center, or one taken over from another system by its key. */
export type LinkedCall = { readonly incidentId: IncidentId } | { readonly pastCall: string };

export function callIdOf(call: LinkedCall): string {
  return 'incidentId' in call ? call.incidentId : call.pastCall;
}

/** Certain: a person confirmed it. Uncertain: a person said it may be; it counts in no figure. */
export const CERTAINTIES = ['certain', 'uncertain'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** That a call was of somebody, and what the human who said so had before their eyes. */
export interface CallLink {
  readonly call: LinkedCall;
  /** The record it was linked to, whatever that was merged into since. */
  readonly personId: PersonId;
  readonly certainty: Certainty;
  readonly evidence: readonly string[];
  /** What the human knew besides; empty when the evidence says it all. */
  readonly reason: string;
  readonly at: string;
  readonly by: OperatorId;
}

/** A person as they are known after merges: the record that remains first, then those merged into it. */
export interface WholePerson {
  readonly root: KnownPerson;
  readonly members: readonly KnownPerson[];
}

export function isMemberOf({ members }: WholePerson, personId: PersonId): boolean {
  return members.some((member) => member.personId === personId);
}

/** What identifies somebody now. */
export function standingDetails({ members }: WholePerson): Detail[] {
  return members.flatMap(({ details }) =>
    details.filter(({ withdrawn }) => withdrawn === null).map(({ detail }) => detail),
  );
}

/** What somebody is called in a list: the first name that stands, else their number. */
export function personLabel(whole: WholePerson): string {
  const name = standingDetails(whole).find((detail) => detail.kind === 'name');
  return name?.kind === 'name' ? name.name : `Person ${whole.root.number}`;
}

/** Whether somebody said of these two that they are two. */
export function areToldApart(one: WholePerson, another: WholePerson): boolean {
  const says = (a: WholePerson, b: WholePerson) =>
    a.members.some(({ toldApart }) => toldApart.some((personId) => isMemberOf(b, personId)));
  return says(one, another) || says(another, one);
}

export type NoteStanding = 'current' | 'to-review' | 'expired' | 'withdrawn';

/** `localDate` is the center's ISO date. */
export function noteStanding(
  { withdrawn, reviewOn, expiresOn }: ApproachNote,
  localDate: string,
): NoteStanding {
  if (withdrawn !== null) return 'withdrawn';
  if (expiresOn < localDate) return 'expired';
  return reviewOn < localDate ? 'to-review' : 'current';
}

/** Those that are shown at intake, the newest first. */
export function notesAtIntake({ members }: WholePerson, localDate: string): ApproachNote[] {
  return members
    .flatMap(({ notes }) => notes)
    .filter((note) => ['current', 'to-review'].includes(noteStanding(note, localDate)))
    .toSorted((a, b) => b.entry - a.entry);
}

/** The plan that counts: the one written last, until its last day has passed. */
export function planNow({ members }: WholePerson, localDate: string): NextTimePlan | null {
  const [last] = members.flatMap(({ plan }) => plan ?? []).toSorted((a, b) => b.entry - a.entry);
  return last === undefined || last.expiresOn < localDate ? null : last;
}
