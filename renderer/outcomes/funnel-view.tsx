import type { Period } from '#shared/outcomes/period.ts';
import { SHARE_FIGURES } from '#shared/outcomes/figure-catalogue.ts';
import type { FunnelPart, OutcomeFigures } from '#shared/outcomes/outcome-figures.ts';
import { weekOf } from '#shared/outcomes/wall-week.ts';
import { dayAfter } from '#shared/roster/zone-moment.ts';
import { KnownFigure } from './known-figure.tsx';
import { useFigures } from './figures-store.ts';
import { FunnelPicture } from './funnel-picture.tsx';
import { GroupTable } from './group-table.tsx';
import { NothingCounted } from './nothing-counted.tsx';
import { ReasonTable } from './reason-table.tsx';
import { StepTable } from './step-table.tsx';
import { WeekPicture } from './week-picture.tsx';
import { WeekTable } from './week-table.tsx';
import { WeeksPlot, type WeekBar } from './weeks-plot.tsx';
import '../style/outcome-views.css';

/** How far the calls got, in a picture, and where they did not: by week, area, type and hour. */
export function FunnelView({ period }: { readonly period: Period }) {
  const figures = useFigures((state) => state.figures);
  if (figures === null) return null;
  if (figures.funnel.calls === 0) return <NothingCounted period={figures.period} />;
  return <Told figures={figures} key={`${period.from} ${period.to}`} />;
}

function Told({ figures: { funnel, unserved, period } }: { readonly figures: OutcomeFigures }) {
  return (
    <div className="outcome-view">
      <section className="outcome-part" aria-labelledby="funnel-title">
        <h3 id="funnel-title">How far the calls got</h3>
        <FunnelPicture bars={barsOf(funnel)} />
        <div className="figure-row">
          <KnownFigure figure="capture" share={funnel.capture} period={period} />
          <KnownFigure figure="unserved" share={unserved.unserved} period={period} />
          {funnel.detection.map(({ figure, share }) => (
            <KnownFigure key={figure} figure={figure} share={share} period={period} />
          ))}
        </div>
        <StepTable steps={funnel.steps} period={period} />
      </section>
      <section className="outcome-part" aria-labelledby="weeks-title">
        <h3 id="weeks-title">Captured, week by week</h3>
        <WeeksPlot weeks={everyWeek(funnel, period)} whole="eligible" part="captured" />
        <WeekTable weeks={funnel.byWeek} period={period} />
      </section>
      <div className="outcome-columns">
        <GroupTable
          title="Captured, by area"
          by="area"
          figure="capture"
          groups={funnel.byArea.map(({ id, label, capture }) => ({ id, label, share: capture }))}
          period={period}
        />
        <GroupTable
          title="Captured, by call type"
          by="call-type"
          figure="capture"
          groups={funnel.byCallType.map(({ id, label, capture }) => {
            return { id, label, share: capture };
          })}
          period={period}
        />
        <ReasonTable unserved={unserved} />
      </div>
      <section className="outcome-part" aria-labelledby="hours-title">
        <h3 id="hours-title">Captured, hour by hour</h3>
        <WeekPicture
          week={daysOf(funnel)}
          label="Captured"
          part="captured"
          signs={
            'By the hour the call was received. A number is how many eligible calls got an alternative ' +
            'response, a dot that some were eligible and none got one, nothing that none was eligible.'
          }
        />
      </section>
    </div>
  );
}

/** A week in which nobody called is a week. */
function everyWeek({ byWeek }: FunnelPart, { from, to }: Period): WeekBar[] {
  const known = new Map(byWeek.map(({ id, capture }) => [id, capture]));
  const weeks: WeekBar[] = [];
  for (let week = weekOf(from); week <= to; week = dayAfter(week, 7)) {
    const capture = known.get(week);
    weeks.push({ week, whole: capture?.denominator ?? 0, part: capture?.numerator ?? 0 });
  }
  return weeks;
}

function barsOf({ steps }: FunnelPart) {
  return steps.map(({ step, calls, share }, at) => ({
    id: step,
    label: SHARE_FIGURES[step].label,
    calls,
    rate: at === 0 ? null : share,
  }));
}

/** The hours of the week as days from Monday, of 24 hours each. */
function daysOf({ byHourOfWeek }: FunnelPart) {
  const hours = new Map(byHourOfWeek.map(({ id, capture }) => [Number(id), capture]));
  return Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 24 }, (_hour, hour) => {
      const capture = hours.get(24 * day + hour);
      return { part: capture?.numerator ?? 0, whole: capture?.denominator ?? 0 };
    }),
  );
}
