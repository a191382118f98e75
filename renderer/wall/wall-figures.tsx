import type { ReactNode } from 'react';
import type { WallBoard } from '#shared/board/wall-board.ts';
import { useTime } from '../desk/clock.ts';
import { urgencyOf, writtenAge, type Urgency } from '../parts/age.ts';
import { LevelBadge } from '../parts/level-badge.tsx';
import { byLevel, latePromises } from './wall-picture.ts';

export function WallFigures({ board }: { readonly board: WallBoard }) {
  const late = useTime((now) => latePromises(board.incidents, now));
  return (
    <dl className="wall-figures">
      <Waiting waiting={board.waiting} />
      <Figure label="Promises late" urgency={late > 0 ? 'alert' : 'calm'}>
        {late}
      </Figure>
      {byLevel(board.incidents).map(({ level, count, oldest }) => (
        <div key={level} data-none={count === 0}>
          <dt>
            <LevelBadge level={level} />
            {oldest !== null && <Oldest since={oldest} />}
          </dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}

function Oldest({ since }: { readonly since: string }) {
  const start = Date.parse(since);
  const age = useTime((now) => writtenAge(now - start));
  return (
    <small>
      <span className="spoken">oldest </span>
      {age}
    </small>
  );
}

function Waiting({ waiting }: { readonly waiting: WallBoard['waiting'] }) {
  const { calls, since, promiseSeconds } = waiting;
  const start = since === null ? null : Date.parse(since);
  const longest = useTime((now) => (start === null ? '–' : writtenAge(now - start)));
  const urgency = useTime((now): Urgency => {
    if (since === null || start === null) return 'calm';
    return urgencyOf(
      { from: since, until: new Date(start + promiseSeconds * 1000).toISOString() },
      now,
    );
  });
  return (
    <>
      <Figure label="Calls waiting" urgency={urgency}>
        {calls}
      </Figure>
      <Figure label="Longest" urgency={urgency}>
        {longest}
      </Figure>
    </>
  );
}

function Figure({
  label,
  urgency,
  children,
}: {
  readonly label: string;
  readonly urgency: Urgency;
  readonly children: ReactNode;
}) {
  return (
    <div data-urgency={urgency}>
      <dt>{label}</dt>
      <dd>
        {urgency === 'alert' && <span aria-hidden="true">▲ </span>}
        {children}
        {urgency === 'alert' && <span className="spoken"> late</span>}
      </dd>
    </div>
  );
}
