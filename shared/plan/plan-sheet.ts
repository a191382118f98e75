import { isEmptyPlan, pageFit, PLAN_STEPS, type PageFit, type SafetyPlan } from './safety-plan.ts';

/** A line that is answered, with what is dialed. */
export interface AnsweredLine {
  readonly label: string;
  readonly number: string;
}

/**
 * The page the person gets. Nothing on it comes from dispatch or from the clinical notes: no number of an
 * incident, no level, no diagnosis, no name of a clinician; only the plan and whom to call.
 */
export interface SafetyPlanSheet {
  readonly title: string;
  /** What they are called; empty leaves it out. */
  readonly name: string;
  readonly center: string;
  /** ISO date on the center's calendar. */
  readonly date: string;
  readonly steps: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  readonly lines: readonly AnsweredLine[];
  readonly training: boolean;
  readonly fit: PageFit;
}

export interface SheetSources {
  readonly name: string;
  readonly center: string;
  readonly date: string;
  readonly lines: readonly AnsweredLine[];
  readonly training: boolean;
}

/** Null while nothing is in the plan: an empty page helps nobody. A step without a line keeps its place. */
export function planSheet(plan: SafetyPlan, sources: SheetSources): SafetyPlanSheet | null {
  if (isEmptyPlan(plan)) return null;
  return {
    title: 'My safety plan',
    ...sources,
    fit: pageFit(plan) ?? 'tight',
    steps: PLAN_STEPS.map(({ id, heading }) => ({ heading, lines: plan[id] })),
  };
}
