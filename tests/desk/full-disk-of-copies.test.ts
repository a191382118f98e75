import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { desk } from '../import/import-folder.ts';
import { copiesSet } from '../support/copies-examples.ts';
import {
  centerAtWork,
  openAtWork,
  openedIncident,
  temporaryFolder,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { jobsHere, settled } from '../support/jobs-here.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';
import { verifyStoreFile } from '#main/desk/copies/verify-store-file.ts';
import { storeFileOf } from '#shared/copies/copy-name.ts';

/** A disk of a few megabytes that is really full: only who may mount one can make it. */
const disk = temporaryFolder();
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk]).status === 0;
if (!mounted)
  process.stderr.write('full-disk-of-copies: skipped, it takes the right to mount a disk\n');
afterAll(() => void (mounted && spawnSync('umount', [disk])));

let template: string;
beforeAll(() => {
  const atWork = centerAtWork();
  openedIncident(atWork, atWork.as('Dana'));
  atWork.desk.close();
  template = atWork.folder;
});

let atWork: DeskAtWork;
beforeEach(() => {
  const folder = join(temporaryFolder(), 'data');
  cpSync(template, folder, { recursive: true });
  atWork = openAtWork(folder);
});
afterEach(() => {
  atWork.desk.close();
  if (mounted) for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true });
});

const target = join(disk, 'copies');
const ballast = join(disk, 'ballast');

/** Everything but so many bytes of the small disk. */
function fill(leave: number): void {
  const chunk = Buffer.alloc(16 * 1024, 1);
  try {
    for (;;) appendFileSync(ballast, chunk);
  } catch {
    truncateSync(ballast, Math.max(0, statSync(ballast).size - leave));
  }
}

test.runIf(mounted)('a full disk costs the copy that was begun, and nothing else', async () => {
  const stop = atWork.desk.copies.start(jobsHere);
  copiesSet(atWork, target);
  await settled();
  const view = () => atWork.do(atWork.as('Ada'), 'copies.view', {}).targets[0]!;
  const [first] = view().copies!;
  const whole = readdirSync(target).sort();
  for (const leave of [0, 100_000, 400_000]) {
    fill(leave);
    atWork.pass(240);
    atWork.desk.copies.tick();
    await settled();
    expect(view().failing?.because).toContain('is full. Free space there, or name a larger disk.');
    expect(readdirSync(target).sort()).toEqual(whole);
    expect(verifyStoreFile(join(target, storeFileOf(first!.name)), null).faults).toEqual([]);
    openedIncident(atWork, atWork.as('Dana'));
  }
  rmSync(ballast);
  atWork.pass(240);
  atWork.desk.copies.tick();
  await settled();
  expect(view()).toMatchObject({ failing: null, copies: [{ number: 2 }, { number: 1 }] });
  expect(verifyChain(atWork.desk.db)).toMatchObject({ chain: 'intact', kept: 'intact' });
  stop();
});

test.runIf(mounted)(
  'a restore that finds no room changes nothing, and says how much it takes',
  async () => {
    const copies = join(temporaryFolder(), 'copies');
    const { out } = await desk('backup', '--data', atWork.folder, '--to', copies);
    const { file, bytes } = JSON.parse(out) as { file: string; bytes: number };
    atWork.desk.close();
    const data = join(disk, 'data');
    mkdirSync(data);
    cpSync(template, data, { recursive: true });
    // From no room at all to enough for the copy and not for what is written in it.
    for (const leave of [0, bytes / 2, bytes, bytes * 1.2 + 16_384]) {
      fill(Math.round(leave));
      const ran = await desk('restore', file, '--data', data);
      rmSync(ballast);
      if (ran.code === 0) continue;
      expect([ran.code, ran.out]).toEqual([2, '']);
      expect(ran.err).toMatch(/has no room for the copy|is full/);
      expect(readdirSync(data).filter((name) => /restor/.test(name))).toEqual([]);
      const again = openAtWork(data);
      expect(verifyChain(again.desk.db)).toMatchObject({ chain: 'intact', kept: 'intact' });
      again.desk.close();
    }
    atWork = openAtWork(atWork.folder);
  },
);
