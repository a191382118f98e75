import type { Answers } from '../answer.ts';
import type { DeskCore } from '../desk-core.ts';
import { callsBehind } from './calls-behind.ts';
import { countedSources } from './counted-sources.ts';
import { equityPart } from './equity-part.ts';
import { figureSource, type FigureSource } from './figure-source.ts';
import { funnelPart } from './funnel-part.ts';
import { safetyPart } from './safety-part.ts';
import { timesPart } from './times-part.ts';
import { unservedPart } from './unserved-part.ts';
import { countOpenCalls } from '#db/board/counted-calls.ts';
import type { OutcomeFigures } from '#shared/outcomes/outcome-figures.ts';
import type { Period } from '#shared/outcomes/period.ts';

/** What the program did over some days, and the calls behind each figure. */
export function outcomeFigureAnswers(
  core: DeskCore,
): Answers<'outcomes.figures' | 'outcomes.calls'> {
  return {
    'outcomes.figures': ({ period }) => atOnce(core, (source) => figuresOf(source, period)),
    'outcomes.calls': (asked) => atOnce(core, (source) => callsBehind(source, asked)),
  };
}

/** All of it is read as it stands at one moment, with the incidents that are open then. */
export function atOnce<T>(core: DeskCore, work: (source: FigureSource) => T): T {
  return core.db.transaction(() => {
    countOpenCalls(core.db);
    return work(figureSource(core));
  })();
}

export function figuresOf(source: FigureSource, period: Period): OutcomeFigures {
  const funnel = funnelPart(source, period);
  return {
    period,
    counted: countedSources(source, period, funnel.calls),
    funnel,
    unserved: unservedPart(source, period),
    safety: safetyPart(source, period),
    times: timesPart(source, period),
    equity: equityPart(source, period),
  };
}
