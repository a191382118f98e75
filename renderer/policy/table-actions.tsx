import { runAction } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import type { Section } from './workshop-store.ts';

interface Act {
  readonly id: string;
  readonly keys: string;
  readonly label: string;
}

const EDIT: Act = { id: 'policy.edit', keys: 'Enter', label: 'Edit' };
const REMOVE: Act = { id: 'policy.remove', keys: 'Del', label: 'Remove' };
const MOVE: readonly Act[] = [
  { id: 'policy.up', keys: 'Alt+↑', label: 'Up' },
  { id: 'policy.down', keys: 'Alt+↓', label: 'Down' },
];
const add = (label: string): Act => ({ id: 'policy.add', keys: 'a', label });

const ACTS: Readonly<Record<Section, readonly Act[]>> = {
  rules: [
    EDIT,
    add('Add a rule'),
    { id: 'policy.add-condition', keys: 'c', label: 'Add a condition' },
    ...MOVE,
    { id: 'policy.to-gate', keys: 'm', label: 'To another gate' },
    REMOVE,
  ],
  facts: [EDIT, add('Add a fact'), REMOVE],
  responses: [EDIT, add('Add a response'), REMOVE],
  teams: [
    EDIT,
    add('Add a team'),
    { id: 'policy.add-period', keys: 't', label: 'New period' },
    REMOVE,
  ],
  'call-types': [EDIT, add('Add a call type'), REMOVE],
  promises: [EDIT],
  limits: [EDIT, add('Add a limit'), ...MOVE, REMOVE],
  phone: [EDIT],
  receivers: [EDIT, add('Add a receiver'), ...MOVE, REMOVE],
};

/** What the keys do to the marked cell and its row, for whoever uses the pointer or learns the keys. */
export function TableActions({ section }: { readonly section: Section }) {
  return (
    <div className="table-actions" role="group" aria-label="The marked row" data-acts-on-table>
      {ACTS[section].map(({ id, keys, label }) => (
        <Button
          key={id}
          tone="quiet"
          keys={keys}
          // The cell keeps the focus: it is what the action is about.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => runAction(id)}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
