import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { record512, recordOfLines, SCREEN, WIRELESS } from '../support/ali-records.ts';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { lineAdded } from '../support/intake-line-examples.ts';
import { waitingCalls } from '#db/board/calls-projection.ts';
import { keepLines } from '#main/intake/keep-lines.ts';
import { aliSpill } from '#main/intake/ali/ali-spill.ts';
import type { IntakeLineView } from '#shared/board/intake-lines-view.ts';
import type { AliSpillSetting } from '#shared/intake-line/line-setting.ts';

let atWork: DeskAtWork;
let controller: Server;
let lines: { stop(): Promise<void> };
const peers: Socket[] = [];

beforeEach(async () => {
  atWork = centerAtWork();
  controller = createServer((socket) => {
    peers.push(socket);
    socket.on('error', () => socket.destroy());
  });
  await listening(controller, 0);
  lines = keepLines(atWork.desk, { 'ali-spill': aliSpill });
});

afterEach(async () => {
  await lines.stop();
  for (const peer of peers.splice(0)) peer.destroy();
  controller.close();
  atWork.desk.close();
});

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function spill(changes: Partial<AliSpillSetting>) {
  const setting: AliSpillSetting = {
    kind: 'ali-spill',
    role: 'connect',
    host: '127.0.0.1',
    port: portOf(controller),
    layout: 'nena-512',
    ...changes,
  };
  return lineAdded(atWork, { name: 'ALI', on: true, setting });
}

function line(): IntakeLineView {
  return atWork.do(atWork.as('Sam'), 'intake-line.all', {}).lines[0]!;
}

const waiting = () => waitingCalls(atWork.desk.db);
const peer = () => vi.waitUntil(() => peers.at(-1), { timeout: 20_000, interval: 5 });
const until = (holds: () => boolean) => vi.waitUntil(holds, { timeout: 20_000, interval: 5 });

test('it calls the controller; records ring, however the packets are cut, and noise is counted', async () => {
  spill({});
  const there = await peer();
  await until(() => line().standing.now.state === 'taking');
  const first = record512(WIRELESS);
  there.write(`\r\n noise * ${first.slice(0, 100)}`);
  there.write(first.slice(100));
  there.write(record512({ ...WIRELESS, number: '3125550143' }) + first);
  await until(() => waiting().length === 2);
  await until(() => line().standing.known === 1);
  expect(line().standing).toMatchObject({ newCalls: 2, updates: 0, refused: 1 });
  const { refusals } = atWork.do(atWork.as('Sam'), 'intake-line.all', {});
  expect(refusals).toMatchObject([{ from: `127.0.0.1:${portOf(controller)}`, reason: 'noise' }]);
});

test('each record is acknowledged once it is on the disk, and a heartbeat is no record', async () => {
  spill({ layout: 'nena-30-line' });
  const there = await peer();
  let heard = '';
  there.on('data', (bytes) => (heard += bytes.toString('latin1')));
  there.write(`\0\0${recordOfLines(SCREEN)}\0`);
  await until(() => heard !== '');
  expect(heard).toBe('\u0006');
  expect(waiting()).toHaveLength(1);
  expect(line().standing.refused).toBe(0);
});

test('an empty record rings nowhere, is counted as refused and is not acknowledged', async () => {
  spill({ layout: 'nena-30-line' });
  const there = await peer();
  let heard = '';
  there.on('data', (bytes) => (heard += bytes.toString('latin1')));
  there.write(recordOfLines(['', '  ']) + recordOfLines(SCREEN));
  await until(() => heard !== '');
  expect(heard).toBe('\u0006');
  expect(waiting()).toHaveLength(1);
  const { refusals } = atWork.do(atWork.as('Sam'), 'intake-line.all', {});
  expect(refusals.map(({ reason }) => reason)).toEqual(['empty-record']);
});

test('a lost connection is said with what to do and when it is tried again, and made anew', async () => {
  spill({});
  (await peer()).destroy();
  await until(() => line().standing.now.state === 'failed');
  const { now } = line().standing;
  expect(now).toMatchObject({ because: expect.stringContaining('There is no connection to 127') });
  expect(now.state === 'failed' && now.again).not.toBeNull();
  const lost = peers.length;
  await until(() => peers.length > lost);
  peers.at(-1)!.write(record512(WIRELESS));
  await until(() => waiting().length === 1);
});

test('it waits to be called at one address, by a few at most', async () => {
  const free = createServer();
  await listening(free, 0);
  const port = portOf(free);
  await new Promise((resolve) => free.close(resolve));
  spill({ role: 'listen', port });
  await until(() => line().standing.now.state === 'taking');
  const callers = Array.from({ length: 8 }, () => connect({ host: '127.0.0.1', port }));
  for (const caller of callers) caller.on('error', () => caller.destroy());
  await until(() => line().standing.refused >= 4);
  const one = callers.find(({ destroyed }) => !destroyed)!;
  one.write(record512(WIRELESS));
  await until(() => waiting().length === 1);
  for (const caller of callers) caller.destroy();
});

test('a peer that babbles is held back, fills nothing up, and the desk answers meanwhile', async () => {
  spill({});
  const there = await peer();
  await until(() => line().standing.now.state === 'taking');
  for (let at = 0; at < 400; at += 1)
    there.write(record512({ ...WIRELESS, number: String(3_125_560_000 + at) }));
  there.write('x'.repeat(1_000_000));
  await until(() => waiting().length > 0);
  // The first second's worth comes at once; the rest waits its turn.
  expect(waiting().length).toBeLessThan(60);
  const dana = atWork.as('Dana');
  atWork.do(dana, 'call.answer', { callId: waiting()[0]!.callId });
  await lines.stop();
  const stopped = waiting().length;
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(waiting()).toHaveLength(stopped);
});

test('a layout nobody has is said, and no socket is opened', async () => {
  spill({ layout: 'ours' });
  await until(() => line().standing.now.state === 'failed');
  expect(line().standing.now).toMatchObject({
    because: expect.stringContaining('There is no ALI layout “ours”. Name one of nena-512'),
    again: null,
  });
  expect(peers).toEqual([]);
});
