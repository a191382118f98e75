// `node build/policy-schema.mjs`: writes docs/policy.schema.json from the code that reads a policy.
import { writeFileSync } from 'node:fs';
import { asScript, say } from './narrate.mjs';
import { here, root } from './places.mjs';

/** Relative to the repository. */
export const schemaFile = 'docs/policy.schema.json';

/** The text of the schema file, formatted as everything else here is. */
export async function policySchemaText() {
  const { runnerImport } = await import('vite');
  const { format, resolveConfig } = await import('prettier');
  const { module } = await runnerImport(here('shared/policy/document/policy-schema.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  });
  const filepath = here(schemaFile);
  const options = await resolveConfig(filepath);
  return format(JSON.stringify(module.policyJsonSchema()), { ...options, filepath });
}

await asScript(import.meta.url, async () => {
  writeFileSync(here(schemaFile), await policySchemaText());
  say(`wrote ${schemaFile}`);
});
