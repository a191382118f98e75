import { expect, test } from 'vitest';
import { migrate } from '#db/migrations/migrate.ts';
import { openInMemory } from '#db/open-database.ts';
import { passphraseMatches, setPassphrase } from '#db/settings/credentials.ts';
import { draftsOf, forgetDrafts, saveDraft } from '#db/settings/drafts.ts';

function settings() {
  const db = openInMemory();
  migrate(db);
  return db;
}
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
  saveDraft(db, 'dana', { ...draft, text: 'He' });
  saveDraft(db, 'dana', { ...draft, text: 'He says' });
  saveDraft(db, 'dana', { ...draft, field: 'reason', text: 'Because' });
  expect(draftsOf(db, 'dana')).toEqual([
    { ...draft, text: 'He says' },
    { ...draft, field: 'reason', text: 'Because' },
  ]);
  saveDraft(db, 'dana', { ...draft, text: null });
  expect(draftsOf(db, 'dana').map(({ field }) => field)).toEqual(['reason']);
});

test('drafts belong to one person', () => {
  const db = settings();
  saveDraft(db, 'dana', { subject: 's', field: 'f', text: 'mine', over: null, savedAt });
  saveDraft(db, 'theo', { subject: 's', field: 'f', text: 'his', over: null, savedAt });
  expect(draftsOf(db, 'dana').map(({ text }) => text)).toEqual(['mine']);
  forgetDrafts(db, 'theo', 'another');
  forgetDrafts(db, 'dana', 's');
  expect(draftsOf(db, 'dana')).toEqual([]);
  expect(draftsOf(db, 'theo').map(({ text }) => text)).toEqual(['his']);
});
