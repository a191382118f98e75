import { useMemo, useState, type FormEvent } from 'react';
import { may } from '#shared/roster/permission.ts';
import { tell } from '../desk/ask.ts';
import { useBoard } from '../desk/board-store.ts';
import { useDesk } from '../desk/desk-store.ts';
import { wallTime } from '../desk/wall-time.ts';
import { forgetForm, useTyped } from '../desk/use-typed.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { alarmsAbove, hasSeen, whereOf, type AlarmedUnit } from './alarms.ts';
import '../style/safety.css';

const WHAT = {
  duress: '▲ DURESS',
  'back-up': '▲ Back-up asked for',
  missed: '▲ No check-in',
  late: '◆ Check-in late',
} as const;

/** Above every screen, veiled or not: units that need help, until somebody says that it is over. */
export function AlarmBanners() {
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  const role = useDesk((desk) => desk.hello?.session?.role ?? null);
  const locked = useDesk((desk) => desk.hello?.locked === true);
  const units = useBoard((board) => board.units);
  const incidents = useBoard((board) => board.incidents);
  const operators = useBoard((board) => board.operators);
  const alarms = useMemo(
    () => alarmsAbove({ units }, me, role === 'supervisor'),
    [units, me, role],
  );
  const unseen = alarms.find(({ safety }) => safety.state === 'back-up' && !hasSeen(safety, me));
  useActions({
    'alarm.seen': () => (unseen === undefined ? false : acknowledge(unseen)),
  });
  const nameOf = (id: string) => operators.find((each) => each.operatorId === id)?.name ?? id;
  return (
    <div className="alarms">
      {alarms.map((unit) => (
        <Banner
          key={`${unit.unitId} ${unit.safety.state}`}
          unit={unit}
          where={whereOf({ incidents }, unit)}
          seenBy={unit.safety.acknowledged.map(nameOf)}
          seenHere={!isRaised(unit.safety.state) || hasSeen(unit.safety, me)}
          clears={!locked && role !== null && may(role, 'send-units')}
        />
      ))}
    </div>
  );
}

/** Raised by somebody, and ended by somebody with a reason; a check-in ends when the crew is heard. */
function isRaised(state: AlarmedUnit['safety']['state']): boolean {
  return state === 'duress' || state === 'back-up';
}

function acknowledge({ unitId, safety }: AlarmedUnit): void {
  const alarm = safety.state === 'duress' ? 'duress' : 'back-up';
  void tell('unit.acknowledge-alarm', { unitId, alarm });
}

function Banner({
  unit,
  where,
  seenBy,
  seenHere,
  clears,
}: {
  readonly unit: AlarmedUnit;
  readonly where: string;
  readonly seenBy: readonly string[];
  readonly seenHere: boolean;
  readonly clears: boolean;
}) {
  const [clearing, setClearing] = useState(false);
  const { unitId, safety, team } = unit;
  const { state, since } = safety;
  const what = WHAT[state === 'due' ? 'late' : state];
  return (
    <section
      className="alarm"
      data-state={state}
      data-seen={seenHere}
      aria-label={`${unitId}: ${what.slice(2)}`}
    >
      <p role={seenHere ? undefined : 'alert'}>
        <strong>
          {what} {isRaised(state) ? '' : 'from '}
          {unitId}
        </strong>{' '}
        {[team, where].filter((each) => each !== '').join(', ')}, since {wallTime(since)}.
        {state === 'missed' && ' Police back-up is recommended: p p.'}
        {state === 'late' &&
          ' Find out how they are: after the grace police back-up is recommended.'}
        {seenBy.length > 0 && <small> Seen by {seenBy.join(', ')}.</small>}
      </p>
      {!seenHere && (
        <Button keys="Ctrl+B" onClick={() => acknowledge(unit)}>
          I have seen it
        </Button>
      )}
      {seenHere && clears && isRaised(state) && !clearing && (
        <Button onClick={() => setClearing(true)}>It is over</Button>
      )}
      {clearing && <Clear unit={unit} onDone={() => setClearing(false)} />}
    </section>
  );
}

/** Nothing of this ends by itself: somebody says why it is over, and that is on the record. */
function Clear({ unit, onDone }: { readonly unit: AlarmedUnit; readonly onDone: () => void }) {
  const form = { subject: `unit/${unit.unitId}`, form: 'alarm-over' };
  const [reason, setReason] = useTyped(form, 'reason', '');
  const topic = unit.safety.state === 'duress' ? 'unit.clear-duress' : 'unit.clear-back-up';
  async function clear(event: FormEvent) {
    event.preventDefault();
    if ((await tell(topic, { unitId: unit.unitId, reason })) === null) return;
    forgetForm(form);
    onDone();
  }
  return (
    <form className="alarm-clear" onSubmit={(event) => void clear(event)}>
      <label>
        Why it is over {/* Asked for by the press just before. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <input autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <Button type="submit">Clear</Button>
      <Button tone="quiet" onClick={onDone}>
        Keep it
      </Button>
      <NoticeBeside causes={[topic]} />
    </form>
  );
}
