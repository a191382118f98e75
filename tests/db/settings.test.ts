import { expect, test } from 'vitest';
import { migrate } from '#db/migrations/migrate.ts';
import { openInMemory } from '#db/open-database.ts';
import {
  hashBeside,
  hashNow,
  isCheaper,
  judgeBeside,
  judgeNow,
  setPassphrase as set,
  stillSays,
} from '#db/settings/credentials.ts';
import { draftsOf, forgetDrafts, saveDraft } from '#db/settings/drafts.ts';

function settings() {
  const db = openInMemory();
  migrate(db);
  return db;
}
const CHEAP = { N: 1_024, r: 8, p: 1 };
type Db = ReturnType<typeof settings>;
const setPassphrase = (db: Db, who: string, passphrase: string) =>
  set(db, who, hashNow(passphrase, CHEAP));
const passphraseMatches = (db: Db, who: string, passphrase: string) =>
  judgeNow(db, who, passphrase, CHEAP).matches;
const savedAt = '2026-03-03T18:00:00.000Z';

test('only the passphrase that was set matches, and only for its operator', () => {
  const db = settings();
  setPassphrase(db, 'dana', 'correct horse');
  setPassphrase(db, 'theo', 'battery staple');
  expect(passphraseMatches(db, 'dana', 'correct horse')).toBe(true);
  for (const wrong of ['', 'Correct horse', 'correct horse ', 'battery staple'])
    expect(passphraseMatches(db, 'dana', wrong), wrong).toBe(false);
  expect(passphraseMatches(db, 'nobody', '')).toBe(false);
});

test('a new passphrase replaces the old one', () => {
  const db = settings();
  setPassphrase(db, 'dana', 'correct horse');
  setPassphrase(db, 'dana', 'battery staple');
  expect(passphraseMatches(db, 'dana', 'correct horse')).toBe(false);
  expect(passphraseMatches(db, 'dana', 'battery staple')).toBe(true);
});

test('the same letters typed on another keyboard are the same passphrase', () => {
  const db = settings();
  setPassphrase(db, 'zoe', 'caf\u00e9 horse');
  expect(passphraseMatches(db, 'zoe', 'cafe\u0301 horse')).toBe(true);
});

test('judged beside the desk, the answer is the same', async () => {
  const db = settings();
  setPassphrase(db, 'dana', 'correct horse');
  for (const [who, typed] of [
    ['dana', 'correct horse'],
    ['dana', 'wrong horse'],
    ['nobody', 'correct horse'],
  ] as const) {
    const beside = await judgeBeside(db, who, typed, CHEAP);
    expect(beside).toEqual(judgeNow(db, who, typed, CHEAP));
    expect(stillSays(db, who, beside)).toBe(true);
  }
});

test('hashed beside the desk, a passphrase is as good', async () => {
  const db = settings();
  set(db, 'dana', await hashBeside('correct horse', CHEAP));
  expect(passphraseMatches(db, 'dana', 'correct horse')).toBe(true);
  expect(passphraseMatches(db, 'dana', 'wrong horse')).toBe(false);
  expect(isCheaper(db, 'dana', CHEAP)).toBe(false);
});

test('what was judged before a passphrase changed says nothing of the new one', async () => {
  const db = settings();
  setPassphrase(db, 'dana', 'correct horse');
  const before = await judgeBeside(db, 'dana', 'correct horse', CHEAP);
  setPassphrase(db, 'dana', 'battery staple');
  expect(before.matches).toBe(true);
  expect(stillSays(db, 'dana', before)).toBe(false);
});

test('a hash keeps what it cost, and matches whatever a later version asks for', () => {
  const db = settings();
  set(db, 'dana', hashNow('correct horse', { N: 512, r: 4, p: 2 }));
  expect(judgeNow(db, 'dana', 'correct horse', CHEAP).matches).toBe(true);
  expect(isCheaper(db, 'dana', CHEAP)).toBe(true);
  setPassphrase(db, 'dana', 'correct horse');
  expect(isCheaper(db, 'dana', CHEAP)).toBe(false);
  expect(isCheaper(db, 'nobody', CHEAP)).toBe(false);
});

test('no passphrase is stored in a readable form, and equal ones look different', () => {
  const db = settings();
  setPassphrase(db, 'dana', 'correct horse');
  setPassphrase(db, 'theo', 'correct horse');
  expect(db.serialize().includes('correct horse')).toBe(false);
  const hashes = db.prepare('SELECT hash FROM credentials').pluck().all() as Buffer[];
  expect(hashes[0]!.equals(hashes[1]!)).toBe(false);
});

test('the last text of a draft counts, and none forgets it', () => {
  const db = settings();
  const draft = { subject: 'incident/1', field: 'note', over: null, savedAt };
  saveDraft(db, 'dana', { ...draft, text: 'He' }, savedAt);
  saveDraft(db, 'dana', { ...draft, text: 'He says' }, savedAt);
  saveDraft(db, 'dana', { ...draft, field: 'reason', text: 'Because' }, savedAt);
  expect(draftsOf(db, 'dana')).toEqual([
    { ...draft, text: 'He says' },
    { ...draft, field: 'reason', text: 'Because' },
  ]);
  saveDraft(db, 'dana', { ...draft, text: null }, savedAt);
  expect(draftsOf(db, 'dana').map(({ field }) => field)).toEqual(['reason']);
});

test('what is typed after the clock was set back is later than what stands there', () => {
  const db = settings();
  const draft = { subject: 's', field: 'f', over: null };
  const [ahead, now] = ['2026-03-03T19:00:00.000Z', '2026-03-03T18:00:00.000Z'];
  saveDraft(db, 'dana', { ...draft, text: 'before', savedAt: ahead }, ahead);
  expect(saveDraft(db, 'dana', { ...draft, text: 'after', savedAt: now }, now)).toBe(true);
  expect(draftsOf(db, 'dana').map(({ text }) => text)).toEqual(['after']);
});

test('drafts belong to one person', () => {
  const db = settings();
  saveDraft(db, 'dana', { subject: 's', field: 'f', text: 'mine', over: null, savedAt }, savedAt);
  saveDraft(db, 'theo', { subject: 's', field: 'f', text: 'his', over: null, savedAt }, savedAt);
  expect(draftsOf(db, 'dana').map(({ text }) => text)).toEqual(['mine']);
  forgetDrafts(db, 'theo', 'another');
  forgetDrafts(db, 'dana', 's');
  expect(draftsOf(db, 'dana')).toEqual([]);
  expect(draftsOf(db, 'theo').map(({ text }) => text)).toEqual(['his']);
});
