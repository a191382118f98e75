import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openAtWork } from '../support/desk-at-work.ts';
import { eidoDesk } from '../support/eido-desk.ts';
import { EIDO_ID, eidoOf, eidoText, movedEido } from '../support/eido-examples.ts';
import { run } from '#main/cli/run.ts';
import { waitingCalls } from '#db/board/calls-projection.ts';

async function desk(...args: readonly string[]) {
  const said = { out: '', err: '' };
  const sink = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) });
  const code = await run(args, { out: sink('out'), err: sink('err'), cwd: '/' });
  return { code, ...said, answer: said.out === '' ? null : JSON.parse(said.out) };
}

function folderWith(name: string, text: string): { folder: string; file: string } {
  const { desk: open, folder } = eidoDesk();
  open.close();
  const file = join(folder, name);
  writeFileSync(file, text);
  return { folder, file };
}

const another = eidoText({}, { $id: 'urn:emergency:uid:incidentid:8a02:riverside.example' });

test('a file of documents rings as if they had been posted; what nobody can read is named', async () => {
  const text = `\ufeff[${eidoText()},\n${movedEido('4700 N Racine')}, {"eidoVersion":"1.0"}, ${another}, 7]`;
  const { folder, file } = folderWith('calls.txt', text);
  const { code, answer, err } = await desk('import', file, '--data', folder);
  expect(code).toBe(1);
  expect(answer).toMatchObject({ rows: 5, imported: 2, updated: 1, alreadyKnown: 0 });
  expect(answer.rejected).toMatchObject([
    { index: 3, why: expect.stringContaining('/issuingElementIdentification') },
    { index: 5, why: expect.stringContaining('no JSON object') },
  ]);
  expect(err).toContain('calls.txt, document 3: The document was not taken.');
  const again = await desk('import', file, '--data', folder);
  expect(again.answer).toMatchObject({ imported: 0, updated: 0, alreadyKnown: 3 });
  const { db } = openAtWork(folder).desk;
  expect(
    waitingCalls(db)
      .map(({ address }) => address)
      .toSorted(),
  ).toEqual(['4620 N Broadway, Uptown', '4700 N Racine']);
});

test.each([
  ['one over many lines', JSON.stringify(eidoOf(), null, 2)],
  ['one a line', `${eidoText()}\r\n\r\n${another}\n`],
])('%s', async (_what, text) => {
  const { folder, file } = folderWith('calls.json', text);
  const { code, answer } = await desk('import', file, '--data', folder);
  expect(code).toBe(0);
  expect(answer).toMatchObject({ file, preset: 'eido', rejected: [] });
  expect(answer.imported).toBe(answer.rows);
});

test('documents need a center; a folder without one is left as it is', async () => {
  const { file } = folderWith('calls.json', eidoText());
  const { code, err } = await desk('import', file, '--data', '/nowhere/at/all');
  expect([code, err]).toEqual([2, expect.stringContaining('holds no CareDesk journal')]);
});

test('an incident is exported, on the record, to be given to whom it answers', async () => {
  const atWork = eidoDesk();
  atWork.deliver(eidoText());
  const [call] = atWork.waiting();
  atWork.do(atWork.as('Dana'), 'call.answer', { callId: call!.callId });
  atWork.desk.close();
  const args = ['export-eido', '1', '--data', atWork.folder] as const;
  const { code, answer, err } = await desk(...args, '--by', 'Dana');
  expect([code, answer.$id]).toEqual([0, EIDO_ID]);
  expect(err).toContain('It answers the document of Riverside PSAP');
  const [last] = [...openAtWork(atWork.folder).desk.journal.entriesAfter(0)].slice(-1);
  expect(last).toMatchObject({
    by: atWork.idOf('Dana'),
    event: { type: 'incident.exported', answers: 'Riverside PSAP' },
  });
  expect(await desk('export-eido', '77', '--data', atWork.folder)).toMatchObject({ code: 2 });
  expect(await desk(...args, '--by', 'Ada')).toMatchObject({
    code: 2,
    err: expect.stringContaining('a admin may not'),
  });
});
