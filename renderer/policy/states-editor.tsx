import type { CallType, Policy } from '#shared/policy/policy.ts';
import { Button } from '../parts/button.tsx';
import { Combobox } from '../parts/combobox.tsx';
import { factLabel } from './condition-chips.tsx';
import { withValue, without, type Path } from './document-path.ts';
import { edit, leaveEditor } from './workshop-store.ts';

/** The answers a call type states by itself. Nobody has said them: they count as from a record. */
export function StatesEditor({
  policy,
  path,
  states,
}: {
  readonly policy: Policy;
  readonly path: Path;
  readonly states: CallType['states'];
}) {
  return (
    <div className="conditions">
      {states.map(({ fact, answer }, at) => (
        <fieldset key={fact}>
          <legend>{factLabel(policy, fact)}</legend>
          {(['yes', 'no'] as const).map((each) => (
            <label key={each}>
              <input
                type="radio"
                name={`states-${fact}`}
                checked={answer === each}
                onChange={() => edit((now) => withValue(now, [...path, at, 'answer'], each))}
              />
              {each}
            </label>
          ))}
          <Button
            tone="quiet"
            aria-label={`Remove ${factLabel(policy, fact)}`}
            onClick={() => edit((now) => without(now, [...path, at]))}
          >
            Remove
          </Button>
        </fieldset>
      ))}
      <div className="conditions-add">
        <Combobox
          label="States also"
          none="Type a fact"
          choices={policy.facts
            .filter(({ id }) => !states.some((each) => each.fact === id))
            .map(({ id, label, question }) => ({ id, label: label || id, detail: question }))}
          value={null}
          onChoose={(fact) =>
            fact !== null &&
            edit((now) => withValue(now, [...path, states.length], { fact, answer: 'yes' }))
          }
        />
        <Button keys="Esc" tone="quiet" onClick={leaveEditor}>
          Done
        </Button>
      </div>
    </div>
  );
}
