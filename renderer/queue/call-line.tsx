import { memo } from 'react';
import { FlagMark } from '../call-type/flag-mark.tsx';
import { flagOfCall } from '../call-type/flag-of-call.ts';
import { sayUnplaced } from '#shared/location/unplaced.ts';
import { useBoard } from '../desk/board-store.ts';
import { SenderMark } from '../delivery/sender-mark.tsx';
import { select, useDesk } from '../desk/desk-store.ts';
import { openGroup, useWaiting } from '../duplicate/waiting-store.ts';
import { answerCall } from '../keys/command-line-run.ts';
import { Elapsed } from '../parts/elapsed.tsx';
import { answerPromise } from './answer-promise.ts';
import { AskingMark } from './asking-mark.tsx';
import { callTypeLabel } from './call-type-label.ts';

interface Props {
  readonly callId: string;
  readonly position: number;
  readonly total: number;
  readonly selected: boolean;
  /** Calls that are likely the same and stand behind it, why, and whether they are shown. */
  readonly behind: number;
  readonly why: string;
  readonly shown: boolean;
  /** It is shown under the call that stands for it. */
  readonly under: boolean;
}

/** A call that rings. Takes an id, so that a patch redraws only the rows it touched. */
export const CallLine = memo(function CallLine(props: Props) {
  const { callId, position, total, selected, behind, why, shown, under } = props;
  const mark = useWaiting((waiting) => waiting.marks.get(callId));
  const row = useBoard((board) => board.calls.get(callId));
  const policy = useDesk((desk) => desk.policy);
  if (row === undefined) return null;
  const flag = flagOfCall(row, policy);
  const promise = answerPromise(row.receivedAt, policy);
  return (
    // The list around it holds the keyboard; a row only answers the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="option"
      id={`queue-${callId}`}
      className="line"
      data-kind="call"
      data-under={under}
      aria-selected={selected}
      tabIndex={-1}
      aria-posinset={position}
      aria-setsize={total}
      onClick={() => select({ kind: 'call', id: callId })}
      onDoubleClick={() => void answerCall(callId)}
    >
      <div className="line-top">
        <span className="spoken">Waiting call</span>
        <span className="number ringing">{row.number}</span>
        <span className="line-type">
          {callTypeLabel(policy, row.callType)}
          {row.sender?.type != null && (
            <small className="line-raw" dir="auto">
              {' '}
              “{row.sender.type}”
            </small>
          )}
        </span>
        <Elapsed since={row.receivedAt} promise={promise} />
      </div>
      <div className="line-last">
        <div className="line-place" dir="auto">
          {under ? `Told again: ${why}` : row.address === '' ? sayUnplaced(row.fixes) : row.address}
        </div>
        {row.sender !== null && <SenderMark sender={row.sender} />}
        {flag !== null && <FlagMark says={flag.says} />}
        {row.nomination !== null && <AskingMark asking="nominated" />}
      </div>
      <div className="line-last">
        <div className="line-why" dir="auto">
          {behind > 0 && !shown && <span className="spoken">{why}. </span>}
          {row.words === '' ? (row.ani ?? 'No callback number') : `“${row.words}”`}
        </div>
        {mark !== undefined && !under && (
          <span className="line-again">
            <span aria-hidden="true">◐</span> as {mark.number}?
          </span>
        )}
        {behind > 0 && <Behind {...{ callId, behind, shown }} />}
      </div>
    </div>
  );
});

/** How many stand behind it. The arrow keys of the list do the same. */
function Behind({ callId, behind, shown }: Pick<Props, 'callId' | 'behind' | 'shown'>) {
  return (
    // The list around it holds the keyboard.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <span
      className="line-again"
      onClick={(event) => {
        event.stopPropagation();
        openGroup(callId, !shown);
      }}
    >
      <span aria-hidden="true">{shown ? '▾' : '▸'}</span> {behind} more like it
    </span>
  );
}
