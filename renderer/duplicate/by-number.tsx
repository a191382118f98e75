import { useState, type FormEvent } from 'react';
import { boardStore } from '../desk/board-store.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import type { JoinTarget } from './join.ts';

/** What only a person sees: an open incident by the number that is said aloud. */
export function ByNumber({
  says,
  except,
  onIncident,
}: {
  readonly says: string;
  /** The incident it is about itself; null for a call. */
  readonly except: string | null;
  readonly onIncident: (incident: JoinTarget) => void;
}) {
  const [text, setText] = useState('');
  const [unknown, setUnknown] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const rows = [...boardStore.getState().incidents.values()];
    const row = rows.find((each) => String(each.number) === text.trim());
    if (row === undefined || row.incidentId === except)
      setUnknown('No other open incident has this number. Nothing was changed.');
    else onIncident(row);
  };
  return (
    <form className="by-number" onSubmit={submit}>
      <TextField
        label="Another one, by its number"
        inputMode="numeric"
        value={text}
        onText={(next) => {
          setText(next);
          setUnknown(null);
        }}
        maxLength={9}
        error={unknown}
      />
      <Button type="submit">{says}</Button>
    </form>
  );
}
