import { MarkedWords } from '../call-type/marked-words.tsx';
import { sayUnplaced } from '#shared/location/unplaced.ts';
import { useBoard } from '../desk/board-store.ts';
import { useDesk } from '../desk/desk-store.ts';
import { useActions } from '../keys/actions.ts';
import { answerCall } from '../keys/command-line-run.ts';
import { Button } from '../parts/button.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { LikelyOfCall } from '../duplicate/likely-of-call.tsx';
import { CallerLocated } from './caller-located.tsx';
import { KnownHere } from './known-here.tsx';
import { NominatedCall } from './nominated-call.tsx';
import { callTypeLabel } from '../queue/call-type-label.ts';

/** A call nobody answered yet: what came with it, and the one thing to do. */
export function WaitingCall({ callId }: { readonly callId: string }) {
  const call = useBoard((board) => board.calls.get(callId));
  const policy = useDesk((desk) => desk.policy);
  useActions({ accept: () => void answerCall(callId) });
  if (call === undefined) return null;
  const area = policy?.areas.find((each) => each.id === call.areaId);
  return (
    <div className="waiting-call">
      <header className="incident-head">
        <h2>
          <span className="spoken">Call </span>
          <span className="incident-number">{call.number}</span>
        </h2>
        <p className="waiting-type">
          <span className="ringing">Ringing</span> {callTypeLabel(policy, call.callType)}
        </p>
        <Elapsed since={call.receivedAt} />
      </header>
      <NominatedCall call={call} />
      <div className="waiting-body">
        <LikelyOfCall call={call} />
        <p className="waiting-place" dir="auto">
          {call.address === '' ? sayUnplaced(call.fixes) : call.address}
          {area !== undefined && (
            <small>
              {area.name}, {area.zone} Side
            </small>
          )}
        </p>
        {call.sender?.over != null && (
          <div className="banner" data-tone="alert" role="alert">
            <p>
              <strong>
                ▲ <bdi>{call.sender.agency}</bdi> has {call.sender.over} its incident.
              </strong>{' '}
              The call waits here all the same. Answer it and ask them.
            </p>
          </div>
        )}
        <CallerLocated of={{ callId: call.callId }} since={call.fixes.at(-1)?.at ?? null} />
        <dl>
          {call.sender !== null && (
            <div>
              <dt>From</dt>
              <dd>
                <bdi>{call.sender.agency}</bdi>
              </dd>
            </div>
          )}
          <div>
            <dt>Callback</dt>
            <dd>{call.ani ?? 'No number came with the call'}</dd>
          </div>
          {call.sender?.type != null && (
            <div>
              <dt>Their type</dt>
              <dd dir="auto">
                <MarkedWords text={call.sender.type} />
              </dd>
            </div>
          )}
          {call.words !== '' && (
            <div>
              <dt>First words</dt>
              <dd dir="auto">
                <MarkedWords text={call.words} />
              </dd>
            </div>
          )}
        </dl>
        <KnownHere of={{ callId: call.callId }} since="" />
        <Button tone="primary" keys="Enter" onClick={() => void answerCall(callId)}>
          Answer
        </Button>
        <NoticeBeside causes={['call.answer']} />
      </div>
    </div>
  );
}
