import type { ReactNode } from 'react';
import type { Share } from '#shared/statistics/share.ts';
import { Button } from '../parts/button.tsx';
import { written } from './shares.ts';
import '../style/figure.css';

export interface FigureProps {
  readonly label: string;
  /** As it is read: “43 %”, “12 min”. Null when there is nothing to say it from. */
  readonly value: string | null;
  /** What it is made of, “12 of 28 eligible calls”. */
  readonly of?: string | undefined;
  /** “31 % to 56 %”; null where no interval belongs to it. */
  readonly interval?: string | null | undefined;
  /** Calls the record cannot tell it of: in no numerator and in no denominator. */
  readonly notKnown?: number | undefined;
  /** One sentence that says what is counted. */
  readonly means?: string | undefined;
  /** A mark that stands out: “below 0.8”. */
  readonly flag?: string | undefined;
  /** Left out where no calls stand behind it. */
  readonly onCalls?: (() => void) | undefined;
  /** A picture of it. */
  readonly children?: ReactNode;
}

/** One figure of the outcomes: never a number without what it is made of and how sure it is. */
export function Figure(figure: FigureProps) {
  const { label, value, of, interval, notKnown, means, flag, onCalls, children } = figure;
  return (
    <section className="figure" aria-label={label} data-flagged={flag !== undefined}>
      <h4>{label}</h4>
      <p className="figure-value">
        {value ?? <span className="figure-none">no data</span>}
        {flag !== undefined && <strong className="figure-flag">{flag}</strong>}
      </p>
      {of !== undefined && <p className="figure-of">{of}</p>}
      {value !== null && interval != null && (
        <p className="figure-of">
          {interval} <span className="figure-sure">95 % interval</span>
        </p>
      )}
      {children}
      {means !== undefined && <p className="figure-means">{means}</p>}
      <div className="figure-foot">
        {notKnown !== undefined && notKnown > 0 && <span>not known: {written(notKnown)}</span>}
        {onCalls !== undefined && (
          <Button tone="quiet" aria-label={`Show the calls: ${label}`} onClick={onCalls}>
            Show the calls
          </Button>
        )}
      </div>
    </section>
  );
}

/** A figure that is a share: “43 %, 12 of 28, 95 % 26 % to 61 %”. */
export function ShareFigure({
  share,
  what,
  ...rest
}: Omit<FigureProps, 'value' | 'of' | 'interval'> & {
  readonly share: Share;
  /** What the denominator counts: “eligible calls”. */
  readonly what: string;
}) {
  return (
    <Figure
      {...rest}
      value={percent(share.value)}
      of={`${written(share.numerator)} of ${written(share.denominator)} ${what}`}
      interval={intervalOf(share)}
    />
  );
}

/** “43 %”; with one decimal where a whole percent would hide it. */
export function percent(value: number | null): string | null {
  if (value === null) return null;
  const of100 = 100 * value;
  return `${of100 > 0 && of100 < 10 ? of100.toFixed(1) : Math.round(of100)} %`;
}

export function intervalOf({ low, high }: Pick<Share, 'low' | 'high'>): string | null {
  return low === null || high === null ? null : `${percent(low)} to ${percent(high)}`;
}
