import { Blank } from './intake-card.tsx';
import { TO_WRITE } from './to-write.ts';

/** Every radio message about a unit, one line each. */
export function UnitLog() {
  return (
    <section className="sheet">
      <h2>Unit log</h2>
      <RuledTable
        columns={['Time', 'Unit', 'Status', 'Incident or card', 'Said', 'Written by']}
        rows={24}
      />
    </section>
  );
}

const HAND_OVER = [
  'Open incidents and cards, oldest first, with their level',
  'Held, with the promised time',
  'Callbacks and follow-ups that are due',
  'Cautions that have come up',
  'Units out of service or short of crew',
  'What else the next person has to know',
] as const;

/** Read and accepted by whoever comes on. */
export function HandOverSheet({ policyVersion }: { readonly policyVersion: string }) {
  return (
    <section className="sheet">
      <h2>Hand-over by hand</h2>
      <p>Routing policy in force when this was printed: {policyVersion}</p>
      <p className="write-row">
        <Blank label="From" />
        <Blank label="To" />
        <Blank label="Date and time" />
      </p>
      {HAND_OVER.map((label) => (
        <p key={label} className="write-row tall">
          <Blank label={label} wide />
        </p>
      ))}
      <p className="write-row">
        <Blank label="Read and accepted (signature)" wide />
        <Blank label="Time" />
      </p>
    </section>
  );
}

function RuledTable({
  columns,
  rows,
}: {
  readonly columns: readonly string[];
  readonly rows: number;
}) {
  return (
    <table className="ruled">
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_, row) => (
          <tr key={row}>
            {columns.map((column) => (
              <td key={column}>{TO_WRITE}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
