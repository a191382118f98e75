import { FIELDS } from '#shared/phone/outcome.ts';
import type { Missing } from '#shared/phone/ending.ts';

/** What Enter goes to next, in words: nothing is refused that was not said before. */
export function StillNeeded({ missing }: { readonly missing: readonly Missing[] }) {
  const [first, ...others] = missing;
  if (first === undefined) return null;
  const also = others.map(({ field }) => FIELDS[field].toLowerCase());
  return (
    <p className="still-needed" role="status">
      <strong>{first.because}</strong>
      {also.length > 0 && ` Then: ${also.join(', ')}.`}
    </p>
  );
}
