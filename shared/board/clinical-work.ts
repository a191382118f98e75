import type { Minority } from '../person/minor.ts';
import type { OnTheLine } from '../person/interpreter.ts';
import type { Informs, People } from '../person/people.ts';
import type { MeansDiscussion } from '../plan/means.ts';
import type { NoteFieldId } from '../plan/note-fields.ts';
import type { SafetyPlanSheet } from '../plan/plan-sheet.ts';
import type { GivenHow, PlanStepId, SafetyPlan } from '../plan/safety-plan.ts';
import type { Strength } from '../plan/strengths.ts';

/** Something on the record as a person reads it. `seq` is what a new version is written over. */
export interface WrittenLine<Value> {
  readonly value: Value;
  readonly seq: number;
  readonly at: string;
  /** Name of the operator. */
  readonly by: string;
}

/** One field of the notes that has something on the record: every version, the newest first. */
export interface NoteLine {
  readonly field: NoteFieldId;
  readonly versions: readonly WrittenLine<string>[];
}

/** What clinicians have written about the person, as their desk shows it. */
export interface ClinicalWork {
  /** Null while nobody said who calls. */
  readonly people: WrittenLine<People> | null;
  /** Somebody else has been on the line since: it has to be asked again. */
  readonly callerChanged: boolean;
  /** Whether what is said is the person's own word; null while nobody said who calls. */
  readonly informant: Informs | null;
  readonly minority: Minority;
  readonly interpreter: OnTheLine | null;
  readonly notes: readonly NoteLine[];
  /** Every version of the safety plan, the newest first. */
  readonly plans: readonly WrittenLine<SafetyPlan>[];
  /** How the plan on record has reached the person. */
  readonly given: readonly { readonly how: GivenHow; readonly at: string; readonly by: string }[];
  readonly suggestions: Readonly<Record<PlanStepId, readonly string[]>>;
  /** What is read to the person, sentence by sentence; empty while there is no plan. */
  readonly spoken: readonly string[];
  /** What would be printed; null while there is no plan. */
  readonly sheet: SafetyPlanSheet | null;
  /** Every talk about means, the newest first. */
  readonly means: readonly WrittenLine<MeansDiscussion>[];
  readonly strengths: readonly WrittenLine<Strength>[];
}

/** How to approach, for dispatch and those who go there. A clinician has reviewed the words. */
export interface ApproachLine {
  readonly advice: string;
  readonly at: string;
  readonly by: string;
}
