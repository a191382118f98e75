import type { CostFigures } from '#shared/outcomes/cost-figures.ts';

/** What the figures above cannot say: beside them, and not in a footnote of a report. */
export function CostLimits({ figures }: { readonly figures: CostFigures }) {
  const { unsourced, notSet, rolesWithoutLine } = figures;
  return (
    <section className="outcome-part cost-limits" aria-labelledby="cost-limits">
      <h3 id="cost-limits">What this does not tell</h3>
      <ul>
        {notSet.length > 0 && (
          <li>
            <b>Not set</b>, so they count as nothing and the cost is too low: {listed(notSet)}.
          </li>
        )}
        {rolesWithoutLine.length > 0 && (
          <li>
            Hours of these roles are worked and have no price: {listed(rolesWithoutLine)}. Import
            the assumptions with a line for each.
          </li>
        )}
        {unsourced.length > 0 && (
          <li>
            <b>Assumptions without a source</b>: {listed(unsourced)}.
          </li>
        )}
        <li>
          Avoided is what calls like these are assumed to have taken without the program, less what
          the record saw happen all the same. It is money nobody asked for, not money back: a police
          officer, an ambulance and a jail are paid whether or not they are called.
        </li>
        <li>
          Without people who were eligible and got no team, nobody knows what would have happened.
          Compare them under “Repeat calls”. Jail days that follow later are not on this record.
        </li>
        <li>Prices are in the dollars of their source’s year. They are not brought to one year.</li>
        <li>
          Cost per offence avoided is not offered. Published ones divide a change in recorded crime
          by a few hundred responses, which are too few to explain it, and mix calls with recorded
          incidents.
        </li>
        <li>What it is worth to a person that a clinician came instead of police has no line.</li>
      </ul>
    </section>
  );
}

function listed(labels: readonly string[]): string {
  return labels.join(', ');
}
