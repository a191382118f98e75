import { useState, type FormEvent } from 'react';
import type { UnitRow } from '#shared/board/board-rows.ts';
import { closeSheet, say } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { lineBoard } from '../keys/command-board.ts';
import { spotMeant } from '../keys/command-meant.ts';
import { parseSpot } from '../keys/position-command.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useCommand } from './use-command.ts';
import { useFirstFocus } from './use-first-focus.ts';

/** Where a crew says it is, typed as on the command line: an area or a point. */
export function UnitPlace({
  unit: { unitId },
  onBack,
}: {
  readonly unit: UnitRow;
  readonly onBack: () => void;
}) {
  const form = { subject: `unit/${unitId}`, form: 'place' };
  const report = useCommand('unit.report-position', form);
  const [where, setWhere] = useTyped(form, 'where', '');
  const [unclear, setUnclear] = useState<string | null>(null);
  const field = useFirstFocus<HTMLInputElement>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const typed = parseSpot(where);
    const spot = 'says' in typed ? typed.says : spotMeant(lineBoard(), typed);
    if (typeof spot === 'string') return setUnclear(spot);
    setUnclear(null);
    if ((await report.give({ unitId, spot, source: 'radio' })) === null) return;
    say({ tone: 'done', text: `${unitId} is at ${where.trim()}.`, cause: null });
    closeSheet();
  }

  return (
    <Sheet title={`${unitId}: where it is`}>
      <form className="send-anyway" onSubmit={(event) => void submit(event)}>
        <TextField
          ref={field}
          label={`Where ${unitId} is`}
          hint="An area (uptown), or latitude and longitude (41.97 -87.66)."
          value={where}
          onText={setWhere}
          error={unclear ?? report.refusal?.because}
          maxLength={100}
        />
        <div className="button-row">
          <Button type="submit" tone="primary" keys="Enter" aria-disabled={report.busy}>
            {unitId} is there
          </Button>
          <Button tone="quiet" onClick={onBack}>
            Back to the status
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
