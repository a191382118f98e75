import type { UnitRow } from '#shared/board/board-rows.ts';
import { closeSheet, say } from '../desk/desk-store.ts';
import { Sheet } from '../parts/sheet.tsx';
import { ReasonForm } from './reason-form.tsx';
import { useCommand } from './use-command.ts';

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
  const form = { subject: `unit/${unitId}`, form: `${alarm}-over` };
  const clear = useCommand(alarm === 'duress' ? 'unit.clear-duress' : 'unit.clear-back-up', form);
  const what = alarm === 'duress' ? 'The duress' : 'The request for back-up';

  async function give(reason: string) {
    if ((await clear.give({ unitId, reason })) === null) return;
    say({ tone: 'done', text: `${what} of ${unitId} is over.`, cause: null });
    closeSheet();
  }

  return (
    <Sheet title={`${unitId}: ${what.toLowerCase()} is over`}>
      <ReasonForm
        form={form}
        label="Why it is over"
        refusal={clear.refusal}
        busy={clear.busy}
        does="It is over"
        back="Back to the status"
        onReason={(reason) => void give(reason)}
        onBack={onBack}
      />
    </Sheet>
  );
}
