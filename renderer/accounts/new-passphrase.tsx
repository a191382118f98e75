import { PASSPHRASE_LENGTH, passphraseFault } from '#shared/roster/passphrase.ts';
import { useEffect, useRef } from 'react';
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
  name,
  errors,
  focusFirst = false,
}: {
  readonly typed: TypedPassphrase;
  readonly onTyped: (typed: TypedPassphrase) => void;
  /** Whose it is: nobody has their own name for one. */
  readonly name: string;
  /** As they were when it was last tried; what is put right meanwhile goes at once. */
  readonly errors: NewPassphraseErrors;
  readonly focusFirst?: boolean;
}) {
  const first = useFirstFocus<HTMLInputElement>(focusFirst);
  const second = useRef<HTMLInputElement>(null);
  // Each try that fails brings errors of its own: the field they are about has the focus.
  useEffect(() => {
    if (errors.passphrase !== undefined) first.current?.focus();
    else if (errors.again !== undefined) second.current?.focus();
  }, [errors, first]);
  const now = newPassphraseErrors(typed, name);
  const still = (field: keyof TypedPassphrase) => (errors[field] === undefined ? null : now[field]);
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
        error={still('passphrase')}
        maxLength={200}
      />
      <TextField
        ref={second}
        label="The same passphrase again"
        type="password"
        autoComplete="new-password"
        value={typed.again}
        onText={(again) => onTyped({ ...typed, again })}
        error={still('again')}
        maxLength={200}
      />
    </>
  );
}
