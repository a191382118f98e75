import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { centerAtWork, openAtWork, temporaryFolder } from '../support/desk-at-work.ts';
import { ownFile, questionnaire, withQuestion } from '../support/invented-screener.ts';
import { run } from '#main/cli/run.ts';

async function install(...args: readonly string[]) {
  const said = { out: '', err: '' };
  const sink = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) });
  const terminal = { out: sink('out'), err: sink('err'), cwd: '/' };
  const code = await run(['install-screener', ...args], terminal);
  return { code, err: said.err, answer: said.out === '' ? null : JSON.parse(said.out) };
}

function fileOf(document: unknown): string {
  const file = join(temporaryFolder(), 'screener.json');
  writeFileSync(file, typeof document === 'string' ? document : JSON.stringify(document));
  return file;
}

function center(): string {
  const atWork = centerAtWork();
  atWork.desk.close();
  return atWork.folder;
}

test('without a data folder a file is looked at only', async () => {
  const seen = await install(fileOf(questionnaire()));
  expect(seen).toMatchObject({
    code: 0,
    answer: { proposed: false, title: 'Invented screen', code: 'LOINC TEST-1', faults: [] },
  });
  expect(seen.answer.questions).toHaveLength(7);
  expect(seen.answer.questions[2]).toEqual({
    linkId: '/93248-3',
    asks: 'method',
    askedAfter: { asks: 'thoughts', answers: ['yes'] },
    languages: ['en'],
  });
  expect(seen.err).toMatch(/Looked at only/);
});

test('with one it waits for approval, once, and one person approves what the command brought', async () => {
  const [folder, file] = [center(), fileOf(ownFile())];
  const first = await install(file, '--data', folder, '--registration', 'Number 7');
  expect(first).toMatchObject({ code: 0, answer: { proposed: true, refusal: null } });
  expect(first.err).toMatch(/approves it in the window/);
  const again = await install(file, '--data', folder);
  expect(again).toMatchObject({ code: 1, answer: { proposed: false } });
  expect(again.answer.refusal).toMatch(/waits for a second person/);

  const atWork = openAtWork(folder);
  const sam = atWork.as('Sam');
  const kept = atWork.do(sam, 'screener.kept', {});
  expect(kept.waiting).toMatchObject({ hash: first.answer.hash, registration: 'Number 7' });
  const { hash } = first.answer;
  atWork.do(sam, 'screener.approve', { hash, secondPerson: null });
  expect(atWork.do(sam, 'screener.kept', {}).inForce?.proposedByName).toBe('CareDesk');
});

test('a file that is no screen is said question by question, and nothing is written', async () => {
  const folder = center();
  const bad = await install(fileOf(withQuestion('plan', { type: 'integer' })), '--data', folder);
  expect(bad).toMatchObject({ code: 1, answer: { proposed: false, hash: null, questions: [] } });
  expect(bad.err).toMatch(/screener\.json: Question \/93250-9 is of the type "integer"/);
  const atWork = openAtWork(folder);
  expect(atWork.do(atWork.as('Sam'), 'screener.kept', {}).waiting).toBeNull();
});

test.each<[string, readonly string[], RegExp]>([
  ['no file', [], /FILE is missing/],
  ['a file there is not', ['/nowhere/x.json'], /there is no such file/],
  ['an unknown option', ['x.json', '--force'], /force/],
  ['too large a file', [fileOf('x'.repeat(512 * 1024 + 1))], /larger than 512 KiB/],
  [
    'a folder without a journal',
    [fileOf(ownFile()), '--data', '/tmp'],
    /holds no CareDesk journal/,
  ],
])('unusable: %s', async (_name, args, says) => {
  const { code, err, answer } = await install(...args);
  expect(code).toBe(2);
  expect(err).toMatch(says);
  expect(answer).toBeNull();
});
