import type { FormEvent } from 'react';
import type { IncidentId, PersonId } from '#shared/lib/brand.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { BirthField } from './named-form.tsx';
import { useTyped } from '../desk/use-typed.ts';

export interface KnownBy {
  readonly name: string;
  readonly birthDate: string | null;
  readonly phone: string;
  readonly address: string;
}

export const KNOWN_BY_NOTHING: KnownBy = { name: '', birthDate: null, phone: '', address: '' };

/** Somebody new, by what is theirs. What is not theirs — a passer-by's phone, a street corner — is taken out. */
export function RegisterForm({
  incidentId,
  from,
  onRegistered,
  onBack,
}: {
  readonly incidentId: IncidentId | null;
  readonly from: KnownBy;
  readonly onRegistered: (personId: PersonId) => void;
  readonly onBack: () => void;
}) {
  const form = {
    subject: incidentId === null ? 'person/new' : `incident/${incidentId}`,
    form: 'register',
  };
  const [by, setBy] = useTyped(form, 'by', from);
  const register = useCommand('person.register', form);
  const first = useFirstFocus<HTMLInputElement>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = await register.give({ incidentId, ...by });
    if (done?.made !== undefined) onRegistered(done.made as PersonId);
  }

  return (
    <form className="register" onSubmit={submit} aria-label="Register a new person">
      <p className="field-hint">
        Keep what is theirs. Take out a number or an address that is only where they called from.
      </p>
      <TextField
        ref={first}
        label="Name"
        value={by.name}
        onText={(name) => setBy({ ...by, name })}
        maxLength={300}
      />
      <BirthField
        value={by.birthDate ?? ''}
        onDate={(date) => setBy({ ...by, birthDate: date === '' ? null : date })}
      />
      <TextField
        label="Number"
        value={by.phone}
        onText={(phone) => setBy({ ...by, phone })}
        maxLength={40}
        inputMode="tel"
      />
      <TextField
        label="Address"
        value={by.address}
        onText={(address) => setBy({ ...by, address })}
        maxLength={300}
      />
      <Refused refusal={register.refusal} />
      <div className="button-row">
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={register.busy}>
          {incidentId === null ? 'Register' : 'Register, and it is them'}
        </Button>
        <Button tone="quiet" onClick={onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}
