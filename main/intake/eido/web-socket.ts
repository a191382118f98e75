import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { DocumentIntake } from './document-intake.ts';
import { addressOf, EIDO_PATH, PLAIN_HEADERS } from './http-requests.ts';
import { memberIn } from './json-slices.ts';
import { refusedAs, type Outcome } from './say-outcome.ts';

/** Messages of one connection that are not answered yet: until some are, no more is read of it. */
const WAITING_MOST = 64;
/** What had been read by then is whole documents, or somebody sends crumbs: they are cut off. */
const CRUMBS_MOST = 4 * WAITING_MOST;
/** Answers nobody fetches. */
const UNREAD_BYTES_MOST = 1_048_576;
const PING_MS = 30_000;

const CLOSE_NOT_TEXT = 1003;
const CLOSE_TOO_MUCH = 1008;

/** Documents over a WebSocket, each in a message: as it is, or in a notification of NENA-STA-021. */
export class SocketDoor {
  readonly #intake: DocumentIntake;
  readonly #server: WebSocketServer;
  readonly #ping: NodeJS.Timeout;
  readonly #quiet = new WeakSet<WebSocket>();

  constructor(intake: DocumentIntake) {
    this.#intake = intake;
    this.#server = new WebSocketServer({
      noServer: true,
      maxPayload: intake.setting.limits.documentBytes * 2,
      // Nothing compressed is opened here.
      perMessageDeflate: false,
    });
    this.#ping = setInterval(() => this.#pingAll(), PING_MS).unref();
  }

  /** A connection that wants to become a WebSocket. */
  open(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const from = addressOf(request);
    socket.on('error', () => socket.destroy());
    const path = (request.url ?? '').split('?', 1)[0];
    const refused = path === EIDO_PATH ? this.#intake.admit(request, from) : NO_SOCKET_HERE;
    if (refused !== null) return refuseUpgrade(socket, refused);
    this.#server.handleUpgrade(request, socket, head, (opened) =>
      this.#listen(opened, from, socket),
    );
  }

  close(): void {
    clearInterval(this.#ping);
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }

  /** Documents are taken as they come, and answered in that order. */
  #listen(socket: WebSocket, from: string, stream: Duplex): void {
    let waiting = 0;
    let turn = Promise.resolve();
    const say = corked(stream);
    socket.on('pong', () => this.#quiet.delete(socket));
    socket.on('error', () => socket.terminate());
    socket.on('message', (raw, isBinary) => {
      if (isBinary) return socket.close(CLOSE_NOT_TEXT, 'Send text.');
      waiting += 1;
      if (waiting > CRUMBS_MOST) return socket.close(CLOSE_TOO_MUCH, 'Wait for the answers.');
      if (waiting === WAITING_MOST) socket.pause();
      const answer = this.#answer(textOf(raw), from);
      // Its turn to be said comes after those before it: until then nobody else looks at it.
      answer.catch(() => undefined);
      const answered = async (): Promise<void> => {
        const said = await answer;
        waiting -= 1;
        if (waiting < WAITING_MOST) socket.resume();
        if (socket.bufferedAmount > UNREAD_BYTES_MOST) socket.terminate();
        else if (socket.readyState === socket.OPEN) say(() => socket.send(JSON.stringify(said)));
      };
      turn = turn.then(answered).catch(() => socket.terminate());
    });
  }

  async #answer(text: string, from: string): Promise<object> {
    const outOfTurn = this.#intake.outOfTurn(from);
    if (outOfTurn !== null) return asMessage(outOfTurn);
    const message = messageIn(text);
    if (message === null) return asMessage(await this.#intake.take(text, from));
    const { kind, transactionId, subscriptionId, requestId } = message;
    switch (kind) {
      case 'event': {
        const documents = memberIn(memberIn(text, 'event') ?? '', 'notification') ?? '[]';
        const outcome = await this.#intake.take(documents, from);
        return {
          eventResponse: { transactionId, ...statusOf(outcome), outcome: asMessage(outcome) },
        };
      }
      case 'subscribe':
        // Nothing of this desk goes out by itself: what leaves is a packet somebody makes.
        return {
          subscribeResponse: {
            requestId,
            statusCode: 501,
            statusText: 'Nothing is sent from here',
          },
        };
      case 'unsubscribe':
        return {
          unsubscribeResponse: { subscriptionId, statusCode: 200, statusText: 'Unsubscribed' },
        };
      case 'terminate':
        return {
          terminateResponse: { requestId, subscriptionId, statusCode: 200, statusText: 'OK' },
        };
    }
  }

  /** A connection that is gone without a word is noticed, and its place is free again. */
  #pingAll(): void {
    for (const client of this.#server.clients) {
      if (this.#quiet.has(client)) client.terminate();
      this.#quiet.add(client);
      client.ping();
    }
  }
}

/** Writes what is said in one go, such as the answers to a batch, as one piece. */
function corked(stream: Duplex): (write: () => void) => void {
  let waits = false;
  return (write) => {
    if (!waits) {
      waits = true;
      stream.cork();
      process.nextTick(() => {
        waits = false;
        stream.uncork();
      });
    }
    write();
  };
}

const KINDS = ['event', 'subscribe', 'unsubscribe', 'terminate'] as const;

interface Message {
  readonly kind: (typeof KINDS)[number];
  readonly transactionId: string | undefined;
  readonly subscriptionId: string | undefined;
  readonly requestId: string | undefined;
}

/** A document without such a member is not read twice. */
const MAY_BE_MESSAGE = new RegExp(`"(?:${KINDS.join('|')})"`, 'u');

/** Null when the text is no message around documents, but a document or nothing known. */
function messageIn(text: string): Message | null {
  if (!MAY_BE_MESSAGE.test(text)) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const kind = KINDS.find((each) => isObject(value) && isObject(ownMember(value, each)));
  if (kind === undefined || !isObject(value)) return null;
  const body = ownMember(value, kind) as object;
  return {
    kind,
    transactionId: shortText(ownMember(body, 'transactionId')),
    subscriptionId: shortText(ownMember(body, 'subscriptionId')),
    requestId: shortText(ownMember(body, 'requestId')),
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ownMember(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** An id is given back as it came, and is nothing but an id. */
function shortText(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= 300 ? value : undefined;
}

function textOf(raw: RawData): string {
  return (Array.isArray(raw) ? Buffer.concat(raw) : Buffer.from(raw as ArrayBuffer)).toString();
}

function asMessage({ status, answer, retryAfter }: Outcome): object {
  return { status, ...answer, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

function statusOf({ status, answer }: Outcome): { statusCode: number; statusText: string } {
  return answer.ok
    ? { statusCode: 200, statusText: 'OK' }
    : { statusCode: status, statusText: `${answer.why} ${answer.next}` };
}

function refuseUpgrade(socket: Duplex, { status, answer }: Outcome): void {
  socket.end(rawResponse(status, answer));
}

/** A response where there is no response to write to. */
export function rawResponse(status: number, answer: object): string {
  const text = JSON.stringify(answer);
  const headers = {
    ...PLAIN_HEADERS,
    'Content-Length': Buffer.byteLength(text),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} Refused`, ...lines, '', text].join('\r\n');
}

const NO_SOCKET_HERE = refusedAs(
  404,
  'no-such-path',
  'There is nothing here.',
  `Open the WebSocket at ${EIDO_PATH}.`,
);
