import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { centerAtWork, openAtWork, temporaryFolder } from '../support/desk-at-work.ts';
import { INVENTED_DIRECTORY } from '../support/directory-examples.ts';
import { run } from '#main/cli/run.ts';

async function desk(...args: readonly string[]) {
  const said = { out: '', err: '' };
  const sink = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) });
  const code = await run(args, { out: sink('out'), err: sink('err'), cwd: '/' });
  return { code, err: said.err, answer: said.out === '' ? null : JSON.parse(said.out) };
}

function fileOf(content: string | Buffer, name = 'directory.json'): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, content);
  return file;
}

const invented = () => fileOf(JSON.stringify(INVENTED_DIRECTORY));

test('a directory is imported into a folder that holds nothing yet, and is in force', async () => {
  const folder = temporaryFolder();
  const { code, answer } = await desk('directory', invented(), '--data', folder);
  expect(code).toBe(0);
  expect(answer).toMatchObject({
    adopted: true,
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    organizations: 3,
    services: 3,
    locations: 1,
    changes: { added: 3, changed: 0, gone: 0 },
    faults: [],
  });
  const audit = await desk('audit', '--data', folder);
  expect(audit).toMatchObject({ code: 0, answer: { directories: 'intact', equal: true } });
});

test('a center that is open elsewhere finds it at its next search', async () => {
  const atWork = centerAtWork();
  await desk('directory', invented(), '--data', atWork.folder);
  const overview = atWork.do(atWork.as('Pat'), 'directory.overview', { incidentId: null });
  expect(overview.inForce).toMatchObject({ adoptedByName: 'CareDesk', counts: { services: 3 } });
});

test('the same again changes nothing, and says so', async () => {
  const folder = temporaryFolder();
  await desk('directory', invented(), '--data', folder);
  const { code, answer, err } = await desk('directory', invented(), '--data', folder);
  expect(code).toBe(1);
  expect(answer).toMatchObject({
    adopted: false,
    hash: null,
    refusal: expect.stringContaining('in force already'),
  });
  expect(err).toContain('in force already');
});

test('each fault has its file, its row and a sentence, and nothing is imported', async () => {
  const [folder, files] = [temporaryFolder(), join(temporaryFolder(), 'csv')];
  mkdirSync(files);
  writeFileSync(join(files, 'organizations.csv'), 'id,name,description\no1,Church,Invented\n');
  writeFileSync(
    join(files, 'services.csv'),
    'id,organization_id,name,status\ns1,o9,Pantry,active\n',
  );
  writeFileSync(
    join(files, 'phones.csv'),
    Buffer.from('id,service_id,number\np1,s1,Zo\u00eb\n', 'latin1'),
  );
  const { code, answer, err } = await desk('directory', files, '--data', folder);
  expect(code).toBe(1);
  expect(answer).toMatchObject({
    adopted: false,
    faults: [
      { file: 'phones.csv', row: 1, why: expect.stringContaining('not UTF-8') },
      { file: 'services.csv', row: 2, why: expect.stringContaining('“o9”') },
    ],
  });
  expect(err).toContain('services.csv, row 2:');
  expect(err).toContain('Nothing was imported.');
  expect(openAtWork(folder).desk.directory.adopted()).toBeNull();
});

test('it is exported as JSON and as CSV, and both come back with the same hash', async () => {
  const folder = temporaryFolder();
  const { answer } = await desk('directory', invented(), '--data', folder);
  const out = temporaryFolder();
  const json = join(out, 'all.json');
  const asJson = await desk('directory', '--export', 'json', '--out', json, '--data', folder);
  expect(asJson).toMatchObject({
    code: 0,
    answer: { exported: 'json', hash: answer.hash, leftOut: {} },
  });
  expect(JSON.parse(readFileSync(json, 'utf8'))).toHaveLength(3);
  const csv = join(out, 'csv');
  await desk('directory', '--export', 'csv', '--out', csv, '--data', folder);
  expect(readdirSync(csv)).toContain('service_at_location.csv');
  for (const again of [json, csv]) {
    const back = await desk('directory', again, '--data', temporaryFolder());
    expect(back).toMatchObject({ code: 0, answer: { hash: answer.hash } });
  }
});

test.each([
  [['directory'], 'FILE-OR-FOLDER is missing'],
  [['directory', 'nowhere.json', '--data', 'x'], 'no such file or folder'],
  [['directory', '--export', 'xml', '--out', 'x', '--data', 'y'], 'cannot be exported as "xml"'],
  [['directory', '--export', 'json', '--data', 'y'], '--out is missing'],
  [['directory', 'a.json', '--out', 'x', '--data', 'y'], '--out is for --export'],
])('%j cannot be used', async (args, why) => {
  const { code, err } = await desk(...args);
  expect(code).toBe(2);
  expect(err).toContain(why);
});

test('an export of nothing says how to get something', async () => {
  const atWork = centerAtWork();
  const { code, err } = await desk(
    'directory',
    '--export',
    'csv',
    '--out',
    '/x',
    '--data',
    atWork.folder,
  );
  expect(code).toBe(2);
  expect(err).toContain('holds no directory yet');
});
