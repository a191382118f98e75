import { type FormEvent } from 'react';
import type { UnitRow } from '#shared/board/board-rows.ts';
import { capabilityLabel } from '#shared/policy/policy.ts';
import { may } from '#shared/roster/permission.ts';
import { useDesk } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { CapabilityChoice } from './capability-choice.tsx';

/** What its vehicle has; the roster's keepers change it. */
export function Vehicle({ unit }: { readonly unit: UnitRow }) {
  const form = { subject: `unit/${unit.unitId}`, form: 'vehicle' };
  const [changing, setChanging] = useTyped<readonly string[] | null>(form, 'has', null);
  const policy = useDesk((desk) => desk.policy);
  const keeps = useDesk((desk) => {
    const role = desk.hello?.session?.role;
    return role !== undefined && may(role, 'keep-roster');
  });
  const set = useCommand('unit.set-capabilities', form);
  const has = unit.capabilities.map((id) => (policy === null ? id : capabilityLabel(policy, id)));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const capabilities = [...(changing ?? [])];
    if ((await set.give({ unitId: unit.unitId, capabilities })) !== null) setChanging(null);
  }

  return (
    <section className="vehicle" aria-labelledby="vehicle-title">
      <h3 id="vehicle-title">Vehicle</h3>
      {changing === null ? (
        <p>
          {has.length === 0 ? 'Nothing special.' : `${has.join(', ')}.`}{' '}
          {keeps && (policy?.capabilities ?? []).length > 0 && (
            <Button tone="quiet" onClick={() => setChanging(unit.capabilities)}>
              Change
            </Button>
          )}
        </p>
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          <CapabilityChoice chosen={changing} onChoose={setChanging} />
          <Refused refusal={set.refusal} />
          <div className="button-row">
            <Button type="submit" tone="primary" aria-disabled={set.busy}>
              Note it
            </Button>
            <Button tone="quiet" onClick={() => setChanging(null)}>
              Leave as it is
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
