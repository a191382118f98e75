import type { MeansDiscussion } from './means.ts';
import type { NoteFieldId } from './note-fields.ts';
import { isOfPlan, withWords } from './plan-events.ts';
import type { GivenHow, SafetyPlan } from './safety-plan.ts';
import type { Strength } from './strengths.ts';
import type { Entry } from '../journal/journal-event.ts';
import type { OperatorId } from '../lib/brand.ts';
import type { OnTheLine } from '../person/interpreter.ts';
import type { People } from '../person/people.ts';

/** Something on the record, with the entry that holds it. */
export interface Recorded<Value> {
  readonly value: Value;
  readonly seq: number;
  readonly at: string;
  readonly by: OperatorId;
}

export interface GivenPlan {
  readonly how: GivenHow;
  readonly version: number;
  readonly at: string;
  readonly by: OperatorId;
}

/**
 * What clinicians have written about the person of one incident, folded from its entries. Where something
 * is written again the versions stand behind each other, the oldest first: nothing is overwritten.
 */
export interface ClinicalRecord {
  readonly people: Recorded<People> | null;
  /** Somebody else has been on the line since: who calls has to be asked again. */
  readonly callerChanged: boolean;
  readonly interpreter: OnTheLine | null;
  readonly fields: Readonly<Partial<Record<NoteFieldId, readonly Recorded<string>[]>>>;
  readonly plans: readonly Recorded<SafetyPlan>[];
  readonly given: readonly GivenPlan[];
  readonly means: readonly Recorded<MeansDiscussion>[];
  readonly strengths: readonly Recorded<Strength>[];
  /** For dispatch and those who go there; null while nobody advised. */
  readonly approach: Recorded<string> | null;
}

const NOTHING_WRITTEN: ClinicalRecord = {
  people: null,
  callerChanged: false,
  interpreter: null,
  fields: {},
  plans: [],
  given: [],
  means: [],
  strengths: [],
  approach: null,
};

/** `entries` are those of one incident, the oldest first, with the words the reader may have. */
export function clinicalRecordOf(entries: readonly Entry[]): ClinicalRecord {
  return entries.reduce(evolveRecord, NOTHING_WRITTEN);
}

function evolveRecord(record: ClinicalRecord, entry: Entry): ClinicalRecord {
  const { event: read, seq, at, by } = entry;
  const stamp = { seq, at, by };
  if (read.type === 'incident.facts-aged')
    return read.why === 'new-caller' ? { ...record, callerChanged: true } : record;
  const event = isOfPlan(read) ? withWords(read) : null;
  if (event === null) return record;
  switch (event.type) {
    case 'people.noted':
      return { ...record, people: { value: event.people, ...stamp }, callerChanged: false };
    case 'interpreter.connected':
      return { ...record, interpreter: { ...event.interpreter, connectedAt: at, leftAt: null } };
    case 'interpreter.left':
      return {
        ...record,
        interpreter: record.interpreter && { ...record.interpreter, leftAt: at },
      };
    case 'note.field-written': {
      const { field, text } = event;
      const versions = [...(record.fields[field] ?? []), { value: text, ...stamp }];
      return { ...record, fields: { ...record.fields, [field]: versions } };
    }
    case 'safety-plan.written':
      return { ...record, plans: [...record.plans, { value: event.plan, ...stamp }] };
    case 'safety-plan.given': {
      const { how, version } = event;
      return { ...record, given: [...record.given, { how, version, at, by }] };
    }
    case 'means.discussed':
      return { ...record, means: [...record.means, { value: event.discussion, ...stamp }] };
    case 'strength.noted':
      return { ...record, strengths: [...record.strengths, { value: event.strength, ...stamp }] };
    case 'strength.withdrawn':
      return {
        ...record,
        strengths: record.strengths.filter((each) => each.seq !== event.strength),
      };
    case 'approach.advised':
      return { ...record, approach: { value: event.advice, ...stamp } };
    case 'approach.withdrawn':
      return { ...record, approach: null };
  }
}

/** What a field says now; empty while nothing does. */
export function fieldText({ fields }: ClinicalRecord, field: NoteFieldId): string {
  return fields[field]?.at(-1)?.value ?? '';
}
