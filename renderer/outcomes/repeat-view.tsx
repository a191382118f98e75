import type { Period } from '#shared/outcomes/period.ts';
import type { Study } from '#shared/outcomes/repeat-comparison.ts';
import type { RepeatFigures } from '#shared/outcomes/repeat-figures.ts';
import { sayReading } from '#shared/outcomes/say-repeat.ts';
import { MissingList } from './missing-list.tsx';
import { NextCallCurves } from './next-call-curves.tsx';
import { OtherWays } from './other-ways.tsx';
import { RepeatCallersPart } from './repeat-callers-part.tsx';
import { RepeatLines } from './repeat-lines.tsx';
import { TeachLinking } from './teach-linking.tsx';
import { useRepeatFigures } from './use-repeat-figures.ts';
import { WhyNoBeforeAfter } from './why-no-before-after.tsx';
import { written } from './shares.ts';
import '../style/repeat.css';

/** Whether calls from an individual are falling: the answer in a sentence, then what it rests on. */
export function RepeatView({ period }: { readonly period: Period }) {
  const { figures, refused } = useRepeatFigures(period);
  if (refused !== null) return <p role="alert">{refused}</p>;
  if (figures === null) return <p className="repeat-waits">Following the calls…</p>;
  const { study, waiting, callers, says } = figures;
  return (
    <div className="repeat">
      <section className="repeat-answer" aria-labelledby="repeat-says">
        <div>
          <h3 id="repeat-says">{says}</h3>
          {study !== null && <Reading study={study} />}
          {study === null && <TeachLinking figures={figures} />}
        </div>
        {study !== null && <WhoIsCompared study={study} figures={figures} />}
      </section>
      <div className="repeat-pictures">
        {study?.comparison.enough === true && (
          <RepeatLines comparison={study.comparison} windowDays={figures.windowDays} />
        )}
        {waiting !== null && <NextCallCurves waiting={waiting} />}
        <OtherWays figures={figures} />
        <WhyNoBeforeAfter />
      </div>
      <RepeatCallersPart callers={callers} period={period} />
    </div>
  );
}

function Reading({ study: { comparison, counts } }: { readonly study: Study }) {
  if (!comparison.enough) return <MissingList missing={comparison.missing} />;
  return sayReading(comparison, counts).map((sentence) => <p key={sentence}>{sentence}</p>);
}

function WhoIsCompared({
  study: { counts },
  figures: { launch, windowDays },
}: {
  readonly study: Study;
  readonly figures: RepeatFigures;
}) {
  const { earlier, otherwise, tooRecent } = counts.leftOut;
  const leftOut = [
    [earlier, 'whose first eligible call was too early'],
    [tooRecent, `whose ${windowDays} days after it are not over`],
    [otherwise, 'whom a team did not meet, or for whom somebody decided otherwise'],
  ] as const;
  return (
    <section className="repeat-who" aria-labelledby="repeat-who">
      <h4 id="repeat-who">Who is compared</h4>
      <ul>
        <li>
          {people(counts.served)} <b>served</b>, and {people(counts.unserved)} who were eligible and{' '}
          <b>no team could come to</b>: outside its hours or area, none free, too long.
        </li>
        <li>
          Each by the first eligible call since the launch on {launch}, {windowDays} days before and
          after it. Calls of the first four weeks choose nobody.
        </li>
        {leftOut.map(
          ([count, who]) =>
            count > 0 && (
              <li key={who}>
                In neither group: {people(count)} {who}.
              </li>
            ),
        )}
        <li>
          The first day chosen above does not count here: who may choose the days may choose them
          until they show something.
        </li>
      </ul>
    </section>
  );
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${written(count)} people`;
}
