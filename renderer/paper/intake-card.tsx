import type { PaperIntake } from '#shared/paper/paper-kit.ts';
import { TO_WRITE } from './to-write.ts';

const STEPS = ['Received', 'Answered', 'Decided', 'Police/EMS called', 'Closed'] as const;
const UNIT_STEPS = ['Unit', 'Assigned', 'En route', 'On scene', 'Clear'] as const;
const UNITS = 4;

/** One call by hand. The times are what back-entry asks for. */
export function IntakeCard({ intake }: { readonly intake: PaperIntake }) {
  return (
    <section className="sheet card">
      <h2>Intake card</h2>
      <p className="write-row">
        <Blank label="Card number" />
        <Blank label="Kept by" />
        <Blank label="Date" />
      </p>
      <p className="write-row">
        {STEPS.map((step) => (
          <Blank key={step} label={step} hint="__:__" />
        ))}
      </p>
      <p className="write-row">
        <Blank label="Place, area" wide />
        <Blank label="Callback" />
      </p>
      <p className="write-row">
        <Blank label="What the caller says; call type" wide />
      </p>
      <table className="questions">
        <thead>
          <tr>
            <th scope="col">Ask (● before anybody unarmed goes)</th>
            <th scope="col">Yes</th>
            <th scope="col">No</th>
            <th scope="col">?</th>
            <th scope="col">Who said it</th>
          </tr>
        </thead>
        <tbody>
          {intake.questions.map(({ label, question, mandatory }) => (
            <tr key={label}>
              <th scope="row">
                {mandatory ? '● ' : ''}
                <b>{label}.</b> {question}
              </th>
              <td>☐</td>
              <td>☐</td>
              <td>☐</td>
              <td>{TO_WRITE}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="write-row">
        <Blank label="Level by the rules" />
        <Blank label="Who goes" wide />
        <Blank label="Decided by" />
      </p>
      <p className="write-row">
        <Blank label="If otherwise than the rules: why" wide />
        <Blank label="Second person signs" />
      </p>
      <table className="ruled">
        <thead>
          <tr>
            {UNIT_STEPS.map((step) => (
              <th scope="col" key={step}>
                {step}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: UNITS }, (_, row) => (
            <tr key={row}>
              {UNIT_STEPS.map((step) => (
                <td key={step}>{TO_WRITE}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="boxes">
        <b>How it ended</b>{' '}
        {intake.dispositions.map((label) => (
          <span key={label}>☐ {label} </span>
        ))}
      </p>
      <p className="write-row tall">
        <Blank label="Notes (no clinical text here: clinicians keep their own)" wide />
      </p>
    </section>
  );
}

export function Blank({
  label,
  hint = '',
  wide = false,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly wide?: boolean;
}) {
  return (
    <span className="blank" data-wide={wide}>
      <small>{label}</small>
      <span>{hint}</span>
    </span>
  );
}
