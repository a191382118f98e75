import { ROLES, type Role } from '#shared/roster/operator.ts';
import { PASSPHRASE_LENGTH } from '#shared/roster/passphrase.ts';
import { Field, TextField } from '../parts/field.tsx';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { ROLE_LABELS } from '../sign-on/role-labels.ts';
import type { PersonDraft, SetUpErrors } from './set-up-draft.ts';

/** Name, role and a passphrase typed twice. Without `onRole` the role is given and not asked. */
export function PersonFields({
  person,
  prefix,
  errors,
  onPerson,
  onRole,
  focusFirst = false,
}: {
  readonly person: PersonDraft;
  readonly prefix: string;
  readonly errors: SetUpErrors;
  readonly onPerson: (change: Partial<PersonDraft>) => void;
  readonly onRole?: ((role: Role) => void) | undefined;
  readonly focusFirst?: boolean;
}) {
  const first = useFirstFocus<HTMLInputElement>(focusFirst);
  return (
    <div className="person">
      <TextField
        label="Name"
        name={`${prefix}.name`}
        value={person.name}
        onText={(name) => onPerson({ name })}
        error={errors[`${prefix}.name`]}
        maxLength={300}
        ref={first}
      />
      {onRole !== undefined && (
        <Field label="Role">
          {(wiring) => (
            <select
              {...wiring}
              name={`${prefix}.role`}
              value={person.role}
              onChange={(event) => onRole(event.target.value as Role)}
            >
              {ROLES.map((role) => (
                <option key={role} value={role}>
                  {ROLE_LABELS[role]}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <TextField
        label="Passphrase"
        hint={`At least ${PASSPHRASE_LENGTH} characters.`}
        name={`${prefix}.passphrase`}
        type="password"
        autoComplete="new-password"
        value={person.passphrase}
        onText={(passphrase) => onPerson({ passphrase })}
        error={errors[`${prefix}.passphrase`]}
        maxLength={200}
      />
      <TextField
        label="The same passphrase again"
        name={`${prefix}.again`}
        type="password"
        autoComplete="new-password"
        value={person.again}
        onText={(again) => onPerson({ again })}
        error={errors[`${prefix}.again`]}
        maxLength={200}
      />
    </div>
  );
}
