import {
  FUNNEL,
  MOMENTS,
  type CountedCall,
  type Detection,
  type Elapsed,
  type FunnelStep,
  type Moment,
  type Told,
} from './counted-call.ts';
import { hourOfWeek, weekOf } from './wall-week.ts';
import type { PastCall, PastCourse } from '../call/past-call.ts';

/**
 * A call of another system's export as the figures count it. `behavioral` says whether its call type is
 * about mental health or substance use, null where the policy does not know the type.
 */
export function countedPastCall(pastCall: PastCall, behavioral: Told): CountedCall {
  const course = pastCall.course ?? {};
  const steps = course.steps === undefined ? stepsOfType(behavioral) : stepsOf(course, behavioral);
  const receivedLocal = toTheSecond(pastCall.receivedLocal);
  return {
    source: 'import',
    id: pastCall.key,
    number: pastCall.recordNumber ?? pastCall.key,
    receivedLocal,
    week: weekOf(receivedLocal),
    hourOfWeek: hourOfWeek(receivedLocal),
    open: false,
    // The export is of a 911 center's dispatch system: what says nothing of its door came by that one.
    channel: course.channel ?? '911',
    areaId: course.areaId ?? null,
    callType: pastCall.callType,
    language: course.language ?? null,
    ageBand: course.ageBand ?? null,
    personId: course.personId ?? null,
    steps,
    detection: detectionOf(steps.behavioral, behavioral),
    unserved: course.unserved ?? null,
    recommendedLevel: course.recommendedLevel ?? null,
    decidedLevel: course.decidedLevel ?? null,
    response: course.response ?? null,
    direction: course.direction ?? null,
    overridden: course.overridden ?? null,
    highestLevel: course.highestLevel ?? null,
    dangerFound: course.dangerFound ?? null,
    backUp: course.backUp ?? null,
    policeOnScene: course.policeOnScene ?? null,
    disposition: course.disposition ?? null,
    elapsed: elapsedOf(course.elapsed),
    outOfOrder: course.outOfOrder ?? [],
    clinicianWait: null,
    clinicianTalk: null,
    transferWait: null,
  };
}

function elapsedOf(told: PastCourse['elapsed'] = {}): Elapsed {
  const elapsed = {} as { -readonly [M in Moment]: number | null };
  for (const moment of MOMENTS) elapsed[moment] = told[moment] ?? null;
  return elapsed;
}

/** What its type does not say, somebody over there noted or did. */
function detectionOf(found: Told, typed: Told): Detection | null {
  if (found !== true) return null;
  return typed === true ? 'typed' : 'flagged';
}

/** Of two calls alike, one was screened and one was not; neither says whether it was eligible. */
const TELLS_NOTHING_FURTHER: readonly FunnelStep[] = ['behavioral', 'screened'];

/**
 * The steps as far as they are told. One that was taken shows that the call is behavioral, whatever its
 * type says; where the record denies an earlier one it contradicts itself and cannot tell. From one that
 * was not taken on, none was.
 */
function stepsOf({ steps = {} }: PastCourse, behavioral: Told): CountedCall['steps'] {
  const told = FUNNEL.map((step): Told => steps[step] ?? null);
  const furthest = told.lastIndexOf(true);
  let over = false;
  const counted = FUNNEL.map((step, at): [FunnelStep, Told] => {
    const taken = told[at] ?? null;
    if (step === 'behavioral') return [step, furthest > 0 ? true : (taken ?? behavioral)];
    if (at < furthest) return [step, taken === false ? null : taken];
    if (taken === false && !TELLS_NOTHING_FURTHER.includes(step)) over = true;
    return [step, over ? false : taken];
  });
  return Object.fromEntries(counted) as CountedCall['steps'];
}

/** Most exports tell no step of any call. */
const untold = new Map<Told, CountedCall['steps']>();

function stepsOfType(behavioral: Told): CountedCall['steps'] {
  let steps = untold.get(behavioral);
  if (steps === undefined) untold.set(behavioral, (steps = stepsOf({}, behavioral)));
  return steps;
}

/** `2031-05-06T10:00` and `2031-05-06T10:00:02.810` as `2031-05-06T10:00:00` and `…:02`. */
function toTheSecond(local: string): string {
  return local.length === 19 ? local : `${local}:00`.slice(0, 19);
}
