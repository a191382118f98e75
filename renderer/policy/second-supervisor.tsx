import type { OperatorId } from '#shared/lib/brand.ts';
import { useBoard } from '../desk/board-store.ts';
import { useDesk } from '../desk/desk-store.ts';
import { Combobox } from '../parts/combobox.tsx';
import { TextField } from '../parts/field.tsx';

export interface Signature {
  readonly operatorId: OperatorId | null;
  readonly passphrase: string;
}

export const UNSIGNED: Signature = { operatorId: null, passphrase: '' };

/** A policy is never one person's. The other supervisor signs here, at the author's console. */
export function SecondSupervisor({
  signature,
  onSignature,
  onEnter,
}: {
  readonly signature: Signature;
  readonly onSignature: (signature: Signature) => void;
  readonly onEnter: () => void;
}) {
  const operators = useBoard((board) => board.operators);
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  const passphrases = useDesk((desk) => desk.hello?.passphrases ?? true);
  const others = operators.filter(
    ({ operatorId, active, role }) => active && role === 'supervisor' && operatorId !== me,
  );
  return (
    <fieldset className="second-person">
      <legend>Second supervisor, here and now</legend>
      <Combobox
        label="Who agrees"
        none={others.length === 0 ? 'No other supervisor has an account' : 'Type a name'}
        choices={others.map(({ operatorId, name }) => ({ id: operatorId, label: name }))}
        value={signature.operatorId}
        onChoose={(id) => onSignature({ ...signature, operatorId: id as OperatorId | null })}
      />
      {passphrases && (
        <TextField
          label="Their passphrase"
          hint="Typed by them. It is checked and not kept."
          type="password"
          value={signature.passphrase}
          onText={(passphrase) => onSignature({ ...signature, passphrase })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            onEnter();
          }}
        />
      )}
    </fieldset>
  );
}
