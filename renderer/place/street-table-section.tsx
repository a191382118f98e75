import type { PlaceTablesView } from '#shared/board/place-tables-view.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { WithReason } from '../sheets/with-reason.tsx';
import { PlaceFile } from './place-file.tsx';

/** The street table in force, the step back, and a new one from a file. */
export function StreetTableSection({
  kept: { streets, streetsMissing, stepBack },
  onDone,
}: {
  readonly kept: PlaceTablesView;
  readonly onDone: (text: string) => void;
}) {
  const back = stepBack?.to ?? null;
  return (
    <section aria-labelledby="places-streets">
      <h3 id="places-streets">Street table</h3>
      {streets === null ? (
        <p className="field-hint">
          There is none. A CSV file with a row for each street: its name, direction and kind, the
          first and the last number. The list a city publishes mostly fits as it is.
        </p>
      ) : (
        <p>
          <b dir="auto">{streets.source}</b>: {streets.rows} rows
          {streets.rejected > 0 && `, ${streets.rejected} left out`}. Put in force by{' '}
          {streets.adoptedByName}, {wallDateTime(streets.adoptedAt, deskNow())}.
        </p>
      )}
      {streetsMissing && (
        <p role="alert" className="refused">
          <strong>It is not in this file any more.</strong> No street is found until it is imported
          again.
        </p>
      )}
      <PlaceFile
        label="Choose a street table"
        examine="street-table.examine"
        adopt="street-table.adopt"
        does={(rows) => `Put ${rows} rows in force`}
        onDone={(rows) => onDone(`A street table of ${rows} rows is in force.`)}
      />
      {streets !== null && stepBack !== null && (
        <WithReason
          topic="street-table.withdraw"
          hash={streets.hash}
          label={back === null ? 'Take this table away' : `Step back to “${back}”`}
          onDone={() =>
            onDone(back === null ? 'There is no street table now.' : `“${back}” is in force again.`)
          }
        />
      )}
    </section>
  );
}
