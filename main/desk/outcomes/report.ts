import { cessaPart } from './cessa-part.ts';
import { costPart } from './cost-part.ts';
import type { FigureSource } from './figure-source.ts';
import { goToPart } from './go-to-part.ts';
import { linkagePart } from './linkage-part.ts';
import { followUpsPart } from './follow-up-part.ts';
import { figuresOf } from './outcome-figure-answers.ts';
import { repeatPart } from './repeat-part.ts';
import { countOpenCalls } from '#db/board/counted-calls.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { publishedLinkage } from '#shared/outcomes/published-linkage.ts';
import type { RepeatFigures } from '#shared/outcomes/repeat-figures.ts';
import { publicReport } from '#shared/outcomes/public-report.ts';

/** Everything the outcomes say of some days, as one document. */
export function outcomeReport(source: FigureSource, period: Period) {
  countOpenCalls(source.db);
  const { period: _period, ...figures } = figuresOf(source, period);
  const cessa = cessaPart(source, period);
  const repeat = repeatPart(source.db, period);
  return {
    ...period,
    calls: figures.funnel.calls,
    missing: [
      ...(figures.funnel.calls === 0
        ? [{ what: 'Every figure', why: 'No call was received in these days.' }]
        : []),
      ...missingTransfers(figures.safety.avoidedTransfers.missing),
      ...figures.equity.missing,
      ...missingRepeat(repeat),
      ...cessa.missing,
    ],
    ...figures,
    repeat,
    cost: costPart(source, period),
    linkage: publishedLinkage(linkagePart(source, period)),
    goTo: goToPart(source, period),
    followUps: followUpsPart(source, period),
    cessa,
  };
}

function missingTransfers(why: string | null) {
  return why === null ? [] : [{ what: 'Avoided transfers to hospital', why }];
}

function missingRepeat({ study, says }: RepeatFigures) {
  if (study?.comparison.enough === true) return [];
  const why = study === null ? says : study.comparison.missing.join(' ');
  return [{ what: 'Whether people call less', why }];
}

/** The same for everybody, without what would say something of fewer than eleven. */
export function publicOutcomeReport(source: FigureSource, period: Period) {
  countOpenCalls(source.db);
  const figures = figuresOf(source, period);
  return { ...period, public: true, ...publicReport(figures, cessaPart(source, period)) };
}
