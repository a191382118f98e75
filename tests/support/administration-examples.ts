import { ACCESS_EXAMPLES } from './access-examples.ts';
import { AUDIT_EXAMPLES } from './audit-examples.ts';
import { COPIES_EXAMPLES } from './copies-examples.ts';
import { RETENTION_EXAMPLES } from './retention-examples.ts';
import { STORE_KEY_EXAMPLES } from './store-key-examples.ts';

/** Topics of whoever keeps the console running. */
export const ADMINISTRATION_EXAMPLES = {
  ...ACCESS_EXAMPLES,
  ...AUDIT_EXAMPLES,
  ...COPIES_EXAMPLES,
  ...RETENTION_EXAMPLES,
  ...STORE_KEY_EXAMPLES,
};
