import { beforeEach, expect, test } from 'vitest';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { asWritten, slower, withRuth } from '../support/policy-at-work.ts';

const HALF = { title: 'Night shift', gates: [] };
const MEGABYTE = 1_048_576;

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
  withRuth(atWork);
});

const draftOf = (name: string) => atWork.do(atWork.as(name), 'policy.workshop', {}).draft;
const save = (name: string, document: object) =>
  atWork.do(atWork.as(name), 'policy.save-draft', { document: asWritten(document) });

test('a draft belongs to the supervisor who wrote it, whatever it is, and survives a restart', () => {
  save('Ruth', HALF);
  atWork.pass(2);
  save('Ruth', { ...HALF, title: 'Night shift, again' });
  const savedAt = atWork.now().toISOString();
  atWork = atWork.reopen();
  expect(draftOf('Ruth')).toEqual({
    document: { title: 'Night shift, again', gates: [] },
    savedAt,
  });
  expect(draftOf('Sam')).toBeNull();
});

test('a draft is not in the journal, nor among the half-typed lines', () => {
  const head = atWork.desk.journal.head();
  save('Ruth', HALF);
  expect(atWork.desk.journal.head()).toBe(head);
  expect(atWork.do(atWork.as('Ruth'), 'draft.all', {})).toEqual([]);
});

test('discarding forgets one’s own draft and nobody else’s', () => {
  save('Ruth', HALF);
  save('Sam', HALF);
  atWork.do(atWork.as('Ruth'), 'policy.discard-draft', {});
  expect(draftOf('Ruth')).toBeNull();
  expect(draftOf('Sam')).not.toBeNull();
});

test('proposing takes the author’s draft with it, a refused proposal does not', () => {
  const ruth = atWork.as('Ruth');
  const propose = (document: object) =>
    atWork.desk.answer('policy.propose', { document, effectiveFrom: null, note: 'Why.' }, ruth);
  save('Ruth', HALF);
  save('Sam', HALF);
  expect(propose(HALF).ok).toBe(false);
  expect(draftOf('Ruth')).not.toBeNull();
  expect(propose(slower('2027.1')).ok).toBe(true);
  expect(draftOf('Ruth')).toBeNull();
  expect(draftOf('Sam')).not.toBeNull();
});

test.each(['policy.save-draft', 'policy.examine', 'policy.what-if'] as const)(
  '%s refuses a document over 1 MB, counted as it is stored, and keeps what was saved',
  (topic) => {
    save('Ruth', HALF);
    const frame = JSON.stringify({ title: '' }).length;
    // Two bytes each in the file: the limit is not one of characters.
    const title = 'é'.repeat((MEGABYTE - frame) / 2 + 1);
    const reply = atWork.desk.answer(topic, { document: { title } }, atWork.as('Ruth'));
    expect(reply).toMatchObject({ ok: false, refused: 'policy-too-large', because: /1 MB/ });
    expect(draftOf('Ruth')?.document).toEqual(HALF);
  },
);

test('a draft of exactly 1 MB is kept', () => {
  const frame = JSON.stringify({ title: '' }).length;
  const document = { title: 'x'.repeat(MEGABYTE - frame) };
  save('Ruth', document);
  expect(draftOf('Ruth')?.document).toEqual(document);
});

test('a document that is no policy yet cannot be tried on past calls, and it is said why', () => {
  const input = { document: asWritten({ ...slower('2027.1'), version: '' }) };
  const reply = atWork.desk.answer('policy.what-if', input, atWork.as('Ruth'));
  expect(reply).toMatchObject({ ok: false, refused: 'not-a-policy', because: /\$\.version/ });
});
