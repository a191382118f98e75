import { resultOf, studyOf, type Result, type Study } from './repeat-comparison.ts';
import { meets, REPEAT_DEFINITIONS, type RepeatDefinition } from './repeat-definitions.ts';
import { studyGroups, type StudyDesign } from './repeat-study.ts';
import type { PersonTimeline } from './repeat-timeline.ts';
import { waitingOf, type Waiting } from './repeat-waiting.ts';
import { NOBODY_KNOWN, NOBODY_SERVED, sayComparison } from './say-repeat.ts';
import { concentrationOf, type Concentration } from '../statistics/concentration.ts';
import { shareOf, type Share } from '../statistics/share.ts';

/** Days before the first call of a person, and after it. */
export const WINDOW_DAYS = 90;

/** People whose calls the center knows, in the period. Nobody is named. */
export interface RepeatCallers {
  readonly people: number;
  /** Calls about mental health or substance use that are known to be theirs. */
  readonly calls: number;
  /** The same calls of people nobody knows or confirmed: in no figure here but this one. */
  readonly unknownCalls: number;
  /** Of those, the ones that somebody said may be a certain person's. */
  readonly uncertainCalls: number;
  readonly definitions: readonly MetDefinition[];
  readonly concentration: Concentration;
}

/** Met by calls of which the last is in the period. */
export interface MetDefinition extends Pick<RepeatDefinition, 'id' | 'label' | 'calls' | 'days'> {
  readonly people: Share;
  /** Calls of the period that these people made. */
  readonly ofCalls: Share;
}

/** The same comparison made in another way: a result that holds only in one of them is weak. */
export interface OtherWay {
  readonly id: 'shorter' | 'longer' | 'sent' | 'uncertain' | 'placebo';
  readonly label: string;
  readonly result: Result;
}

/**
 * Whether calls from an individual are falling. Deliberately without a before and after of the people who were
 * served: they were chosen because they called, and calls fall back after a peak by themselves.
 */
export interface RepeatFigures {
  /** The result in one sentence. */
  readonly says: string;
  readonly callers: RepeatCallers;
  /** ISO date of the first served call on record; null when none is, and then nothing can be compared. */
  readonly launch: string | null;
  readonly windowDays: number;
  readonly study: Study | null;
  readonly otherWays: readonly OtherWay[];
  readonly waiting: Waiting | null;
}

/** What is asked of the record. Days count from 1970 on the center's wall clock; `to` is the end of the last. */
export interface RepeatRecord {
  readonly people: readonly PersonTimeline[];
  /** The same with the calls that are only perhaps theirs; null when there are none. */
  readonly withUncertain: readonly PersonTimeline[] | null;
  readonly recordFrom: number;
  readonly launch: number | null;
  readonly from: number;
  readonly to: number;
  readonly unknownCalls: number;
  readonly uncertainCalls: number;
}

export function repeatFigures(record: RepeatRecord): RepeatFigures {
  const { launch, people } = record;
  const callers = callersOf(record);
  if (launch === null || people.length === 0)
    return {
      says: people.length === 0 ? NOBODY_KNOWN : NOBODY_SERVED,
      callers,
      launch: launch === null ? null : dateOf(launch),
      windowDays: WINDOW_DAYS,
      study: null,
      otherWays: [],
      waiting: null,
    };
  const design: StudyDesign = {
    recordFrom: record.recordFrom,
    launch,
    to: record.to,
    windowDays: WINDOW_DAYS,
    earlierBy: 0,
    served: ['served'],
    unserved: ['unserved'],
  };
  const groups = studyGroups(people, design);
  const study = studyOf(groups, design);
  return {
    says: sayComparison(study.comparison),
    callers,
    launch: dateOf(launch),
    windowDays: WINDOW_DAYS,
    study,
    otherWays: otherWaysOf(record, design),
    waiting: waitingOf(groups),
  };
}

function otherWaysOf({ people, withUncertain }: RepeatRecord, design: StudyDesign): OtherWay[] {
  const way = (
    id: OtherWay['id'],
    label: string,
    changes: Partial<StudyDesign>,
    of: readonly PersonTimeline[] = people,
  ): OtherWay => {
    const other = { ...design, ...changes };
    return { id, label, result: resultOf(studyGroups(of, other), other) };
  };
  return [
    way('shorter', 'With 30 days before and after', { windowDays: 30 }),
    way('longer', 'With 180 days before and after', { windowDays: 180 }),
    way('sent', 'With everybody a team was sent to', { served: ['served', 'sent'] }),
    ...(withUncertain === null
      ? []
      : [way('uncertain', 'With calls that are only perhaps theirs', {}, withUncertain)]),
    way('placebo', `${WINDOW_DAYS} days earlier, when no team had come to anybody`, {
      earlierBy: WINDOW_DAYS,
    }),
  ];
}

function callersOf({ people, from, to, ...counted }: RepeatRecord): RepeatCallers {
  const callers = people
    .map(({ calls }) => calls.filter(({ day }) => day < to))
    .map((upTo) => ({ upTo, inPeriod: upTo.filter(({ day }) => day >= from).length }))
    .filter(({ inPeriod }) => inPeriod > 0);
  const counts = callers.map(({ inPeriod }) => inPeriod);
  const calls = counts.reduce((all, each) => all + each, 0);
  return {
    people: callers.length,
    calls,
    unknownCalls: counted.unknownCalls,
    uncertainCalls: counted.uncertainCalls,
    definitions: REPEAT_DEFINITIONS.map(({ id, label, calls: many, days }) => {
      // A period may be shorter than the days of a definition, so calls before it count towards it.
      const meeting = callers.filter(({ upTo }) => meets(upTo, { calls: many, days }, from));
      const made = meeting.reduce((all, { inPeriod }) => all + inPeriod, 0);
      return {
        id,
        label,
        calls: many,
        days,
        people: shareOf(meeting.length, callers.length),
        ofCalls: shareOf(made, calls),
      };
    }),
    concentration: concentrationOf(counts),
  };
}

function dateOf(day: number): string {
  return new Date(Math.floor(day) * 86_400_000).toISOString().slice(0, 10);
}
