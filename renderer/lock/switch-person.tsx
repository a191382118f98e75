import { useState } from 'react';
import type { Operator } from '#shared/roster/operator.ts';
import { useDesk } from '../desk/desk-store.ts';
import { reloadHello } from '../desk/refresh-hello.ts';
import { Button } from '../parts/button.tsx';
import { operatorPicks } from '../sign-on/operator-picks.ts';
import { PickList } from '../sheets/pick-list.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { Passphrase } from '../sign-on/passphrase.tsx';

/** Another person signs on here. Who leaves is signed off; their open work and what they typed stay theirs. */
export function SwitchPerson({
  others,
  onBack,
}: {
  readonly others: readonly Operator[];
  readonly onBack: () => void;
}) {
  const passphrases = useDesk((desk) => desk.hello?.passphrases ?? true);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Operator | null>(null);
  const signOn = useCommand('operator.sign-on');
  const names = useFirstFocus<HTMLInputElement>();

  async function choose(operator: Operator | undefined) {
    if (operator === undefined) return;
    if (passphrases) return setChosen(operator);
    const { operatorId } = operator;
    if ((await signOn.give({ operatorId, passphrase: '' })) !== null) await reloadHello();
  }
  if (chosen !== null)
    return <Passphrase key={chosen.operatorId} operator={chosen} onBack={() => setChosen(null)} />;
  return (
    <div
      role="presentation"
      className="switch-person"
      onKeyDown={(event) => event.key === 'Escape' && onBack()}
    >
      <PickList
        ref={names}
        label="Who takes over here?"
        hint="A letter or two of the name, then Enter. What is open stays with whoever leaves."
        picks={operatorPicks(typed, others)}
        text={typed}
        onText={setTyped}
        onPick={({ id }) => void choose(others.find((each) => each.operatorId === id))}
        empty={
          others.length === 0 ? 'Nobody else has an account.' : `Nobody here is called “${typed}”.`
        }
      />
      <Refused refusal={signOn.refusal} />
      <Button keys="Esc" onClick={onBack}>
        Back to the passphrase
      </Button>
    </div>
  );
}
