import { useState, type FormEvent } from 'react';
import type { UnitRow } from '#shared/board/board-rows.ts';
import { closeSheet, say } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useCommand } from './use-command.ts';
import { useFirstFocus } from './use-first-focus.ts';

/** The alarm of a unit that somebody raised and somebody has to end; null for none. */
export function raisedAlarm({ safety }: UnitRow): 'duress' | 'back-up' | null {
  return safety?.state === 'duress' || safety?.state === 'back-up' ? safety.state : null;
}

/** An alarm never ends by itself: a person says why it is over, and that is on the record. */
export function AlarmOver({
  unit: { unitId },
  alarm,
  onBack,
}: {
  readonly unit: UnitRow;
  readonly alarm: 'duress' | 'back-up';
  readonly onBack: () => void;
}) {
  const clear = useCommand(alarm === 'duress' ? 'unit.clear-duress' : 'unit.clear-back-up');
  const [reason, setReason] = useState('');
  const field = useFirstFocus<HTMLInputElement>();
  const what = alarm === 'duress' ? 'The duress' : 'The request for back-up';

  async function submit(event: FormEvent) {
    event.preventDefault();
    if ((await clear.give({ unitId, reason })) === null) return;
    say({ tone: 'done', text: `${what} of ${unitId} is over.`, cause: null });
    closeSheet();
  }

  return (
    <Sheet title={`${unitId}: ${what.toLowerCase()} is over`}>
      <form className="send-anyway" onSubmit={(event) => void submit(event)}>
        <TextField
          ref={field}
          label="Why it is over"
          value={reason}
          onText={setReason}
          error={clear.refusal?.because}
          maxLength={300}
        />
        <div className="button-row">
          <Button type="submit" tone="primary" keys="Enter" aria-disabled={clear.busy}>
            It is over
          </Button>
          <Button tone="quiet" onClick={onBack}>
            Back to the status
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
