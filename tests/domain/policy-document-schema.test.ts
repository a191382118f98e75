import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { changedPolicy, changes, fullPolicy } from '../support/changed-policy.ts';
import shipped from '#shared/policy/default-policy.json' with { type: 'json' };
import { policyJsonSchema, policySchema } from '#shared/policy/document/policy-schema.ts';

const written = new URL('../../docs/policy.schema.json', import.meta.url);

/** What of a JSON schema is looked at here. */
interface Described {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly $defs?: Readonly<Record<string, Described>>;
}

test('docs/policy.schema.json is what the code says', () => {
  const onDisk: unknown = JSON.parse(readFileSync(written, 'utf8'));
  expect(onDisk, 'run `node build/policy-schema.mjs` to write it again').toEqual(
    JSON.parse(JSON.stringify(policyJsonSchema())),
  );
});

test('every member of a policy is described', () => {
  const bare: string[] = [];
  const look = ({ properties = {} }: Described, path: string) => {
    for (const [name, member] of Object.entries(properties))
      if (member.description === undefined) bare.push(`${path}.${name}`);
  };
  const schema: Described = policyJsonSchema();
  look(schema, 'policy');
  const parts = schema.$defs ?? {};
  for (const [name, part] of Object.entries(parts)) look(part, name);
  expect(Object.keys(parts)).toContain('rule');
  expect(bare).toEqual([]);
});

// Nobody here depends on a validator; one may lie in the tree because some tool of the build does.
const validator = 'ajv/dist/2020.js';
const Ajv = await import(/* @vite-ignore */ validator).then(
  ({ Ajv2020 }) => Ajv2020,
  () => null,
);

test.skipIf(Ajv === null).each([
  ['shipped', shipped],
  ['full', fullPolicy()],
])('the %s policy fits the written schema', (_, policy) => {
  const fits = compiled();
  expect(fits(policy), JSON.stringify(fits.errors)).toBe(true);
});

test.skipIf(Ajv === null)(
  'the written schema refuses what the code refuses, and nothing else',
  () => {
    const fits = compiled();
    const met = { fit: 0, unfit: 0 };
    fc.assert(
      fc.property(
        changes(3).map((list) => changedPolicy(list)),
        (document) => {
          const expected = policySchema.safeParse(document).success;
          met[expected ? 'fit' : 'unfit'] += 1;
          expect(fits(document)).toBe(expected);
        },
      ),
      { numRuns: 200 },
    );
    expect(Math.min(met.fit, met.unfit)).toBeGreaterThan(10);
  },
);

function compiled() {
  const schema: unknown = JSON.parse(readFileSync(written, 'utf8'));
  return new Ajv({ validateFormats: false }).compile(schema);
}
