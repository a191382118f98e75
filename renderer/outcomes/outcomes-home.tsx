import { Suspense, useRef } from 'react';
import { may } from '#shared/roster/permission.ts';
import { centerDate } from '../desk/center-date.ts';
import { deskNow } from '../desk/clock.ts';
import { useDesk } from '../desk/desk-store.ts';
import { useActions } from '../keys/actions.ts';
import { Keys } from '../parts/kbd.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { CountedLine } from './counted-line.tsx';
import { exportFigures } from './export-figures.ts';
import { count, useCounted } from './figures-store.ts';
import { OUTCOME_VIEWS } from './outcome-views.ts';
import { shownPeriod, showView, useOutcomes } from './outcomes-store.ts';
import { PastCalls } from './past-calls.tsx';
import { PeriodChooser } from './period-chooser.tsx';
import '../style/outcomes-frame.css';

/** What became of the calls, in pictures: a strip of views over one period. */
export function OutcomesHome() {
  const role = useDesk(({ hello }) => hello?.session?.role ?? null);
  const outcomes = useOutcomes((all) => all);
  const frame = useRef<HTMLDivElement>(null);
  const views = OUTCOME_VIEWS.filter(({ needs }) => role !== null && may(role, needs));
  const shown = views.find(({ id }) => id === outcomes.view) ?? views[0];
  const turnTo = (id: string) => {
    showView(id);
    frame.current?.focus();
  };
  const period = shownPeriod(outcomes, centerDate(deskNow()));
  const counts = role !== null && may(role, 'see-outcomes');
  useCounted(period, counts);
  useActions({
    ...Object.fromEntries(views.map(({ id, key }) => [`outcomes.view-${key}`, () => turnTo(id)])),
    ...(counts
      ? {
          'outcomes.count': () => void count(period),
          'outcomes.csv': () => void exportFigures('csv', period),
          'outcomes.report': () => void exportFigures('report', period),
        }
      : {}),
  });
  return (
    <main className="outcomes pane" data-place="outcomes" tabIndex={-1} aria-label="Outcomes">
      <header className="pane-head outcomes-head">
        <h2>Outcomes</h2>
        {counts && <PeriodChooser period={period} />}
      </header>
      {counts && <CountedLine period={period} />}
      {views.length > 1 && (
        <nav className="outcomes-views" aria-label="Views of the outcomes">
          {views.map(({ id, label, key }) => (
            <button
              key={id}
              type="button"
              aria-current={id === shown?.id ? 'page' : undefined}
              aria-keyshortcuts={key}
              onClick={() => turnTo(id)}
            >
              <Keys keys={key} /> {label}
            </button>
          ))}
        </nav>
      )}
      {/* Without a stop for the Tab key nobody could scroll it without a mouse. */}
      <div
        ref={frame}
        className="outcomes-body"
        role="region"
        aria-label={shown?.label ?? 'Past calls'}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {shown !== undefined && (
          <Suspense fallback={null}>
            <shown.View period={period} />
          </Suspense>
        )}
        {!counts && <PastCalls />}
      </div>
      <NoticeBeside causes={['past.summary', 'outcomes.export']} />
    </main>
  );
}
