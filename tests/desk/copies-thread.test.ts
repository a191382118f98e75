import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../build/bundle.mjs';
import { copiesSet } from '../support/copies-examples.ts';
import {
  centerAtWork,
  openAtWork,
  openedIncident,
  temporaryFolder,
} from '../support/desk-at-work.ts';
import { ROOT } from '../support/source-modules.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';
import { makeCopy } from '#main/desk/copies/make-copy.ts';
import { threadRunner } from '#main/desk/copies/thread-runner.ts';

const OUT = join(ROOT, 'out');

let made: { readonly folder: string; readonly copy: string; head: number; later: number };
beforeAll(async () => {
  await ensureBuilt(['copies', 'desk']);
  const atWork = centerAtWork();
  openedIncident(atWork, atWork.as('Dana'));
  const head = atWork.desk.journal.head();
  const to = join(temporaryFolder(), 'copies');
  const from = atWork.folder;
  const { file } = makeCopy({ from, key: null, to, why: 'asked', madeAt: atWork.now() });
  openedIncident(atWork, atWork.as('Dana'));
  made = { folder: from, copy: file, head, later: atWork.desk.journal.head() };
  atWork.desk.close();
});

function copied() {
  const place = temporaryFolder();
  cpSync(made.folder, join(place, 'data'), { recursive: true });
  cpSync(dirname(made.copy), join(place, 'copies'), { recursive: true });
  return { folder: join(place, 'data'), copy: join(place, 'copies', basename(made.copy)) };
}

test('the thread makes a copy while calls come in, and what is wrong comes back as a sentence', async () => {
  const { folder } = copied();
  const atWork = openAtWork(folder);
  const stop = atWork.desk.copies.start(threadRunner(join(OUT, 'copies', 'copies.js')));
  const target = join(temporaryFolder(), 'copies');
  copiesSet(atWork, target);
  const view = () => atWork.do(atWork.as('Sam'), 'copies.view', {});
  let during = 0;
  while (view().targets[0]!.making !== null) {
    openedIncident(atWork, atWork.as('Dana'));
    during += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(during).toBeGreaterThan(0);
  expect(view().targets[0]).toMatchObject({ failing: null, copies: [{ number: 1, ours: true }] });
  atWork.do(atWork.as('Ada'), 'copies.try', { folder: join(target, 'nowhere') });
  while (view().tried?.result.state === 'running') await new Promise((next) => setTimeout(next, 5));
  expect(view().tried?.result).toMatchObject({
    state: 'failed',
    because: expect.stringContaining('is not there. Plug the disk in') as string,
  });
  stop();
  expect(verifyChain(atWork.desk.db)).toMatchObject({ chain: 'intact' });
  atWork.desk.close();
});

test('a restore that is killed leaves the old store or the new one, and nothing between', async () => {
  const { folder, copy } = copied();
  const outcomes = new Set<number>();
  for (const ms of [60, 160, 230, 290, 350, 420, 520]) {
    const program = [join(OUT, 'desk', 'desk.js'), 'restore', copy, '--data', folder];
    const child = spawn(process.execPath, program, { stdio: 'ignore' });
    setTimeout(() => child.kill('SIGKILL'), ms);
    await once(child, 'close');
    const atWork = openAtWork(folder, '2026-03-03T19:00:00.000Z');
    const head = atWork.desk.journal.head();
    expect([made.later, made.head + 1]).toContain(head);
    expect(verifyChain(atWork.desk.db)).toEqual({ events: head, chain: 'intact', kept: 'intact' });
    expect(auditBoard(atWork.desk.db).equal).toBe(true);
    outcomes.add(head);
    atWork.desk.close();
  }
  expect(outcomes.size).toBeGreaterThan(0);
  // What the killed ones left is gone with the next that is let alone.
  const last = spawn(process.execPath, [
    join(OUT, 'desk', 'desk.js'),
    'restore',
    copy,
    '--data',
    folder,
  ]);
  const [code] = (await once(last, 'close')) as [number];
  expect([code, readdirSync(folder).filter((name) => name.startsWith('restor'))]).toEqual([0, []]);
});
