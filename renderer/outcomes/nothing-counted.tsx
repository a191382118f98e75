import type { Period } from '#shared/outcomes/period.ts';
import { dateWords } from '../desk/center-date.ts';
import { Keys } from '../parts/kbd.tsx';

/** A period without a call: what will stand here, and what to do meanwhile. */
export function NothingCounted({ period }: { readonly period: Period }) {
  return (
    <div className="teach">
      <p>
        <strong>
          No call was received from {dateWords(period.from)} to {dateWords(period.to)}.
        </strong>
      </p>
      <p>
        Every incident of this console is counted here once it is opened, and every call that was
        taken over from an earlier system.
      </p>
      <p>
        <Keys keys="d" /> chooses other days. Past calls are taken over with the command-line tool:
      </p>
      <p>
        <code>npm run --silent desk -- import FILE --data DIR</code>
      </p>
    </div>
  );
}
