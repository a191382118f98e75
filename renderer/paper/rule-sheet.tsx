import type { PaperGate, PaperIntake } from '#shared/paper/paper-kit.ts';

/** The gates in order: the first line that holds decides. */
export function RuleSheet({
  intake,
  policyVersion,
}: {
  readonly intake: PaperIntake;
  readonly policyVersion: string;
}) {
  return (
    <section className="sheet rules">
      <h2>Who goes: routing policy {policyVersion} in short</h2>
      <p>
        From the top: the first line whose answers are all so decides. “Open” is not asked, or asked
        and nobody knows. Open is never no. While a question marked ● is open, nobody unarmed goes
        alone. Sending more needs nothing; sending less needs a reason on the card, and below L3 or
        L4 a second person who signs.
      </p>
      <Gate gate={intake.medical} first="EMS NOW" beside />
      {intake.gates.map((gate) => (
        <Gate key={`${gate.level}${gate.title}`} gate={gate} first={gate.level} />
      ))}
    </section>
  );
}

function Gate({
  gate,
  first,
  beside = false,
}: {
  readonly gate: PaperGate;
  readonly first: string;
  readonly beside?: boolean;
}) {
  return (
    <article className="gate">
      <h3>
        <span className="paper-level">{first}</span> {gate.title}: <b>{gate.response}</b>
        {beside && <small>at once, beside whatever else is decided</small>}
      </h3>
      <ul>
        {gate.rules.map(({ when, response }) => (
          <li key={when}>
            {when}
            {response !== null && (
              <>
                {' '}
                → <b>{response}</b>
              </>
            )}
          </li>
        ))}
      </ul>
    </article>
  );
}
