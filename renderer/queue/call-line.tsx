import { memo } from 'react';
import { answerBy } from '#shared/call/call.ts';
import { useBoard } from '../desk/board-store.ts';
import { SenderMark } from '../delivery/sender-mark.tsx';
import { select, useDesk } from '../desk/desk-store.ts';
import { answerCall } from '../keys/command-line-run.ts';
import { Elapsed } from '../parts/elapsed.tsx';
import { AskingMark } from './asking-mark.tsx';
import { callTypeLabel } from './call-type-label.ts';

const ANSWER_SECONDS = 15;

interface Props {
  readonly callId: string;
  readonly position: number;
  readonly total: number;
  readonly selected: boolean;
}

/** A call that rings. Takes an id, so that a patch redraws only the rows it touched. */
export const CallLine = memo(function CallLine({ callId, position, total, selected }: Props) {
  const row = useBoard((board) => board.calls.get(callId));
  const policy = useDesk((desk) => desk.policy);
  if (row === undefined) return null;
  const seconds = policy?.promises.answerSeconds ?? ANSWER_SECONDS;
  const until = answerBy(row.receivedAt, seconds);
  const promise = { from: row.receivedAt, until, what: `answer within ${seconds} s` };
  return (
    // The list around it holds the keyboard; a row only answers the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="option"
      id={`queue-${callId}`}
      className="line"
      data-kind="call"
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
        <span className="line-type">{callTypeLabel(policy, row.callType)}</span>
        <Elapsed since={row.receivedAt} promise={promise} />
      </div>
      <div className="line-last">
        <div className="line-place" dir="auto">
          {row.address === '' ? 'Location unknown' : row.address}
        </div>
        {row.sender !== null && <SenderMark sender={row.sender} />}
        {row.nomination !== null && <AskingMark asking="nominated" />}
      </div>
      <div className="line-why" dir="auto">
        {row.words === '' ? (row.ani ?? 'No callback number') : `“${row.words}”`}
      </div>
    </div>
  );
});
