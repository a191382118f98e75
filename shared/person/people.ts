/** How somebody who calls stands to the person the call is about. */
export const RELATIONS = [
  'parent',
  'guardian',
  'partner',
  'sibling',
  'child',
  'other-relative',
  'friend',
  'neighbor',
  'professional',
  'passer-by',
  'not-said',
] as const;
export type Relation = (typeof RELATIONS)[number];

export const RELATION_LABELS: Readonly<Record<Relation, string>> = {
  parent: 'Parent',
  guardian: 'Guardian',
  partner: 'Partner',
  sibling: 'Sister or brother',
  child: 'Child',
  'other-relative': 'Other relative',
  friend: 'Friend',
  neighbor: 'Neighbor',
  professional: 'Professional or staff',
  'passer-by': 'Passer-by',
  'not-said': 'Not said',
};

export const AGE_BANDS = ['under-12', '12-17', '18-25', '26-64', '65-and-over'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export const AGE_BAND_LABELS: Readonly<Record<AgeBand, string>> = {
  'under-12': 'Under 12',
  '12-17': '12 to 17',
  '18-25': '18 to 25',
  '26-64': '26 to 64',
  '65-and-over': '65 and over',
};

/** A date where it is known, an age band where only that is. */
export type Birth =
  | { readonly known: 'nothing' }
  | { readonly known: 'band'; readonly band: AgeBand }
  /** ISO date. */
  | { readonly known: 'date'; readonly date: string };

/** The person the call is about. Empty text is not said. */
export interface Subject {
  readonly name: string;
  /** How they want to be spoken to; empty is by the name. */
  readonly addressAs: string;
  readonly pronouns: string;
  readonly birth: Birth;
}

/** The voice on the line, when it is somebody else's. */
export interface Caller {
  readonly name: string;
  readonly relation: Relation;
  readonly callback: string;
}

export const REACHABLE = ['yes', 'no', 'not-tried'] as const;
export const TOLD = ['told', 'not-told', 'must-not-be-told'] as const;
export const CONSENTS = ['given', 'refused', 'not-asked', 'not-needed'] as const;

export const REACHABLE_LABELS: Readonly<Record<(typeof REACHABLE)[number], string>> = {
  yes: 'Reached',
  no: 'Not reached',
  'not-tried': 'Not tried yet',
};
export const TOLD_LABELS: Readonly<Record<(typeof TOLD)[number], string>> = {
  told: 'Told of the call',
  'not-told': 'Not told yet',
  'must-not-be-told': 'Must not be told: it would endanger the person',
};
export const CONSENT_LABELS: Readonly<Record<(typeof CONSENTS)[number], string>> = {
  given: 'Agrees to help by phone',
  refused: 'Does not agree',
  'not-asked': 'Not asked yet',
  'not-needed': 'Not needed: the person’s own right',
};

/** Who decides for a person who may not yet decide alone, and what has been done about it. */
export interface Guardian {
  readonly name: string;
  readonly number: string;
  readonly reachable: (typeof REACHABLE)[number];
  readonly told: (typeof TOLD)[number];
  readonly consent: (typeof CONSENTS)[number];
  readonly note: string;
}

/**
 * Who calls and whom it is about: two things, even when they are one person. A caller who is somebody else
 * has a name, a number and a relation of their own.
 */
export type People = {
  readonly subject: Subject;
  /** Null while nobody asked, and for somebody who decides alone. */
  readonly guardian: Guardian | null;
} & (
  | { readonly who: 'self'; readonly callback: string }
  | { readonly who: 'other'; readonly caller: Caller }
);

/** What a screen or a note is told by: the person themself, or somebody for them. */
export type Informs = 'person' | 'third-party';

/** Null while nobody said who calls: then nothing may be taken for the person's own word. */
export function informantOf(people: People | null): Informs | null {
  if (people === null) return null;
  return people.who === 'self' ? 'person' : 'third-party';
}

/** What the person is called when spoken to; empty when nobody said. */
export function spokenName({ name, addressAs }: Subject): string {
  return addressAs === '' ? name : addressAs;
}

/** The number to call when the line breaks; empty when nobody said. */
export function callbackOf(people: People): string {
  return people.who === 'self' ? people.callback : people.caller.callback;
}
