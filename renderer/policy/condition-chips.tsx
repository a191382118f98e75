import type { Condition, Policy } from '#shared/policy/policy.ts';
import { READING_LABELS } from './edit-rules.ts';

export function factLabel(policy: Policy, id: string): string {
  const label = policy.facts.find((fact) => fact.id === id)?.label ?? '';
  return label === '' ? id : label;
}

/** "Weapon in hand: yes, unknown" and, while there is none, what that means. */
export function ConditionChips({
  policy,
  conditions,
  empty,
}: {
  readonly policy: Policy;
  readonly conditions: readonly Condition[];
  readonly empty: string;
}) {
  if (conditions.length === 0) return <span className="quiet">{empty}</span>;
  return (
    <span className="chips">
      {conditions.map(({ fact, is }, at) => (
        <span key={`${fact} ${at}`} className="chip">
          {at > 0 && <span className="spoken"> and </span>}
          {factLabel(policy, fact)}:{' '}
          <b>
            {is.length === 0 ? 'never' : is.map((each) => READING_LABELS[each] ?? each).join(', ')}
          </b>
        </span>
      ))}
    </span>
  );
}
