import type { RepeatFigures } from '#shared/outcomes/repeat-figures.ts';
import { Keys } from '../parts/kbd.tsx';
import { written } from './shares.ts';

/** What to do so that there is something to follow. */
export function TeachLinking({
  figures: { callers, launch },
}: {
  readonly figures: RepeatFigures;
}) {
  return (
    <div className="repeat-teach">
      {callers.unknownCalls > 0 && (
        <p>
          {written(callers.unknownCalls)} calls about mental health or substance use in these days
          are of nobody known.
        </p>
      )}
      <p>
        <Keys keys="Shift+K" /> <span className="spoken">Shift K</span> on a call or an incident
        says whose it is: only what somebody confirmed counts.
      </p>
      <p>
        Past calls bring it along when their export has a column for the person, named in the
        mapping file: <code>npm run --silent desk -- import FILE --map MAP --data DIR</code>
      </p>
      {launch === null && (
        <p>
          The comparison begins with the first call a team, a clinician or a partner served, and
          needs 90 days on record before it and after it.
        </p>
      )}
    </div>
  );
}
