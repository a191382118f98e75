import { useState } from 'react';
import type { UnitRow } from '#shared/board/board-rows.ts';
import { isUnderWay, UNIT_STATUS, type UnitStatus } from '#shared/unit/unit-status.ts';
import { useBoard } from '../desk/board-store.ts';
import { closeSheet, openSheet, selectUnit, useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { CrewDuty } from '../units/crew-duty.tsx';
import { StandingMark } from '../units/standing-mark.tsx';
import { standingOf } from '../units/unit-groups.ts';
import { KeyScope } from './key-scope.tsx';
import { bestFirst } from './matching.ts';
import { PickList } from './pick-list.tsx';
import { Refused } from './refused.tsx';
import { CorrectStatus, StandDown } from './status-reasons.tsx';
import { useCommand } from './use-command.ts';

/** Status of the selected unit; without one, the list to choose from. */
export function StatusSheet() {
  const unitId = useDesk((desk) => desk.selectedUnit);
  const unit = useBoard((board) => (unitId === null ? undefined : board.units.get(unitId)));
  return unit === undefined ? <ChooseUnit /> : <StatusOf key={unit.unitId} unit={unit} />;
}

/** Letters the keymap keeps for itself everywhere: such a status has its digit only. */
const KEPT = ['p'];

type Doing = 'report' | 'correct' | 'stand-down';

function StatusOf({ unit }: { readonly unit: UnitRow }) {
  const [doing, setDoing] = useState<Doing>('report');
  const back = () => setDoing('report');
  switch (doing) {
    case 'correct':
      return <CorrectStatus unit={unit} onBack={back} />;
    case 'stand-down':
      return <StandDown unit={unit} onBack={back} />;
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
  const now = UNIT_STATUS[unit.status];
  // A unit is assigned through its incident, so that the record knows what it goes to.
  const next = now.next.filter((status) => status !== 'assigned');

  async function change(status: UnitStatus) {
    const done = await set.give({ unitId: unit.unitId, status });
    if (done !== null) closeSheet();
  }

  const correct = () => onDo('correct');
  const standDown = () => onDo('stand-down');
  const keys: Record<string, () => void> = { b: () => selectUnit(null), r: correct };
  if (isUnderWay(unit.status)) keys['n'] = standDown;
  next.forEach((status, index) => {
    const act = () => void change(status);
    keys[String(index + 1)] = act;
    if (!KEPT.includes(UNIT_STATUS[status].key)) keys[UNIT_STATUS[status].key] = act;
  });
  if (now.next.includes('assigned')) keys['g'] = () => openSheet('assign');

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
                keys={keyOf(status, index)}
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
              <Button keys="g" onClick={() => openSheet('assign')}>
                Assigned <small>choose for the incident in focus</small>
              </Button>
            </li>
          )}
        </ul>
        <Refused refusal={set.refusal} />
        <div className="button-row">
          {isUnderWay(unit.status) && (
            <Button keys="n" onClick={standDown}>
              Stand down
            </Button>
          )}
          <Button tone="quiet" keys="r" onClick={correct}>
            Correct a wrong status…
          </Button>
        </div>
        <CrewDuty unit={unit} />
        <Button tone="quiet" keys="b" onClick={() => selectUnit(null)}>
          Another unit
        </Button>
      </Sheet>
    </KeyScope>
  );
}

function keyOf(status: UnitStatus, index: number): string {
  const { key } = UNIT_STATUS[status];
  return KEPT.includes(key) ? String(index + 1) : key;
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
