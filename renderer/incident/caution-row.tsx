import type { KnownCaution } from '#shared/board/caution-lines.ts';
import { CAUTION_LABELS } from '#shared/caution/caution.ts';
import type { ReactNode } from 'react';
import { dateWords, dayWords } from '../desk/center-date.ts';

/** One caution: its kind as word and shape, what it says, and always who said so, when, and until when. */
export function CautionRow({
  caution,
  children,
}: {
  readonly caution: KnownCaution;
  readonly children?: ReactNode;
}) {
  const { about, kind, text, source, recordedAt, recordedBy, expiresOn, expired } = caution;
  const recorded = dayWords(recordedAt);
  return (
    <li className="caution-row" data-expired={expired}>
      <p>
        <strong>
          <span aria-hidden="true">{expired ? '◇' : '◆'}</span> {CAUTION_LABELS[kind]}
          {expired && ', expired'}
        </strong>{' '}
        <span dir="auto">{text}</span>
      </p>
      <p className="caution-from">
        <span dir="auto">{about.kind === 'person' ? about.name : about.address}</span> ·{' '}
        <span dir="auto">{source}</span> · recorded {recorded} by{' '}
        <span dir="auto">{recordedBy}</span> · {expired ? 'expired after' : 'expires after'}{' '}
        {dateWords(expiresOn)}
      </p>
      {children}
    </li>
  );
}
