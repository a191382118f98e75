import type { CostFigures, UnitCost, Utilisation } from '#shared/outcomes/cost-figures.ts';
import { CostParts } from './cost-parts.tsx';
import { dollarRange, dollars } from './dollars.ts';
import { Figure, percent } from './figure.tsx';
import { written } from './shares.ts';

/** What one of each cost, and how busy the teams were. */
export function CostNumbers({ figures }: { readonly figures: CostFigures }) {
  const { perContact, perCompleted, perLinkage, utilisation } = figures;
  return (
    <section className="outcome-part" aria-labelledby="cost-title">
      <h3 id="cost-title">What it costs</h3>
      {perContact.total === null && <p className="cost-not-enough">{perContact.why}</p>}
      <div className="figure-row">
        <CostFigure
          label="Cost per contact"
          cost={perContact}
          what={perContact.denominator === 1 ? 'contact' : 'contacts'}
        />
        <CostFigure label="Cost per completed response" cost={perCompleted} what="completed" />
        <CostFigure label="Cost per confirmed linkage" cost={perLinkage} what="confirmed" />
        <Busy utilisation={utilisation} />
      </div>
      <CostParts parts={figures.parts} />
    </section>
  );
}

function CostFigure({
  label,
  cost: { total, denominator, likely, range, why },
  what,
}: {
  readonly label: string;
  readonly cost: UnitCost;
  readonly what: string;
}) {
  const of = `${total === null ? 'a cost not known' : dollars(total)} over ${written(denominator)} ${what}`;
  return (
    <Figure
      label={label}
      value={likely === null ? null : dollars(likely)}
      of={of}
      interval={range && dollarRange(range.low95, range.high95)}
      means={total === null ? undefined : (why ?? undefined)}
    />
  );
}

function Busy({
  utilisation: { busyHours, teamHours, value, notKnown, hoursFrom },
}: {
  readonly utilisation: Utilisation;
}) {
  const hours = (number: number) => written(Math.round(number));
  return (
    <Figure
      label="Teams busy"
      value={percent(value)}
      of={
        teamHours === null
          ? `${hours(busyHours)} busy hours, team hours not known`
          : `${hours(busyHours)} of ${hours(teamHours)} team hours`
      }
      notKnown={notKnown}
      means={
        hoursFrom === 'assumption'
          ? 'Team hours are an assumption: the roster has no shift of these teams.'
          : 'From the first unit sent to the last one clear. A call counts once, however many went.'
      }
    />
  );
}
