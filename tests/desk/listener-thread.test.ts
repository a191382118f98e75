import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Agent } from 'node:https';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../support/desk-at-work.ts';
import { eidoDesk, type EidoDesk } from '../support/eido-desk.ts';
import { lineAdded, LOOPBACK_LISTENER } from '../support/intake-line-examples.ts';
import { dial, freePort, freshDocument, post } from '../support/sent-documents.ts';
import { makeCertificates } from '../support/test-certificates.ts';
import { ensureBuilt } from '../../build/bundle.mjs';
import { keepLines } from '#main/intake/keep-lines.ts';
import { lineRunners } from '#main/intake/line-runners.ts';
import type { IntakeLineView, LineState } from '#shared/board/intake-lines-view.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import { USUAL_LIMITS, type EidoListenerSetting } from '#shared/intake-line/line-setting.ts';
import type { IntakeLineId } from '#shared/lib/brand.ts';

const OUT = join(import.meta.dirname, '../../out');

type Wanted = Extract<Input<'intake-line.set'>['setting'], { kind: 'eido-listener' }>;

let atWork: EidoDesk;
let lines: { stop(): Promise<void> };
beforeAll(() => ensureBuilt(['listener']));
beforeEach(() => {
  atWork = eidoDesk();
  lines = keepLines(atWork.desk, lineRunners(OUT));
});
afterEach(async () => {
  await lines.stop();
  atWork.desk.close();
});

/** A listener that is switched on; by its own token. */
async function listener(changes: Partial<Wanted> = {}, name = 'County CAD') {
  const setting: Wanted = { ...LOOPBACK_LISTENER, port: await freePort(), ...changes };
  const lineId = lineAdded(atWork, { name, setting });
  const byToken = setting.access.by === 'token';
  const sam = atWork.as('Sam');
  const token = byToken ? atWork.do(sam, 'intake-line.new-token', { lineId }).made! : null;
  atWork.do(sam, 'intake-line.set', { lineId, name, on: true, setting });
  return { lineId, token, setting: setting as unknown as EidoListenerSetting };
}

function view(lineId: IntakeLineId): IntakeLineView {
  const { lines: all } = atWork.do(atWork.as('Sam'), 'intake-line.all', {});
  return all.find((each) => each.lineId === lineId)!;
}

