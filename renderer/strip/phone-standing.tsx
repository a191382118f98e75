import {
  callsOf,
  standingWords,
  useCapacity,
  useFreeForPhone,
} from '../clinician/offered-to-me.ts';
import { useBoard } from '../desk/board-store.ts';
import { openSheet, useDesk } from '../desk/desk-store.ts';
import { wallTime } from '../desk/wall-time.ts';

/** How many clinicians could take a call now; for everybody but the clinicians, who see their own standing. */
export function FreeForPhone() {
  const { free, present } = useFreeForPhone();
  return (
    <>
      {free} <small>of {present}</small>
      {free === 0 && <small className="late"> ◆ nobody</small>}
    </>
  );
}

/** What this clinician says of themselves, and the way to say otherwise. */
export function MyStanding() {
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  const mine = useBoard((board) => board.clinicians.find(({ operatorId }) => operatorId === me));
  const calls = useBoard((board) => (me === null ? 0 : callsOf(board, me)));
  const capacity = useCapacity();
  if (mine === undefined) return null;
  const { availability, until, reason } = mine;
  const more =
    until !== null
      ? `ready at ${wallTime(until)}`
      : availability === 'ready'
        ? `${calls} of ${capacity} calls`
        : (reason ?? 'no calls are offered');
  return (
    <button
      type="button"
      className="strip-standing"
      data-availability={availability}
      aria-keyshortcuts="h"
      onClick={() => openSheet('availability')}
    >
      <span>
        <span className="standing-sign" aria-hidden="true" />
        {standingWords(mine, calls)}
      </span>
      <small>{more}</small>
    </button>
  );
}
