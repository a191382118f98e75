import type { IncomingMessage, ServerResponse } from 'node:http';
import { isList, LIST_BYTES_MOST, tooLarge, type DocumentIntake } from './document-intake.ts';
import { refusedAs, type Outcome } from './say-outcome.ts';
import { utf8Text } from '#main/desk/utf8-text.ts';

/** Where documents are sent, and where a WebSocket is opened. */
export const EIDO_PATH = '/eido';

/** Of all bodies that are being read at a moment, on all connections together. */
const HELD_BYTES_MOST = 64 * 1_048_576;
/** What is still listened to of a request that is refused, so that its sender hears why. */
const DRAINED_MS = 1_000;

let heldBytes = 0;

/** Answers one request. Never throws, and never says more of this desk than what became of the request. */
export async function answerRequest(
  intake: DocumentIntake,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '').split('?', 1)[0];
  if (path === '/health' && (request.method === 'GET' || request.method === 'HEAD'))
    return send(response, 200, { ok: true });
  const outcome = await outcomeFor(intake, request, response, path ?? '');
  if (outcome === null) return void response.destroy();
  if (!request.complete) {
    await drained(request);
    if (!request.complete) response.setHeader('Connection', 'close');
  }
  sendOutcome(response, outcome);
}

/** Null when the sender has gone. */
async function outcomeFor(
  intake: DocumentIntake,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<Outcome | null> {
  const from = addressOf(request);
  const refused =
    elsewhere(path, request.method ?? '', response) ??
    intake.admit(request, from) ??
    intake.outOfTurn(from);
  if (refused !== null) return refused;
  const declared = Number(request.headers['content-length'] ?? 0);
  const unfit =
    wrongKind(request) ?? (declared > LIST_BYTES_MOST ? tooLarge(LIST_BYTES_MOST) : null);
  if (unfit !== null) return intake.refuse(from, declared, unfit);
  if (request.headers.expect !== undefined) response.writeContinue();
  const body = await readBody(request, intake.setting.limits.documentBytes);
  if (body === null) return null;
  if (!Buffer.isBuffer(body)) return intake.refuse(from, declared, body);
  const text = utf8Text(body);
  return text === null ? intake.refuse(from, body.length, NOT_UTF_8) : intake.take(text, from);
}

export function addressOf({ socket }: IncomingMessage): string {
  return socket.remoteAddress ?? 'unknown';
}

function elsewhere(path: string, method: string, response: ServerResponse): Outcome | null {
  if (path !== EIDO_PATH) return NO_SUCH_PATH;
  if (method === 'POST') return null;
  response.setHeader('Allow', 'POST');
  return ONLY_POST;
}

function wrongKind({ headers }: IncomingMessage): Outcome | null {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') return COMPRESSED;
  const type = headers['content-type'] ?? '';
  const isJson = /^application\/(json|[\w.!#$&^-]+\+json)\s*(;|$)/i.test(type);
  const charset = /;\s*charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1]?.toLowerCase() ?? 'utf-8';
  return isJson && ['utf-8', 'utf8'].includes(charset) ? null : NO_JSON;
}

/** The body; null when the sender went away before its end. */
function readBody(
  request: IncomingMessage,
  documentMost: number,
): Promise<Buffer | Outcome | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let most = documentMost;
    const settle = (settled: Buffer | Outcome | null): void => {
      heldBytes -= bytes;
      bytes = 0;
      chunks.length = 0;
      request.off('data', onData);
      resolve(settled);
    };
    const onData = (chunk: Buffer): void => {
      // A list is larger than one document: its first sign says that it is one.
      if (bytes === 0 && isList(chunk.toString('latin1', 0, 64))) most = LIST_BYTES_MOST;
      chunks.push(chunk);
      bytes += chunk.length;
      heldBytes += chunk.length;
      if (bytes > most) settle(tooLarge(most));
      else if (heldBytes > HELD_BYTES_MOST) settle(BUSY);
    };
    request.on('data', onData);
    request.once('end', () => settle(Buffer.concat(chunks)));
    request.once('close', () => settle(null));
  });
}

/** Whoever is still sending hears the answer only once it has stopped. */
function drained(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, DRAINED_MS);
    const over = (): void => {
      clearTimeout(late);
      resolve();
    };
    request.once('end', over);
    request.once('close', over);
    request.resume();
  });
}

export function sendOutcome(response: ServerResponse, outcome: Outcome): void {
  const { status, answer, retryAfter } = outcome;
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  // Each try costs a connection.
  if (status === 401 || status === 403) response.setHeader('Connection', 'close');
  if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
  send(response, status, answer);
}

function send(response: ServerResponse, status: number, body: object): void {
  if (response.destroyed) return;
  const text = JSON.stringify(body);
  response.writeHead(status, { ...PLAIN_HEADERS, 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
}

export const PLAIN_HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
} as const;

const NO_SUCH_PATH = refusedAs(
  404,
  'no-such-path',
  'There is nothing here.',
  `Send documents with POST to ${EIDO_PATH}.`,
);
const ONLY_POST = refusedAs(
  405,
  'only-post',
  'Nothing is handed out here.',
  `Send documents with POST to ${EIDO_PATH}, or open a WebSocket there.`,
);
const COMPRESSED = refusedAs(
  415,
  'compressed',
  'It was not taken: it is compressed, and nothing compressed is opened here.',
  'Send it without Content-Encoding.',
);
const NO_JSON = refusedAs(
  415,
  'no-json-type',
  'It was not taken: its Content-Type is not JSON in UTF-8.',
  'Send it as application/json or application/emergency.eido+json.',
);
const NOT_UTF_8 = refusedAs(
  400,
  'document-not-utf-8',
  'It was not taken: its text is not whole UTF-8.',
  'Send it as UTF-8.',
);
const BUSY = refusedAs(
  503,
  'queue-full',
  'It was not taken: too much is being received at this moment.',
  'Wait as long as Retry-After says, then send it again.',
  1,
);
