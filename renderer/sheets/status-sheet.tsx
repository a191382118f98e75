import { useState } from 'react';
import type { UnitRow } from '#shared/board/board-rows.ts';
import { isUnderWay, UNIT_STATUS, type UnitStatus } from '#shared/unit/unit-status.ts';
import { useBoard } from '../desk/board-store.ts';
import { closeSheet, openSheet, selectUnit, useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { askBackUp, checkInUnit, raiseDuress } from '../safety/check-in.ts';
import { CrewDuty, useDutySwitch } from '../units/crew-duty.tsx';
import { StandingMark } from '../units/standing-mark.tsx';
import { standingOf } from '../units/unit-groups.ts';
import { Vehicle } from '../units/vehicle.tsx';
import { KeyScope } from './key-scope.tsx';
import { AlarmOver, raisedAlarm } from './alarm-over.tsx';
import { bestFirst } from './matching.ts';
import { PickList } from './pick-list.tsx';
import { Refused } from './refused.tsx';
import { CorrectStatus, StandDown, TakeOff } from './status-reasons.tsx';
import { CREW_KEYS, statusKey, UNIT_SHEET_KEYS } from './unit-sheet-keys.ts';
import { UnitPlace } from './unit-place.tsx';
import { useCommand } from './use-command.ts';

/** Status of the selected unit; without one, the list to choose from. */
export function StatusSheet() {
  const unitId = useDesk((desk) => desk.selectedUnit);
  const unit = useBoard((board) => (unitId === null ? undefined : board.units.get(unitId)));
  return unit === undefined ? <ChooseUnit /> : <StatusOf key={unit.unitId} unit={unit} />;
}

/** The same, straight at what it really is. */
export function CorrectSheet() {
  const unitId = useDesk((desk) => desk.selectedUnit);
  const unit = useBoard((board) => (unitId === null ? undefined : board.units.get(unitId)));
  return unit === undefined ? (
    <ChooseUnit />
  ) : (
    <CorrectStatus key={unit.unitId} unit={unit} onBack={() => openSheet('status')} />
  );
}

type Doing = 'report' | 'correct' | 'stand-down' | 'take-off' | 'where' | 'over';

function StatusOf({ unit }: { readonly unit: UnitRow }) {
  const [doing, setDoing] = useState<Doing>('report');
  const back = () => setDoing('report');
  const alarm = raisedAlarm(unit);
  switch (doing) {
    case 'correct':
      return <CorrectStatus unit={unit} onBack={back} />;
    case 'stand-down':
      return <StandDown unit={unit} onBack={back} />;
    case 'take-off':
      return <TakeOff unit={unit} onBack={back} />;
    case 'where':
      return <UnitPlace unit={unit} onBack={back} />;
    case 'over':
      // Somebody else may have ended it meanwhile.
      if (alarm !== null) return <AlarmOver unit={unit} alarm={alarm} onBack={back} />;
      return <ReportStatus unit={unit} onDo={setDoing} />;
    case 'report':
      return <ReportStatus unit={unit} onDo={setDoing} />;
  }
}

function ReportStatus({
  unit,
  onDo,
}: {
  readonly unit: UnitRow;
  readonly onDo: (doing: Doing) => void;
}) {
  const set = useCommand('unit.set-status');
  const duty = useDutySwitch(unit);
  const now = UNIT_STATUS[unit.status];
  // A unit is assigned through its incident, so that the record knows what it goes to.
  const next = now.next.filter((status) => status !== 'assigned');

  async function change(status: UnitStatus) {
    const done = await set.give({ unitId: unit.unitId, status });
    if (done !== null) closeSheet();
  }

  const { unitId } = unit;
  const acts = {
    correct: () => onDo('correct'),
    standDown: () => onDo('stand-down'),
    takeOff: () => onDo('take-off'),
    where: () => onDo('where'),
    checkIn: () => checkInUnit(unitId),
    backUp: () => askBackUp(unitId),
    duress: () => raiseDuress(unitId),
    over: () => onDo('over'),
    another: () => selectUnit(null),
  };
  const offered: readonly (keyof typeof acts)[] = [
    ...(isUnderWay(unit.status) ? (['standDown'] as const) : []),
    ...(unit.nextNumber === null ? [] : (['takeOff'] as const)),
    'correct',
    'where',
    ...OF_PEOPLE,
    ...(raisedAlarm(unit) === null ? [] : (['over'] as const)),
    'another',
  ];
  const keys: Record<string, () => void> = {};
  if (duty.keeps)
    unit.crew.slice(0, CREW_KEYS.length).forEach((member, at) => {
      keys[CREW_KEYS[at] ?? ''] = () => duty.turn(member);
    });
  for (const act of offered) keys[UNIT_SHEET_KEYS[act]] = acts[act];
  next.forEach((status, index) => {
    const act = () => void change(status);
    keys[String(index + 1)] = act;
    keys[statusKey(status, index)] = act;
  });
  if (now.next.includes('assigned')) keys[UNIT_STATUS.assigned.key] = () => openSheet('assign');

  return (
    <KeyScope keys={keys}>
      <Sheet
        title={`${unit.unitId}: status`}
        subtitle={`${unit.team}${unit.zone && ` · ${unit.zone}`}`}
      >
        <p className="status-now">
          <StandingMark status={unit.status} standing={standingOf(unit)} />
          <strong>{now.label}</strong>
          <Elapsed since={unit.since} />
          {unit.incidentNumber !== null && <span>incident {unit.incidentNumber}</span>}
        </p>
        {unit.gap !== null && <p className="unit-gap">{unit.gap}</p>}
        <ul className="choices" aria-label="It becomes">
          {next.map((status, index) => (
            <li key={status}>
              <Button
                keys={statusKey(status, index)}
                {...(index === 0 ? { 'data-first-focus': true } : {})}
                aria-disabled={set.busy}
                onClick={() => void change(status)}
              >
                {UNIT_STATUS[status].label}
                {unit.incidentNumber !== null && !UNIT_STATUS[status].onIncident && (
                  <small> leaves incident {unit.incidentNumber}</small>
                )}
              </Button>
            </li>
          ))}
          {now.next.includes('assigned') && (
            <li>
              <Button keys={UNIT_STATUS.assigned.key} onClick={() => openSheet('assign')}>
                Assigned <small>choose for the incident in focus</small>
              </Button>
            </li>
          )}
        </ul>
        <Refused refusal={set.refusal} />
        <ActRow
          offered={offered.filter((act) => OF_STATUS.includes(act))}
          acts={acts}
          unit={unit}
        />
        <h3>Its people</h3>
        <ActRow
          offered={offered.filter((act) => OF_PEOPLE.includes(act) || act === 'over')}
          acts={acts}
          unit={unit}
        />
        <CrewDuty unit={unit} duty={duty} />
        <Vehicle unit={unit} />
        <ActRow offered={['another']} acts={acts} unit={unit} />
      </Sheet>
    </KeyScope>
  );
}

type Act = keyof typeof UNIT_SHEET_KEYS;
const OF_STATUS: readonly Act[] = ['standDown', 'takeOff', 'correct', 'where'];
const OF_PEOPLE: readonly Act[] = ['checkIn', 'backUp', 'duress'];

function ActRow({
  offered,
  acts,
  unit,
}: {
  readonly offered: readonly Act[];
  readonly acts: Readonly<Record<Act, () => void>>;
  readonly unit: UnitRow;
}) {
  return (
    <div className="button-row">
      {offered.map((act) => (
        <Button
          key={act}
          tone={act === 'duress' || act === 'standDown' ? 'plain' : 'quiet'}
          keys={UNIT_SHEET_KEYS[act]}
          onClick={acts[act]}
        >
          {sayAct(act, unit)}
        </Button>
      ))}
    </div>
  );
}

function sayAct(act: Act, { nextNumber }: UnitRow): string {
  switch (act) {
    case 'correct':
      return 'Correct a wrong status…';
    case 'standDown':
      return 'Stand down';
    case 'takeOff':
      return `Take off ${nextNumber ?? 'the stack'}…`;
    case 'checkIn':
      return 'Heard: check-in';
    case 'backUp':
      return 'Asks for back-up';
    case 'duress':
      return 'Duress';
    case 'where':
      return 'Where it is…';
    case 'over':
      return 'The alarm is over…';
    case 'another':
      return 'Another unit';
  }
}

function ChooseUnit() {
  const [typed, setTyped] = useState('');
  const units = useBoard((board) => board.units);
  const here = useBoard((board) => board.focus?.incidentId ?? null);
  const onIt = (unit: UnitRow) => here !== null && unit.incidentId === here;
  const picks = bestFirst(
    typed,
    [...units.values()]
      .sort((a, b) => Number(onIt(b)) - Number(onIt(a)))
      .map((unit) => ({
        id: unit.unitId,
        title: unit.unitId,
        aside: unit.team,
        also: `${unit.team} ${UNIT_STATUS[unit.status].label}`,
        detail: UNIT_STATUS[unit.status].label,
        section: onIt(unit) ? 'On this incident' : 'Others',
        mark: <StandingMark status={unit.status} standing={standingOf(unit)} />,
      })),
  );
  return (
    <Sheet title="Status of a unit">
      <PickList
        label="Which unit"
        hint="Type its call sign; Enter takes the marked one."
        picks={picks}
        text={typed}
        onText={setTyped}
        onPick={({ id }) => selectUnit(id)}
        empty={units.size === 0 ? 'No units on the board yet.' : `No unit matches “${typed}”.`}
      />
    </Sheet>
  );
}
