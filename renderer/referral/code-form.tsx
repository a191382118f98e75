import { type FormEvent } from 'react';
import { isRefusal } from '#shared/lib/refusal.ts';
import { readReferralCode } from '#shared/referral/referral-code.ts';
import { centerDate } from '../desk/center-date.ts';
import { deskNow } from '../desk/clock.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

/** The receiving place gives the code back: read by phone, or on the page. That confirms that the person came. */
export function CodeForm({ onConfirmed }: { readonly onConfirmed: () => void }) {
  const today = centerDate(deskNow());
  const form = { subject: 'referral', form: 'code' };
  const [code, setCode] = useTyped(form, 'code', '');
  const [arrivedOn, setArrivedOn] = useTyped(form, 'arrivedOn', today);
  const [served, setServed] = useTyped(form, 'served', false);
  const [servedOn, setServedOn] = useTyped(form, 'servedOn', today);
  const confirm = useCommand('referral.confirm-code', form);
  const typed = code.replace(/[\s-]/gu, '').length;
  const read = readReferralCode(code);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const asked = { code, arrivedOn, servedOn: served ? servedOn : null };
    if ((await confirm.give(asked)) === null) return;
    setCode('');
    onConfirmed();
  }

  return (
    <form className="referral-code" onSubmit={submit} aria-label="Confirm with the code">
      <TextField
        // Asked for by its key.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        label="Code the place gives back"
        hint="Ten letters and digits, without 0, 1, I, L and O."
        value={code}
        onText={(text) => {
          setCode(text);
          confirm.forget();
        }}
        maxLength={40}
        // Only of a whole one: half a code is no mistake yet.
        error={typed >= 10 && isRefusal(read) ? read.because : null}
      />
      <div className="field-pair">
        <Field label="They came on">
          {(wiring) => (
            <input
              {...wiring}
              type="date"
              max={today}
              value={arrivedOn}
              onChange={({ target }) => setArrivedOn(target.value)}
            />
          )}
        </Field>
        {served && (
          <Field label="First service on">
            {(wiring) => (
              <input
                {...wiring}
                type="date"
                max={today}
                value={servedOn}
                onChange={({ target }) => setServedOn(target.value)}
              />
            )}
          </Field>
        )}
      </div>
      <label>
        <input
          type="checkbox"
          checked={served}
          onChange={({ target }) => setServed(target.checked)}
        />{' '}
        The place says that they took part in a service
      </label>
      <Refused refusal={confirm.refusal} />
      <Button type="submit" tone="primary" keys="Enter" aria-disabled={confirm.busy}>
        The place confirms it
      </Button>
    </form>
  );
}
