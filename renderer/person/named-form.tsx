import { type FormEvent, type Ref } from 'react';
import type { IncidentId } from '#shared/lib/brand.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

export interface Said {
  readonly name: string;
  readonly birthDate: string | null;
}

/** Whom the caller says it is about. Dispatch reads it; it is what others are looked up by. */
export function NamedForm({
  incidentId,
  said,
  fromNotes,
  nameRef,
  onNoted,
}: {
  readonly incidentId: IncidentId;
  readonly said: Said;
  /** The name stands in the clinician's notes, where dispatch does not read it. */
  readonly fromNotes: boolean;
  readonly nameRef: Ref<HTMLInputElement>;
  readonly onNoted: () => void;
}) {
  const form = { subject: `incident/${incidentId}`, form: 'named' };
  const [name, setName] = useTyped(form, 'name', said.name);
  const [birthDate, setBirthDate] = useTyped(form, 'birthDate', said.birthDate ?? '');
  const note = useCommand('person.name', form);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const birth = birthDate === '' ? null : birthDate;
    if ((await note.give({ incidentId, name, birthDate: birth })) !== null) onNoted();
  }

  return (
    <form className="named" onSubmit={submit} aria-label="Whom it is about">
      <TextField
        ref={nameRef}
        label="Name that was said"
        hint={
          fromNotes ? 'From your notes. Once it is noted here, dispatch reads it too.' : undefined
        }
        value={name}
        onText={setName}
        maxLength={300}
      />
      <BirthField value={birthDate} onDate={setBirthDate} />
      <Button type="submit" aria-disabled={note.busy}>
        Note it and look again
      </Button>
      <Refused refusal={note.refusal} />
    </form>
  );
}

export function BirthField({
  value,
  onDate,
}: {
  readonly value: string;
  readonly onDate: (date: string) => void;
}) {
  return (
    <Field label="Date of birth">
      {(wiring) => (
        <input
          {...wiring}
          type="date"
          value={value}
          onChange={(event) => onDate(event.target.value)}
        />
      )}
    </Field>
  );
}
