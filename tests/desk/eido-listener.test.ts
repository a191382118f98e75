import { Agent } from 'node:http';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { eidoDesk, type EidoDesk } from '../support/eido-desk.ts';
import { listening, type Listening } from '../support/listening.ts';
import { dial, freshDocument, post, TOKEN } from '../support/sent-documents.ts';
import { USUAL_LIMITS } from '#shared/intake-line/line-setting.ts';

let atWork: EidoDesk;
let line: Listening;
beforeEach(async () => {
  atWork = eidoDesk();
  line = await listening(atWork.desk);
});
afterEach(async () => {
  await line.close();
  atWork.desk.close();
});

async function relisten(limits: Partial<typeof USUAL_LIMITS>, options = {}): Promise<void> {
  await line.close();
  line = await listening(atWork.desk, { limits: { ...USUAL_LIMITS, ...limits } }, options);
}

const reasons = () => {
  line.flush();
  return line.refused.map(({ reason }) => reason);
};

test('a document rings as a call: 201; the same again: 200 and nothing is written', async () => {
  const document = freshDocument();
  const first = await post(line.setting, document);
  expect(first).toMatchObject({
    status: 201,
    body: { ok: true, what: 'new-call', callNumber: 1, next: 'Nothing to do.' },
  });
  expect(atWork.waiting().map(({ number, source }) => [number, source])).toEqual([[1, 'eido']]);
  const head = atWork.desk.journal.head();
  const again = await post(line.setting, document);
  expect(again).toMatchObject({ status: 200, body: { ok: true, what: 'known', callNumber: 1 } });
  expect(atWork.desk.journal.head()).toBe(head);
});

test('an acknowledged document is on the disk', async () => {
  const { status } = await post(line.setting, freshDocument());
  expect(status).toBe(201);
  const reopened = atWork.reopen();
  expect(reopened.do(reopened.as('Dana'), 'board.snapshot', {}).calls).toHaveLength(1);
  reopened.desk.close();
  atWork = eidoDesk();
});

test('the answer says nothing of the program behind it', async () => {
  const { headers } = await post(line.setting, freshDocument());
  expect(Object.keys(headers).sort()).toEqual([
    'cache-control',
    'connection',
    'content-length',
    'content-type',
    'date',
    'x-content-type-options',
  ]);
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
});

test.each([
  ['no token', null],
  ['a wrong token', 'something'],
  ['a token and more', `${TOKEN}x`],
  ['an empty token', ''],
  ['a token that is a path', '../../etc/passwd'],
])('%s: 401, the connection is closed, and it is counted as an attempt', async (_what, token) => {
  const refused = await post(line.setting, freshDocument(), { token });
  expect(refused).toMatchObject({ status: 401, body: { ok: false, what: 'no-token' } });
  expect(refused.headers).toMatchObject({ 'www-authenticate': 'Bearer', connection: 'close' });
  expect(atWork.waiting()).toEqual([]);
  expect(reasons()).toEqual(['no-token']);
  expect(line.attempts).toEqual([{ count: 1, from: ['127.0.0.1'] }]);
});

test('who tries too often is told only that; whoever has the token still gets in', async () => {
  const statuses: number[] = [];
  for (let at = 0; at < 12; at += 1)
    statuses.push((await post(line.setting, 'x', { token: 'guess' })).status);
  expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
  expect((await post(line.setting, freshDocument())).status).toBe(201);
});

