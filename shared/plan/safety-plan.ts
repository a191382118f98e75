import { isolate } from '../lib/isolate.ts';

/** How many lines a step has at most, and how long one may be: it is one printed page. */
export const STEP_LINES = 8;
export const LINE_MOST = 200;

/** The steps in the order they are used when it gets hard. The order is fixed. */
export const PLAN_STEPS = [
  {
    id: 'signs',
    heading: 'How I notice that it gets hard',
    asks: 'What thoughts, feelings or situations come first?',
    says: 'You notice that it gets hard when this comes:',
  },
  {
    id: 'own',
    heading: 'What I can do by myself',
    asks: 'What has taken their mind off it before, without anybody else?',
    says: 'First you can do something by yourself:',
  },
  {
    id: 'company',
    heading: 'People and places that take my mind off it',
    asks: 'Where are people around, whom do they like to be with?',
    says: 'Then be where other people are:',
  },
  {
    id: 'ask',
    heading: 'People I can ask for help',
    asks: 'Whom would they tell that it is bad? With the number.',
    says: 'If it stays hard, ask one of these people for help:',
  },
  {
    id: 'professionals',
    heading: 'Professionals and services I can call',
    asks: 'Who treats them, which line answers at any hour?',
    says: 'These answer when you need more help:',
  },
  {
    id: 'safer',
    heading: 'How I make it safer around me',
    asks: 'What is put out of reach, by whom, until when?',
    says: 'And to make it safer around you:',
  },
] as const;

export type PlanStepId = (typeof PLAN_STEPS)[number]['id'];

export const PLAN_STEP_IDS = PLAN_STEPS.map(({ id }) => id) as [PlanStepId, ...PlanStepId[]];

/** The lines of each step, in the person's own words. */
export type SafetyPlan = Readonly<Record<PlanStepId, readonly string[]>>;

export const EMPTY_PLAN: SafetyPlan = {
  signs: [],
  own: [],
  company: [],
  ask: [],
  professionals: [],
  safer: [],
};

/** Type on the page, the largest first: how many characters a row takes then, and how many rows there are. */
const FITS = [
  { fit: 'roomy', row: 62, rows: 27 },
  { fit: 'close', row: 74, rows: 34 },
  { fit: 'tight', row: 86, rows: 42 },
] as const;
export type PageFit = (typeof FITS)[number]['fit'];

/** The largest type in which the plan fits on one page; null when it fits in none. */
export function pageFit(plan: SafetyPlan): PageFit | null {
  const fits = FITS.find(({ row, rows }) => {
    const taken = PLAN_STEP_IDS.map((step) => 1 + Math.max(1, rowsOf(plan[step], row)));
    return taken.reduce((sum, each) => sum + each, 0) <= rows;
  });
  return fits?.fit ?? null;
}

function rowsOf(lines: readonly string[], row: number): number {
  return lines.reduce((sum, line) => sum + Math.ceil(line.length / row), 0);
}

/** How it reached the person. */
export const GIVEN_HOW = ['read-aloud', 'printed'] as const;
export type GivenHow = (typeof GIVEN_HOW)[number];

/** One line each, without the empty ones and what stands there twice. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

export function isEmptyPlan(plan: SafetyPlan): boolean {
  return PLAN_STEP_IDS.every((step) => plan[step].length === 0);
}

export function samePlan(a: SafetyPlan, b: SafetyPlan): boolean {
  return PLAN_STEP_IDS.every((step) => a[step].join('\n') === b[step].join('\n'));
}

/**
 * The plan to be read aloud: to the person, in the second person, one short sentence for each step that has
 * something. `name` is how they want to be spoken to; empty leaves it out.
 */
export function spokenSummary(plan: SafetyPlan, name: string): string[] {
  if (isEmptyPlan(plan)) return [];
  const opening =
    name === ''
      ? 'Let me say back what we have put together.'
      : `${isolate(name)}, let me say back what we have put together.`;
  const steps = PLAN_STEPS.filter(({ id }) => plan[id].length > 0).map(
    ({ id, says }) => `${says} ${inOneBreath(plan[id])}.`,
  );
  return [opening, ...steps, 'Is that right? Would you change anything?'];
}

/** “a, b, or c”: each one is a choice. Its own full stop would end the sentence too early. */
function inOneBreath(lines: readonly string[]): string {
  const parts = lines.map((line) => isolate(line.replace(/[.;,\s]+$/u, '')));
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return last;
  return `${parts.slice(0, -1).join(', ')}, or ${last}`;
}
