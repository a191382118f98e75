import type { Share } from '#shared/statistics/share.ts';
import { percent } from './figure.tsx';
import { written } from './shares.ts';
import '../style/outcome-pictures.css';

export interface FunnelBar {
  readonly id: string;
  readonly label: string;
  readonly calls: number;
  /** How many of the step before got here; null at the first step. */
  readonly rate: Share | null;
}

/**
 * How far the calls got: a bar for every step, as high as its calls, and between two of them the share that
 * went on. The table below says the same with its intervals.
 */
export function FunnelPicture({ bars }: { readonly bars: readonly FunnelBar[] }) {
  const most = Math.max(1, ...bars.map(({ calls }) => calls));
  const tall = (calls: number) => (100 * calls) / most;
  return (
    <div className="funnel" role="img" aria-label={funnelWords(bars)}>
      {bars.map(({ id, label, calls, rate }, at) => {
        const next = bars[at + 1];
        return (
          <div key={id} className="funnel-step" data-last={next === undefined}>
            <div className="funnel-shape">
              <svg viewBox="0 0 100 100" preserveAspectRatio="none" focusable="false">
                {next !== undefined && (
                  <path
                    className="funnel-on"
                    d={`M58 ${100 - tall(calls)} L100 ${100 - tall(next.calls)} L100 100 L58 100Z`}
                  />
                )}
                <rect
                  className="funnel-bar"
                  x="0"
                  width={next === undefined ? 100 : 58}
                  y={100 - tall(calls)}
                  height={tall(calls)}
                />
              </svg>
              <b className="funnel-count" style={{ bottom: `${tall(calls)}%` }}>
                {written(calls)}
              </b>
            </div>
            <span className="funnel-label">{label}</span>
            <span className="funnel-rate">
              {rate === null ? 'all of them' : (percent(rate.value) ?? '–')}
            </span>
          </div>
        );
      })}
    </div>
  );
}

export function funnelWords(bars: readonly FunnelBar[]): string {
  const steps = bars.map(({ label, calls, rate }) =>
    rate === null || rate.value === null
      ? `${label} ${written(calls)}`
      : `${label} ${written(calls)}, ${percent(rate.value)} of the step before`,
  );
  return `Funnel: ${steps.join('; ')}.`;
}
