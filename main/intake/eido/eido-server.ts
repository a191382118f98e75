import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TlsOptions } from 'node:tls';
import type { DocumentIntake } from './document-intake.ts';
import { answerRequest } from './http-requests.ts';
import type { Refusals } from './refusals.ts';
import { refusedAs } from './say-outcome.ts';
import { rawResponse, SocketDoor } from './web-socket.ts';
import { networkOf } from './rate-per-address.ts';
import type { EidoListenerSetting } from '#shared/intake-line/line-setting.ts';
import { addressWithPort } from '#shared/intake-line/network-address.ts';

/** A sender on the same network is through with its headers at once, and with 1 MB in a few seconds. */
const PATIENCE: ServerOptions = {
  headersTimeout: 5_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 15_000,
  maxHeaderSize: 8_192,
  noDelay: true,
};
const HANDSHAKE_MS = 5_000;
/** Longer than a sender waits for its answer. */
const IDLE_MS = 45_000;
const HEADERS_MOST = 40;

export interface OpenServer {
  /** “127.0.0.1:8911”. */
  readonly at: string;
  close(): Promise<void>;
}

/**
 * Listens for documents until it is closed.
 * @throws an `Error` whose message says what to do, when it cannot.
 */
export async function openServer(intake: DocumentIntake, refusals: Refusals): Promise<OpenServer> {
  const { setting } = intake;
  const answer: RequestListener = (request, response) => {
    // A defect of ours costs this one request and not the thread.
    answerRequest(intake, request, response).catch(() => response.destroy());
  };
  const server =
    setting.tls === null
      ? createServer(PATIENCE, answer)
      : createTlsServer({ ...PATIENCE, ...tlsOptions(setting, setting.tls) }, answer);
  // Whoever asks first whether to send is told no before the body.
  server.on('checkContinue', answer);
  server.setTimeout(IDLE_MS);
  server.maxHeadersCount = HEADERS_MOST;
  keepFew(server, setting, refusals);
  answerNoHttp(server, refusals);
  const door = new SocketDoor(intake);
  server.on('upgrade', (request, socket: Duplex, head) => door.open(request, socket, head));
  await listen(server, setting);
  // A connection that could not be accepted, such as for want of handles: the next one may be.
  server.on('error', () => {});
  return {
    at: addressWithPort(setting.address, setting.port),
    close: () =>
      new Promise((resolve) => {
        door.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function tlsOptions(
  { access }: EidoListenerSetting,
  tls: { readonly certificateFile: string; readonly keyFile: string },
): TlsOptions {
  const byCertificate = access.by === 'client-certificate';
  return {
    cert: fileOf('certificate', tls.certificateFile),
    key: fileOf('key', tls.keyFile),
    minVersion: 'TLSv1.2',
    handshakeTimeout: HANDSHAKE_MS,
    ...(byCertificate
      ? {
          ca: fileOf('authority', access.caFile),
          requestCert: true,
          // Each request is refused instead, with a reason: see access.ts.
          rejectUnauthorized: false,
        }
      : {}),
  };
}

function fileOf(what: 'certificate' | 'key' | 'authority', path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new Error(
      `The ${what} file ${path} cannot be read. Put it there, or name another one, and see that CareDesk may read it.`,
    );
  }
}

/** Connections in all and from one address: beyond it they are closed before a byte is read. */
function keepFew(server: Server, { limits }: EidoListenerSetting, refusals: Refusals): void {
  const open = new Map<string, number>();
  const refuse = (from: string) =>
    refusals.add({ from, bytes: null, reason: 'too-many-connections' });
  server.maxConnections = limits.connections;
  server.on('drop', (dropped) => refuse(dropped?.remoteAddress ?? 'unknown'));
  server.on('connection', (socket: Socket) => {
    const from = socket.remoteAddress ?? 'unknown';
    const network = networkOf(from);
    const others = open.get(network) ?? 0;
    if (others >= limits.connectionsPerAddress) {
      refuse(from);
      return void socket.destroy();
    }
    open.set(network, others + 1);
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left === 0) open.delete(network);
      else open.set(network, left);
    });
  });
}

/** What is no HTTP, or comes too slowly, is told so and cut off. */
function answerNoHttp(server: Server, refusals: Refusals): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    const from = (socket as Socket).remoteAddress ?? 'unknown';
    const late = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
    const long = error.code === 'HPE_HEADER_OVERFLOW';
    // A sender that hangs up has nothing to be told.
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const what = late ? 'too-slow' : long ? 'headers-too-long' : 'no-http';
    refusals.add({ from, bytes: null, reason: what });
    const { status, answer } = refusedAs(
      late ? 408 : long ? 431 : 400,
      what,
      `Nothing was taken: ${NO_HTTP[what]}.`,
      'Send it again as one whole HTTP/1.1 request.',
    );
    socket.end(rawResponse(status, answer));
    // Whoever does not read the answer is not waited for.
    setTimeout(() => socket.destroy(), 1_000).unref();
  });
  server.on('tlsClientError', (_error, socket) =>
    refusals.add({ from: socket.remoteAddress ?? 'unknown', bytes: null, reason: 'no-tls' }),
  );
}

const NO_HTTP = {
  'too-slow': 'the request did not come to its end in time',
  'headers-too-long': 'its headers are longer than 8 kB',
  'no-http': 'this is no HTTP request',
} as const;

function listen(server: Server, { address, port }: EidoListenerSetting): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(notListening(error, address, port))),
    );
    server.listen({ host: address, port, exclusive: true, backlog: 128 }, () => resolve());
  });
}

function notListening({ code, message }: NodeJS.ErrnoException, address: string, port: number) {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} of ${address} is taken by another program. Stop that program, or choose another port here and at the sender.`;
    case 'EADDRNOTAVAIL':
      return `This computer does not have the address ${address} at the moment. Look whether its network cable is in, or set the address it has.`;
    case 'EACCES':
      return `This account may not listen on port ${port}. Choose a port from 1024 on.`;
    default:
      return `Listening on ${addressWithPort(address, port)} is not possible: ${message}. Choose another address or port.`;
  }
}
