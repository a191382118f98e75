import { useState, type FormEvent } from 'react';
import type { UnitRow } from '#shared/board/board-rows.ts';
import { UNIT_STATUS, UNIT_STATUSES, type UnitStatus } from '#shared/unit/unit-status.ts';
import { closeSheet, say } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { bestFirst } from './matching.ts';
import { PickList } from './pick-list.tsx';
import { useCommand } from './use-command.ts';
import { useFirstFocus } from './use-first-focus.ts';

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
  const [typed, setTyped] = useState('');
  const [to, setTo] = useState<UnitStatus | null>(null);
  const picks = bestFirst(
    typed,
    UNIT_STATUSES.filter((status) => status !== unit.status).map((status) => ({
      id: status,
      title: UNIT_STATUS[status].label,
      aside: UNIT_STATUS[status].word,
      also: UNIT_STATUS[status].word,
    })),
  );
  return (
    <Sheet title={`${unit.unitId}: correct a wrong status`} subtitle={`Now: ${now(unit)}`}>
      <p>The wrong entry stays on the record; the correction is added to it.</p>
      {to === null ? (
        <PickList
          label="What it really is"
          hint="Type a status or its word; Enter takes the marked one."
          picks={picks}
          text={typed}
          onText={setTyped}
          onPick={({ id }) => setTo(id as UnitStatus)}
          empty={`No status matches “${typed}”.`}
        />
      ) : (
        <CorrectTo unit={unit} to={to} onAnother={() => setTo(null)} />
      )}
      <Button tone="quiet" onClick={onBack}>
        Back to the status
      </Button>
    </Sheet>
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
  const correct = useCommand('unit.correct-status');
  const [reason, setReason] = useState('');
  const field = useFirstFocus<HTMLInputElement>();
  const wanted = UNIT_STATUS[to].label.toLowerCase();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { unitId } = unit;
    if ((await correct.give({ unitId, status: to, reason })) === null) return;
    say({ tone: 'done', text: `Corrected: ${unitId} is ${wanted}.`, cause: null });
    closeSheet();
  }

  return (
    <form className="send-anyway" onSubmit={(event) => void submit(event)}>
      <TextField
        ref={field}
        label={`${unit.unitId} is ${wanted}. What was wrong`}
        value={reason}
        onText={setReason}
        error={correct.refusal?.because}
        maxLength={300}
      />
      <div className="button-row">
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={correct.busy}>
          Correct to {wanted}
        </Button>
        <Button tone="quiet" onClick={onAnother}>
          Another status
        </Button>
      </div>
    </form>
  );
}

/** Tells a unit that is not there yet not to come. The reason may be left out: nothing may delay it. */
export function StandDown({ unit, onBack }: AboutUnit) {
  const standDown = useCommand('unit.stand-down');
  const [reason, setReason] = useState('');
  const field = useFirstFocus<HTMLInputElement>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { unitId } = unit;
    const why = reason.trim();
    if ((await standDown.give({ unitId, reason: why === '' ? null : why })) === null) return;
    say({ tone: 'done', text: `${unitId} is stood down. Tell the crew by radio.`, cause: null });
    closeSheet();
  }

  return (
    <Sheet title={`${unit.unitId}: stand down`} subtitle={`Now: ${now(unit)}`}>
      <form className="send-anyway" onSubmit={(event) => void submit(event)}>
        <TextField
          ref={field}
          label="Why (may be left out)"
          hint="The incident keeps its place, and asks for a unit again when nobody else is on it."
          value={reason}
          onText={setReason}
          error={standDown.refusal?.because}
          maxLength={300}
        />
        <div className="button-row">
          <Button type="submit" tone="primary" keys="Enter" aria-disabled={standDown.busy}>
            Stand {unit.unitId} down
          </Button>
          <Button tone="quiet" onClick={onBack}>
            Back to the status
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
