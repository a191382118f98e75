import { useBoard } from '../desk/board-store.ts';
import { useTime } from '../desk/clock.ts';
import { useDesk } from '../desk/desk-store.ts';
import { wallDateTime } from '../desk/wall-date.ts';

/** Which policy decides now and which one comes next. The board says it; before it is here, the greeting. */
export function PolicyInForce() {
  const greeted = useDesk((desk) => desk.hello?.policyVersion ?? 'none');
  const version = useBoard((board) => board.policy?.version ?? null);
  const next = useBoard((board) => board.policy?.next ?? null);
  const from = useTime((now) => (next === null ? '' : wallDateTime(next.effectiveFrom, now)));
  return (
    <p className="policy-in-force">
      Policy <strong>{version ?? greeted}</strong>
      {next !== null && (
        <span>
          {next.version} from <time dateTime={next.effectiveFrom}>{from}</time>
        </span>
      )}
    </p>
  );
}
