import { SHARE_FIGURES } from '#shared/outcomes/figure-catalogue.ts';
import { ALL, type FigureRow, type FigureTable } from '#shared/outcomes/figure-rows.ts';
import type { OutcomesReport } from '#shared/paper/outcomes-report.ts';
import { shareAxis } from '../outcomes/axis.ts';
import { intervalOf, percent } from '../outcomes/figure.tsx';
import { FunnelPicture, type FunnelBar } from '../outcomes/funnel-picture.tsx';
import { SpanPicture } from '../outcomes/span-picture.tsx';
import { written } from '../outcomes/shares.ts';
import { writtenTime } from '../outcomes/written-time.ts';
import { dateTimeIn } from './paper-time.ts';
import '../style/report-pages.css';

/** The figures of a period on a few pages, each table with how to read it. */
export function ReportPages({ report }: { readonly report: OutcomesReport }) {
  const { center, period, printedAt, timeZone, printedBy, policyVersion, training } = report;
  return (
    <main className="report">
      <header>
        <h1>
          {training && <strong>TRAINING: INVENTED CALLS. </strong>}
          Figures of <bdi>{center}</bdi>
        </h1>
        <p>
          Calls received from {period.from} to {period.to}, both days counted: of this console, and
          taken over from earlier systems. Counted {dateTimeIn(printedAt, timeZone)} by {printedBy}.
          Routing policy {policyVersion}.
        </p>
      </header>
      <HowToRead />
      {report.tables.map((table, at) => (
        <Table key={table.title} table={table} first={at === 0} />
      ))}
    </main>
  );
}

function HowToRead() {
  return (
    <section className="report-how">
      <h2>How to read this</h2>
      <ul>
        <li>
          Every share stands with what it is a part of. A share of few calls moves with each call.
        </li>
        <li>
          The 95 % interval says how sure a share is: where two intervals overlap widely, the
          figures may well be the same.
        </li>
        <li>
          “&lt;11” is a count too small to be told without telling of somebody. “withheld” is one
          from which such a count could be worked out.
        </li>
        <li>
          What the record cannot tell is in no number. Days are not compared with the days before
          them: people who are looked at because they called often call less afterwards, whatever is
          done. Repeat calls and cost are compared on the screen, with what such a comparison needs.
        </li>
      </ul>
    </section>
  );
}

function Table({
  table: { title, how, rows },
  first,
}: {
  readonly table: FigureTable;
  readonly first: boolean;
}) {
  const bars = first ? barsOf(rows) : [];
  const highest = Math.max(
    0,
    ...rows.map(({ unit, value }) => (unit === 'share' ? (value ?? 0) : 0)),
  );
  const axis = shareAxis(highest);
  return (
    <section className="report-part">
      <h2>{title}</h2>
      <p>{how}</p>
      {bars.length > 0 && <FunnelPicture bars={bars} />}
      <table>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col" aria-label="Picture" />
            <th scope="col">Value</th>
            <th scope="col">95 %</th>
            <th scope="col">Counts</th>
            <th scope="col">Note</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.figure} ${row.group}`}>
              <th scope="row">{row.group === ALL ? row.figure : `${row.figure}: ${row.group}`}</th>
              <td className="span-cell">
                {row.value !== null && row.unit === 'share' && (
                  <SpanPicture
                    axis={axis}
                    dots={[{ at: row.value, kind: 'value' }]}
                    low={row.low}
                    high={row.high}
                  />
                )}
              </td>
              <td>{valueWords(row)}</td>
              <td>{intervalOf(row)}</td>
              <td>{countWords(row)}</td>
              <td>{row.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The steps that are told, up to the first one that is not: a funnel with a hole in it would mislead. */
function barsOf(rows: readonly FigureRow[]): FunnelBar[] {
  const steps = rows.filter(({ group, figure }) => group === ALL && figure !== CAPTURE);
  const hidden = steps.findIndex(({ numerator }) => typeof numerator !== 'number');
  return steps.slice(0, hidden < 0 ? steps.length : hidden).map((row, at) => ({
    id: row.figure,
    label: row.figure,
    calls: Number(row.numerator),
    rate:
      at === 0
        ? null
        : { ...row, numerator: Number(row.numerator), denominator: Number(row.denominator) },
  }));
}

const CAPTURE = SHARE_FIGURES.capture.label;

function valueWords({ unit, value, suppressed }: FigureRow): string {
  if (value === null) return suppressed && unit !== 'calls' ? 'left out' : '';
  return unit === 'seconds' ? writtenTime(value) : (percent(value) ?? '');
}

function countWords({ numerator, denominator }: FigureRow): string {
  const told = [numerator, denominator].flatMap((count) =>
    count === null ? [] : [typeof count === 'number' ? written(count) : count],
  );
  return told.join(' of ');
}
