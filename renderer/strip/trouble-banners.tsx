import { isPassing } from '#shared/trouble/trouble.ts';
import { useTroubles } from '../desk/troubles.ts';
import { wallTime } from '../desk/wall-time.ts';
import '../style/trouble.css';

/** Above every screen, veiled or not: what is wrong with this computer, until it is over. */
export function TroubleBanners() {
  return useTroubles().map(({ kind, since, what, because }) => (
    <div key={kind} className="trouble" data-passing={isPassing({ kind })} role="alert">
      <p>
        <strong>{isPassing({ kind }) ? what : `▲ ${what}`}</strong> {because}{' '}
        <small>
          Since <time dateTime={since}>{wallTime(since)}</time>
        </small>
      </p>
    </div>
  ));
}
