import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { eidoDesk, type EidoDesk } from '../support/eido-desk.ts';
import { eidoText } from '../support/eido-examples.ts';
import { listening, type Listening } from '../support/listening.ts';
import { freshDocument, TOKEN } from '../support/sent-documents.ts';
import { openDatabase } from '#db/open-database.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';

let atWork: EidoDesk;
let line: Listening;
const sockets: WebSocket[] = [];
beforeEach(async () => {
  atWork = eidoDesk();
  line = await listening(atWork.desk);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await line.close();
  atWork.desk.close();
});

interface Talk {
  readonly socket: WebSocket;
  /** Says something and hears the next answer. */
  say(text: string): Promise<Record<string, unknown>>;
  hear(): Promise<Record<string, unknown>>;
  readonly closed: Promise<number>;
}

function open(
  headers: Record<string, string> = { authorization: `Bearer ${TOKEN}` },
): Promise<Talk> {
  const { address, port } = line.setting;
  const socket = new WebSocket(`ws://${address}:${port}/eido`, { headers });
  sockets.push(socket);
  const heard: Record<string, unknown>[] = [];
  const waiting: ((message: Record<string, unknown>) => void)[] = [];
  socket.on('message', (raw: Buffer) => {
    const message = JSON.parse(raw.toString()) as Record<string, unknown>;
    const next = waiting.shift();
    if (next === undefined) heard.push(message);
    else next(message);
  });
  const hear = () =>
    new Promise<Record<string, unknown>>((resolve) => {
      const message = heard.shift();
      if (message === undefined) waiting.push(resolve);
      else resolve(message);
    });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.once('open', () =>
      resolve({
        socket,
        hear,
        closed,
        say: (text) => {
          socket.send(text);
          return hear();
        },
      }),
    );
  });
}

const notify = (notification: string) =>
  `{"event": {"subscriptionId": "sub1", "transactionId": "t-7",\n "notification": [ ${notification} ]}}`;

test('a document in a message rings as a call, and is answered as over HTTP', async () => {
  const talk = await open();
  expect(await talk.say(freshDocument())).toMatchObject({ status: 201, ok: true, callNumber: 1 });
  expect(await talk.say('{"a":1}')).toMatchObject({ status: 422, what: 'eido-incomplete' });
  expect(await talk.say('hello')).toMatchObject({ status: 400, what: 'document-not-json' });
  expect(await talk.say(freshDocument())).toMatchObject({ status: 201, callNumber: 2 });
  expect(atWork.waiting()).toHaveLength(2);
});

test('a notification is taken and answered by its transaction', async () => {
  const talk = await open();
  const document = freshDocument();
  expect(await talk.say(notify(document))).toMatchObject({
    eventResponse: { transactionId: 't-7', statusCode: 200, statusText: 'OK' },
  });
  expect(await talk.say(notify(document))).toMatchObject({
    eventResponse: { statusCode: 200, outcome: { what: 'known', callNumber: 1 } },
  });
  const half = await talk.say(notify(`${freshDocument()}, {"eidoVersion": "1.0"}`));
  expect(half).toMatchObject({ eventResponse: { transactionId: 't-7', statusCode: 207 } });
  expect(await talk.say(notify(''))).toMatchObject({ eventResponse: { statusCode: 413 } });
  expect(atWork.waiting()).toHaveLength(2);
});

test('what is kept of a notification is the document letter for letter', async () => {
  const document = freshDocument().replace('{', '{ "unknownPart" : 1.50, ');
  const talk = await open();
  await talk.say(notify(document));
  const kept = atWork.desk.db.prepare('SELECT text FROM kept_documents').all();
  expect(kept).toEqual([{ text: document }]);
});

