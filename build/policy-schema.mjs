// `node build/policy-schema.mjs`: writes docs/policy.schema.json from the code that reads a policy.
import { writeFileSync } from 'node:fs';
import { asScript, say } from './narrate.mjs';
import { here, root } from './places.mjs';

/** Relative to the repository. */
export const schemaFile = 'docs/policy.schema.json';

/** The text of a schema file, formatted as everything else here is. */
export async function schemaText(source, schemaOf, file) {
  const { runnerImport } = await import('vite');
  const { format, resolveConfig } = await import('prettier');
  const { module } = await runnerImport(here(source), {
    root,
    configFile: false,
    logLevel: 'error',
  });
  const filepath = here(file);
  const options = await resolveConfig(filepath);
  return format(JSON.stringify(schemaOf(module)), { ...options, filepath });
}

/** The text of the policy's schema file. */
export function policySchemaText() {
  return schemaText(
    'shared/policy/document/policy-schema.ts',
    (module) => module.policyJsonSchema(),
    schemaFile,
  );
}

await asScript(import.meta.url, async () => {
  writeFileSync(here(schemaFile), await policySchemaText());
  say(`wrote ${schemaFile}`);
});
