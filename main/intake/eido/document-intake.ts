import type { IncomingMessage } from 'node:http';
import { accessRefused } from './access.ts';
import type { DocumentQueue } from './document-queue.ts';
import { elementsIn } from './json-slices.ts';
import { RatePerAddress } from './rate-per-address.ts';
import type { Refusals } from './refusals.ts';
import {
  outcomeOf,
  outcomeOfAll,
  outcomeOfReading,
  refusedAs,
  type Outcome,
} from './say-outcome.ts';
import type { EidoDocument } from '#shared/eido/sent-eido.ts';
import { readEido } from '#shared/eido/read-eido.ts';
import type { EidoListenerSetting } from '#shared/intake-line/line-setting.ts';
import { isRefusal } from '#shared/lib/refusal.ts';

/** Documents in one request or message. */
export const LIST_MOST = 50;
/** Of a whole list. */
export const LIST_BYTES_MOST = 4 * 1_048_576;

/** Wrong tries of one address in a minute: beyond it they are not even told what they lack. */
const TRIES_PER_MINUTE = 10;

/** What takes documents, whether they come over HTTP or over a WebSocket. */
export class DocumentIntake {
  readonly setting: EidoListenerSetting;
  readonly #queue: DocumentQueue;
  readonly #refusals: Refusals;
  readonly #rate: RatePerAddress;
  readonly #tries = new RatePerAddress(TRIES_PER_MINUTE);

  constructor(setting: EidoListenerSetting, queue: DocumentQueue, refusals: Refusals) {
    this.setting = setting;
    this.#queue = queue;
    this.#refusals = refusals;
    this.#rate = new RatePerAddress(setting.limits.perMinute);
  }

  /** Null when whoever asks may hand something over. Told before anything of a body is read. */
  admit(request: IncomingMessage, from: string): Outcome | null {
    const refused = accessRefused(this.setting.access, request);
    if (refused === null) return null;
    this.#refusals.addAttempt({ from, bytes: null, reason: refused.answer.what });
    const now = performance.now();
    if (this.#tries.take(from, now)) return refused;
    return tooMany('attempts', this.#tries.secondsUntil(from));
  }

  /** Counts `documents` against the minute of the address. Null while it has so many left. */
  outOfTurn(from: string, documents = 1): Outcome | null {
    if (this.#rate.take(from, performance.now(), documents)) return null;
    const seconds = this.#rate.secondsUntil(from, documents);
    return this.refuse(from, null, tooMany('documents', seconds));
  }

  /** Takes a document, or a list of them, as text. The first of them had its turn before it was read. */
  async take(text: string, from: string): Promise<Outcome> {
    const texts = documentsIn(text);
    if (!Array.isArray(texts)) return this.refuse(from, text.length, texts);
    return this.outOfTurn(from, texts.length - 1) ?? outcomeOfAll(await this.#takeAll(texts, from));
  }

  /** A refusal is also written down, without what was in it. */
  refuse(from: string, bytes: number | null, outcome: Outcome): Outcome {
    this.#refusals.add({ from, bytes, reason: outcome.answer.what });
    return outcome;
  }

  async #takeAll(texts: readonly string[], from: string): Promise<Outcome[]> {
    const read = texts.map((text) => this.#read(text));
    const documents = read.filter((each): each is EidoDocument => !isOutcome(each));
    const answers = documents.length === 0 ? [] : this.#queue.offer(documents, from);
    const taken = answers === null ? documents.map(() => FULL) : (await answers).map(outcomeOf);
    return read.map((each, at) => {
      const outcome = isOutcome(each) ? each : (taken.shift() ?? FULL);
      const isTheDesks = !isOutcome(each) && outcome !== FULL;
      // What the desk refused, the desk has counted.
      if (!outcome.answer.ok && !isTheDesks) this.refuse(from, texts[at]?.length ?? null, outcome);
      return outcome;
    });
  }

  #read(text: string): EidoDocument | Outcome {
    const { documentBytes } = this.setting.limits;
    if (Buffer.byteLength(text) > documentBytes) return tooLarge(documentBytes);
    const document = readEido(text);
    return isRefusal(document) ? outcomeOfReading(document) : document;
  }
}

function isOutcome(value: EidoDocument | Outcome): value is Outcome {
  return 'answer' in value;
}

/** The texts of the documents, each as it was sent. */
function documentsIn(text: string): string[] | Outcome {
  if (!isList(text)) return [text];
  try {
    JSON.parse(text);
  } catch {
    return refusedAs(
      400,
      'document-not-json',
      'The list was not taken: it is no JSON.',
      'Send one whole JSON array of documents.',
    );
  }
  const texts = elementsIn(text) ?? [];
  if (texts.length > 0 && texts.length <= LIST_MOST) return texts;
  return refusedAs(
    413,
    'list-too-long',
    `The list was not taken: it has ${texts.length} documents, and 1 to ${LIST_MOST} are taken at once.`,
    `Send up to ${LIST_MOST} documents in one request.`,
  );
}

export function isList(text: string): boolean {
  return /^[\ufeff \t\r\n]*\[/.test(text);
}

export function tooLarge(most: number): Outcome {
  return refusedAs(
    413,
    'document-too-large',
    `It was not taken: it is larger than the ${most.toLocaleString('en-US')} bytes this line takes.`,
    'Send it without media and history, or ask the supervisor of this desk for a higher limit.',
  );
}

export function tooMany(what: 'documents' | 'attempts', seconds: number): Outcome {
  return refusedAs(
    429,
    'too-many',
    `It was not taken: too many ${what} came from this address within a minute.`,
    'Wait as long as Retry-After says, then send it again.',
    seconds,
  );
}

const FULL = refusedAs(
  503,
  'queue-full',
  'It was not taken: more documents wait for the desk than it can hold.',
  'Wait as long as Retry-After says, then send it again.',
  1,
);
