import { useEffect, useReducer, useRef, useState, type FormEvent } from 'react';
import { reloadHello } from '../desk/refresh-hello.ts';
import { Button } from '../parts/button.tsx';
import { Combobox } from '../parts/combobox.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { ProtectStep } from '../store-key/protect-step.tsx';
import { PersonFields } from './person-fields.tsx';
import {
  changeSetUp,
  EMPTY_SET_UP,
  setUpErrors,
  stillWrong,
  type SetUpErrors,
} from './set-up-draft.ts';

const ZONES = Intl.supportedValuesOf('timeZone').map((id) => ({
  id,
  label: id.replaceAll('_', ' '),
}));

/** Everything a center needs to start, on one page and in one submit. Nothing is written before it. */
export function SetUpForm({ onBack }: { readonly onBack: () => void }) {
  const [draft, change] = useReducer(changeSetUp, EMPTY_SET_UP);
  const [found, setFound] = useState<SetUpErrors>({});
  const errors = stillWrong(found, setUpErrors(draft));
  const form = useRef<HTMLFormElement>(null);
  const first = useFirstFocus<HTMLInputElement>();
  const [newest, setNewest] = useState(0);
  const [protecting, setProtecting] = useState(false);
  const setUp = useCommand('center.set-up');

  // After a submit that found something wrong, the first such field has the focus.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [found]);

  function submit(event: FormEvent) {
    event.preventDefault();
    const wrong = setUpErrors(draft);
    setFound(wrong);
    if (Object.keys(wrong).length > 0) return;
    setProtecting(true);
  }

  async function setUpCenter() {
    const { name, psapId, timeZone, admin, accounts } = draft;
    const done = await setUp.give({
      name,
      psapId,
      timeZone,
      admin: { name: admin.name, passphrase: admin.passphrase },
      accounts: accounts.map(({ name, role, passphrase }) => ({ name, role, passphrase })),
    });
    if (done !== null) await reloadHello();
    // What was refused is about this page.
    else setProtecting(false);
  }

  function addAccount() {
    setNewest(draft.nextRow);
    change({ change: 'add-account' });
  }

  if (protecting)
    return (
      <main className="first-run">
        <ProtectStep onProtected={setUpCenter} onBack={() => setProtecting(false)} />
      </main>
    );
  return (
    <main className="first-run">
      <form
        ref={form}
        className="set-up"
        aria-labelledby="set-up-title"
        onSubmit={submit}
        noValidate
      >
        <h1 id="set-up-title">Set up this center</h1>

        <fieldset>
          <legend>The center</legend>
          <TextField
            ref={first}
            label="Name of the center"
            name="name"
            value={draft.name}
            onText={(text) => change({ change: 'center', field: 'name', text })}
            error={errors['name']}
            maxLength={300}
          />
          <TextField
            label="PSAP id"
            hint="As your state or NENA lists it. It stands in every export."
            name="psapId"
            value={draft.psapId}
            onText={(text) => change({ change: 'center', field: 'psapId', text })}
            error={errors['psapId']}
            maxLength={40}
          />
          <Combobox
            label="Time zone"
            none="Type a city"
            choices={ZONES}
            value={draft.timeZone === '' ? null : draft.timeZone}
            onChoose={(id) => change({ change: 'center', field: 'timeZone', text: id ?? '' })}
          />
          <FieldError text={errors['timeZone']} />
        </fieldset>

        <p className="set-up-warning">
          <strong>Nobody can read a passphrase back,</strong> not even an administrator. If the only
          administrator forgets theirs, accounts can no longer be changed. Keep it written down in a
          sealed envelope.
        </p>

        <fieldset>
          <legend>The first administrator</legend>
          <PersonFields
            person={draft.admin}
            prefix="admin"
            errors={errors}
            onPerson={(person) => change({ change: 'admin', with: person })}
          />
        </fieldset>

        <fieldset>
          <legend>Who works here</legend>
          {draft.accounts.length === 0 && (
            <p className="field-hint">
              Dispatchers, clinicians, supervisors. The administrator can add more at any time.
            </p>
          )}
          {draft.accounts.map((account, at) => (
            <div
              key={account.row}
              className="account-row"
              role="group"
              aria-label={`Account ${at + 1}`}
            >
              <PersonFields
                person={account}
                prefix={`account-${account.row}`}
                errors={errors}
                onPerson={(person) => change({ change: 'account', row: account.row, with: person })}
                onRole={(role) => change({ change: 'account', row: account.row, with: { role } })}
                focusFirst={account.row === newest}
              />
              <Button
                tone="quiet"
                aria-label={`Leave out account ${at + 1}${account.name === '' ? '' : `, ${account.name}`}`}
                onClick={() => change({ change: 'drop-account', row: account.row })}
              >
                Leave out
              </Button>
            </div>
          ))}
          {draft.accounts.length < 50 && <Button onClick={addAccount}>Add an account</Button>}
        </fieldset>

        <Refused refusal={setUp.refusal} />
        <div className="button-row">
          <Button type="submit" tone="primary" keys="Enter" aria-disabled={setUp.busy}>
            Next: encrypt the store
          </Button>
          <Button tone="quiet" onClick={onBack}>
            Back
          </Button>
        </div>
      </form>
    </main>
  );
}

function FieldError({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p className="field-error" role="alert">
      {text}
    </p>
  );
}
