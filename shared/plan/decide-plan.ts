import { APPROACH_MOST, clinicalWordIn } from './approach.ts';
import { fieldText, type ClinicalRecord, type Recorded } from './clinical-record.ts';
import { NOTE_MOST, noteFieldLabel, sayTooLong } from './note-fields.ts';
import type { NoteFieldId } from './note-fields.ts';
import type { PlanEvent } from './plan-events.ts';
import {
  isEmptyPlan,
  LINE_MOST,
  pageFit,
  PLAN_STEPS,
  samePlan,
  STEP_LINES,
  type GivenHow,
  type SafetyPlan,
} from './safety-plan.ts';
import { type Strength } from './strengths.ts';
import type { Incident } from '../incident/incident.ts';
import type { OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import type { Interpreter } from '../person/interpreter.ts';
import { isBirthDate } from '../person/minor.ts';
import type { People } from '../person/people.ts';

type On = Pick<Incident, 'incidentId'>;
type Answered = PlanEvent[] | Refusal;
type NameOf = (operatorId: OperatorId) => string;

/**
 * Somebody else wrote since the writer looked: their words are shown first. `over` is the entry the new
 * text was written over, null when nothing stood there.
 */
function overtaken(
  what: string,
  latest: Recorded<unknown> | undefined,
  over: number | null,
  nameOf: NameOf,
): Refusal | null {
  if ((latest?.seq ?? null) === over || latest === undefined) return null;
  return refuse(
    'written-meanwhile',
    `${nameOf(latest.by)} wrote ${what} meanwhile. Nothing was put on the record, and what you typed is kept: read theirs, then put yours on the record again.`,
  );
}

/** Who calls and whom it is about. `today` is the center's date. */
export function notePeople(
  { incidentId }: On,
  record: ClinicalRecord,
  people: People,
  today: string,
): Answered {
  const { birth } = people.subject;
  if (birth.known === 'date' && !isBirthDate(birth.date, today))
    return refuse(
      'no-birth-date',
      'This is no date of birth: it has to be a real day, not in the future. Nothing was put on the record; choose an age band when the date is not known.',
    );
  if (
    !record.callerChanged &&
    record.people !== null &&
    JSON.stringify(record.people.value) === JSON.stringify(people)
  )
    return [];
  return [{ type: 'people.noted', incidentId, people }];
}

export function connectInterpreter(
  { incidentId }: On,
  { interpreter: now }: ClinicalRecord,
  interpreter: Interpreter,
): Answered {
  const same =
    now !== null &&
    now.leftAt === null &&
    now.means === interpreter.means &&
    now.line === interpreter.line;
  return same ? [] : [{ type: 'interpreter.connected', incidentId, interpreter }];
}

export function leaveInterpreter({ incidentId }: On, { interpreter }: ClinicalRecord): Answered {
  return interpreter === null || interpreter.leftAt !== null
    ? []
    : [{ type: 'interpreter.left', incidentId }];
}

/** One field of the notes. Writing the same again is nothing; an empty text takes back what stood there. */
export function writeField(
  { incidentId }: On,
  record: ClinicalRecord,
  { field, text, over }: { field: NoteFieldId; text: string; over: number | null },
  nameOf: NameOf,
): Answered {
  const trimmed = text.trim();
  if (trimmed.length > NOTE_MOST) return refuse('too-long', sayTooLong(trimmed.length, 'recorded'));
  if (trimmed === fieldText(record, field)) return [];
  const what = `“${noteFieldLabel(field)}”`;
  const late = overtaken(what, record.fields[field]?.at(-1), over, nameOf);
  if (late !== null) return late;
  return [{ type: 'note.field-written', incidentId, field, text: trimmed }];
}

/** The whole plan, as one version. */
export function writePlan(
  { incidentId }: On,
  { plans }: ClinicalRecord,
  { plan, over }: { plan: SafetyPlan; over: number | null },
  nameOf: NameOf,
): Answered {
  const latest = plans.at(-1);
  if (latest === undefined && isEmptyPlan(plan)) return nothingInIt();
  if (latest !== undefined && samePlan(latest.value, plan)) return [];
  for (const { id, heading } of PLAN_STEPS) {
    const long = plan[id].find((line) => line.length > LINE_MOST);
    if (long !== undefined)
      return refuse(
        'line-too-long',
        `A line under “${heading}” has ${long.length} characters; ${LINE_MOST} fit on the paper. Nothing was put on the record, and what you typed is kept.`,
      );
    if (plan[id].length > STEP_LINES)
      return refuse(
        'too-many-lines',
        `“${heading}” has ${plan[id].length} lines; ${STEP_LINES} fit on the paper. Nothing was put on the record, and what you typed is kept.`,
      );
  }
  if (pageFit(plan) === null)
    return refuse(
      'page-full',
      'This does not fit on one page any more. Nothing was put on the record, and what you typed is kept: keep what helps most.',
    );
  return (
    overtaken('the safety plan', latest, over, nameOf) ?? [
      { type: 'safety-plan.written', incidentId, plan },
    ]
  );
}

/** It was read to the person, or printed for them: the version on record, and no other. */
export function givePlan({ incidentId }: On, { plans }: ClinicalRecord, how: GivenHow): Answered {
  const latest = plans.at(-1);
  if (latest === undefined || isEmptyPlan(latest.value)) return nothingInIt();
  return [{ type: 'safety-plan.given', incidentId, version: latest.seq, how }];
}

export function nothingInIt(): Refusal {
  return refuse(
    'empty-plan',
    'There is nothing in the safety plan yet, so there is nothing to keep, read or print. Write one line and put it on the record.',
  );
}

export function noteStrength(
  { incidentId }: On,
  { strengths }: ClinicalRecord,
  strength: Strength,
): Answered {
  const text = strength.text.trim();
  if (text === '')
    return refuse('nothing-said', 'Say what helps in a few words. Nothing was put on the record.');
  const known = strengths.some(({ value }) => value.kind === strength.kind && value.text === text);
  return known ? [] : [{ type: 'strength.noted', incidentId, strength: { ...strength, text } }];
}

export function withdrawStrength(
  { incidentId }: On,
  { strengths }: ClinicalRecord,
  strength: number,
): Answered {
  return strengths.some(({ seq }) => seq === strength)
    ? [{ type: 'strength.withdrawn', incidentId, strength }]
    : [];
}

/** How to approach, for dispatch and those who go there. It says what to do, never what somebody has. */
export function adviseApproach(
  { incidentId }: On,
  { approach }: ClinicalRecord,
  advice: string,
): Answered {
  const text = advice.trim().replace(/\s+/gu, ' ');
  if (text === '')
    return refuse('nothing-said', 'Say how to approach in a sentence. Nothing was shared.');
  if (text.length > APPROACH_MOST)
    return refuse(
      'too-long',
      `This has ${text.length} characters; a crew reads ${APPROACH_MOST} on the way. Nothing was shared; shorten it.`,
    );
  const word = clinicalWordIn(text);
  if (word !== null)
    return refuse(
      'clinical-word',
      `“${word}” says what somebody has, and that stays in the clinical record. Nothing was shared; say what to do at the door instead.`,
    );
  return approach?.value === text ? [] : [{ type: 'approach.advised', incidentId, advice: text }];
}

export function withdrawApproach({ incidentId }: On, { approach }: ClinicalRecord): Answered {
  return approach === null ? [] : [{ type: 'approach.withdrawn', incidentId }];
}
