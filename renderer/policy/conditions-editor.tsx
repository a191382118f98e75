import { useRef } from 'react';
import { READINGS } from '#shared/facts/fact.ts';
import type { Condition, Policy } from '#shared/policy/policy.ts';
import { Button } from '../parts/button.tsx';
import { Combobox } from '../parts/combobox.tsx';
import { factLabel } from './condition-chips.tsx';
import { written, without, type Path } from './document-path.ts';
import { addCondition, READING_LABELS, tickReading } from './edit-rules.ts';
import { edit, leaveEditor } from './workshop-store.ts';

/** All of them must hold. Each reads one fact; the ticked answers are the ones it accepts. */
export function ConditionsEditor({
  policy,
  list,
  conditions,
}: {
  readonly policy: Policy;
  readonly list: Path;
  readonly conditions: readonly Condition[];
}) {
  const frame = useRef<HTMLDivElement>(null);
  const used = new Set(conditions.map(({ fact }) => fact));
  const facts = policy.facts.filter(({ id }) => !used.has(id));

  function add(fact: string | null) {
    if (fact === null) return;
    edit((now) => addCondition(now, list, fact));
    // On to what it accepts: the line is drawn by then.
    requestAnimationFrame(() =>
      frame.current
        ?.querySelector<HTMLElement>(`[data-condition="${conditions.length}"] input`)
        ?.focus(),
    );
  }
  function remove(at: number) {
    edit((now) => without(now, [...list, at]));
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>('input')?.focus());
  }

  return (
    <div ref={frame} className="conditions">
      {conditions.map(({ fact, is }, at) => (
        <fieldset key={written([...list, at])} data-condition={at}>
          <legend>
            {at > 0 && <span className="quiet">and </span>}
            {factLabel(policy, fact)}
          </legend>
          {READINGS.map((reading) => (
            <label key={reading}>
              <input
                type="checkbox"
                checked={is.includes(reading)}
                onChange={(event) =>
                  edit((now) => tickReading(now, [...list, at], reading, event.target.checked))
                }
              />
              {READING_LABELS[reading]}
            </label>
          ))}
          <Button
            tone="quiet"
            aria-label={`Remove the condition ${factLabel(policy, fact)}`}
            onClick={() => remove(at)}
          >
            Remove
          </Button>
        </fieldset>
      ))}
      <div className="conditions-add" data-add>
        <Combobox
          label={conditions.length === 0 ? 'Which fact it reads' : 'And another fact'}
          none="Type a fact"
          choices={facts.map(({ id, label, question }) => ({
            id,
            label: label === '' ? id : label,
            detail: question,
          }))}
          value={null}
          onChoose={add}
        />
        <Button keys="Esc" tone="quiet" onClick={leaveEditor}>
          Done
        </Button>
      </div>
    </div>
  );
}
