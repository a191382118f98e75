import fc from 'fast-check';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { UnusableFile } from '#main/desk/import/unusable-file.ts';
import { findJsonFault } from '#main/desk/policy/json-faults.ts';
import { readPolicyFile } from '#main/desk/policy/policy-file.ts';
import shipped from '#shared/policy/default-policy.json' with { type: 'json' };

const folder = mkdtempSync(join(tmpdir(), 'caredesk-policy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function fileWith(content: string | Uint8Array): string {
  const path = join(folder, `${(files += 1)}.json`);
  writeFileSync(path, content);
  return path;
}

function refusalOf(path: string): UnusableFile {
  try {
    readPolicyFile(path);
  } catch (error) {
    if (error instanceof UnusableFile) return error;
    throw error;
  }
  throw new Error(`${path} was read`);
}

test.each([
  ['as it ships', JSON.stringify(shipped, null, 2)],
  [
    'with a byte order mark and CRLF',
    `\ufeff${JSON.stringify(shipped, null, 2)}`.replaceAll('\n', '\r\n'),
  ],
])('the policy %s is read', (_, text) => {
  expect(readPolicyFile(fileWith(text))).toEqual({ policy: shipped });
});

test('a document that is no policy comes back with its problems', () => {
  const read = readPolicyFile(fileWith('{"id": "x"}'));
  const found = 'problems' in read ? read.problems : [];
  expect(found).toHaveLength(13);
  expect(found[0]).toMatchObject({ path: '$.version', message: '“version” is missing.' });
});

const lines = JSON.stringify(shipped, null, 2).split('\n');
const withLine = (at: number, line: string) => lines.with(at - 1, line).join('\n');

test.each<[string, string | Uint8Array, number | null, RegExp]>([
  ['an empty file', '', null, /the file is empty/],
  ['white space', ' \n\n', 3, /ends before a value/],
  ['a comma too few', withLine(5, lines[4]!.replace(/,$/, '')), 6, /a comma is missing before “"”/],
  [
    'a comma too many',
    withLine(16, `${lines[15]},`),
    17,
    /a name in quotation marks is missing before “}”/,
  ],
  ['a name without marks', '{\n id: 1}', 2, /before “id”/],
  ['no colon', '{\n"id" 1}', 2, /a colon is missing before “1”/],
  ['a word', '{"a": [1,\nTrue]}', 2, /“True” is not JSON/],
  ['a comment', '// mine\n{}', 1, /“\/” is not JSON/],
  ['a leading zero', '[\n\n01]', 3, /a comma is missing before “1”/],
  ['a bracket never closed', '{\n"facts": [\n{},', 2, /“\[” is never closed/],
  ['the wrong bracket', '{"facts": [1\n}', 2, /a comma is missing before “}”/],
  ['a text never closed', '{"a": 1,\n"b": "c', 2, /is not JSON|not closed/],
  ['an unknown escape', '["\\x"]', 1, /is not JSON/],
  ['a second document', '{}\n{}', 2, /after the end of the document/],
  ['a member twice', '{"mandatory": true,\n "mandatory": false}', 2, /“mandatory” stands twice/],
  ['a member twice, once escaped', '{"id": 1,\n "\\u0069d": 2}', 2, /“id” stands twice/],
  ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), 1, /UTF-16/],
  ['Latin-1', Buffer.from('{"a": "\u00e9"}', 'latin1'), null, /not UTF-8/],
  ['deep nesting', `${'[\n'.repeat(40)}${']'.repeat(40)}`, 33, /more than 32 deep/],
])('%s is refused with its line and a next step', (_, content, line, why) => {
  const refusal = refusalOf(fileWith(content));
  expect(refusal.message).toMatch(why);
  expect(refusal.line).toBe(line);
  expect(refusal.remedy).toMatch(/\w+.*\.$/);
});

test('what is not there, a folder and what may not be read are refused', () => {
  expect(refusalOf(join(folder, 'none.json')).message).toBe('there is no such file');
  expect(refusalOf(join(folder, '\0')).message).toContain('cannot be read');
  mkdirSync(join(folder, 'policy.json'));
  expect(refusalOf(join(folder, 'policy.json')).message).toBe('it is not a file');
});

test.skipIf(process.getuid?.() === 0)('a file nobody may read is refused', () => {
  const secret = fileWith('{}');
  chmodSync(secret, 0);
  expect(refusalOf(secret).message).toContain('cannot be read (EACCES)');
});

test('size and depth are refused at once, however much there is', () => {
  const begun = performance.now();
  const huge = fileWith('');
  truncateSync(huge, 3 * 1024 ** 3);
  expect(refusalOf(huge).message).toContain('larger than 4 MiB');
  expect(refusalOf(fileWith('['.repeat(10_000_000))).message).toContain('larger than 4 MiB');
  expect(refusalOf(fileWith('['.repeat(4 * 1024 ** 2))).message).toContain('more than 32 deep');
  const wide = readPolicyFile(fileWith(`[${'1,'.repeat(2_000_000)}1]`));
  expect(wide).toMatchObject({
    problems: [{ message: expect.stringContaining('2000001 entries') }],
  });
  const long = readPolicyFile(fileWith(`["${'\\n\\u0041'.repeat(500_000)}"]`));
  expect(long).toMatchObject({
    problems: [{ path: '$[0]', message: 'The text has 1000000 characters.' }],
  });
  expect(performance.now() - begun).toBeLessThan(4000);
});

/** JSON with a letter put in, taken out or replaced: most of it broken, some of it still right. */
const nearlyJson = fc
  .record({
    text: fc.json({ maxDepth: 4 }),
    at: fc.nat(),
    letter: fc.constantFrom(
      '',
      '"',
      '\\',
      ',',
      ':',
      '{',
      '}',
      '[',
      ']',
      '0',
      '-',
      'e',
      ' ',
      '\n',
      '\t',
    ),
    cut: fc.nat(1),
  })
  .map(({ text, at, letter, cut }) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + letter + text.slice(place + cut);
  });

test('a text has a fault exactly when JSON.parse refuses it, or a member stands twice', () => {
  const met = { right: 0, broken: 0 };
  fc.assert(
    fc.property(fc.oneof(nearlyJson, fc.string(), fc.json()), (text) => {
      const fault = findJsonFault(text);
      if (fault?.why.includes('stands twice') === true) return;
      const right = parses(text);
      met[right ? 'right' : 'broken'] += 1;
      expect(fault === null, `${text}: ${fault?.why}`).toBe(right);
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(met.right, met.broken)).toBeGreaterThan(100);
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
