import { expect, test } from 'vitest';
import { KnownStates } from '#db/board/known-states.ts';
import { openInMemory } from '#db/open-database.ts';

interface Row {
  readonly words: string;
}

const text = (words: string) => JSON.stringify({ words });

test('the same text under the same id is the same object', () => {
  const states = new KnownStates<Row>();
  const db = openInMemory();
  const first = states.read(db, 'a', text('one'));
  expect(first).toEqual({ words: 'one' });
  expect(states.read(db, 'a', text('one'))).toBe(first);
});

test('a changed text is read anew, whoever wrote it', () => {
  const states = new KnownStates<Row>();
  const db = openInMemory();
  states.read(db, 'a', text('one'));
  expect(states.read(db, 'a', text('two'))).toEqual({ words: 'two' });
});

test('what was written is what is read next, and a rolled-back write is not', () => {
  const states = new KnownStates<Row>();
  const db = openInMemory();
  const before = states.write(db, 'a', { words: 'one' });
  const changed = { words: 'two' };
  const after = states.write(db, 'a', changed);
  expect(after).toBe(text('two'));
  expect(states.read(db, 'a', after)).toBe(changed);
  // The transaction did not come through: the row still has the text before.
  expect(states.read(db, 'a', before)).toEqual({ words: 'one' });
});

test('two databases know nothing of each other', () => {
  const states = new KnownStates<Row>();
  const here = states.read(openInMemory(), 'a', text('one'));
  const there = states.read(openInMemory(), 'a', text('one'));
  expect(there).toEqual(here);
  expect(there).not.toBe(here);
});

test('the oldest is forgotten, so that a year of incidents does not stay in memory', () => {
  const states = new KnownStates<Row>();
  const db = openInMemory();
  const first = states.read(db, 'row 0', text('0'));
  const last = 3_000;
  for (let row = 1; row <= last; row += 1) states.read(db, `row ${row}`, text(`${row}`));
  expect(states.read(db, 'row 0', text('0'))).not.toBe(first);
  const kept = states.read(db, `row ${last}`, text(`${last}`));
  expect(states.read(db, `row ${last}`, text(`${last}`))).toBe(kept);
});
