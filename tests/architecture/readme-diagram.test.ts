import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { UNIT_STATUS, UNIT_STATUSES } from '#shared/unit/unit-status.ts';

test('the status diagram of the README is the status table of the code', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const drawn = [...readme.matchAll(/^\s*(\w+) --> (\w+)\s*$/gm)]
    .map(([, from, to]) => `${from} --> ${to}`)
    .sort();
  const meant = UNIT_STATUSES.flatMap((from) =>
    UNIT_STATUS[from].next.map((to) => `${from} --> ${to}`.replaceAll(/(?<=\w)-(?=\w)/g, '_')),
  ).sort();
  expect(drawn).toEqual(meant);
});
