import type { Period } from '#shared/outcomes/period.ts';
import type { RepeatCallers } from '#shared/outcomes/repeat-figures.ts';
import type { TopShare } from '#shared/statistics/concentration.ts';
import { Figure, intervalOf, percent } from './figure.tsx';
import { written } from './shares.ts';

/** Who calls repeatedly, and how the calls fall on people, in the days chosen. */
export function RepeatCallersPart({
  callers,
  period: { from, to },
}: {
  readonly callers: RepeatCallers;
  readonly period: Period;
}) {
  const { people, calls, unknownCalls, uncertainCalls, definitions, concentration } = callers;
  const { gini, top1, top10 } = concentration;
  return (
    <section className="repeat-callers" aria-labelledby="repeat-callers">
      <h3 id="repeat-callers">
        Who called, {from} to {to}
      </h3>
      <p className="repeat-means">
        {written(calls)} calls about mental health or substance use are known to be of{' '}
        {people === 1 ? '1 person' : `${written(people)} people`}, and only those are in the
        figures. {unknownCalls > 0 && `${written(unknownCalls)} more are of nobody known`}
        {uncertainCalls > 0 && `, ${written(uncertainCalls)} of them perhaps of somebody`}
        {unknownCalls > 0 && '.'}
      </p>
      <div className="repeat-row">
        {definitions.map(({ id, label, calls: many, days, people: share, ofCalls }) => (
          <Figure
            key={id}
            label={`${label}: ${many} or more calls in ${days} days`}
            value={written(share.numerator)}
            of={`${written(share.numerator)} of ${written(share.denominator)} people who called`}
            interval={intervalOf(share)}
            means={
              ofCalls.value === null
                ? undefined
                : `They made ${percent(ofCalls.value)} of the calls (${written(ofCalls.numerator)} of ${written(ofCalls.denominator)}).`
            }
          />
        ))}
        <TopFigure label="The tenth who called most" top={top10} people={people} calls={calls} />
        <TopFigure label="The hundredth who called most" top={top1} people={people} calls={calls} />
        <Figure
          label="Unevenness (Gini)"
          value={gini === null ? null : gini.toFixed(2)}
          of="0: everybody calls as often; near 1: one person makes nearly all calls"
        />
      </div>
    </section>
  );
}

function TopFigure({
  label,
  top,
  people,
  calls,
}: {
  readonly label: string;
  readonly top: TopShare;
  readonly people: number;
  readonly calls: number;
}) {
  return (
    <Figure
      label={label}
      value={percent(top.share)}
      of={`${written(top.people)} of ${written(people)} people made ${written(top.calls)} of ${written(calls)} calls`}
    />
  );
}
