import { Agent } from 'node:http';
import { WebSocket } from 'ws';
import { post } from '../../support/sent-documents.ts';

export type Send<T> = (texts: readonly string[]) => T;

/** Another program: sends every document and is through when each of them is answered as taken. */
export interface Sender {
  readonly send: Send<Promise<void>>;
  close(): void;
}

export type SenderTo = (listener: {
  readonly port: number;
  readonly token: string;
}) => Promise<Sender>;

/** Documents of the connection that are not answered yet. */
const UNDER_WAY = 60;
const CONNECTIONS = 24;

/** One connection that stays open, each document a message of it. */
export const socketSender: SenderTo = async ({ port, token }) => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/eido`, {
    headers: { authorization: `Bearer ${token}` },
  });
  await new Promise((opened, failed) => {
    socket.once('open', opened);
    socket.once('error', failed);
  });
  const send = (texts: readonly string[]) =>
    new Promise<void>((resolve, reject) => {
      let [sent, answered] = [0, 0];
      const next = (): void => {
        for (; sent < texts.length && sent - answered < UNDER_WAY; sent += 1)
          socket.send(texts[sent] ?? '');
      };
      const hear = (raw: Buffer): void => {
        const said = JSON.parse(raw.toString()) as Answered;
        if (!isTaken(said.status)) return reject(notTaken(said));
        answered += 1;
        if (answered < texts.length) return next();
        socket.off('message', hear);
        resolve();
      };
      socket.on('message', hear);
      socket.once('close', () => reject(new Error('The connection was closed.')));
      next();
    });
  return { send, close: () => socket.terminate() };
};

/** A request for each document, over connections that stay open: the next when the last is answered. */
export const httpSender: SenderTo = ({ port, token }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const send = async (texts: readonly string[]): Promise<void> => {
    const waiting = [...texts];
    const oneAfterTheOther = async () => {
      for (let text = waiting.shift(); text !== undefined; text = waiting.shift()) {
        const { status, body } = await post({ address: '127.0.0.1', port }, text, { token, agent });
        if (!isTaken(status)) throw notTaken({ status, why: String(body['why']) });
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, oneAfterTheOther));
  };
  return Promise.resolve({ send, close: () => agent.destroy() });
};

interface Answered {
  readonly status: number;
  readonly why: string;
}

function isTaken(status: number): boolean {
  return status === 200 || status === 201;
}

function notTaken({ status, why }: Answered): Error {
  return new Error(`A document was answered ${status}: ${why}`);
}
