import { memo } from 'react';
import type { OverrideRate, OverrideReview } from '#shared/board/override-review.ts';
import { DIRECTION_WORDS, DIRECTIONS } from './directions.ts';
import { overridesOf, percentOf, RateBar } from './rate-bar.tsx';
import '../style/override-rates.css';

/** Fewer decisions than this make a share that one more call would turn around. */
const FEW = 10;

/** How often something else than the recommendation was decided: in all, and for each call type. */
export const Rates = memo(function Rates({ review }: { readonly review: OverrideReview }) {
  return (
    <section className="rates" aria-label="Rates by call type">
      <Overall review={review} />
      {/* Without a stop for the Tab key nobody could scroll it without a mouse. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="rates-scroll" tabIndex={0} aria-label="Table of rates by call type">
        <table>
          <caption className="spoken">
            Decisions that were not the recommended one, by call type, most decisions first
          </caption>
          <thead>
            <tr>
              <th scope="col">Call type</th>
              <th scope="col">Overridden</th>
              {DIRECTIONS.map((direction) => (
                <th key={direction} scope="col" className="rate-count">
                  <span aria-hidden="true">{DIRECTION_WORDS[direction].sign}</span>{' '}
                  {DIRECTION_WORDS[direction].word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {review.rates.map((rate) => (
              <RateRow key={rate.callType ?? ''} rate={rate} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
});

function Overall({ review }: { readonly review: OverrideReview }) {
  const overridden = overridesOf(review);
  return (
    <div className="overall">
      <p className="overall-says">
        <strong>{percentOf(overridden, review.decisions) ?? 0} %</strong> overridden:{' '}
        {written(overridden)} of {written(review.decisions)}{' '}
        {review.decisions === 1 ? 'decision' : 'decisions'}
      </p>
      <RateBar rate={review} />
      <ul>
        {DIRECTIONS.map((direction) => (
          <li key={direction}>
            <span className="rate-key" data-direction={direction} aria-hidden="true" />
            <span aria-hidden="true">{DIRECTION_WORDS[direction].sign}</span>{' '}
            <strong>{written(review[direction])}</strong> {DIRECTION_WORDS[direction].word}:{' '}
            {DIRECTION_WORDS[direction].means}
          </li>
        ))}
      </ul>
    </div>
  );
}

function RateRow({ rate }: { readonly rate: OverrideRate }) {
  const overridden = overridesOf(rate);
  return (
    <tr>
      <th scope="row">{rate.label}</th>
      <td className="rate-share">
        <span className="rate-figures">
          <b>{percentOf(overridden, rate.decisions) ?? 0} %</b>
          <span>
            {written(overridden)} of {written(rate.decisions)}
            {rate.decisions < FEW && <em>few</em>}
          </span>
        </span>
        <RateBar rate={rate} />
      </td>
      {DIRECTIONS.map((direction) => (
        <td key={direction} className="rate-count">
          {rate[direction] === 0 ? '–' : written(rate[direction])}
        </td>
      ))}
    </tr>
  );
}

function written(count: number): string {
  return count.toLocaleString('en-US');
}
