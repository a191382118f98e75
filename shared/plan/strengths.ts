import type { PlanStepId, SafetyPlan } from './safety-plan.ts';

/** What carries somebody, and where in a safety plan it would stand. */
export const STRENGTH_KINDS = ['strength', 'helped-before', 'person', 'place'] as const;
export type StrengthKind = (typeof STRENGTH_KINDS)[number];

export const STRENGTH_LABELS: Readonly<Record<StrengthKind, string>> = {
  strength: 'Strength',
  'helped-before': 'Helped before',
  person: 'Person who helps',
  place: 'Place that helps',
};

/** Who said so: what is a year old and from a file counts less than what was said just now. */
export const STRENGTH_SOURCES = ['person', 'caller', 'record', 'heard'] as const;
export type StrengthSource = (typeof STRENGTH_SOURCES)[number];

export const STRENGTH_SOURCE_LABELS: Readonly<Record<StrengthSource, string>> = {
  person: 'said by the person',
  caller: 'said by the caller',
  record: 'from a record',
  heard: 'noticed by the clinician',
};

export interface Strength {
  readonly kind: StrengthKind;
  readonly text: string;
  readonly source: StrengthSource;
}

const STEP_OF: Readonly<Record<StrengthKind, readonly PlanStepId[]>> = {
  strength: ['own'],
  'helped-before': ['own', 'company'],
  person: ['company', 'ask'],
  place: ['company'],
};

/** What is known already and could stand in a safety plan. */
export interface KnownForPlan {
  readonly strengths: readonly Strength[];
  /** From the notes: what they did to cope, and who is there. */
  readonly coping: string;
  readonly supports: string;
  /** What was agreed about the means. */
  readonly agreed: string;
  /** Lines that answer at any hour, of the center's policy. */
  readonly lines: readonly string[];
}

/** More would have to be read before it helps. */
const MOST = 6;

/** What could be put into each step, without what stands there. Nothing is ever put in by itself. */
export function planSuggestions(
  known: KnownForPlan,
  plan: SafetyPlan,
): Readonly<Record<PlanStepId, readonly string[]>> {
  const strengths = (step: PlanStepId) =>
    known.strengths.filter(({ kind }) => STEP_OF[kind].includes(step)).map(({ text }) => text);
  const from: Readonly<Record<PlanStepId, readonly string[]>> = {
    signs: [],
    own: [...strengths('own'), ...partsOf(known.coping)],
    company: [...strengths('company'), ...partsOf(known.supports)],
    ask: [...strengths('ask'), ...partsOf(known.supports)],
    professionals: known.lines,
    safer: partsOf(known.agreed),
  };
  const offered = (step: PlanStepId) => {
    const there = new Set(plan[step].map(folded));
    const fresh = [...new Set(from[step])].filter((text) => !there.has(folded(text)));
    return fresh.slice(0, MOST);
  };
  return {
    signs: offered('signs'),
    own: offered('own'),
    company: offered('company'),
    ask: offered('ask'),
    professionals: offered('professionals'),
    safer: offered('safer'),
  };
}

/** Sentences and lines of a note, each a suggestion of its own. */
function partsOf(text: string): string[] {
  return text
    .split(/[\n;]|(?<=[.!?])\s/u)
    .map((part) => part.trim().replace(/[.]$/u, ''))
    .filter((part) => part !== '' && part.length <= 120);
}

function folded(text: string): string {
  return text.toLocaleLowerCase().replace(/[.\s]+$/u, '');
}
