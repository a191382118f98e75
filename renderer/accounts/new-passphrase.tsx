import { PASSPHRASE_LENGTH } from '../first-run/set-up-draft.ts';
import { TextField } from '../parts/field.tsx';
import { useFirstFocus } from '../sheets/use-first-focus.ts';

export interface TypedPassphrase {
  readonly passphrase: string;
  readonly again: string;
}

export const NOT_TYPED: TypedPassphrase = { passphrase: '', again: '' };

type Errors = Partial<Record<keyof TypedPassphrase, string>>;

/** What main would refuse, and what it cannot see: a passphrase mistyped the second time. */
export function newPassphraseErrors({ passphrase, again }: TypedPassphrase): Errors {
  if (passphrase.length < PASSPHRASE_LENGTH)
    return { passphrase: `A passphrase needs at least ${PASSPHRASE_LENGTH} characters.` };
  if (again !== passphrase)
    return { again: 'The two passphrases differ. Type the second one again.' };
  return {};
}

/** A new passphrase, typed twice: nobody can read it back. */
export function NewPassphrase({
  typed,
  onTyped,
  errors,
  focusFirst = false,
}: {
  readonly typed: TypedPassphrase;
  readonly onTyped: (typed: TypedPassphrase) => void;
  readonly errors: Errors;
  readonly focusFirst?: boolean;
}) {
  const first = useFirstFocus<HTMLInputElement>(focusFirst);
  return (
    <>
      <TextField
        ref={first}
        label="New passphrase"
        type="password"
        autoComplete="new-password"
        value={typed.passphrase}
        onText={(passphrase) => onTyped({ ...typed, passphrase })}
        error={errors.passphrase}
        maxLength={200}
      />
      <TextField
        label="The same passphrase again"
        type="password"
        autoComplete="new-password"
        value={typed.again}
        onText={(again) => onTyped({ ...typed, again })}
        error={errors.again}
        maxLength={200}
      />
    </>
  );
}
