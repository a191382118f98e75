import type { FigureSource } from './figure-source.ts';
import { countOpenCalls } from '#db/board/counted-calls.ts';
import { goToCounts } from '#db/board/go-to-counts.ts';
import { goToFigures, type GoToFigures } from '#shared/outcomes/go-to.ts';
import type { Period } from '#shared/outcomes/period.ts';

/** By which door people came over some days, and where those who are followed go in a crisis. */
export function goToPart({ db }: FigureSource, period: Period): GoToFigures {
  countOpenCalls(db);
  return goToFigures(goToCounts(db, period));
}
