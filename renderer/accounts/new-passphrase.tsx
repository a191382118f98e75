import { PASSPHRASE_LENGTH, passphraseFault } from '#shared/roster/passphrase.ts';
import { deskStore } from '../desk/desk-store.ts';
import { TextField } from '../parts/field.tsx';
import { useFirstFocus } from '../sheets/use-first-focus.ts';

export interface TypedPassphrase {
  readonly passphrase: string;
  readonly again: string;
}

export const NOT_TYPED: TypedPassphrase = { passphrase: '', again: '' };

export type NewPassphraseErrors = Partial<Record<keyof TypedPassphrase, string>>;

/** What main would refuse, and what it cannot see: a passphrase mistyped the second time. */
export function newPassphraseErrors(
  { passphrase, again }: TypedPassphrase,
  name: string,
): NewPassphraseErrors {
  const center = deskStore.getState().hello?.center?.name ?? '';
  const fault = passphraseFault(passphrase, { name, center });
  if (fault !== null) return { passphrase: fault };
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
  readonly errors: NewPassphraseErrors;
  readonly focusFirst?: boolean;
}) {
  const first = useFirstFocus<HTMLInputElement>(focusFirst);
  return (
    <>
      <TextField
        ref={first}
        label="New passphrase"
        hint={`At least ${PASSPHRASE_LENGTH} characters, and no name. Several words are easy to type.`}
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
