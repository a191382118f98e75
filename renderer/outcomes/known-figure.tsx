import { SHARE_FIGURES, type ShareFigure as FigureId } from '#shared/outcomes/figure-catalogue.ts';
import type { KnownShare } from '#shared/outcomes/outcome-figures.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { ShareFigure } from './figure.tsx';
import { showCalls } from './show-calls.ts';

/** One of the figures of the catalogue, with its own words and its calls. */
export function KnownFigure({
  figure,
  share,
  period,
}: {
  readonly figure: FigureId;
  readonly share: KnownShare;
  readonly period: Period;
}) {
  const { label, of, means } = SHARE_FIGURES[figure];
  return (
    <ShareFigure
      label={label}
      what={of}
      means={means}
      share={share}
      notKnown={share.unknown}
      onCalls={
        share.numerator === 0
          ? undefined
          : () =>
              showCalls({ title: label, ask: { period, figure, side: 'numerator', cell: null } })
      }
    />
  );
}
