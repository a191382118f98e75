import type { SafetyPlanSheet } from '#shared/plan/plan-sheet.ts';
import '../style/plan-page.css';

/** One page in large type, for the person: their plan and whom to call, and nothing else. */
export function SafetyPlanPage({ sheet }: { readonly sheet: SafetyPlanSheet }) {
  const { title, name, center, date, steps, lines, training, fit } = sheet;
  return (
    <article className="plan-page" data-fit={fit}>
      <header>
        <h1>{title}</h1>
        <p>
          {name !== '' && (
            <>
              <bdi>{name}</bdi> ·{' '}
            </>
          )}
          {date}
          {training && ' · TRAINING, an invented person'}
        </p>
      </header>
      <ol>
        {steps.map(({ heading, lines: said }) => (
          <li key={heading}>
            <h2>{heading}</h2>
            {said.length === 0 ? (
              <p className="plan-page-open">&nbsp;</p>
            ) : (
              <ul>
                {said.map((line) => (
                  <li key={line} dir="auto">
                    {line}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      <footer>
        <p>
          <strong>Whom I can call at any hour</strong>
        </p>
        <ul>
          {lines.map(({ label, number }) => (
            <li key={label}>
              <bdi>{label}</bdi>: <strong>{number}</strong>
            </li>
          ))}
          <li>
            In danger now: <strong>911</strong>
          </li>
        </ul>
        <p className="plan-page-from">
          Made together with a clinician of <bdi>{center}</bdi>.
        </p>
      </footer>
    </article>
  );
}
