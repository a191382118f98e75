import type { CallRow } from '#shared/board/board-rows.ts';
import { useBoard } from '../desk/board-store.ts';
import { openSheet } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { joinTo, sayDifferent } from './join.ts';
import { LikelyNotice } from './likely-notice.tsx';
import { useLikely } from './use-likely.ts';
import { useWaiting } from './waiting-store.ts';

/** Whoever only passes through the queue asks nothing. */
const PASSING_MS = 80;

/** What a call that waits may be the same as. */
export function LikelyOfCall({ call }: { readonly call: CallRow }) {
  const { callId, number, toldApart } = call;
  const open = useBoard((board) => board.incidentOrder.length + board.callOrder.length);
  const found = useLikely({ callId }, { wait: PASSING_MS, since: `${toldApart.length} ${open}` });
  const group = useWaiting(({ groups }) => groups.find(({ leader }) => leader === callId));
  const behind = group?.members ?? [];
  const lines = found.filter((line) => behind.every((each) => each.callId !== line.callId));
  return (
    <>
      <LikelyNotice
        lines={lines}
        onJoin={(line) => void joinTo(callId, number, line)}
        onDifferent={(line) => void sayDifferent(callId, line)}
        onAll={() => openSheet('duplicates')}
      >
        {behind.length > 0 && (
          <p>
            <strong>
              {behind.length === 1 ? 'Another call waits' : `${behind.length} more calls wait`} that{' '}
              {behind.length === 1 ? 'is' : 'are'} likely the same:
            </strong>{' '}
            <span dir="auto">{behind[0]?.reasons.join(', ')}.</span>{' '}
            <Button tone="quiet" keys="Shift+J" onClick={() => openSheet('duplicates')}>
              Join {behind.length === 1 ? 'both' : 'them'}
            </Button>
          </p>
        )}
      </LikelyNotice>
      <NoticeBeside causes={['call.join', 'duplicate.say-different']} />
    </>
  );
}
