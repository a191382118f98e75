import { useEffect, useRef } from 'react';
import type { DrillView, StoreCount } from '#shared/board/copies-view.ts';
import { wallTime } from '../desk/wall-time.ts';
import { agoWords, entriesWords } from './copies-words.ts';
import { useMinute } from './use-copies.ts';

/** What a copy would bring back, beside the store in force. */
export function DrillResult({ drill }: { readonly drill: DrillView }) {
  const { result, copy } = drill;
  const head = useRef<HTMLHeadingElement>(null);
  // Where the window is low it stands below the list: whoever asked for it is not to look for it.
  useEffect(
    () => head.current?.parentElement?.scrollIntoView?.({ block: 'nearest' }),
    [result.state],
  );
  return (
    <section className="copies-drill" aria-label="Drill" aria-live="polite">
      <h3 ref={head}>
        Drill <bdi className="copies-name">{copy}</bdi>
      </h3>
      {result.state === 'running' && (
        <p>
          Taken to a place of its own and read whole, since {wallTime(drill.since)}. Work goes on.
        </p>
      )}
      {result.state === 'failed' && (
        <p className="copies-failing" role="alert">
          <strong>▲ It could not be restored:</strong> {result.because}
        </p>
      )}
      {result.state === 'done' && (
        <>
          <p className="copies-good">
            ✓ It opened, and all of it was verified
            {result.asMade ? '.' : '; there is no manifest beside it.'}{' '}
            {result.newer === 0
              ? 'Nothing would be missing.'
              : `${entriesWords(result.newer)}${result.newerSince === null ? '' : ` since ${wallTime(result.newerSince)}`} would not be in force any more.`}
          </p>
          <Counts held={result.held} here={result.here} />
        </>
      )}
    </section>
  );
}

function Counts({ held, here }: { readonly held: StoreCount; readonly here: StoreCount }) {
  const now = useMinute();
  const moment = (at: string | null) =>
    at === null ? '–' : `${wallTime(at)}, ${agoWords(at, now)}`;
  const rows: readonly (readonly [string, (count: StoreCount) => string])[] = [
    ['Entries', ({ entries }) => entries.toLocaleString('en-US')],
    ['Open incidents', ({ openIncidents }) => String(openIncidents)],
    ['Newest call', ({ newestCall }) => moment(newestCall)],
    ['Reaches until', ({ reaches }) => moment(reaches)],
  ];
  return (
    <table className="copies-counts">
      <thead>
        <tr>
          <th scope="col">What it holds</th>
          <th scope="col">The copy</th>
          <th scope="col">In force</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, of]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{of(held)}</td>
            <td>{of(here)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
