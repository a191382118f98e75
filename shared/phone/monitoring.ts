import type { MonitorEvent, StepDownEnd } from './monitor-events.ts';
import type { Nomination } from './nomination.ts';
import type { StepDown } from './step-down.ts';
import type { Incident } from '../incident/incident.ts';
import type { OperatorId } from '../lib/brand.ts';

/** Seconds after which advice nobody has seen is said again. */
export const ADVICE_SECONDS = 60;

/** Pieces of advice an incident carries; older ones that were answered stand in its timeline only. */
export const MOST_ADVICE = 12;

export interface Monitor {
  readonly clinician: OperatorId;
  readonly since: string;
}

export interface Advice {
  readonly adviceId: string;
  readonly by: OperatorId;
  readonly at: string;
  readonly text: string;
  readonly forTeam: boolean;
  readonly seen: { readonly at: string; readonly by: OperatorId } | null;
  /** What was made of it; null while nobody said. */
  readonly answer: {
    readonly followed: boolean;
    readonly reason: string | null;
    readonly at: string;
    readonly by: OperatorId;
  } | null;
  /** It was said again, because nobody had seen it. */
  readonly repeated: boolean;
}

/** The clinicians who follow an incident without owning it, and what of them waits for an answer. */
export interface Monitoring {
  readonly monitors: readonly Monitor[];
  /** In the order in which it was given. */
  readonly advice: readonly Advice[];
  readonly nomination: Nomination | null;
  readonly stepDown: StepDown | null;
}

export const NO_MONITORING: Monitoring = {
  monitors: [],
  advice: [],
  nomination: null,
  stepDown: null,
};

/** What brings the response back to dispatch when a step-down that was agreed on is over. */
const RESUMES: Partial<Readonly<Record<StepDownEnd, string>>> = {
  lapsed: 'The clinician did not say in time that it is still calm: the response goes on',
  'line-ended': 'The clinician is not on the line any more: the response goes on',
  'signed-off': 'The clinician has signed off: the response goes on',
};

/** The incident after one more event of those who follow it. None of them lowers or raises a level. */
export function evolveMonitoring(
  incident: Incident,
  event: MonitorEvent,
  stamp: { readonly at: string; readonly by: OperatorId },
): Incident {
  const { monitoring } = incident;
  const with_ = (change: Partial<Monitoring>): Incident => ({
    ...incident,
    monitoring: { ...monitoring, ...change },
  });
  switch (event.type) {
    case 'monitor.joined':
    case 'monitor.left':
    case 'monitor.ended': {
      const { clinician } = event;
      const others = monitoring.monitors.filter((each) => each.clinician !== clinician);
      const joined = event.type === 'monitor.joined' ? [{ clinician, since: stamp.at }] : [];
      return with_({ monitors: [...others, ...joined] });
    }
    case 'monitor.advised':
    case 'monitor.advice-seen':
    case 'monitor.advice-answered':
    case 'monitor.advice-unseen':
      return with_({ advice: adviceAfter(monitoring.advice, event, stamp) });
    case 'monitor.nominated': {
      const { clinician, response, reason, since } = event;
      const nomination = { clinician, response, reason, since: since ?? stamp.at, overdue: null };
      return with_({ nomination });
    }
    case 'monitor.nomination-overdue':
      return with_({
        nomination: monitoring.nomination && { ...monitoring.nomination, overdue: event.to },
      });
    case 'monitor.nomination-denied':
    case 'monitor.nomination-withdrawn':
    case 'monitor.nomination-settled':
      return with_({ nomination: null });
    case 'monitor.step-down-proposed': {
      const { clinician, does, units, reason, seconds } = event;
      const proposed = { clinician, does, units, reason, seconds, since: stamp.at } as const;
      return with_({ stepDown: { state: 'proposed', ...proposed } });
    }
    case 'monitor.step-down-agreed': {
      const { stepDown } = monitoring;
      if (stepDown === null) return incident;
      const { place, secondPerson } = event;
      const agreed = { agreedBy: stamp.by, secondPerson, place, calmAt: stamp.at };
      return with_({ stepDown: { ...stepDown, state: 'agreed', ...agreed } });
    }
    case 'monitor.step-down-confirmed': {
      const { stepDown } = monitoring;
      return stepDown?.state === 'agreed'
        ? with_({ stepDown: { ...stepDown, calmAt: stamp.at } })
        : incident;
    }
    case 'monitor.step-down-withdrawn':
    case 'monitor.step-down-refused':
      return with_({ stepDown: null });
    case 'monitor.step-down-resumed':
      return comesBack(with_({ stepDown: null }), event.reason);
    case 'monitor.step-down-ended': {
      const over = with_({ stepDown: null });
      const why = event.agreed ? RESUMES[event.why] : undefined;
      return why === undefined ? over : comesBack(over, why);
    }
  }
}

/** A person has to look at it again; a hold was for the picture before. */
function comesBack(incident: Incident, why: string): Incident {
  return { ...incident, hold: null, returned: why };
}

type AdviceEvent = Extract<MonitorEvent, { type: `monitor.advi${string}` }>;

function adviceAfter(
  advice: readonly Advice[],
  event: AdviceEvent,
  { at, by }: { readonly at: string; readonly by: OperatorId },
): readonly Advice[] {
  const { adviceId } = event;
  if (event.type === 'monitor.advised') {
    const { text, forTeam } = event;
    const given = { adviceId, by, at, text, forTeam, seen: null, answer: null, repeated: false };
    const oldest =
      advice.length < MOST_ADVICE ? -1 : advice.findIndex((each) => each.answer !== null);
    return [...advice.filter((_, at) => at !== oldest), given];
  }
  return advice.map((each) => {
    if (each.adviceId !== adviceId) return each;
    switch (event.type) {
      case 'monitor.advice-seen':
        return { ...each, seen: { at, by } };
      case 'monitor.advice-answered': {
        const { followed, reason } = event;
        return { ...each, seen: each.seen ?? { at, by }, answer: { followed, reason, at, by } };
      }
      case 'monitor.advice-unseen':
        return { ...each, repeated: true };
    }
  });
}
