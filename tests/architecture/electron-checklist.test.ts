import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FORBIDDEN } from '../support/forbidden-code.ts';
import { ROOT } from '../support/source-modules.ts';

const page = readFileSync(join(ROOT, 'docs/electron-checklist.md'), 'utf8');
const sections = page.split(/^## /m).slice(1);

interface Proof {
  readonly file: string;
  readonly title: string;
}

function proofsOf(section: string): Proof[] {
  return [...section.matchAll(/^- `(tests\/[^`]+)`: (.+(?:\n {2}.+)*)$/gm)].map(
    ([, file = '', title = '']) => ({ file, title: title.replaceAll(/\s+/g, ' ') }),
  );
}

test('every item of the checklist is answered and proved, in its order', () => {
  const items = sections.filter((section) => /^\d+\. /.test(section));
  expect(items.map((section) => Number.parseInt(section, 10))).toEqual(
    Array.from({ length: 20 }, (_, at) => at + 1),
  );
  for (const item of items) {
    const [heading = ''] = item.split('\n');
    expect(proofsOf(item).length, heading).toBeGreaterThan(0);
    expect(item.replace(heading, '').split('\n- ')[0]?.trim(), heading).toMatch(/\.$/);
  }
});

test('every proof the page names is a test that exists', () => {
  const proofs = sections.flatMap(proofsOf);
  expect(proofs.length).toBeGreaterThan(30);
  expect(proofs.filter(({ file, title }) => !names(file, title))).toEqual([]);
});

test('a test that is gone, and one that is only spoken of, are noticed', () => {
  expect(names('tests/e2e/trust.test.ts', 'no such title')).toBe(false);
  expect(
    names('tests/e2e/gone.test.ts', 'the packaged program has every fuse on the safe side'),
  ).toBe(false);
  expect(names('tests/architecture/hardening.test.ts', 'FORBIDDEN')).toBe(false);
});

/** Whether a file has a test of that title: written out, or one for each line of a table. */
function names(file: string, title: string): boolean {
  if (!existsSync(join(ROOT, file))) return false;
  const code = readFileSync(join(ROOT, file), 'utf8');
  const titles = [...code.matchAll(/(?:\btest\(|\)\()\s*(['"`])(.*?)\1,/g)].map(
    ([, , each]) => each,
  );
  const fromTable = file.endsWith('/hardening.test.ts') ? FORBIDDEN.map(({ never }) => never) : [];
  return [...titles, ...fromTable].includes(title);
}
