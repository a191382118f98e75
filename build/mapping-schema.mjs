// `node build/mapping-schema.mjs`: writes docs/mapping.schema.json from the code that reads a mapping file.
import { writeFileSync } from 'node:fs';
import { asScript, say } from './narrate.mjs';
import { here } from './places.mjs';
import { schemaText } from './policy-schema.mjs';

/** Relative to the repository. */
export const schemaFile = 'docs/mapping.schema.json';

await asScript(import.meta.url, async () => {
  const text = await schemaText(
    'shared/intake-file/mapping-schema.ts',
    (module) => module.mappingJsonSchema(),
    schemaFile,
  );
  writeFileSync(here(schemaFile), text);
  say(`wrote ${schemaFile}`);
});
