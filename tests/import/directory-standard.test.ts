import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportCsv, exportJson } from '#main/desk/directory/export-directory.ts';
import { readDirectory } from '#main/desk/directory/read-directory.ts';
import type { DirectoryContent } from '#shared/directory/rows.ts';

const HSDS = join(import.meta.dirname, '../../../shared/data/hsds-3.0');
const EXAMPLES = join(HSDS, 'examples');
const missing = !existsSync(EXAMPLES);
if (missing) process.stderr.write('SKIPPED: the examples of HSDS 3.0 are not on this computer.\n');
// Nobody here depends on a validator; one may lie in the tree because some tool of the build does.
const validator = 'ajv/dist/2020.js';
const Ajv = await import(/* @vite-ignore */ validator).then(
  (found) => found.Ajv2020 ?? found.default,
  () => null,
);
if (Ajv === null) process.stderr.write('SKIPPED: no validator for schemas on this computer.\n');

function schema(name: string): (value: unknown) => boolean {
  const text = readFileSync(join(HSDS, `schema/compiled/${name}.json`), 'utf8');
  return new Ajv({ strict: false, validateFormats: false, logger: false }).compile(
    JSON.parse(text),
  );
}

function files(folder: string, ending: string) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

function read(name: string, inForce: DirectoryContent | null = null) {
  const text = readFileSync(join(EXAMPLES, name), 'utf8');
  return readDirectory([{ name, text }], inForce, 2026);
}

function contentOf(name: string): DirectoryContent {
  const { content, read: rows } = read(name);
  if (content === null) throw new Error(JSON.stringify(rows.faults.list));
  return content;
}

describe.skipIf(missing)('the examples of the standard', () => {
  const all = missing ? [] : files(EXAMPLES, '.json').map(({ name }) => name);

  test.each(all.filter((name) => name !== 'base.json'))('%s is taken over', (name) => {
    const { read: rows, content, format } = read(name);
    expect(rows.faults.list).toEqual([]);
    expect(content).not.toBeNull();
    expect(format).toBe('hsds-json');
  });

  test('the description of an interface is no directory', () => {
    expect(read('base.json').read.faults.list).toMatchObject([
      { file: 'base.json', row: 1, why: expect.stringContaining('nothing the standard knows') },
    ]);
  });

  test('the CSV files are taken over, and what they name elsewhere is said', () => {
    const {
      read: rows,
      content,
      format,
    } = readDirectory(files(join(EXAMPLES, 'csv'), '.csv'), null, 2026);
    expect(rows.faults.list).toEqual([]);
    expect(format).toBe('hsds-csv');
    expect(content?.service?.length).toBe(1);
    expect(rows.warnings.list).toContainEqual({
      file: 'contacts.csv',
      row: 2,
      why: expect.stringContaining('It is kept as it is.'),
    });
    expect(rows.warnings.list.map(({ why }) => why).join()).toContain('no point on the earth');
  });

  test('the same service says the same in each of its three shapes', () => {
    const ids = (name: string) =>
      Object.entries(contentOf(name)).map(([table, rows]) => [table, rows.map(({ id }) => id)]);
    expect(ids('organization_full.json')).toEqual(ids('service_full.json'));
    expect(ids('service_at_location_full.json')).toEqual(ids('service_full.json'));
  });

  test.each(['service_full.json', 'organization_full.json', 'service_at_location_full.json'])(
    '%s comes back as it was, through JSON and through CSV',
    (name) => {
      const content = contentOf(name);
      const json = exportJson(content);
      expect(json.leftOut).toEqual({});
      expect(readDirectory(json.files, null, 2026).content).toEqual(content);
      expect(readDirectory(exportCsv(content).files, null, 2026).content).toEqual(content);
    },
  );

  test('every value of the example stands in what is written', () => {
    const written = new Set(
      leaves(JSON.parse(exportJson(contentOf('service_full.json')).files[0]?.text ?? '')),
    );
    const original = leaves(JSON.parse(readFileSync(join(EXAMPLES, 'service_full.json'), 'utf8')));
    expect(original.filter((value) => !written.has(value))).toEqual([]);
  });

  test.skipIf(Ajv === null)(
    'what is written fits the compiled schemas',
    { timeout: 60_000 },
    () => {
      const fits = schema('service_package');
      expect(fits([{ id: 'x' }])).toBe(false);
      for (const name of ['service_full.json', 'organization_full.json', 'tabular.json']) {
        const { text = '' } = exportJson(contentOf(name)).files[0] ?? {};
        expect(
          fits(JSON.parse(text)),
          `${name}: ${JSON.stringify((fits as { errors?: unknown }).errors)}`,
        ).toBe(true);
      }
    },
  );
});

function leaves(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.values(value).flatMap(leaves);
}
