import { capturedByUnits } from '#shared/outcomes/staffing/captured-by-units.ts';
import { tryPlans } from '#shared/outcomes/staffing/try-plans.ts';
import type { StaffingAsked, StaffingSaid } from './staffing-run.ts';

/** The two plans take most of the time, the curve the rest. */
const PLANS_SHARE = 0.8;

/** Plays a trial whole: how far it is, and at the end what came of it. `clock` counts milliseconds. */
export function* playStaffing(
  { varied, ...asked }: StaffingAsked,
  clock: () => number,
): Generator<StaffingSaid, void> {
  const began = clock();
  const plans = tryPlans(asked);
  let step = plans.next();
  for (; step.done !== true; step = plans.next())
    yield { kind: 'share', share: PLANS_SHARE * step.value };
  const result = step.value;
  const { history, busy, changed, seed } = asked;
  const further =
    varied === null ? null : capturedByUnits(history, busy, changed, varied.id, varied.most, seed);
  let point = further?.next();
  for (; point !== undefined && point.done !== true; point = further?.next())
    yield { kind: 'share', share: PLANS_SHARE + (1 - PLANS_SHARE) * point.value };
  const curve = point?.value ?? [];
  yield { kind: 'played', played: { ...result, curve, took: clock() - began } };
}
