import type { SurveyView, WordCount } from '#shared/board/import-view.ts';
import { LeftOutList } from './left-out-list.tsx';
import { counted } from './sizes.ts';

/** What reading the file comes to: counts, some rows as they would be taken, what is left out and why. */
export function SurveyPanel({ survey }: { readonly survey: SurveyView }) {
  const { sample, unmappedTypes, unmapped, rejected } = survey;
  return (
    <div className="import-body import-survey">
      <Counts survey={survey} />
      {rejected > 0 && survey.of !== 'counting' && (
        <LeftOutList
          key={`${survey.of} ${rejected}`}
          title={`Rejected rows (${counted(rejected)})`}
          importId={null}
          kind="rejected"
        />
      )}
      {sample === null ? (
        <p className="field-hint">Calls are shown to supervisors only.</p>
      ) : (
        <Sample sample={sample} />
      )}
      {unmappedTypes.length > 0 && (
        <Words
          title="Call types nobody has mapped yet"
          hint="They count as OTHER. Say what they mean under g t."
          words={unmappedTypes}
        />
      )}
      {unmapped.map(({ column, words }) => (
        <Words
          key={column}
          title={`Words of “${column}” without a meaning`}
          hint="They are not counted. A mapping file can say what they mean."
          words={words}
        />
      ))}
    </div>
  );
}

function Counts({ survey }: { readonly survey: SurveyView }) {
  const { rows, of, accepted, known, rejected, from, to } = survey;
  return (
    <div className="import-counts" aria-live={of === 'counting' ? 'off' : 'polite'}>
      <dl>
        <div>
          <dt>would be taken</dt>
          <dd>{counted(accepted - known)}</dd>
        </div>
        <div>
          <dt>known already</dt>
          <dd>{counted(known)}</dd>
        </div>
        <div data-some={rejected > 0}>
          <dt>rejected</dt>
          <dd>{counted(rejected)}</dd>
        </div>
      </dl>
      <p className="field-hint">
        {OF[of](counted(rows))}
        {from !== null && to !== null && ` Received ${dayOf(from)} to ${dayOf(to)}.`}
      </p>
    </div>
  );
}

const OF: Readonly<Record<SurveyView['of'], (rows: string) => string>> = {
  counting: (rows) => `Still counting: ${rows} rows so far.`,
  all: (rows) => `All ${rows} rows of the file.`,
  first: (rows) => `The first ${rows} rows; the others are looked at when they are taken.`,
};

function dayOf(local: string): string {
  return local.slice(0, 10);
}

function Sample({ sample }: { readonly sample: NonNullable<SurveyView['sample']> }) {
  if (sample.length === 0) return null;
  return (
    <div
      className="import-sample"
      // What scrolls has to be reached by the keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label="Rows as they would be taken"
    >
      <table>
        <caption>The first rows, as they would be taken</caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Number</th>
            <th scope="col">Received</th>
            <th scope="col">Type</th>
            <th scope="col">Address</th>
            <th scope="col">Ended</th>
            <th scope="col">Times</th>
          </tr>
        </thead>
        <tbody>
          {sample.map((row) => (
            <tr key={row.line}>
              <td className="import-number">{row.line}</td>
              <td>
                <bdi>{row.number ?? '–'}</bdi>
              </td>
              <td className="import-time">{row.received.replace('T', ' ')}</td>
              <td>
                <bdi>{row.rawType}</bdi> <span className="import-type">{row.callType}</span>
              </td>
              <td>
                <bdi>{row.address ?? '–'}</bdi>
              </td>
              <td>
                <bdi>{row.ended ?? '–'}</bdi>
              </td>
              <td>{row.times === '' ? '–' : row.times}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Words({
  title,
  hint,
  words,
}: {
  readonly title: string;
  readonly hint: string;
  readonly words: readonly WordCount[];
}) {
  return (
    <section className="import-words" aria-label={title}>
      <h3>{title}</h3>
      <p className="field-hint">{hint}</p>
      <ul>
        {words.map(({ word, calls }, at) => (
          // The same words never come twice, and those that are not shown have no name.
          <li key={word ?? at}>
            <bdi>{word ?? 'not shown'}</bdi>
            <span className="import-number">
              {counted(calls)} {calls === 1 ? 'call' : 'calls'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
