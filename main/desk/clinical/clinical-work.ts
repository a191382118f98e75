import { linesForEverybody, linesToOffer } from './answered-lines.ts';
import type { NameOf } from '../incident-row.ts';
import type { ApproachLine, ClinicalWork, WrittenLine } from '#shared/board/clinical-work.ts';
import { informantOf, spokenName } from '#shared/person/people.ts';
import { minorityOf } from '#shared/person/minor.ts';
import {
  clinicalRecordOf,
  fieldText,
  type ClinicalRecord,
  type Recorded,
} from '#shared/plan/clinical-record.ts';
import { NOTE_FIELDS } from '#shared/plan/note-fields.ts';
import { planSheet, type SafetyPlanSheet } from '#shared/plan/plan-sheet.ts';
import { EMPTY_PLAN, spokenSummary } from '#shared/plan/safety-plan.ts';
import { planSuggestions } from '#shared/plan/strengths.ts';
import type { Entry } from '#shared/journal/journal-event.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { LocalMoment } from '#shared/unit/availability.ts';

export interface WorkSources {
  readonly entries: readonly Entry[];
  readonly nameOf: NameOf;
  readonly policy: Policy;
  readonly local: LocalMoment;
  /** Name of the center, and whether its callers are invented. */
  readonly center: string;
  readonly training: boolean;
}

/** What clinicians have written about the person, made ready for their desk. */
export function clinicalWork(sources: WorkSources): ClinicalWork {
  const { nameOf, policy, local } = sources;
  const record = clinicalRecordOf(sources.entries);
  const people = record.people?.value ?? null;
  const plan = record.plans.at(-1);
  const line = <Value>({ value, seq, at, by }: Recorded<Value>): WrittenLine<Value> => {
    return { value, seq, at, by: nameOf(by) };
  };
  const lines = <Value>(versions: readonly Recorded<Value>[]) => versions.toReversed().map(line);
  return {
    people: record.people && line(record.people),
    callerChanged: record.callerChanged,
    informant: informantOf(people),
    minority: minorityOf(people?.subject.birth ?? { known: 'nothing' }, local.date),
    interpreter: record.interpreter,
    notes: NOTE_FIELDS.flatMap(({ id }) => {
      const versions = record.fields[id];
      return versions === undefined ? [] : [{ field: id, versions: lines(versions) }];
    }),
    plans: lines(record.plans),
    given: record.given
      .filter(({ version }) => version === plan?.seq)
      .map(({ how, at, by }) => ({ how, at, by: nameOf(by) })),
    suggestions: planSuggestions(
      {
        strengths: record.strengths.map(({ value }) => value),
        coping: fieldText(record, 'coping'),
        supports: fieldText(record, 'supports'),
        agreed: record.means.at(-1)?.value.agreed ?? '',
        lines: linesToOffer(policy, sources.center).map(
          ({ label, number }) => `${label}: ${number}`,
        ),
      },
      plan?.value ?? EMPTY_PLAN,
    ),
    spoken: spokenSummary(
      plan?.value ?? EMPTY_PLAN,
      people === null ? '' : spokenName(people.subject),
    ),
    sheet: sheetOf(record, sources),
    means: lines(record.means),
    strengths: lines(record.strengths),
  };
}

/** The page for the person, from the plan on record; null while there is none. */
export function sheetOf(
  { plans, people }: ClinicalRecord,
  {
    policy,
    local,
    center,
    training,
  }: Pick<WorkSources, 'policy' | 'local' | 'center' | 'training'>,
): SafetyPlanSheet | null {
  return planSheet(plans.at(-1)?.value ?? EMPTY_PLAN, {
    name: people === null ? '' : spokenName(people.value.subject),
    center,
    date: local.date,
    lines: linesForEverybody(policy, center),
    training,
  });
}

/** The advice on how to approach, for every role: the one thing clinicians write for those who go there. */
export function approachLine(entries: readonly Entry[], nameOf: NameOf): ApproachLine | null {
  const { approach } = clinicalRecordOf(entries);
  return approach && { advice: approach.value, at: approach.at, by: nameOf(approach.by) };
}
