import { useEffect, useRef } from 'react';
import { CENTER_PASSPHRASE_LENGTH } from '#shared/store-key/center-passphrase.ts';
import { TextField } from '../parts/field.tsx';

export interface TypedTwice {
  readonly passphrase: string;
  readonly again: string;
}

/** Said beside the field it is about. */
export interface PassphraseFault {
  readonly field: keyof TypedTwice;
  readonly because: string;
}

/** What main would refuse, and what it cannot see: that the second one differs. */
export function passphraseFault({ passphrase, again }: TypedTwice): PassphraseFault | null {
  if (passphrase.length < CENTER_PASSPHRASE_LENGTH)
    return {
      field: 'passphrase',
      because: `The passphrase of the center needs at least ${CENTER_PASSPHRASE_LENGTH} characters.`,
    };
  if (passphrase !== again)
    return { field: 'again', because: 'The two passphrases differ. Type the second one again.' };
  return null;
}

export function NewCenterPassphrase({
  label = 'Passphrase of the center',
  typed,
  fault,
  hint,
  onTyped,
}: {
  /** Where another one is in force, that this is a new one. */
  readonly label?: string;
  readonly typed: TypedTwice;
  /** As it was when it was last tried; what is put right meanwhile goes at once. */
  readonly fault: PassphraseFault | null;
  readonly hint: string;
  readonly onTyped: (typed: TypedTwice) => void;
}) {
  const fields = {
    passphrase: useRef<HTMLInputElement>(null),
    again: useRef<HTMLInputElement>(null),
  };
  // Each try that fails brings a fault of its own: the field it is about has the focus.
  useEffect(() => {
    if (fault !== null) fields[fault.field].current?.focus();
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [fault]);
  const still = fault === null ? null : passphraseFault(typed);
  const errorOf = (field: keyof TypedTwice) =>
    still?.field === field && fault?.field === field ? still.because : null;
  return (
    <div className="center-passphrase">
      <TextField
        ref={fields.passphrase}
        label={label}
        name="center.passphrase"
        type="password"
        autoComplete="new-password"
        hint={hint}
        value={typed.passphrase}
        onText={(passphrase) => onTyped({ ...typed, passphrase })}
        error={errorOf('passphrase')}
        maxLength={200}
      />
      <TextField
        ref={fields.again}
        label="The passphrase of the center again"
        name="center.again"
        type="password"
        autoComplete="new-password"
        value={typed.again}
        onText={(again) => onTyped({ ...typed, again })}
        error={errorOf('again')}
        maxLength={200}
      />
    </div>
  );
}
