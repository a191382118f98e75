import { isPassing, type Trouble } from '#shared/trouble/trouble.ts';
import { useTroubles } from '../desk/troubles.ts';
import { wallTime } from '../desk/wall-time.ts';
import '../style/trouble.css';

/**
 * Above every screen, veiled, locked or signed off: what is wrong with this computer, until it is over. The worst
 * stands first and says everything; the others say what to do.
 */
export function TroubleBanners() {
  const troubles = useTroubles();
  if (troubles.length === 0) return null;
  return (
    // More than a third of a small window scrolls, so that the queue and police/EMS now stay in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="troubles" aria-label="What is wrong with this computer" tabIndex={0}>
      {troubles.map((trouble, at) => (
        <Banner
          key={trouble.kind}
          trouble={trouble}
          whole={at === 0}
          // What does not fit is below: it is there all the same.
          place={troubles.length > 1 ? `${at + 1} of ${troubles.length}, ` : ''}
        />
      ))}
    </section>
  );
}

function Banner({
  trouble,
  whole,
  place,
}: {
  readonly trouble: Trouble;
  readonly whole: boolean;
  readonly place: string;
}) {
  const { since, what, because, next } = trouble;
  const passing = isPassing(trouble);
  return (
    <div className="trouble" data-passing={passing} role="alert">
      <strong>{passing ? what : `▲ ${what}`}</strong>{' '}
      <p>
        {whole && `${because} `}
        <b>Now:</b> {next}
      </p>{' '}
      <small>
        {place === '' ? 'Since' : `${place}since`} <time dateTime={since}>{wallTime(since)}</time>
      </small>
    </div>
  );
}