test.each([
  ['gzip', gzipSync('{}'), { 'content-encoding': 'gzip' }, 415, 'compressed'],
  ['brotli it claims', '{}', { 'content-encoding': 'br' }, 415, 'compressed'],
  ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'no-json-type'],
  ['XML', '<a/>', { 'content-type': 'application/xml' }, 415, 'no-json-type'],
  ['UTF-16', '{}', { 'content-type': 'application/json; charset=utf-16' }, 415, 'no-json-type'],
  ['no type at all', '{}', { 'content-type': '' }, 415, 'no-json-type'],
  ['no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), {}, 400, 'document-not-utf-8'],
  ['no JSON', 'hello', {}, 400, 'document-not-json'],
  ['half a document', freshDocument().slice(0, 400), {}, 400, 'document-not-json'],
  ['nothing', '', {}, 400, 'document-not-json'],
  ['half a list', `[${freshDocument()}`, {}, 400, 'document-not-json'],
  ['an empty list', '[]', {}, 413, 'list-too-long'],
  ['a list without an end', `[${'{},'.repeat(60)}{}]`, {}, 413, 'list-too-long'],
  ['an incomplete document', '{"eidoVersion":"1.0"}', {}, 422, 'eido-incomplete'],
  ['a number', '7', {}, 422, 'no-eido'],
])('%s is refused with a reason', async (_what, body, headers, status, what) => {
  const answer = await post(line.setting, body, { headers });
  expect(answer).toMatchObject({ status, body: { ok: false, what } });
  const { why, next } = answer.body as { why: string; next: string };
  for (const sentence of [why, next]) expect(sentence).toMatch(/^\S.{10,}\.$/s);
  expect(why).not.toMatch(/\bat .+:\d+|Error|node/);
  expect(reasons()).toEqual([what]);
  expect(atWork.waiting()).toEqual([]);
});

test('a document that is too large is refused, whether its size is said or not', async () => {
  await relisten({ documentBytes: 4_096 });
  const large = freshDocument({ history: 'x'.repeat(8_000) });
  const said = await post(line.setting, large);
  expect(said).toMatchObject({ status: 413, body: { what: 'document-too-large' } });
  const chunked = await post(line.setting, large, { headers: { 'transfer-encoding': 'chunked' } });
  expect(chunked.status).toBe(413);
  const huge = await post(line.setting, Buffer.alloc(6_000_000, 'x'));
  expect(huge.status).toBe(413);
  const inList = await post(line.setting, `[${freshDocument()},${large}]`);
  expect(inList).toMatchObject({ status: 207 });
  expect(atWork.waiting()).toHaveLength(1);
});

test('a list is answered one by one; what is wrong in it stops nothing else', async () => {
  const all = [freshDocument(), '{"a":1}', freshDocument()];
  const { status, body } = await post(line.setting, ` [ ${all.join(' ,\n')} ]\n`);
  expect(status).toBe(207);
  expect(body).toMatchObject({
    ok: false,
    why: '2 of 3 documents were taken.',
    documents: [
      { status: 201, callNumber: 1 },
      { status: 422, what: 'eido-incomplete' },
      { status: 201, callNumber: 2 },
    ],
  });
  const whole = await post(line.setting, `[${freshDocument()},${freshDocument()}]`);
  expect(whole).toMatchObject({ status: 201, body: { ok: true, what: 'several' } });
});

test('there is one path, and nothing is handed out', async () => {
  const { setting } = line;
  expect((await post(setting, '', { path: '/' })).status).toBe(404);
  expect((await post(setting, '', { path: '/eido/../health' })).status).toBe(404);
  const asked = await post(setting, '', { method: 'GET' });
  expect(asked).toMatchObject({ status: 405, headers: { allow: 'POST' } });
  const health = await post(setting, '', { method: 'GET', path: '/health', token: null });
  expect(health).toMatchObject({ status: 200 });
  expect(health.body).toEqual({ ok: true });
});

test('more documents than an address may send in a minute: 429 and when to come again', async () => {
  await relisten({ perMinute: 3 });
  for (let at = 0; at < 3; at += 1)
    expect((await post(line.setting, freshDocument())).status).toBe(201);
  const fourth = await post(line.setting, freshDocument());
  expect(fourth).toMatchObject({ status: 429, body: { what: 'too-many' } });
  expect(Number(fourth.headers['retry-after'])).toBeGreaterThan(0);
  expect(atWork.waiting()).toHaveLength(3);
});

test('one connection carries many documents, each answered after its commit', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const answers = [];
  for (let at = 0; at < 5; at += 1)
    answers.push(await post(line.setting, freshDocument(), { agent }));
  agent.destroy();
  expect(answers.map(({ status, body }) => [status, body['callNumber']])).toEqual([
    [201, 1],
    [201, 2],
    [201, 3],
    [201, 4],
    [201, 5],
  ]);
});

