import type { Answer, Informant } from '../facts/fact.ts';
import type { UnservedReason } from '../incident/alternative-course.ts';
import type { DispositionCode } from '../incident/disposition.ts';
import type { Service } from '../incident/incident.ts';
import type { OperatorId, UnitId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/** A time on a card: as written, or “about” where the card does not say exactly. */
export interface CardTime {
  /** ISO instant. */
  readonly at: string;
  readonly about: boolean;
}

export interface CardUnit {
  readonly unitId: UnitId;
  readonly assigned: CardTime;
  /** Null where the card has no such time. */
  readonly enRoute: CardTime | null;
  readonly onScene: CardTime | null;
  readonly clear: CardTime;
}

/** One call that was worked on paper, as it is typed in from its card. */
export interface PaperCard {
  readonly card: string;
  readonly keptBy: string;
  readonly received: CardTime;
  readonly answered: CardTime;
  readonly address: string;
  readonly areaId: string | null;
  readonly callback: string | null;
  readonly callType: string | null;
  readonly words: string;
  readonly answers: readonly {
    readonly fact: string;
    readonly answer: Answer;
    readonly informant: Informant;
  }[];
  /** Police or EMS that was called, and when; null when neither was. */
  readonly called: { readonly at: CardTime; readonly services: readonly Service[] } | null;
  readonly decided: {
    readonly at: CardTime;
    readonly response: string;
    readonly reason: string | null;
    /** Already proved to be who they say. */
    readonly secondPerson: OperatorId | null;
  } | null;
  /** A clinician who took the call; it ends when the card does. */
  readonly phone: { readonly clinician: OperatorId; readonly taken: CardTime } | null;
  readonly units: readonly CardUnit[];
  /** Null while it goes on: it is then worked on at the console. */
  readonly closed: {
    readonly at: CardTime;
    readonly disposition: DispositionCode;
    readonly note: string;
  } | null;
  readonly unserved: UnservedReason | null;
}

/** Cards are told apart whatever the writing: “ c-12” is “C-12”. */
export function cardKey(card: string): string {
  return card.trim().replace(/\s+/g, ' ').toUpperCase();
}

interface Step {
  /** The field of the form a refusal belongs to. */
  readonly field: string;
  readonly what: string;
  readonly time: CardTime;
}

/** Steps that follow one another by their nature, as far as the card has them. */
function chains(card: PaperCard): Step[][] {
  const step = (field: string, what: string, time: CardTime | null | undefined): Step[] =>
    time == null ? [] : [{ field, what, time }];
  const begin = [
    ...step('received', 'received', card.received),
    ...step('answered', 'answered', card.answered),
  ];
  const end = step('closed', 'closed', card.closed?.at);
  return [
    [...begin, ...step('decided', 'decided', card.decided?.at), ...end],
    [...begin, ...step('called', 'police or EMS called', card.called?.at), ...end],
    [
      ...begin,
      ...step('decided', 'decided', card.decided?.at),
      ...step('phone', 'with the clinician', card.phone?.taken),
      ...end,
    ],
    ...card.units.map(({ unitId, assigned, enRoute, onScene, clear }, at) => [
      ...begin,
      ...step(`units.${at}.assigned`, `${unitId} assigned`, assigned),
      ...step(`units.${at}.enRoute`, `${unitId} en route`, enRoute),
      ...step(`units.${at}.onScene`, `${unitId} on scene`, onScene),
      ...step(`units.${at}.clear`, `${unitId} clear`, clear),
      ...end,
    ]),
  ];
}

/** The first time that cannot be: in the future, or before what came first. Null when all are in order. */
export function timeProblem(card: PaperCard, now: string): Refusal | null {
  for (const chain of chains(card))
    for (const [at, { field, what, time }] of chain.entries()) {
      if (time.at > now)
        return refuse(
          field,
          `“${what}” lies in the future. Look at the date. Nothing was entered.`,
        );
      const before = chain[at - 1];
      if (before !== undefined && time.at < before.time.at)
        return refuse(
          field,
          `“${what}” lies before “${before.what}”. Look at both times. Nothing was entered.`,
        );
    }
  return null;
}
