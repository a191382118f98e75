import type { Period } from '#shared/outcomes/period.ts';
import { Assumptions } from './assumptions.tsx';
import { BreakEvenLine } from './break-even-line.tsx';
import { CostLimits } from './cost-limits.tsx';
import { CostNumbers } from './cost-numbers.tsx';
import { NetPicture } from './net-picture.tsx';
import { TornadoTable } from './tornado-table.tsx';
import { useCosts } from './use-costs.ts';
import '../style/cost.css';

/** What the program costs, what it may avoid, and what both rest on: figures left, assumptions right. */
export function CostView({ period }: { readonly period: Period }) {
  const { figures, kept, refused, reload } = useCosts(period);
  if (refused !== null) return <p role="alert">{refused}</p>;
  if (figures === null || kept === null) return <p className="cost-waits">Counting the cost…</p>;
  const { avoided, whyNotAvoided } = figures;
  return (
    <div className="cost-view">
      <div className="cost-figures">
        <CostNumbers figures={figures} />
        <section className="outcome-part" aria-labelledby="cost-avoided">
          <h3 id="cost-avoided">What may have been avoided</h3>
          {avoided === null ? (
            <p className="cost-not-enough">{whyNotAvoided}</p>
          ) : (
            <>
              <NetPicture avoided={avoided} draws={figures.draws} />
              <BreakEvenLine even={avoided.breakEven} />
              <TornadoTable tornado={avoided.tornado} />
            </>
          )}
        </section>
        <CostLimits figures={figures} />
      </div>
      <Assumptions kept={kept} onChanged={reload} />
    </div>
  );
}
