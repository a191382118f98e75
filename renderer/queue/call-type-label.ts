import type { Policy } from '#shared/policy/policy.ts';

export function callTypeLabel(policy: Policy | null, code: string | null): string {
  if (code === null || code === '') return 'Type not set';
  return policy?.callTypes.find((type) => type.code === code)?.label ?? code;
}
