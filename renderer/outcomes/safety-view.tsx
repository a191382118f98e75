import type { Period } from '#shared/outcomes/period.ts';
import { useFigures } from './figures-store.ts';
import { EquityTable } from './equity-table.tsx';
import { HarmfulOverrides } from './harmful-overrides.tsx';
import { NothingCounted } from './nothing-counted.tsx';
import { OverrideTable } from './override-table.tsx';
import { ShareRows } from './share-rows.tsx';
import { TimesTable } from './times-table.tsx';
import '../style/outcome-views.css';

/** How long it took against what is asked for, what went wrong, and whether it is the same for everybody. */
export function SafetyView({ period: shown }: { readonly period: Period }) {
  const figures = useFigures((state) => state.figures);
  if (figures === null) return null;
  if (figures.funnel.calls === 0) return <NothingCounted period={shown} />;
  const { period, times, safety, equity } = figures;
  return (
    <div className="outcome-view">
      <section className="outcome-part" aria-labelledby="times-title">
        <h3 id="times-title">How long it took</h3>
        <TimesTable times={times} period={period} />
      </section>
      <section className="outcome-part" aria-labelledby="safety-title">
        <h3 id="safety-title">Safety</h3>
        <ShareRows shares={safety.shares} period={period} />
        <HarmfulOverrides overrides={safety.harmfulOverrides} />
      </section>
      <div className="outcome-columns">
        <OverrideTable title="Overrides, by call type" groups={safety.overridesByCallType} />
        <OverrideTable
          title="Overrides, by operator (letters, no names)"
          groups={safety.overridesByOperator}
        />
      </div>
      <section className="outcome-part" aria-labelledby="equity-title">
        <h3 id="equity-title">The same for everybody?</h3>
        <EquityTable equity={equity} />
      </section>
    </div>
  );
}
