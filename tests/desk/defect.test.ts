import { expect, test } from 'vitest';
import { defectOf } from '#main/desk/defect.ts';

const WORDS = 'my brother at 4500 N Broadway';

test('a defect is its name and where it happened, without the words it stumbled over', () => {
  const told = defectOf(new TypeError(`cannot read “${WORDS}”`));
  expect(told).toMatch(/^TypeError\n {4}at .*defect\.test\.ts:\d+:\d+/);
  expect(told).not.toContain(WORDS);
});

test('words that look like a place in a program are words all the same', () => {
  const told = defectOf(new Error(`${WORDS}\n    at ${WORDS} (${WORDS}:1:1)\n    at ${WORDS}`));
  expect(told).toMatch(/^Error\n {4}at /);
  expect(told).not.toContain(WORDS);
});

test('what a database and Node call their errors is kept', () => {
  const full = Object.assign(new Error(WORDS), { name: 'SqliteError', code: 'SQLITE_FULL' });
  expect(defectOf(full)).toMatch(/^SqliteError SQLITE_FULL\n {4}at /);
  try {
    Buffer.from(7 as unknown as string);
    expect.unreachable();
  } catch (error) {
    expect(defectOf(error)).toMatch(/^TypeError ERR_INVALID_ARG_TYPE\n {4}at /);
  }
});

test.each([
  ['a message that was changed later', Object.assign(new Error('x'), { message: WORDS })],
  ['a name that is a sentence', Object.assign(new Error('x'), { name: WORDS })],
  ['a code that is a sentence', Object.assign(new Error('x'), { code: WORDS })],
  ['a cause', new Error('x', { cause: new Error(WORDS) })],
  ['a stack made up', Object.assign(new Error('x'), { stack: `Error: ${WORDS}` })],
  ['a thrown text', WORDS],
  ['a thrown object', { message: WORDS }],
])('nothing leaks through %s', (_what, thrown) => {
  const told = defectOf(thrown);
  expect(told).not.toContain(WORDS);
  expect(told).not.toBe('');
});
