import { expect, test } from 'vitest';
import { KnownStates } from '#db/board/known-states.ts';
import { atomically, openInMemory, type Database } from '#db/open-database.ts';

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

test('what was read or written in a transaction need not be read again in it, and must be after it', () => {
  const states = new KnownStates<Row>();
  const db = openInMemory();
  states.read(db, 'a', text('one'));
  expect(states.found(db, 'a')).toBeNull();
  atomically(db, () => {
    // Another position may have written since.
    expect(states.found(db, 'a')).toBeNull();
    const read = states.read(db, 'a', text('one'));
    expect(states.found(db, 'a')).toBe(read);
    const written = { words: 'two' };
    states.write(db, 'a', written);
    expect(states.found(db, 'a')).toBe(written);
    expect(states.found(db, 'b')).toBeNull();
  });
  expect(states.found(db, 'a')).toBeNull();
  atomically(db, () => expect(states.found(db, 'a')).toBeNull());
});

test('a transaction that is taken back, whole or in part, leaves nothing that need not be read', () => {
  const states = new KnownStates<Row>();
  const db = openInMemory();
  const fails = (within: Database) => () =>
    atomically(within, () => {
      states.write(within, 'a', { words: 'never' });
      throw new Error('power');
    });
  expect(fails(db)).toThrow('power');
  atomically(db, () => {
    expect(states.found(db, 'a')).toBeNull();
    states.write(db, 'a', { words: 'one' });
    expect(fails(db)).toThrow('power');
    expect(states.found(db, 'a')).toBeNull();
  });
  expect(db.inTransaction).toBe(false);
});

test('two databases know nothing of each other', () => {
  const states = new KnownStates<Row>();
  const here = states.read(openInMemory(), 'a', text('one'));
  const there = states.read(openInMemory(), 'a', text('one'));
  expect(there).toEqual(here);
  expect(there).not.toBe(here);
});

interface Work extends Row {
  readonly closed: boolean;
}

test('the oldest is forgotten, so that a year of incidents does not stay in memory', () => {
  const states = new KnownStates<Row>();
  const db = openInMemory();
  const first = states.read(db, 'row 0', text('0'));
  const last = 3_000;
  for (let row = 1; row <= last; row += 1) states.read(db, `row ${row}`, text(`${row}`));
  expect(states.read(db, 'row 0', text('0'))).not.toBe(first);
  const kept = states.read(db, `row ${last}`, text(`${last}`));
  expect(states.read(db, `row ${last}`, text(`${last}`))).toBe(kept);
  expect(states.held(db).standing).toBe(2_000);
});

test('of what is over only the last are kept, and what stands is not forgotten for them', () => {
  const states = new KnownStates<Work>(({ closed }) => closed);
  const db = openInMemory();
  const open = { words: 'still here', closed: false };
  const written = states.write(db, 'open', open);
  for (let row = 0; row < 5_000; row += 1) {
    const id = `row ${row}`;
    states.write(db, id, { words: id, closed: false });
    states.write(db, id, { words: id, closed: true });
  }
  expect(states.held(db)).toEqual({ standing: 1, over: 256 });
  expect(states.read(db, 'open', written)).toBe(open);
});

test('what is opened again stands again', () => {
  const states = new KnownStates<Work>(({ closed }) => closed);
  const db = openInMemory();
  states.write(db, 'a', { words: 'one', closed: true });
  const again = { words: 'one', closed: false };
  const written = states.write(db, 'a', again);
  expect(states.held(db)).toEqual({ standing: 1, over: 0 });
  expect(states.read(db, 'a', written)).toBe(again);
});
