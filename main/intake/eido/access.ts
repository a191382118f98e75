import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import { refusedAs, type Outcome } from './say-outcome.ts';
import type { ListenerAccess } from '#shared/intake-line/line-setting.ts';

/** Null when whoever asks may hand something over; otherwise what they are told, which is not how close they were. */
export function accessRefused(access: ListenerAccess, request: IncomingMessage): Outcome | null {
  if (access.by === 'client-certificate') {
    const { socket } = request;
    return socket instanceof TLSSocket && socket.authorized ? null : NO_CERTIFICATE;
  }
  const header = request.headers.authorization ?? '';
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(header)?.[1];
  return token !== undefined && isToken(token, access.tokenHash) ? null : NO_TOKEN;
}

/** Both are hashes of one length, compared in one time: how long it takes tells nothing of the token. */
function isToken(token: string, tokenHash: string | null): boolean {
  if (tokenHash === null) return false;
  const given = createHash('sha256').update(token).digest();
  const wanted = Buffer.from(tokenHash, 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

const NO_TOKEN = refusedAs(
  401,
  'no-token',
  'Nothing was taken: the request does not carry the token of this line.',
  'Send it in the header “Authorization: Bearer TOKEN”. A supervisor makes a new token at the console.',
);

const NO_CERTIFICATE = refusedAs(
  403,
  'no-certificate',
  'Nothing was taken: the connection does not show a client certificate this line trusts.',
  'Connect with a certificate of the authority that is set at the console, and one that is valid today.',
);
