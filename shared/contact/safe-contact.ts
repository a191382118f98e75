import type { MayAnswer, MessageSafe } from './contact.ts';
import type { IncidentId, OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

export const SAYS_WE_ARE = ['center', 'first-name', 'nothing'] as const;
/** What whoever calls says of themselves while they do not know who is on the line. */
export type SaysWeAre = (typeof SAYS_WE_ARE)[number];
export const SAYS_WE_ARE_LABELS: Readonly<Record<SaysWeAre, string>> = {
  center: 'That the center calls',
  'first-name': 'A first name only',
  nothing: 'Nothing, until they are on the line',
};

/** What is safe on a number, whoever calls it and whatever for. It holds for every call to it. */
export interface SafeContact {
  /** As the phone of the center would dial it: the same number however it is typed. */
  readonly number: string;
  readonly message: MessageSafe;
  readonly mayAnswer: MayAnswer;
  /** In their words, such as “after six, not on Fridays”; empty when nobody said. */
  readonly bestTime: string;
  /** BCP-47; empty for English. */
  readonly language: string;
  readonly saysWeAre: SaysWeAre;
  readonly notedAt: string;
  readonly notedBy: OperatorId;
}

export type SafeContactSaid = Omit<SafeContact, 'notedAt' | 'notedBy'>;

export type SafeContactNoted = {
  readonly type: 'safe-contact.noted';
  /** Where it was said; its timeline shows it. */
  readonly incidentId: IncidentId;
} & SafeContactSaid;

export function noteSafeContact(
  incidentId: IncidentId,
  said: SafeContactSaid,
): SafeContactNoted[] | Refusal {
  // Who may know that the center calls, and what is said to whoever answers, have to agree.
  if (said.mayAnswer === 'only-them' && said.saysWeAre === 'center')
    return refuse(
      'says-too-much',
      'Only they may answer, so nobody else may hear that the center calls. Nothing was written down; say a first name only, or nothing.',
    );
  return [{ type: 'safe-contact.noted', incidentId, ...said, bestTime: said.bestTime.trim() }];
}

/** The stricter of what was promised with one call and what is known of the number. */
export function messageSafeOn(message: MessageSafe, known: SafeContact | null): MessageSafe {
  if (message === 'no' || known?.message === 'no') return 'no';
  return known === null || known.message === 'unknown' ? message : known.message;
}

export function mayAnswerOn(mayAnswer: MayAnswer, known: SafeContact | null): MayAnswer {
  if (mayAnswer === 'only-them' || known?.mayAnswer === 'only-them') return 'only-them';
  return known === null || known.mayAnswer === 'unknown' ? mayAnswer : known.mayAnswer;
}
