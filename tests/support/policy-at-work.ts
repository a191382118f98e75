import type { DeskAtWork } from './desk-at-work.ts';
import { PASSPHRASE } from './desk-at-work.ts';
import { policyHash } from '#main/desk/shipped-policy.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import document from '#shared/policy/default-policy.json' with { type: 'json' };
import type { Policy } from '#shared/policy/policy.ts';

export const SHIPPED = document as unknown as Policy;

type Document = Input<'policy.propose'>['document'];

/** The shipped policy with other promise times: the smallest change that is one, and as safe. */
export function slower(version: string, decideSeconds = 90): Policy {
  return { ...SHIPPED, version, promises: { ...SHIPPED.promises, decideSeconds } };
}

/** A policy as a supervisor's window sends it. */
export function asWritten(policy: unknown): Document {
  return structuredClone(policy) as Document;
}

/** The second supervisor: nobody publishes a policy alone. */
export function withRuth(atWork: DeskAtWork): void {
  const hello = atWork.do({ operator: null, focus: null }, 'desk.hello', {});
  if (hello.operators.some(({ name }) => name === 'Ruth')) return;
  const account = { name: 'Ruth', role: 'supervisor', passphrase: PASSPHRASE } as const;
  atWork.do(atWork.as('Ada'), 'operator.add', account);
}

/** Ruth proposes it; answers with its hash. */
export function proposed(
  atWork: DeskAtWork,
  policy: Policy,
  effectiveFrom: string | null = null,
): string {
  withRuth(atWork);
  atWork.do(atWork.as('Ruth'), 'policy.propose', {
    document: asWritten(policy),
    effectiveFrom,
    note: 'The teams asked for it.',
  });
  return policyHash(policy);
}

/** Ruth proposes it and Sam approves it; answers with its hash. */
export function published(
  atWork: DeskAtWork,
  policy: Policy,
  effectiveFrom: string | null = null,
): string {
  const hash = proposed(atWork, policy, effectiveFrom);
  atWork.do(atWork.as('Sam'), 'policy.approve', { hash, secondPerson: null });
  return hash;
}

/** An instant so many minutes ahead of the desk's clock. */
export function inMinutes(atWork: DeskAtWork, minutes: number): string {
  return new Date(atWork.now().getTime() + minutes * 60_000).toISOString();
}