test('a subscription is answered with no, its end and a termination with yes', async () => {
  const talk = await open();
  expect(await talk.say('{"subscribe":{"requestId":"r1","requestType":"EIDO"}}')).toMatchObject({
    subscribeResponse: { requestId: 'r1', statusCode: 501 },
  });
  expect(await talk.say('{"unsubscribe":{"requestId":"r1","subscriptionId":"s1"}}')).toMatchObject({
    unsubscribeResponse: { subscriptionId: 's1', statusCode: 200 },
  });
  expect(await talk.say('{"terminate":{"requestId":"r2","subscriptionId":"s1"}}')).toMatchObject({
    terminateResponse: { requestId: 'r2', statusCode: 200 },
  });
});

test('without the token no socket is opened, and it counts as an attempt', async () => {
  await expect(open({})).rejects.toThrow('401');
  await expect(open({ authorization: 'Bearer wrong' })).rejects.toThrow('401');
  line.flush();
  expect(line.attempts).toEqual([{ count: 2, from: ['127.0.0.1'] }]);
});

test('a message that is too large, or no text, ends the connection', async () => {
  const binary = await open();
  binary.socket.send(Buffer.from([1, 2, 3]));
  expect(await binary.closed).toBe(1003);
  const large = await open();
  large.socket.on('error', () => {});
  large.socket.send('x'.repeat(3_000_000));
  expect(await large.closed).toBe(1009);
  expect(atWork.waiting()).toEqual([]);
});

test('nothing compressed is agreed on', async () => {
  const talk = await open();
  expect(talk.socket.extensions).toBe('');
});

test('many documents may be under way: each is answered, in the order they were sent', async () => {
  const talk = await open();
  const half = 150;
  for (let at = 0; at < half; at += 1) {
    talk.socket.send(freshDocument());
    talk.socket.send(`{"document":${at}}`);
  }
  for (let at = 0; at < half; at += 1) {
    expect(await talk.hear()).toMatchObject({ status: 201, callNumber: at + 1 });
    expect(await talk.hear()).toMatchObject({ status: 422 });
  }
  expect(atWork.waiting()).toHaveLength(half);
});

test('updates of one incident that are under way together are taken in their order', async () => {
  const talk = await open();
  const reports = 40;
  for (let at = 0; at < reports; at += 1)
    talk.socket.send(
      eidoText({
        lastUpdateTimeStamp: new Date(Date.UTC(2026, 2, 3, 12, at)).toISOString(),
        incidentTypeInternalText: `Report ${at}`,
      }),
    );
  for (let at = 0; at < reports; at += 1)
    expect(await talk.hear()).toMatchObject({ ok: true, what: at === 0 ? 'new-call' : 'update' });
  expect(atWork.waiting().map(({ sender }) => sender?.type)).toEqual([`Report ${reports - 1}`]);
});

test('what is answered as taken can be read in the file by somebody else', async () => {
  const talk = await open();
  const other = openDatabase(join(atWork.folder, DATABASE_FILE), { readonly: true });
  const kept = other.prepare('SELECT COUNT(*) FROM kept_documents').pluck();
  const sent = 60;
  for (let at = 0; at < sent; at += 1) talk.socket.send(freshDocument());
  for (let at = 0; at < sent; at += 1) {
    await talk.hear();
    expect(kept.get()).toBeGreaterThan(at);
  }
  other.close();
});

test('whoever sends crumbs without listening is cut off', async () => {
  const talk = await open();
  for (let at = 0; at < 3_000; at += 1) talk.socket.send('{}');
  expect(await talk.closed).toBe(1008);
});

test('hostile keys are nothing but keys', async () => {
  const talk = await open();
  for (const text of [
    '{"__proto__":{"event":{"notification":[]}}}',
    '{"event":[]}',
    '{"event":null,"constructor":{"prototype":1}}',
    '{"event":{"notification":{"0":1,"length":1}}}',
    `{"event":{"transactionId":${JSON.stringify('x'.repeat(5_000))},"notification":7}}`,
    '[]',
    '"event"',
  ])
    expect(JSON.stringify(await talk.say(text))).toMatch(/"(status|statusCode)":4\d\d/);
  expect(atWork.waiting()).toEqual([]);
});
