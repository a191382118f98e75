import type { AnsweredLine } from '#shared/plan/plan-sheet.ts';
import { phoneDeskOf, type ReceiverKind } from '#shared/policy/phone-desk.ts';
import type { Policy } from '#shared/policy/policy.ts';

const BY_PHONE = /^tel:(?<number>\+?[\d().\s-]+)$/u;

/** Lines of the center's policy that a person can call by themself, as they are dialed. */
function answered(policy: Policy, kinds: readonly ReceiverKind[], center: string): AnsweredLine[] {
  return phoneDeskOf(policy).receivers.flatMap(({ label, dial, kind }) => {
    const number = BY_PHONE.exec(dial ?? '')?.groups?.['number'];
    if (number === undefined || !kinds.includes(kind)) return [];
    return [{ label: kind === 'dispatch' ? center : label, number }];
  });
}

/** On every page a person gets: the lifeline, and the center's own line where the policy has one. */
export function linesForEverybody(policy: Policy, center: string): AnsweredLine[] {
  return answered(policy, ['988', 'dispatch'], center);
}

/** What can be offered by name for a plan: a partner's line on a page can say what somebody has. */
export function linesToOffer(policy: Policy, center: string): AnsweredLine[] {
  return answered(policy, ['988', 'partner', 'dispatch'], center);
}
