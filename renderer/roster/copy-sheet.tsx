import { useState, type FormEvent } from 'react';
import { dayAfter } from '#shared/roster/zone-moment.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { dateWords } from '../desk/center-date.ts';
import { closeSheet, say } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { lookAt, markedCell, useRoster } from './roster-store.ts';

/** The shifts of the days shown, planned again by the same clock on later ones: all of them or none. */
export function CopySheet() {
  const from = useRoster((roster) => roster.from);
  const days = useRoster((roster) => roster.days);
  const [marked] = useState(() => markedCell()?.unit.unitId ?? null);
  const form = { subject: 'roster', form: 'copy' };
  const [unitId, setUnitId] = useTyped<UnitId | null>(form, 'unitId', null);
  const [to, setTo] = useTyped(form, 'to', dayAfter(from, days));
  const copy = useCommand('roster.copy', form);
  const what = days === 1 ? dateWords(from) : `the week from ${dateWords(from)}`;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if ((await copy.give({ from, days, to, unitId })) === null) return;
    const whom = unitId === null ? 'Everybody' : `Everybody of ${unitId}`;
    say({ tone: 'done', text: `${whom} is planned again from ${dateWords(to)} on.`, cause: null });
    closeSheet();
    await lookAt({ from: to });
  }

  return (
    <Sheet title="Copy forward" subtitle={`Shifts that begin on ${what}`}>
      <form onSubmit={submit} aria-label="Copy forward">
        <fieldset>
          <legend>Which shifts</legend>
          <label>
            <input
              type="radio"
              name="copy-units"
              checked={unitId === null}
              onChange={() => setUnitId(null)}
            />{' '}
            Every unit
          </label>
          {marked !== null && (
            <label>
              <input
                type="radio"
                name="copy-units"
                checked={unitId === marked}
                onChange={() => setUnitId(marked)}
              />{' '}
              Only {marked}
            </label>
          )}
        </fieldset>
        <Field
          label={days === 1 ? 'To the day' : 'To the week that begins on'}
          hint="By the same clock. What stands there already is not planned twice; if anything cannot be planned, nothing is."
        >
          {(wiring) => (
            <input
              {...wiring}
              type="date"
              required
              value={to}
              data-first-focus
              onChange={(event) => setTo(event.target.value)}
            />
          )}
        </Field>
        <Refused refusal={copy.refusal} />
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={copy.busy}>
          Copy
        </Button>
      </form>
    </Sheet>
  );
}
