import { useState } from 'react';
import type { UnitRow } from '#shared/board/board-rows.ts';
import { UNIT_STATUS, type UnitStatus } from '#shared/unit/unit-status.ts';
import { closeSheet, say } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { KeyScope } from './key-scope.tsx';
import { ReasonForm } from './reason-form.tsx';
import { STATUS_KEYS } from './unit-sheet-keys.ts';
import { useCommand } from './use-command.ts';

interface AboutUnit {
  readonly unit: UnitRow;
  readonly onBack: () => void;
}

function now({ status, incidentNumber }: UnitRow): string {
  const { label } = UNIT_STATUS[status];
  return incidentNumber === null ? label : `${label}, incident ${incidentNumber}`;
}

/** Puts a wrong status right: any of them, with what was wrong. The wrong entry stays on the record. */
export function CorrectStatus({ unit, onBack }: AboutUnit) {
  const [to, setTo] = useState<UnitStatus | null>(null);
  const others = STATUS_KEYS.filter(([status]) => status !== unit.status);
  const keys = Object.fromEntries(others.map(([status, key]) => [key, () => setTo(status)]));
  return (
    <KeyScope keys={to === null ? keys : {}}>
      <Sheet title={`${unit.unitId}: correct a wrong status`} subtitle={`Now: ${now(unit)}`}>
        <p>The wrong entry stays on the record; the correction is added to it.</p>
        {to === null ? (
          <ul className="choices" aria-label="What it really is">
            {others.map(([status, key], at) => (
              <li key={status}>
                <Button
                  keys={key}
                  {...(at === 0 ? { 'data-first-focus': true } : {})}
                  onClick={() => setTo(status)}
                >
                  {UNIT_STATUS[status].label}
                </Button>
              </li>
            ))}
          </ul>
        ) : (
          <CorrectTo unit={unit} to={to} onAnother={() => setTo(null)} />
        )}
        <Button tone="quiet" onClick={onBack}>
          Back to the status
        </Button>
      </Sheet>
    </KeyScope>
  );
}

function CorrectTo({
  unit,
  to,
  onAnother,
}: {
  readonly unit: UnitRow;
  readonly to: UnitStatus;
  readonly onAnother: () => void;
}) {
  const form = { subject: `unit/${unit.unitId}`, form: 'correct' };
  const correct = useCommand('unit.correct-status', form);
  const wanted = UNIT_STATUS[to].label.toLowerCase();

  async function give(reason: string) {
    const { unitId } = unit;
    if ((await correct.give({ unitId, status: to, reason })) === null) return;
    say({ tone: 'done', text: `Corrected: ${unitId} is ${wanted}.`, cause: null });
    closeSheet();
  }

  return (
    <ReasonForm
      form={form}
      label={`${unit.unitId} is ${wanted}. What was wrong`}
      refusal={correct.refusal}
      busy={correct.busy}
      does={`Correct to ${wanted}`}
      back="Another status"
      onReason={(reason) => void give(reason)}
      onBack={onAnother}
    />
  );
}

/** Tells a unit that is not there yet not to come. The reason may be left out: nothing may delay it. */
export function StandDown({ unit, onBack }: AboutUnit) {
  const form = { subject: `unit/${unit.unitId}`, form: 'stand-down' };
  const standDown = useCommand('unit.stand-down', form);

  async function give(reason: string) {
    const { unitId } = unit;
    const why = reason.trim();
    if ((await standDown.give({ unitId, reason: why === '' ? null : why })) === null) return;
    say({ tone: 'done', text: `${unitId} is stood down. Tell the crew by radio.`, cause: null });
    closeSheet();
  }

  return (
    <Sheet title={`${unit.unitId}: stand down`} subtitle={`Now: ${now(unit)}`}>
      <ReasonForm
        form={form}
        label="Why (may be left out)"
        hint="The incident keeps its place, and asks for a unit again when nobody else is on it."
        refusal={standDown.refusal}
        busy={standDown.busy}
        does={`Stand ${unit.unitId} down`}
        back="Back to the status"
        onReason={(reason) => void give(reason)}
        onBack={onBack}
      />
    </Sheet>
  );
}

/** A stacked unit does not come to its second incident after all, and that one is told. */
export function TakeOff({ unit, onBack }: AboutUnit) {
  const form = { subject: `unit/${unit.unitId}`, form: 'unstack' };
  const takeOff = useCommand('unit.unstack', form);
  const { unitId, nextNumber } = unit;

  async function give(reason: string) {
    if ((await takeOff.give({ unitId, reason })) === null) return;
    say({ tone: 'done', text: `${unitId} does not come to ${nextNumber ?? 'it'}.`, cause: null });
    closeSheet();
  }

  return (
    <Sheet
      title={`${unitId}: take off ${nextNumber ?? 'the stack'}`}
      subtitle={`Now: ${now(unit)}`}
    >
      <ReasonForm
        form={form}
        label={`Why ${unitId} does not come`}
        hint={`Incident ${nextNumber ?? ''} is told and asks for another unit.`}
        refusal={takeOff.refusal}
        busy={takeOff.busy}
        does={`Take ${unitId} off ${nextNumber}`}
        back="Back to the status"
        onReason={(reason) => void give(reason)}
        onBack={onBack}
      />
    </Sheet>
  );
}
