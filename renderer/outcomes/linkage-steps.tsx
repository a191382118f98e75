import type { LinkageFigures } from '#shared/outcomes/linkage.ts';
import { percent } from './figure.tsx';
import { written } from './shares.ts';

const STEPS = [
  ['made', 'Made', 'told to the person'],
  ['consented', 'Consented', 'the place may be told'],
  ['sent', 'Sent', 'told to the place'],
  ['accepted', 'Accepted', 'by the place'],
  ['arrived', 'Arrived', 'confirmed by the place'],
  ['linked', 'Linked', 'a service within 30 days, confirmed'],
] as const;

/** The way of the referrals: one step after the other, each as wide as how many got there. */
export function LinkageSteps({ steps }: { readonly steps: LinkageFigures['steps'] }) {
  return (
    <ol className="linkage-steps">
      {STEPS.map(([id, label, means]) => (
        <li key={id} data-confirmed={id === 'arrived' || id === 'linked'}>
          <b>{label}</b>
          <span className="linkage-count">
            {written(steps[id])} <small>{percent(steps[id] / steps.made)}</small>
          </span>
          <span className="linkage-bar" aria-hidden="true">
            <span style={{ width: `${(100 * steps[id]) / steps.made}%` }} />
          </span>
          <small>{means}</small>
        </li>
      ))}
    </ol>
  );
}
