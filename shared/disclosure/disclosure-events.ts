import type { Disclosure } from './disclosure.ts';
import type { SectionId } from './packet.ts';
import type { DisclosureId, IncidentId, OperatorId } from '../lib/brand.ts';

type OnDisclosure<Type extends string, Body = object> = {
  readonly type: Type;
  readonly disclosureId: DisclosureId;
  readonly incidentId: IncidentId;
} & Readonly<Body>;

/** What left the center and what became of it, past tense. Never the words that went: their digest. */
export type DisclosureEvent =
  | OnDisclosure<
      'disclosure.made',
      Pick<
        Disclosure,
        | 'recipient'
        | 'to'
        | 'purpose'
        | 'way'
        | 'sections'
        | 'basis'
        | 'digest'
        | 'fileDigest'
        | 'asOf'
        | 'emergency'
      >
    >
  | OnDisclosure<'disclosure.read-back', { sections: readonly SectionId[] }>
  | OnDisclosure<'disclosure.reviewed', { words: string }>
  | OnDisclosure<'disclosure.review-overdue'>;

/** The disclosure after one more event. */
export function evolveDisclosure(
  disclosure: Disclosure | null,
  event: DisclosureEvent,
  { at, by }: { readonly at: string; readonly by: OperatorId },
): Disclosure | null {
  if (event.type === 'disclosure.made') {
    const { type: _type, ...made } = event;
    return { ...made, at, by, readBack: [], overdueAt: null, reviewed: null };
  }
  if (disclosure === null) return null;
  switch (event.type) {
    case 'disclosure.read-back':
      return { ...disclosure, readBack: event.sections };
    case 'disclosure.reviewed':
      return { ...disclosure, reviewed: { words: event.words, at, by } };
    case 'disclosure.review-overdue':
      return { ...disclosure, overdueAt: at };
  }
}
