import type { Ref } from 'react';
import { select, useDesk } from '../desk/desk-store.ts';
import { Elapsed } from '../parts/elapsed.tsx';
import { LevelBadge } from '../parts/level-badge.tsx';
import { VirtualListbox } from '../parts/virtual-listbox.tsx';
import { answerPromise } from '../queue/answer-promise.ts';
import { tierOf } from '../queue/queue-order.ts';
import { moveLocked, useLockedLines, type LockedLine } from './locked-lines.ts';

const ROW = 40;

/** What is open, so that nobody has to unlock a console to send police and EMS. Nothing here says who it is about. */
export function LockedQueue({ frame }: { readonly frame: Ref<HTMLDivElement> }) {
  const lines = useLockedLines();
  const selected = useDesk((desk) => desk.selection?.id ?? null);
  const at = lines.findIndex(({ id }) => id === selected);
  const waiting = lines.filter(({ kind }) => kind === 'call').length;
  return (
    <section className="locked-queue" aria-label="What is open">
      <h2>
        {waiting === 0 ? 'No call waits' : waiting === 1 ? '1 call waits' : `${waiting} calls wait`}
        <small>{openWords(lines.length - waiting)}</small>
      </h2>
      {lines.length === 0 ? (
        <p className="locked-empty">
          Nothing is open. A call that comes in is heard, and stands here.
        </p>
      ) : (
        <div
          ref={frame}
          className="locked-frame"
          role="presentation"
          onKeyDown={(event) => {
            const by = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
            if (by === undefined) return;
            event.preventDefault();
            moveLocked(by);
          }}
        >
          <VirtualListbox
            className="locked-list"
            label={`${lines.length} calls and incidents; the arrows mark one`}
            count={lines.length}
            selected={selected}
            at={at}
            domId={(id) => `locked-${id}`}
            keyOf={(index) => lines[index]?.id ?? String(index)}
            heightOf={() => ROW}
            overscan={6}
            tall={600}
            row={(index) => {
              const line = lines[index];
              return line === undefined ? null : (
                <Line
                  line={line}
                  position={index + 1}
                  total={lines.length}
                  selected={index === at}
                />
              );
            }}
          />
        </div>
      )}
    </section>
  );
}

function openWords(incidents: number): string {
  if (incidents === 0) return 'no incident is open';
  return incidents === 1 ? '1 incident is open' : `${incidents} incidents are open`;
}

function Line({
  line,
  position,
  total,
  selected,
}: {
  readonly line: LockedLine;
  readonly position: number;
  readonly total: number;
  readonly selected: boolean;
}) {
  const { kind, id, row } = line;
  const policy = useDesk((desk) => desk.policy);
  return (
    // The list around it holds the keyboard; a row only answers the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="option"
      id={`locked-${id}`}
      className="locked-line"
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={total}
      tabIndex={-1}
      onClick={() => select({ kind, id })}
    >
      {kind === 'call' ? (
        <span className="locked-ringing" data-danger={row.danger === true}>
          {row.danger === true ? '▲ danger' : 'waiting'}
        </span>
      ) : (
        <LevelBadge level={row.level} provisional={row.provisional} />
      )}
      <span className="number">{row.number}</span>
      <span className="locked-type">{row.callType ?? 'Type not set'}</span>
      <span className="locked-area">
        {(kind === 'call' ? row.address : row.area) || 'Area unknown'}
      </span>
      <span className="locked-marks">
        {kind === 'incident' && row.ems && <strong>EMS</strong>}
        {kind === 'incident' && tierOf(row) === 0 && <strong>◆ look again</strong>}
      </span>
      {kind === 'call' ? (
        <Elapsed since={row.receivedAt} promise={answerPromise(row.receivedAt, policy)} />
      ) : (
        <Elapsed since={row.openedAt} promise={row.promise} />
      )}
    </div>
  );
}
