import { useRef, useState, type FormEvent } from 'react';
import type { RetentionView } from '#shared/board/retention-view.ts';
import { PARTITION_LABELS, type KeptPartition } from '#shared/partition/partition.ts';
import { RETENTION_LIMITS, type RetentionYears } from '#shared/retention/retention.ts';
import { dayWords } from '../desk/center-date.ts';
import { say } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Keys } from '../parts/kbd.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

const FORM = { subject: 'center', form: 'retention-schedule' } as const;

/** One line for each kind of protected words: how long it is kept, and how it stands against that. */
export function RetentionSchedule({
  view,
  onSet,
}: {
  readonly view: RetentionView;
  readonly onSet: () => void;
}) {
  const [years, setYears] = useTyped<Readonly<Record<KeptPartition, string>>>(FORM, 'years', {
    clinical: said(view.years.clinical),
    'part-2': said(view.years['part-2']),
    justice: said(view.years.justice),
  });
  const [wrong, setWrong] = useState<KeptPartition | null>(null);
  const set = useCommand('retention.set', FORM);
  const table = useRef<HTMLTableElement>(null);
  useActions({ 'retention.years': () => table.current?.querySelector('input')?.focus() });
  const changed = view.partitions.some(
    ({ partition }) => years[partition].trim() !== said(view.years[partition]),
  );

  async function submit(event: FormEvent) {
    event.preventDefault();
    const faulty = view.partitions.find(({ partition }) => read(years[partition]) === 'no-years');
    setWrong(faulty?.partition ?? null);
    if (faulty !== undefined) return;
    const schedule = {
      clinical: read(years.clinical),
      'part-2': read(years['part-2']),
      justice: read(years.justice),
    } as RetentionYears;
    if ((await set.give({ years: schedule })) === null) return;
    say({ tone: 'done', text: 'The schedule counts from now on.', cause: null });
    onSet();
  }

  return (
    <form aria-label="Schedule" noValidate onSubmit={(event) => void submit(event)}>
      <table ref={table} className="retention-table">
        <caption>Schedule</caption>
        <thead>
          <tr>
            <th scope="col">Words</th>
            <th scope="col">
              <Keys keys="y" /> Kept for years
            </th>
            <th scope="col">Records</th>
            <th scope="col">Oldest quiet since</th>
            <th scope="col">Past the years</th>
            <th scope="col">Shredded</th>
          </tr>
        </thead>
        <tbody>
          {view.partitions.map((line) => {
            const { partition } = line;
            const label = PARTITION_LABELS[partition];
            return (
              <tr key={partition}>
                <th scope="row">{label}</th>
                <td>
                  <input
                    inputMode="numeric"
                    aria-label={`${label}: kept for years, empty for ever`}
                    aria-invalid={wrong === partition || undefined}
                    placeholder="for ever"
                    maxLength={3}
                    value={years[partition]}
                    onChange={({ target }) =>
                      setYears((before) => ({ ...before, [partition]: target.value }))
                    }
                  />
                </td>
                <td>
                  {line.records} <small>({line.words} texts)</small>
                </td>
                <td>{line.quietSince === null ? '—' : dayWords(line.quietSince)}</td>
                <td>{pastWords(line)}</td>
                <td>
                  {line.shredded}
                  {line.lastShredded !== null && <small> {dayWords(line.lastShredded)}</small>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {wrong !== null && (
        <p className="field-error" role="alert">
          Write {PARTITION_LABELS[wrong]} years as a whole number from {RETENTION_LIMITS.least} to{' '}
          {RETENTION_LIMITS.most}, or leave the field empty to keep them for ever.
        </p>
      )}
      <Refused refusal={set.refusal} />
      <div className="button-row">
        <Button type="submit" tone={changed ? 'primary' : 'plain'} aria-disabled={set.busy}>
          Set the schedule
        </Button>
      </div>
    </form>
  );
}

function pastWords({ years, due, held, open }: RetentionView['partitions'][number]): string {
  if (years === null) return 'kept for ever';
  const kept = [
    ...(held > 0 ? [`${held} on hold`] : []),
    ...(open > 0 ? [`${open} still open`] : []),
  ];
  return [`${due} due`, ...kept].join(', ');
}

const said = (years: number | null) => (years === null ? '' : String(years));

function read(typed: string): number | null | 'no-years' {
  const text = typed.trim();
  if (text === '') return null;
  const years = Number(text);
  const fits =
    /^\d{1,3}$/.test(text) && years >= RETENTION_LIMITS.least && years <= RETENTION_LIMITS.most;
  return fits ? years : 'no-years';
}
