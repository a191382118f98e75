import type { Purpose, Recipient } from './recipient.ts';
import type { ConsentId } from '../lib/brand.ts';
import type { Partition } from '../partition/partition.ts';
import type { Position } from '../place/position.ts';
import type { UnitStatus } from '../unit/unit-status.ts';

/** The fixed form, in the order it is read aloud. The same both ways, whoever gets it. */
export const SECTIONS = [
  'hazards',
  'justice',
  'location',
  'people',
  'person',
  'happened',
  'screen',
  'done',
  'units',
  'language',
  'clinician',
  'clinical',
  'part-2',
] as const;
export type SectionId = (typeof SECTIONS)[number];

export interface SectionForm {
  readonly title: string;
  readonly partition: Partition;
  /** Keeps somebody safe: an emergency opens it also where it opens nothing else. */
  readonly necessary: boolean;
}

export const SECTION_FORMS: Readonly<Record<SectionId, SectionForm>> = {
  hazards: { title: 'Hazards and approach', partition: 'dispatch', necessary: true },
  justice: { title: 'Officer safety', partition: 'justice', necessary: true },
  location: { title: 'Location', partition: 'dispatch', necessary: true },
  people: { title: 'Callback', partition: 'dispatch', necessary: true },
  person: { title: 'Who calls, who it is about', partition: 'clinical', necessary: true },
  happened: { title: 'What happened now', partition: 'dispatch', necessary: true },
  screen: { title: 'Suicide risk screen', partition: 'clinical', necessary: true },
  done: { title: 'What was done', partition: 'dispatch', necessary: false },
  units: { title: 'Who is on the way', partition: 'dispatch', necessary: false },
  language: { title: 'Language', partition: 'dispatch', necessary: true },
  clinician: { title: 'Clinician', partition: 'dispatch', necessary: true },
  clinical: { title: 'Clinical summary', partition: 'clinical', necessary: false },
  'part-2': { title: 'Substance use (42 CFR Part 2)', partition: 'part-2', necessary: false },
};

/** What a partition is called in a sentence. */
export const PARTITION_WORDS: Readonly<Record<Partition, string>> = {
  dispatch: 'the dispatch record',
  clinical: 'clinical text',
  'part-2': 'substance-use text (Part 2)',
  justice: 'criminal-justice text',
};

/** What went, in kind: the dispatch record as one thing, each further section by its title. */
export function natureOf(sections: readonly SectionId[]): string[] {
  const isDispatch = (id: SectionId) => SECTION_FORMS[id].partition === 'dispatch';
  const further = sections.filter((id) => !isDispatch(id)).map((id) => SECTION_FORMS[id].title);
  return sections.some(isDispatch) ? ['Dispatch record', ...further] : further;
}

/** One line of the form: what it is, and beside it who said it and when. */
export interface PacketLine {
  readonly label: string;
  readonly text: string;
  readonly said: string | null;
}

/** A caution as a machine reads it. */
export interface CodedCaution {
  readonly kind: string;
  readonly text: string;
  readonly source: string;
  readonly recordedAt: string;
  readonly expiresOn: string;
}

export interface CodedUnit {
  readonly unitId: string;
  readonly teamType: string;
  readonly team: string;
  readonly status: UnitStatus;
}

/** What a section says in codes, beside its lines: a file of it is made from nothing else. */
interface SectionCodes {
  readonly hazards: { readonly cautions: readonly CodedCaution[] };
  readonly justice: { readonly cautions: readonly CodedCaution[] };
  readonly location: {
    readonly address: string;
    readonly area: string | null;
    readonly position: Position | null;
  };
  readonly people: { readonly callback: string | null };
  readonly happened: {
    readonly callType: string | null;
    readonly callTypeLabel: string | null;
    readonly receivedAt: string;
    readonly answeredAt: string;
  };
  readonly done: { readonly closed: string | null };
  readonly units: { readonly units: readonly CodedUnit[] };
}

/** Everything one section holds. Without lines nothing is recorded, which the form says in words. */
export type PacketSection = {
  readonly [Id in SectionId]: {
    readonly id: Id;
    readonly lines: readonly PacketLine[];
    readonly coded: Id extends keyof SectionCodes ? SectionCodes[Id] : null;
  };
}[SectionId];

/** What the whole form could say, before it is cut for somebody. Never leaves main. */
export type PacketContent = {
  readonly [Id in SectionId]: Extract<PacketSection, { readonly id: Id }>;
};

/** What everybody who gets a packet sees of where it comes from. */
export interface PacketHead {
  readonly center: string;
  readonly psapId: string;
  readonly timeZone: string;
  readonly number: number;
  readonly position: string;
  readonly training: boolean;
  /** Name and role of who makes it. */
  readonly madeBy: string;
  readonly madeById: string;
}

/** What lets a section go. */
export type Basis =
  | { readonly kind: 'table'; readonly source: string }
  | { readonly kind: 'consent'; readonly consentId: ConsentId }
  | { readonly kind: 'emergency'; readonly grounds: readonly string[] };

export interface LeftOut {
  readonly id: SectionId;
  readonly reason: string;
}

/** The form, cut for one recipient. `leftOut` is for who makes it; the recipient never sees it. */
export interface Packet {
  readonly head: PacketHead;
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  /** ISO instant it was true at. */
  readonly asOf: string;
  readonly sections: readonly PacketSection[];
  readonly leftOut: readonly LeftOut[];
  readonly basis: readonly Basis[];
  /** What stands under it when it holds substance-use text; empty when it does not. */
  readonly notice: readonly string[];
}
