import type { Acknowledged } from '#shared/delivery/delivery.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';

/** What a sender is told. `why` says what happened to what it sent, `next` what to do now. */
export interface Answer {
  readonly ok: boolean;
  /** `new-call`, `update`, `known`, or the code of the refusal. */
  readonly what: string;
  readonly callNumber?: number;
  readonly why: string;
  readonly next: string;
  /** For several documents: the answer to each, in their order. */
  readonly documents?: readonly (Answer & { readonly status: number })[];
}

export interface Outcome {
  readonly status: number;
  readonly answer: Answer;
  /** Seconds to wait before it is sent again. */
  readonly retryAfter?: number;
}

const NOTHING = 'Nothing to do.';
const SEND_AGAIN =
  'Send the same document again later: one that is here already is known and changes nothing.';
const CORRECT = 'Correct the document and send it again.';

export function refusedAs(
  status: number,
  what: string,
  why: string,
  next: string,
  retryAfter?: number,
): Outcome {
  const answer = { ok: false, what, why, next };
  return retryAfter === undefined ? { status, answer } : { status, answer, retryAfter };
}

/** The reader has understood that it is no document at all, rather than one that says too little. */
const NOT_READ = new Set(['document-not-json', 'document-not-utf-8']);

export function outcomeOfReading(refusal: Refusal): Outcome {
  const { refused, because } = refusal;
  if (refused === 'document-too-large') return refusedAs(413, refused, because, CORRECT);
  return refusedAs(NOT_READ.has(refused) ? 400 : 422, refused, because, CORRECT);
}

/** Refusals of the desk that have nothing to do with the document: it may come again as it is. */
const FOR_NOW = new Set(['not-set-up', 'not-taken', 'not-written', 'no-answer']);

export function outcomeOf(delivered: Acknowledged): Outcome {
  if (isRefusal(delivered)) {
    const { refused, because } = delivered;
    return FOR_NOW.has(refused)
      ? refusedAs(503, refused, because, SEND_AGAIN, 30)
      : refusedAs(422, refused, because, CORRECT);
  }
  const { what, callNumber } = delivered;
  return {
    status: what === 'new-call' ? 201 : 200,
    answer: { ok: true, what, callNumber, why: WHY[what](callNumber), next: NOTHING },
  };
}

const WHY = {
  'new-call': (call: number) => `It is on the record and rings as call ${call}.`,
  update: (call: number) => `It is on the record beside call ${call}.`,
  known: (call: number) =>
    `It was here before, or something newer of call ${call} is. Nothing was written.`,
} as const;

/** One answer for all of a list: 207 where they did not all go the same way. */
export function outcomeOfAll(outcomes: readonly Outcome[]): Outcome {
  const [first] = outcomes;
  if (first !== undefined && outcomes.length === 1) return first;
  const taken = outcomes.filter(({ answer }) => answer.ok).length;
  const same = outcomes.every(({ status }) => status === first?.status);
  const retryAfter = Math.max(...outcomes.map((each) => each.retryAfter ?? 0));
  const ok = taken === outcomes.length;
  return {
    status: same && first !== undefined ? first.status : 207,
    answer: {
      ok,
      what: 'several',
      why: `${taken} of ${outcomes.length} documents were taken.`,
      next: ok
        ? NOTHING
        : 'Look at the answer to each document, and send those again that were not taken.',
      documents: outcomes.map(({ status, answer }) => ({ ...answer, status })),
    },
    ...(retryAfter > 0 ? { retryAfter } : {}),
  };
}
