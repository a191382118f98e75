import type { Period } from '#shared/outcomes/period.ts';
import { dateWords } from '../desk/center-date.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Button } from '../parts/button.tsx';
import { exportFigures } from './export-figures.ts';
import { count, useFigures } from './figures-store.ts';
import { written } from './shares.ts';

/** Which calls every figure counts. As tall while it is counted: nothing under it jumps. */
export function CountedLine({ period }: { readonly period: Period }) {
  const figures = useFigures((state) => state.figures);
  const counting = useFigures((state) => state.counting);
  const refused = useFigures((state) => state.refused);
  const at = useFigures((state) => state.at);
  return (
    <div className="counted-line">
      <p role="status" aria-live="polite">
        {counting !== null
          ? 'Counting…'
          : figures !== null && (
              <>
                <strong>{written(figures.funnel.calls)}</strong>{' '}
                {figures.funnel.calls === 1 ? 'call' : 'calls'} counted
                {figures.funnel.open > 0 && (
                  <>, {written(figures.funnel.open)} of them still open</>
                )}
                : {written(figures.counted.console)} of this console,{' '}
                {written(figures.counted.imported)} imported
                {figures.counted.since !== null && (
                  <>; on record since {dateWords(figures.counted.since)}</>
                )}
                . Counted at <time>{wallTime(at)}</time>.
              </>
            )}
      </p>
      {refused !== null && <p role="alert">{refused}</p>}
      <Button tone="quiet" keys="a" onClick={() => void count(period)}>
        Count again
      </Button>
      <Button tone="quiet" keys="e" onClick={() => void exportFigures('csv', period)}>
        Table (CSV)
      </Button>
      <Button tone="quiet" keys="r" onClick={() => void exportFigures('report', period)}>
        Report (PDF)
      </Button>
    </div>
  );
}
