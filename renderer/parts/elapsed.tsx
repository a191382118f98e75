import { useTime } from '../desk/clock.ts';
import { spokenAge, urgencyOf, writtenAge, type Urgency } from './age.ts';

export interface Promised {
  readonly from: string;
  readonly until: string;
  readonly what: string;
}

const WORDS: Readonly<Record<Urgency, string>> = { calm: '', warn: 'due', alert: 'late' };

/**
 * An age that means something: digits, a thin bar that fills toward the promise, and from three quarters
 * on a word and another shape, so that color is never the only sign.
 */
export function Elapsed({
  since,
  promise = null,
}: {
  readonly since: string;
  readonly promise?: Promised | null | undefined;
}) {
  const start = Date.parse(since);
  const text = useTime((now) => writtenAge(now - start));
  const urgency = useTime((now) => (promise === null ? 'calm' : urgencyOf(promise, now)));
  const spoken = promise === null ? '' : `, ${promise.what}: ${WORDS[urgency] || 'in time'}`;
  return (
    <span className="elapsed" data-urgency={urgency}>
      {urgency !== 'calm' && <span aria-hidden="true" className="elapsed-shape" />}
      <time dateTime={since} aria-label={`${spokenAge(text)}${spoken}`} title={promise?.what}>
        {text}
      </time>
      {urgency !== 'calm' && (
        <span className="elapsed-word" aria-hidden="true">
          {WORDS[urgency]}
        </span>
      )}
      {promise !== null && <PromiseBar promise={promise} />}
    </span>
  );
}

/** Drawn in fiftieths: it moves rarely, so a full queue does not redraw every second. */
function PromiseBar({ promise }: { readonly promise: Promised }) {
  const fiftieths = useTime((now) => Math.round(filled(promise, now) * 50));
  return (
    <span className="elapsed-bar" aria-hidden="true">
      <span style={{ transform: `scaleX(${fiftieths / 50})` }} />
    </span>
  );
}

function filled(promise: Promised, now: number): number {
  const from = Date.parse(promise.from);
  const span = Math.max(1, Date.parse(promise.until) - from);
  return Math.min(1, Math.max(0, (now - from) / span));
}
