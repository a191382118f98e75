import { ENOUGH } from './equity-part.ts';
import { endsOf, tally } from './counted-period.ts';
import type { FigureSource } from './figure-source.ts';
import { tallyBy } from '#db/board/call-tally.ts';
import { statement } from '#db/open-database.ts';
import type { SafetyPart } from '#shared/outcomes/outcome-figures.ts';
import type { Period } from '#shared/outcomes/period.ts';

interface TypeRow {
  readonly contacts: number;
  readonly transfers: number;
  readonly before: number;
  readonly transfersBefore: number;
}

/**
 * Transfers to hospital that did not happen, as a part of those to be expected: had each contact ended as
 * comparable calls did, of the same type, received before the period, that the police handled without an
 * alternative response (indirect standardization). Only types with enough of both are compared.
 */
export function avoidedTransfers(
  source: FigureSource,
  period: Period,
): SafetyPart['avoidedTransfers'] {
  tally(source, period);
  const [from] = endsOf(period);
  const rows = statement(
    source.db,
    `WITH now AS (
       SELECT call_type, SUM(n) AS contacts, SUM(n * (disposition = 'services-transfer')) AS transfers
       FROM ${tallyBy('call_type')}
       WHERE step_contact = 1 AND disposition IS NOT NULL GROUP BY call_type
     ),
     earlier AS (
       SELECT call_type, COUNT(*) AS calls, SUM(disposition = 'services-transfer') AS transfers
       FROM counted_calls c
       WHERE received_local < ? AND step_behavioral = 1 AND COALESCE(step_assigned, 0) = 0
         AND police_on_scene = 1 AND disposition IS NOT NULL GROUP BY call_type
     )
     SELECT now.contacts, now.transfers, earlier.calls AS before, earlier.transfers AS transfersBefore
     FROM now JOIN earlier USING (call_type)
     WHERE now.contacts >= ${ENOUGH} AND earlier.calls >= ${ENOUGH}`,
  ).all(from) as TypeRow[];
  const happened = rows.reduce((sum, { transfers }) => sum + transfers, 0);
  const expected = rows.reduce(
    (sum, { contacts, before, transfersBefore }) => sum + (contacts * transfersBefore) / before,
    0,
  );
  if (rows.length === 0) return { value: null, missing: MISSING };
  if (expected === 0) return { value: null, missing: NONE_BEFORE };
  return { value: 1 - happened / expected, missing: null };
}

const MISSING =
  `No call type has ${ENOUGH} contacts in this period and ${ENOUGH} calls before it that police handled ` +
  'with a known disposition. Import the history of before the program.';

const NONE_BEFORE = 'None of the comparable calls before was a transfer, so none could be avoided.';
