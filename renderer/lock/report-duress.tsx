import { useMemo, useState, type FormEvent } from 'react';
import type { UnitId } from '#shared/lib/brand.ts';
import { useBoard } from '../desk/board-store.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

/** A crew calls for help by radio while the console is locked: police go at once, and every console hears of it. */
export function ReportDuress() {
  const units = useBoard((board) => board.units);
  const signs = useMemo(() => [...units.keys()].sort(), [units]);
  const [unitId, setUnitId] = useState('');
  const duress = useCommand('unit.duress');
  if (signs.length === 0) return null;

  async function report(event: FormEvent) {
    event.preventDefault();
    if (unitId === '') return;
    if ((await duress.give({ unitId: unitId as UnitId })) !== null) setUnitId('');
  }
  return (
    <details className="report-duress">
      <summary>A crew is in duress</summary>
      <form aria-label="Report duress" onSubmit={(event) => void report(event)}>
        <Field label="Which unit">
          {(wiring) => (
            <select {...wiring} value={unitId} onChange={(event) => setUnitId(event.target.value)}>
              <option value="">Choose</option>
              {signs.map((sign) => (
                <option key={sign} value={sign}>
                  {sign}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button type="submit" tone="danger" aria-disabled={duress.busy}>
          Report duress
        </Button>
        <Refused refusal={duress.refusal} />
      </form>
    </details>
  );
}
