import type { RosterShift } from '#shared/board/roster-view.ts';
import { closeSheet, say } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { lookAt } from './roster-store.ts';
import { hoursInWords } from './roster-words.ts';

/** A shift that should never have been planned. */
export function RemoveShift({
  shift,
  wanted,
}: {
  readonly shift: RosterShift;
  readonly wanted: boolean;
}) {
  const { shiftId, name } = shift;
  const remove = useCommand('shift.remove');
  const button = useFirstFocus<HTMLButtonElement>(wanted);
  async function act() {
    if ((await remove.give({ shiftId })) === null) return;
    say({ tone: 'done', text: `The shift of ${name} is off the roster.`, cause: null });
    closeSheet();
    await lookAt({});
  }
  return (
    <section>
      <h3>Planned by mistake</h3>
      <p className="field-hint">
        Removing takes <bdi>{name}</bdi>, {hoursInWords(shift)}, off the roster. Whoever does not
        come is better called off: the roster then says why.
      </p>
      <Refused refusal={remove.refusal} />
      <Button
        ref={button}
        tone={wanted ? 'danger' : 'quiet'}
        keys={wanted ? 'Enter' : undefined}
        aria-disabled={remove.busy}
        onClick={() => void act()}
      >
        Remove the shift
      </Button>
    </section>
  );
}
