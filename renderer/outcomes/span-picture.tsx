import { isBeyond, placeOn, type Axis } from './axis.ts';
import '../style/outcome-pictures.css';

/** A line across all rows: a standard, “no difference”, the point below which somebody looks closer. */
export interface AxisMark {
  readonly at: number;
  readonly kind: 'standard' | 'even' | 'flag';
}

/**
 * One row of a picture in a table: a dot with its interval on an axis the whole table shares. The cell
 * beside it says the same in numbers, so it is nothing to a screen reader.
 */
export function SpanPicture({
  axis,
  marks = [],
  dots,
  low = null,
  high = null,
}: {
  readonly axis: Axis;
  readonly marks?: readonly AxisMark[];
  readonly dots: readonly { readonly at: number; readonly kind: 'value' | 'p90' }[];
  readonly low?: number | null;
  readonly high?: number | null;
}) {
  const x = (value: number) => `${placeOn(axis, value)}%`;
  return (
    <svg className="span" aria-hidden="true" focusable="false">
      <line className="span-ground" x1="0" x2="100%" y1="50%" y2="50%" />
      {marks.map(({ at, kind }) => (
        <line
          key={`${kind} ${at}`}
          className="span-mark"
          data-kind={kind}
          x1={x(at)}
          x2={x(at)}
          y1="0"
          y2="100%"
        />
      ))}
      {low !== null && high !== null && (
        <g className="span-whisker">
          <line x1={x(low)} x2={x(high)} y1="50%" y2="50%" />
          {/* An end without its stroke goes on beyond the picture. */}
          {!isBeyond(axis, low) && <line x1={x(low)} x2={x(low)} y1="30%" y2="70%" />}
          {!isBeyond(axis, high) && <line x1={x(high)} x2={x(high)} y1="30%" y2="70%" />}
        </g>
      )}
      {dots.map(({ at, kind }) =>
        kind === 'value' ? (
          <circle key={kind} className="span-dot" cx={x(at)} cy="50%" r="5" />
        ) : (
          // A place in percent has to be set on an element of its own: paths know no percent.
          <svg key={kind} x={x(at)} y="50%" overflow="visible">
            <path className="span-p90" d="M0 -6 6 0 0 6 -6 0Z" />
          </svg>
        ),
      )}
    </svg>
  );
}

/** The words of an axis under its marks, at the head of the column the rows stand in. */
export function AxisWords({
  axis,
  words,
}: {
  readonly axis: Axis;
  readonly words: readonly { readonly at: number; readonly text: string }[];
}) {
  return (
    <>
      <span className="spoken">Picture</span>
      <span className="axis-words" aria-hidden="true">
        {words.map(({ at, text }) => (
          <span key={text} style={{ left: `${placeOn(axis, at)}%` }}>
            {text}
          </span>
        ))}
      </span>
    </>
  );
}
