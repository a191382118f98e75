import type { RankedResponse } from '#shared/board/incident-view.ts';
import { memo, useState } from 'react';
import { Reason } from './reasons.tsx';
import { CanGoWord, whyNot } from './who-can-go.tsx';

/** Every way to answer, in the order to try them, with why and what stands against it. */
export const Ranked = memo(function Ranked({
  ranked,
}: {
  readonly ranked: readonly RankedResponse[];
}) {
  // Closed it costs nothing: an answer to a question redraws the card, and this is read now and then.
  const [open, setOpen] = useState(false);
  if (ranked.length === 0) return null;
  return (
    <details className="ranked" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Who could answer, in order: {ranked.length}</summary>
      {open && (
        <ol>
          {ranked.map((way) => (
            <Way key={way.response} way={way} />
          ))}
        </ol>
      )}
    </details>
  );
});

function Way({ way }: { readonly way: RankedResponse }) {
  return (
    <li>
      <p className="ranked-head">
        <strong>{way.label}</strong>
        <span>{way.standing === 'recommended' ? 'recommended' : 'instead'}</span>
        <CanGoWord way={way} />
      </p>
      {way.shortfalls.length > 0 && <p className="ranked-against">{whyNot(way)}</p>}
      {way.barred !== null && <p className="ranked-against">{way.barred}</p>}
      <ul className="ranked-reasons">
        {way.reasons.map((reason) => (
          <Reason key={reason.rule} reason={reason} />
        ))}
      </ul>
    </li>
  );
}
