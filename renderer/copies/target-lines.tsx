import type { TargetView } from '#shared/board/copies-view.ts';
import { wallTime } from '../desk/wall-time.ts';
import { agoWords, bytesWords, STEP_WORDS } from './copies-words.ts';
import { useMinute } from './use-copies.ts';

/** The folders copies go to, each with how it stands. */
export function TargetLines({ targets }: { readonly targets: readonly TargetView[] }) {
  const now = useMinute();
  if (targets.length === 0) return null;
  return (
    <ul className="copies-targets" aria-label="Folders copies go to">
      {targets.map((target) => (
        <li key={target.targetId} data-on={target.on}>
          <bdi className="copies-folder">{target.folder}</bdi>
          <span className="copies-state" aria-live="polite">
            {stateWords(target, now)}
          </span>
          <small>{roomWords(target)}</small>
          {target.failing !== null && (
            <p className="copies-failing" role="alert">
              <strong>
                ▲{' '}
                {target.failing.failures === 1
                  ? 'Failed'
                  : `Failed ${target.failing.failures} times`}
                :
              </strong>{' '}
              {target.failing.because} Tried again at {wallTime(target.failing.again)}.
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function stateWords({ on, making, last }: TargetView, now: number): string {
  if (making !== null) return `A copy ${STEP_WORDS[making.step]}, since ${wallTime(making.since)}`;
  if (!on) return 'off';
  return last === null ? 'no copy yet' : `last ${agoWords(last.at, now)}`;
}

function roomWords({ sameDisk, freeBytes }: TargetView): string {
  const room = freeBytes === null ? [] : [`${bytesWords(freeBytes)} free`];
  const same = sameDisk === true ? ['▲ on the disk of the store: a broken disk takes both'] : [];
  return [...room, ...same].join(' · ');
}