test('many at once share a commit', async () => {
  await relisten({ connectionsPerAddress: 100 });
  const answers = await Promise.all(
    Array.from({ length: 60 }, () => post(line.setting, freshDocument())),
  );
  expect(answers.every(({ status }) => status === 201)).toBe(true);
  expect(new Set(answers.map(({ body }) => body['callNumber'])).size).toBe(60);
  expect(line.batches.length).toBeLessThan(60);
});

test('while the desk takes nothing, what does not fit is told to come again: 503', async () => {
  await relisten({ perMinute: 100_000 }, { hold: true });
  const list = () => `[${Array.from({ length: 50 }, () => freshDocument()).join()}]`;
  const pending = Array.from({ length: 8 }, () => post(line.setting, list()).catch(() => null));
  let full = await post(line.setting, list());
  // The first batch is with the desk and makes room once.
  if (full.status !== 503) full = await post(line.setting, list());
  expect(full).toMatchObject({ status: 503, body: { ok: false } });
  expect(full.headers['retry-after']).toBe('1');
  await line.close();
  await Promise.all(pending);
});

test('a program that speaks something else is cut off with a sentence', async () => {
  const { socket, heard, closed } = dial(line.setting);
  socket.write('HELO cad\r\n\r\n');
  await closed;
  expect(heard()).toContain('HTTP/1.1 400 ');
  expect(heard()).toContain('this is no HTTP request');
  const long = dial(line.setting);
  long.socket.write(`POST /eido HTTP/1.1\r\nX: ${'x'.repeat(20_000)}`);
  await long.closed;
  expect(long.heard()).toContain('HTTP/1.1 431 ');
  expect(reasons().sort()).toEqual(['headers-too-long', 'no-http']);
});

test.each([
  ['two lengths', 'Content-Length: 4\r\nContent-Length: 5\r\n\r\n{}{}'],
  ['a length and chunks', 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
  ['a length that is none', 'Content-Length: -1\r\n\r\n'],
  ['chunks that are none', 'Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n'],
])('a request that can be read in two ways is read in none: %s', async (_what, rest) => {
  const { socket, heard, closed } = dial(line.setting);
  const head = `POST /eido HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`;
  socket.write(`${head}Authorization: Bearer ${TOKEN}\r\n${rest}`);
  await closed;
  expect(heard()).toContain('HTTP/1.1 400 ');
  expect(atWork.waiting()).toEqual([]);
});

test('a sender that dribbles is cut off, and meanwhile others are served', async () => {
  const slow = dial(line.setting);
  const body = dial(line.setting);
  const silent = dial(line.setting);
  slow.socket.write('POST /eido HTTP/1.1\r\nHost: x\r\n');
  const dribble = setInterval(() => slow.socket.write('X: y\r\n'), 400);
  body.socket.write(
    `POST /eido HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Length: 900\r\n\r\n{"a":`,
  );
  expect((await post(line.setting, freshDocument())).status).toBe(201);
  await Promise.all([slow.closed, silent.closed]);
  clearInterval(dribble);
  expect(slow.heard()).toContain('HTTP/1.1 408 ');
  expect(body.heard()).toBe('');
  body.socket.destroy();
  expect(reasons()).toContain('too-slow');
  expect(atWork.waiting()).toHaveLength(1);
});

test('whatever bytes are sent, the next document is taken', async () => {
  const head = fc.constantFrom(
    'POST /eido HTTP/1.1\r\n',
    'GET / HTTP/1.0\r\n',
    'PRI * HTTP/2.0',
    '',
  );
  const part = fc.oneof(
    fc.constantFrom(
      `Authorization: Bearer ${TOKEN}\r\n`,
      'Content-Type: application/json\r\n',
      'Expect: 100-continue\r\n',
      'Upgrade: websocket\r\nConnection: Upgrade\r\n',
      'Transfer-Encoding: chunked\r\n',
      'Content-Length: 3\r\n',
      'Host: x\r\n',
      '\r\n',
      '3\r\n[1]\r\n0\r\n\r\n',
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  await fc.assert(
    fc.asyncProperty(head, fc.array(part, { maxLength: 12 }), async (first, lines) => {
      const { socket, closed } = dial(line.setting);
      socket.end(`${first}${lines.join('')}`);
      await closed;
    }),
    { numRuns: 60 },
  );
  expect((await post(line.setting, freshDocument())).status).toBe(201);
});
