import { useState } from 'react';
import type { KeptCosts } from '#shared/board/kept-costs.ts';
import { COST_UNIT_LABELS, costLineMistake, type CostLine } from '#shared/outcomes/cost-lines.ts';
import { useTyped } from '../desk/use-typed.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';

const NUMBERS = ['low', 'likely', 'high'] as const;
const LABELS = { low: 'Lowest', likely: 'Likely', high: 'Highest' } as const;

/** One line as it is typed: numbers are text until they are one. */
type Typed = Readonly<Record<(typeof NUMBERS)[number] | 'source' | 'weakness' | 'year', string>>;

/** Changes one assumption. Enter saves it, Escape leaves it as it was. */
export function AssumptionForm({
  kept,
  line,
  onCancel,
  onChanged,
}: {
  readonly kept: KeptCosts;
  readonly line: CostLine;
  readonly onCancel: () => void;
  readonly onChanged: (text: string) => void;
}) {
  const form = { subject: `costs/${line.id}`, form: 'line' };
  const [typed, setTyped] = useTyped<Typed>(form, 'typed', typedOf(line));
  const [note, setNote] = useTyped(form, 'note', '');
  const [mistake, setMistake] = useState<string | null>(null);
  const command = useCommand('costs.set', form);
  useActions({ escape: onCancel });
  const first = useFirstFocus<HTMLInputElement>();
  const field = (name: keyof Typed) => ({
    value: typed[name],
    onText: (text: string) => setTyped((before) => ({ ...before, [name]: text })),
  });
  const save = () => {
    const changed = lineOf(line, typed);
    const wrong =
      costLineMistake(changed) ?? (note.trim() === '' ? 'Say in a few words why.' : null);
    setMistake(wrong);
    if (wrong !== null) return;
    const lines = kept.lines.map((each) => (each.id === line.id ? changed : each));
    void command.give({ seen: kept.version, lines, note: note.trim() }).then((done) => {
      if (done !== null) onChanged(`${line.label} is changed, and the figures are counted anew.`);
    });
  };
  return (
    <form
      className="assumption-form"
      aria-label={`Change ${line.label}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p>
        <b>{line.label}</b> <span className="assumption-unit">{COST_UNIT_LABELS[line.unit]}</span>
      </p>
      <div className="assumption-numbers">
        {NUMBERS.map((name, at) => (
          <TextField
            key={name}
            label={LABELS[name]}
            inputMode="decimal"
            {...(at === 0 ? { ref: first } : {})}
            {...field(name)}
          />
        ))}
        <TextField label="Year" inputMode="numeric" {...field('year')} />
      </div>
      <TextField
        label="Source, in words"
        hint="Empty: it is called an assumption wherever it counts."
        maxLength={300}
        {...field('source')}
      />
      <TextField label="What is weak about it" maxLength={300} {...field('weakness')} />
      <TextField label="Why you change it" maxLength={300} value={note} onText={setNote} />
      <p role="alert" className="field-error" hidden={mistake === null}>
        {mistake}
      </p>
      <Refused refusal={command.refusal} />
      <div className="assumption-buttons">
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={command.busy}>
          Save
        </Button>
        <Button tone="quiet" keys="Escape" onClick={onCancel}>
          Leave it as it was
        </Button>
      </div>
    </form>
  );
}

function typedOf({ low, likely, high, source, weakness, year }: CostLine): Typed {
  return {
    low: String(low),
    likely: String(likely),
    high: String(high),
    source,
    weakness,
    year: year === null ? '' : String(year),
  };
}

/** “1,404” and “$ 1404” are the same number; what is none is NaN, and said to be wrong. */
function lineOf(line: CostLine, typed: Typed): CostLine {
  const number = (text: string) => {
    const bare = text.replace(/[$,\s]/gu, '');
    return bare === '' ? NaN : Number(bare);
  };
  const year = typed.year.trim();
  return {
    ...line,
    low: number(typed.low),
    likely: number(typed.likely),
    high: number(typed.high),
    source: typed.source.trim(),
    weakness: typed.weakness.trim(),
    year: year === '' ? null : Number(year),
  };
}
