import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

/** What a plot is drawn with: the tokens of the theme that is on. */
export interface PlotInk {
  readonly font: string;
  readonly ink: string;
  readonly line: string;
  readonly token: (name: string) => string;
}

/** What a picture says of itself; the frame gives it the place and the size. */
export type PlotOf = (ink: PlotInk) => {
  readonly options: Omit<uPlot.Options, 'width' | 'height'>;
  readonly rows: uPlot.AlignedData;
};

/** Counts are read off a picture: half of one is not. */
export const WHOLE_STEPS = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000,
];

/**
 * The place of a uPlot picture. It is drawn again when the theme or what is drawn changes, and follows the
 * width it is given. `says` is what somebody hears who does not see it.
 */
export function PlotFrame({
  plot,
  says,
  height,
}: {
  /** Has to keep its identity while it draws the same. */
  readonly plot: PlotOf;
  readonly says: string;
  readonly height: number;
}) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = frame.current;
    // Without a canvas the table beside it says the same.
    if (place === null || document.createElement('canvas').getContext('2d') === null) return;
    let drawn = draw(place, plot, height);
    const again = () => {
      drawn.destroy();
      drawn = draw(place, plot, height);
    };
    // The colors are those of the theme, and a canvas does not follow it by itself.
    const theme = new MutationObserver(again);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const size = new ResizeObserver(() => drawn.setSize({ width: place.clientWidth, height }));
    size.observe(place);
    return () => {
      theme.disconnect();
      size.disconnect();
      drawn.destroy();
    };
  }, [plot, height]);
  return (
    <div
      ref={frame}
      role="img"
      aria-label={says}
      className="plot-frame"
      style={{ height, overflow: 'hidden' }}
    />
  );
}

function draw(place: HTMLElement, plot: PlotOf, height: number): uPlot {
  const style = getComputedStyle(place);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const { options, rows } = plot({
    font: `12px ${token('--family')}`,
    ink: token('--text-quiet'),
    line: token('--line'),
    token,
  });
  return new uPlot({ ...options, width: place.clientWidth, height }, rows, place);
}
