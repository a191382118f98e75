import { request, type Agent, type IncomingHttpHeaders } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { connect, createServer, type Socket } from 'node:net';
import { eidoText } from './eido-examples.ts';
import type { EidoListenerSetting } from '#shared/intake-line/line-setting.ts';

type Where = Pick<EidoListenerSetting, 'address' | 'port'>;

export const TOKEN = 'a-token-of-the-tests';

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string | null;
  readonly agent?: Agent;
  readonly tls?: object;
}

/** Sends a body as another program would. */
export function post(
  { address, port }: Where,
  body: string | Buffer,
  { method = 'POST', path = '/eido', headers = {}, token = TOKEN, agent, tls }: Sent = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const options = {
      host: address,
      port,
      method,
      path,
      ...(agent === undefined ? { agent: false } : { agent }),
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
    };
    const sent = tls === undefined ? request(options) : tlsRequest({ ...options, ...tls });
    sent.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: JSON.parse(text) as Answered['body'],
        });
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

let number = 0;

/** A document of an incident nobody has heard of. */
export function freshDocument(more: Readonly<Record<string, unknown>> = {}): string {
  number += 1;
  return eidoText(
    {},
    { $id: `urn:emergency:uid:incidentid:t${number}:riverside.example`, ...more },
  );
}

/** A raw connection, what it was told, and when it was closed. */
export function dial({ address, port }: Where): {
  readonly socket: Socket;
  readonly heard: () => string;
  readonly closed: Promise<void>;
} {
  const socket = connect(port, address);
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk.toString();
  });
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return { socket, heard: () => heard, closed };
}
