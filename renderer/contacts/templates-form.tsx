import { type FormEvent } from 'react';
import { FOLLOW_UP_LABELS, FOLLOW_UPS, type FollowUp } from '#shared/contact/contact.ts';
import { MOST_TEMPLATES, type FollowUpTemplate } from '#shared/contact/follow-up-templates.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useTemplates } from './use-templates.ts';

/** The sets of follow-ups that are promised in one act, as supervisors keep them. */
export function TemplatesForm() {
  const { templates, askAgain } = useTemplates();
  const form = { subject: 'follow-up', form: 'templates' };
  const [changed, setChanged] = useTyped<readonly FollowUpTemplate[] | null>(form, 'changed', null);
  const set = useCommand('follow-up.set-templates', form);
  const shown = changed ?? templates;

  function change(at: number, to: Partial<FollowUpTemplate>) {
    setChanged(shown.map((each, index) => (index === at ? { ...each, ...to } : each)));
  }
  function toggle(at: number, call: FollowUp, on: boolean) {
    const calls = shown[at]?.calls ?? [];
    change(at, { calls: on ? [...calls, call] : calls.filter((each) => each !== call) });
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    const asked = shown.map(({ id, label, calls }) => ({ id, label, calls: [...calls] }));
    if ((await set.give({ templates: asked })) === null) return;
    setChanged(null);
    askAgain();
  }
  // One that was never used as an id here.
  const nextId = () =>
    `set-${1 + Math.max(0, ...shown.map(({ id }) => Number(/^set-(\d+)$/.exec(id)?.[1] ?? 0)))}`;

  return (
    <form className="templates-form" onSubmit={submit} aria-label="Sets of follow-ups">
      <h3>Sets of follow-ups</h3>
      {shown.map(({ id, label, calls }, at) => (
        <fieldset key={id} className="in-a-row">
          <legend>{label === '' ? 'A new set' : label}</legend>
          <TextField
            label="Name of the set"
            value={label}
            onText={(text) => change(at, { label: text })}
            maxLength={60}
          />
          {FOLLOW_UPS.map((call) => (
            <label key={call}>
              <input
                type="checkbox"
                checked={calls.includes(call)}
                onChange={({ target }) => toggle(at, call, target.checked)}
              />
              {FOLLOW_UP_LABELS[call]}
            </label>
          ))}
          <Button tone="quiet" onClick={() => setChanged(shown.filter((each) => each.id !== id))}>
            Leave it out
          </Button>
        </fieldset>
      ))}
      <Refused refusal={set.refusal} />
      <div className="button-row">
        {shown.length < MOST_TEMPLATES && (
          <Button onClick={() => setChanged([...shown, { id: nextId(), label: '', calls: [] }])}>
            One more set
          </Button>
        )}
        <Button type="submit" tone="primary" aria-disabled={changed === null || set.busy}>
          Keep these sets
        </Button>
      </div>
    </form>
  );
}
