import { CENTER_PASSPHRASE_LENGTH } from '#shared/store-key/center-passphrase.ts';
import { TextField } from '../parts/field.tsx';

export interface TypedTwice {
  readonly passphrase: string;
  readonly again: string;
}

/** What main would refuse, and what it cannot see: that the second one differs. */
export function passphraseFault({ passphrase, again }: TypedTwice): string | null {
  if (passphrase.length < CENTER_PASSPHRASE_LENGTH)
    return `The passphrase of the center needs at least ${CENTER_PASSPHRASE_LENGTH} characters.`;
  return passphrase === again ? null : 'The two passphrases differ. Type the second one again.';
}

export function NewCenterPassphrase({
  typed,
  fault,
  hint,
  onTyped,
}: {
  readonly typed: TypedTwice;
  readonly fault: string | null;
  readonly hint: string;
  readonly onTyped: (typed: TypedTwice) => void;
}) {
  return (
    <div className="center-passphrase">
      <TextField
        label="Passphrase of the center"
        name="center.passphrase"
        type="password"
        autoComplete="new-password"
        hint={hint}
        value={typed.passphrase}
        onText={(passphrase) => onTyped({ ...typed, passphrase })}
        error={fault}
        maxLength={200}
      />
      <TextField
        label="The passphrase of the center again"
        name="center.again"
        type="password"
        autoComplete="new-password"
        value={typed.again}
        onText={(again) => onTyped({ ...typed, again })}
        maxLength={200}
      />
    </div>
  );
}
