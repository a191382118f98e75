import type { UnservedCount, UnservedLedger } from '#shared/board/unserved-ledger.ts';
import { ShareTable } from './share-table.tsx';
import { UnservedLines } from './unserved-lines.tsx';
import { useUnservedLedger } from './use-unserved-ledger.ts';
import { WeekPicture, type HourCount } from './week-picture.tsx';
import { shareOf, written } from './shares.ts';
import '../style/outcomes.css';

/** Who could have had an alternative response and got none: how many, when, why, and which. */
export function UnservedSection() {
  const { ledger, refused, at } = useUnservedLedger();
  return (
    <section className="unserved" aria-labelledby="unserved-title">
      <h3 id="unserved-title">Eligible but not sent</h3>
      {refused !== null && <p role="alert">{refused}</p>}
      {ledger === null && refused === null && <p>Fetching the ledger…</p>}
      {ledger !== null && ledger.eligible === 0 && (
        <p className="unserved-none">
          No incident has been eligible for an alternative response yet. Each one that is and gets
          none will stand here with its reason.
        </p>
      )}
      {ledger !== null && ledger.eligible > 0 && <Told ledger={ledger} at={at} />}
    </section>
  );
}

function Told({ ledger, at }: { readonly ledger: UnservedLedger; readonly at: number }) {
  const { eligible, unserved, served, open, byReason, byArea, byCallType } = ledger;
  const reasons = byReason.map(({ label, unserved: count }) => {
    return { label, unserved: count, eligible: unserved };
  });
  return (
    <>
      <p className="unserved-says">
        <strong>{shareOf(ledger)}</strong> not sent: <b>{written(unserved)}</b> of{' '}
        {written(eligible)} eligible {eligible === 1 ? 'incident' : 'incidents'}. Served:{' '}
        {written(served)}. Still open: {written(open)}.
      </p>
      <p className="unserved-means">
        Eligible means that an alternative response was recommended when somebody decided. Not sent
        means that no such team reached the person, no clinician had the call and no partner was
        asked. These are the incidents of this console, of all days on record.
      </p>
      <WeekPicture
        week={MONDAY_FIRST.map((day) => (ledger.byHourOfWeek[day] ?? []).map(asHour))}
        label="Not sent"
        part="not sent"
        signs={WEEK_SIGNS}
      />
      <div className="unserved-tables">
        <ShareTable title="Why:" of="of all not sent" rows={reasons} />
        <ShareTable title="By area:" of="not sent of the eligible there" rows={byArea} />
        <ShareTable
          title="By call type:"
          of="not sent of the eligible of that type"
          rows={byCallType}
        />
      </div>
      <UnservedLines ledger={ledger} now={at} />
    </>
  );
}

/** The ledger counts its days from Sunday; a week is planned from Monday. */
const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0];

const WEEK_SIGNS =
  'Not sent, by the hour the incident was opened. A number is how many were not sent, a dot that people were ' +
  'eligible and none of them was left out, nothing that nobody was eligible.';

function asHour({ unserved, eligible }: UnservedCount): HourCount {
  return { part: unserved, whole: eligible };
}
