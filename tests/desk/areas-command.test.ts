import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { proposal } from '../support/area-examples.ts';
import { centerAtWork, openAtWork, temporaryFolder } from '../support/desk-at-work.ts';
import { squares, UPTOWN_AND_LAKEVIEW } from '../support/invented-areas.ts';
import { run } from '#main/cli/run.ts';

async function areas(...args: readonly string[]) {
  const said = { out: '', err: '' };
  const sink = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) });
  const code = await run(['areas', ...args], { out: sink('out'), err: sink('err'), cwd: '/' });
  return { code, err: said.err, answer: said.out === '' ? null : JSON.parse(said.out) };
}

function fileOf(text: string, name = 'areas.geojson'): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
}

function center(): string {
  const atWork = centerAtWork();
  atWork.desk.close();
  return atWork.folder;
}

test('near names wait for somebody who has looked, and then the file waits for approval', async () => {
  const [folder, file] = [center(), fileOf(squares(UPTOWN_AND_LAKEVIEW))];
  const first = await areas(file, '--data', folder);
  expect(first).toMatchObject({
    code: 1,
    answer: {
      proposed: false,
      property: 'name',
      areas: 3,
      matched: [{ area: 'Uptown', shape: 'Uptown' }],
      near: [{ area: 'Lakeview', shape: 'Lake View' }],
      unmatched: ['Invented Harbor'],
    },
  });
  expect(first.answer.missing).toHaveLength(11);
  expect(first.err).toMatch(/Is “Lake View” the area Lakeview\? Add --near accept/);

  const second = await areas(file, '--data', folder, '--near', 'accept');
  expect(second).toMatchObject({ code: 0, answer: { proposed: true, near: [] } });
  expect(second.err).toMatch(/approves it in the window/);
  const again = await areas(file, '--data', folder, '--near', 'accept');
  expect(again).toMatchObject({
    code: 1,
    answer: { proposed: false, refusal: expect.stringMatching(/waits/) },
  });

  const atWork = openAtWork(folder);
  const { hash } = second.answer;
  atWork.do(atWork.as('Sam'), 'areas.approve', { hash, secondPerson: null });
  expect(atWork.do(atWork.as('Pat'), 'areas.picture', {})?.source).toBe('areas.geojson');
  atWork.desk.close();
});

test('a broken file is answered with the feature named, and nothing is proposed', async () => {
  const folder = center();
  const file = fileOf(
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Uptown"},"geometry":null}]}',
  );
  const { code, answer, err } = await areas(file, '--data', folder);
  expect([code, answer.proposed, answer.faults]).toEqual([
    1,
    false,
    ['Feature 1 (“Uptown”) has no geometry.'],
  ]);
  expect(err).toContain('areas.geojson: Feature 1 (“Uptown”) has no geometry.');
});

test.each([
  ['no file', (folder: string) => ['/nowhere.geojson', '--data', folder], /there is no such file/],
  ['a folder', (folder: string) => [folder, '--data', folder], /it is not a file/],
  [
    'more than 16 MiB',
    (folder: string) => [fileOf(' '.repeat(17 * 1024 * 1024)), '--data', folder],
    /larger than 16 MiB/,
  ],
  [
    'no journal',
    () => [fileOf(proposal().text), '--data', temporaryFolder()],
    /holds no CareDesk journal/,
  ],
  [
    'another word for near',
    (folder: string) => [fileOf(proposal().text), '--data', folder, '--near', 'yes'],
    /cannot be "yes"/,
  ],
])('%s cannot be used, and stdout stays empty', async (_what, args, says) => {
  const { code, answer, err } = await areas(...args(center()));
  expect([code, answer]).toEqual([2, null]);
  expect(err).toMatch(says);
});
