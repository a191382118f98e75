import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { centerAtWork, openAtWork, temporaryFolder } from '../support/desk-at-work.ts';
import { INVENTED_STREETS } from '../support/place-examples.ts';
import { run } from '#main/cli/run.ts';

async function desk(...args: readonly string[]) {
  const said = { out: '', err: '' };
  const sink = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) });
  const code = await run(args, { out: sink('out'), err: sink('err'), cwd: '/' });
  return { code, err: said.err, answer: said.out === '' ? null : JSON.parse(said.out) };
}

function fileOf(text: string): string {
  const file = join(temporaryFolder(), 'streets.csv');
  writeFileSync(file, text);
  return file;
}

function center(): string {
  const atWork = centerAtWork();
  atWork.desk.close();
  return atWork.folder;
}

test('a table is put in force, and an address is looked up in it', async () => {
  const folder = center();
  expect(await desk('place', '100 W Lantern St', '--data', folder)).toMatchObject({
    code: 1,
    answer: {
      sure: false,
      areaId: null,
      candidates: [],
      why: expect.stringMatching(/no street table/),
    },
  });
  const file = fileOf(INVENTED_STREETS);
  const taken = await desk('street-table', file, '--data', folder);
  expect(taken).toMatchObject({ code: 0, answer: { adopted: true, streets: 5, rejected: [] } });
  expect(taken.err).toMatch(/g z/);
  const found = await desk('place', '100 W Lantern St', '--data', folder);
  expect(found).toMatchObject({
    code: 0,
    answer: {
      address: '100 W Lantern St',
      sure: true,
      areaId: 'uptown',
      area: 'Uptown',
      why: null,
    },
  });
  expect(found.err).toBe(`${found.answer.how}\n`);
  expect(await desk('place', '100 W Lantrn', '--data', folder)).toMatchObject({
    code: 1,
    answer: { proposals: [{ address: '100 W LANTERN ST' }] },
  });
  expect(await desk('street-table', file, '--data', folder)).toMatchObject({
    code: 1,
    answer: { adopted: false, refusal: expect.stringMatching(/in force already/) },
  });
  const atWork = openAtWork(folder);
  expect(atWork.do(atWork.as('Sam'), 'places.kept', {}).streets?.hash).toBe(taken.answer.hash);
});

test('rows that are no streets are named by their line, and the others are in force', async () => {
  const folder = center();
  const file = fileOf(`${INVENTED_STREETS}N BAD ST,N,BAD,ST, ,9,1,,\n`);
  const taken = await desk('street-table', file, '--data', folder);
  expect(taken).toMatchObject({
    code: 1,
    answer: { adopted: true, streets: 5, rejected: [{ row: 7, why: expect.any(String) }] },
  });
  expect(taken.err).toMatch(/row 7: It runs from 9 down to 1/);
  expect(await desk('street-table', fileOf('a,b\n'), '--data', folder)).toMatchObject({
    code: 1,
    answer: { adopted: false, hash: null },
  });
});

test('without a center, a folder or a file nothing is made', async () => {
  const folder = temporaryFolder();
  expect((await desk('place', 'x', '--data', folder)).code).toBe(2);
  expect((await desk('street-table', fileOf('x'), '--data', folder)).code).toBe(2);
  expect((await desk('street-table', join(folder, 'none.csv'), '--data', center())).code).toBe(2);
  expect((await desk('place', '--data', center())).code).toBe(2);
});