async function until(lineId: IntakeLineId, state: LineState['state']): Promise<LineState> {
  for (;;) {
    const { now } = view(lineId).standing;
    if (now.state === state) return now;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('a line in its thread takes documents, is changed and switched off', async () => {
  const { lineId, token, setting } = await listener();
  expect(await until(lineId, 'taking')).toMatchObject({ at: `127.0.0.1:${setting.port}` });
  expect(await post(setting, freshDocument(), { token })).toMatchObject({ status: 201 });
  expect(await post(setting, '{}', { token })).toMatchObject({ status: 422 });
  expect(atWork.waiting()).toHaveLength(1);
  expect(view(lineId).standing).toMatchObject({ newCalls: 1, known: 0 });

  const sam = atWork.as('Sam');
  const { made: fresh } = atWork.do(sam, 'intake-line.new-token', { lineId });
  // It is started again with it: until then the old one opens it, or nobody listens.
  const withOld = () => post(setting, '{}', { token }).catch(() => null);
  while ((await withOld())?.status !== 401) await until(lineId, 'taking');
  expect((await post(setting, freshDocument(), { token: fresh! })).status).toBe(201);

  const off = {
    lineId,
    name: 'County CAD',
    on: false,
    setting: { ...LOOPBACK_LISTENER, port: setting.port },
  };
  atWork.do(sam, 'intake-line.set', off);
  await until(lineId, 'off');
  await expect(post(setting, freshDocument(), { token: fresh! })).rejects.toThrow('ECONNREFUSED');
});

test('attempts to get in are on the record at once, and a flood of them is one line', async () => {
  const { lineId, setting } = await listener();
  await until(lineId, 'taking');
  for (let at = 0; at < 20; at += 1) await post(setting, 'x', { token: 'guess' });
  while (view(lineId).standing.refused < 20) await new Promise((done) => setTimeout(done, 20));
  const written = [...atWork.desk.journal.entriesAfter(0)].flatMap(({ event, by }) =>
    event.type === 'intake-line.access-refused' ? [{ ...event, by }] : [],
  );
  expect(written).toMatchObject([{ lineId, from: ['127.0.0.1'], by: 'desk' }]);
  expect(view(lineId).attempts?.count).toBeGreaterThan(0);
  expect(atWork.do(atWork.as('Sam'), 'board.snapshot', {}).attemptedLines).toBe(1);
  atWork.do(atWork.as('Sam'), 'intake-line.see-attempts', { lineId });
  expect(atWork.do(atWork.as('Sam'), 'board.snapshot', {}).attemptedLines).toBe(0);
});

test('a port that is taken is said in a sentence, and other lines go on', async () => {
  const port = await freePort();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  const taken = await listener({ port });
  const free = await listener({}, 'Second');
  expect(await until(taken.lineId, 'failed')).toMatchObject({
    because: `Port ${port} of 127.0.0.1 is taken by another program. Stop that program, or choose another port here and at the sender.`,
    again: expect.any(String) as string,
  });
  await until(free.lineId, 'taking');
  expect((await post(free.setting, freshDocument(), { token: free.token })).status).toBe(201);
  await new Promise((closed) => other.close(closed));
});

test('an address this computer has not, and files that are not there, are said', async () => {
  const tls = { certificateFile: '/nowhere/desk.pem', keyFile: '/nowhere/desk.key' };
  const unread = await listener({ tls });
  expect(await until(unread.lineId, 'failed')).toMatchObject({
    because: expect.stringContaining(
      'The certificate file /nowhere/desk.pem cannot be read.',
    ) as string,
  });
});

test('two lines listen beside each other, and one token opens one of them', async () => {
  const [one, two] = [await listener(), await listener({}, 'Second')];
  await Promise.all([until(one.lineId, 'taking'), until(two.lineId, 'taking')]);
  expect((await post(one.setting, freshDocument(), { token: two.token })).status).toBe(401);
  expect((await post(two.setting, freshDocument(), { token: two.token })).status).toBe(201);
});

test('over TLS: the token, or a certificate of the right authority', async () => {
  const made = makeCertificates(temporaryFolder());
  if (made === null)
    return process.stderr.write('SKIPPED: there is no openssl to make certificates.\n');
  const tls = { certificateFile: made.of('desk.pem'), keyFile: made.of('desk.key') };
  const ca = readFileSync(made.of('ca.pem'));
  const [byToken, byCertificate] = [
    await listener({ tls }),
    await listener(
      { tls, access: { by: 'client-certificate', caFile: made.of('ca.pem') } },
      'Region',
    ),
  ];
  await Promise.all([until(byToken.lineId, 'taking'), until(byCertificate.lineId, 'taking')]);
  const { token } = byToken;
  const sent = await post(byToken.setting, freshDocument(), { token, tls: { ca } });
  expect(sent.status).toBe(201);
  // Neither plain HTTP nor an old protocol gets as far as a token.
  await expect(post(byToken.setting, freshDocument(), { token })).rejects.toThrow();
  const old = { ca, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' };
  await expect(post(byToken.setting, freshDocument(), { token, tls: old })).rejects.toThrow();

  const shows = (name: string) => ({
    ca,
    cert: readFileSync(made.of(`${name}.pem`)),
    key: readFileSync(made.of(`${name}.key`)),
    agent: new Agent({ keepAlive: false }),
  });
  const send = (certificate: object) =>
    post(byCertificate.setting, freshDocument(), { token: null, tls: certificate });
  expect((await send(shows('cad'))).status).toBe(201);
  expect(await send(shows('stranger'))).toMatchObject({
    status: 403,
    body: { what: 'no-certificate' },
  });
  expect((await send({ ca })).status).toBe(403);
});

test('ten thousand connections are held off, and the desk answers meanwhile', async () => {
  const { lineId, token, setting } = await listener({
    limits: { ...USUAL_LIMITS, connections: 300, connectionsPerAddress: 200 },
  });
  await until(lineId, 'taking');
  const WANTED = 10_000;
  let held = 0;
  const sockets = [];
  let answered = 0;
  for (let at = 0; at < WANTED; at += 1) {
    const { socket } = dial(setting);
    socket.once('connect', () => (held += 1));
    sockets.push(socket);
    if (at % 250 !== 0) continue;
    await new Promise((resolve) => setImmediate(resolve));
    const reply = atWork.desk.answer('board.snapshot', {}, atWork.as('Dana'));
    if (reply.ok) answered += 1;
  }
  expect(answered).toBe(WANTED / 250);
  expect(held).toBeGreaterThan(0);
  for (const socket of sockets) socket.destroy();
  while (view(lineId).standing.refused < 1_000) await new Promise((done) => setTimeout(done, 20));
  // Once they let go there is room again.
  for (;;) {
    const sent = await post(setting, freshDocument(), { token }).catch(() => null);
    if (sent?.status === 201) break;
  }
  expect(atWork.waiting()).toHaveLength(1);
});
