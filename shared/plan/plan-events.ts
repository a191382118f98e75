import type { MeansDiscussion } from './means.ts';
import type { NoteFieldId } from './note-fields.ts';
import type { GivenHow, SafetyPlan } from './safety-plan.ts';
import type { Strength } from './strengths.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import type { IncidentId } from '../lib/brand.ts';
import type { AsRead } from '../partition/event-partitions.ts';
import { isKept } from '../partition/partition.ts';
import type { Interpreter } from '../person/interpreter.ts';
import type { People } from '../person/people.ts';

type On<Type extends string, Body> = {
  readonly type: Type;
  readonly incidentId: IncidentId;
} & Readonly<Body>;

/**
 * What a clinician writes down about the person of an incident. Clinical, but for the field that is kept
 * apart under 42 CFR Part 2, who interprets, and the advice on how to approach, which is written for those
 * who go there.
 */
export type PlanEvent =
  | On<'people.noted', { people: People }>
  | On<'interpreter.connected', { interpreter: Interpreter }>
  | On<'interpreter.left', object>
  /** One version of a field; the earlier ones stay. Empty takes back what stood there. */
  | On<'note.field-written', { field: NoteFieldId; text: string }>
  | On<'safety-plan.written', { plan: SafetyPlan }>
  /** It reached the person. `version` is the journal entry of the plan they got. */
  | On<'safety-plan.given', { version: number; how: GivenHow }>
  | On<'means.discussed', { discussion: MeansDiscussion }>
  | On<'strength.noted', { strength: Strength }>
  /** `strength` is its journal entry. */
  | On<'strength.withdrawn', { strength: number }>
  /** How to approach: for dispatch and those who go there, in words a clinician has reviewed. */
  | On<'approach.advised', { advice: string }>
  | On<'approach.withdrawn', object>;

const OF_PLAN = /^(people|interpreter|note|safety-plan|means|strength|approach)\./u;

export function isOfPlan(event: JournalEvent): event is AsRead<PlanEvent> {
  return OF_PLAN.test(event.type);
}

/** The same with its words; null when they are kept from this reader, or are no more. */
export function withWords(event: AsRead<PlanEvent>): PlanEvent | null {
  return Object.values(event).some(isKept) ? null : (event as PlanEvent);
}
