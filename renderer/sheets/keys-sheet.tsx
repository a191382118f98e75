import { useState } from 'react';
import { useOffered } from '../keys/actions.ts';
import { COMMAND_FORMS } from '../keys/command-forms.ts';
import type { KeyBinding, Place } from '../keys/key-binding.ts';
import { KEYMAP } from '../keys/keymap.ts';
import { bindingsIn, placeOf } from '../keys/places.ts';
import { Keys } from '../parts/kbd.tsx';
import { TextField } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { matches } from './matching.ts';

const PLACE_NAMES: Readonly<Record<Place, string>> = {
  queue: 'in the queue',
  incident: 'in the incident',
  facts: 'in the questions',
  teams: 'in the teams',
  clinician: 'at the clinician’s desk',
  outcomes: 'in outcomes',
  policy: 'in the policy workshop',
  overrides: 'in the override review',
  roster: 'in the roster',
  directory: 'the directory',
  import: 'at the import',
  map: 'on the map',
  people: 'at the people',
  administration: 'in the administration',
  audit: 'in the audit',
  sheet: 'in a sheet',
  veil: 'under the veil',
  lock: 'on a locked console',
  alarm: 'while a duress covers the screen',
};

/** What one does most comes first. */
const GROUPS: readonly KeyBinding['group'][] = [
  'Safety',
  'Policy',
  'Roster',
  'People',
  'Map',
  'Directory',
  'Import',
  'Administration',
  'Outcomes',
  'Phone',
  'Facts',
  'Decide',
  'Call',
  'Teams',
  'Move',
  'Window',
];

/** What works where the person was when asking, read from the keymap itself: it cannot be out of date. */
export function KeysSheet() {
  // Read while drawing for the first time: afterwards the focus is in this sheet.
  const [here] = useState(() => placeOf(document.activeElement));
  const [typed, setTyped] = useState('');
  const offered = useOffered();
  const everywhere = typed.trim() !== '';
  const listed = everywhere ? KEYMAP : bindingsIn(here);
  const found = unique(listed).filter((binding) =>
    matches(typed, binding.label, binding.keys.join(' '), binding.group, binding.word ?? ''),
  );
  const forms = COMMAND_FORMS.filter(({ form, label }) => matches(typed, form, label));
  const groups = GROUPS.filter((group) => found.some((binding) => binding.group === group));

  return (
    <Sheet
      title="Keys"
      subtitle={everywhere ? 'Found everywhere' : `What works ${PLACE_NAMES[here]}`}
    >
      <TextField label="Search all keys" value={typed} onText={setTyped} />
      {found.length + forms.length === 0 && <p role="status">No key does “{typed}”.</p>}
      {groups.map((group) => (
        <section key={group} className="key-group" aria-label={`Keys: ${group}`}>
          <h3>{group}</h3>
          <dl>
            {found
              .filter((binding) => binding.group === group)
              .map((binding) => (
                <KeyLine
                  key={`${binding.id} ${binding.places.join()}`}
                  binding={binding}
                  everywhere={everywhere}
                  offered={offered.has(binding.id)}
                />
              ))}
          </dl>
        </section>
      ))}
      {forms.length > 0 && (
        <section className="key-group command-forms" aria-label="Command line">
          <h3>Command line</h3>
          <dl>
            {forms.map(({ word, form, label }) => (
              <div key={word} data-offered="true">
                <dt>
                  <code>{form}</code>
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
          <p className="field-hint">
            In any order: <code>12 m2</code>, <code>m2 os</code>. A name stands for its unit:{' '}
            <code>send nolan 12</code>. <Keys keys="Tab" /> or <Keys keys="→" /> completes,{' '}
            <Keys keys="↑" /> in an empty line brings back what you gave before.
          </p>
        </section>
      )}
      <p className="field-hint">
        In a text field plain letters type. Hold <Keys keys="Alt" /> with the letter for the same
        action.
      </p>
    </Sheet>
  );
}

function KeyLine({
  binding,
  everywhere,
  offered,
}: {
  readonly binding: KeyBinding;
  readonly everywhere: boolean;
  readonly offered: boolean;
}) {
  return (
    <div data-offered={everywhere || offered}>
      <dt>
        {binding.keys.map((keys, at) => (
          <span key={keys}>
            {at > 0 && ' or '}
            <Keys keys={asPrinted(keys)} />
            <span className="spoken">{keys}</span>
          </span>
        ))}
      </dt>
      <dd>
        {binding.label}
        {everywhere && (
          <small> {binding.places.map((place) => PLACE_NAMES[place]).join(', ')}</small>
        )}
        {!everywhere && !offered && <small> not just now</small>}
      </dd>
    </div>
  );
}

/** Question 1 to 9 are nine keys and one line. */
function unique(bindings: readonly KeyBinding[]): KeyBinding[] {
  const jumps = bindings.filter((binding) => binding.id.startsWith('facts.jump-'));
  return bindings.flatMap((binding) => {
    if (!jumps.includes(binding)) return [binding];
    if (binding !== jumps[0]) return [];
    return [{ ...binding, keys: ['1…9'], label: 'Question 1 to 9 of the group' }];
  });
}

const PRINTED: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  Backspace: 'Bksp',
  Delete: 'Del',
  'Shift+ArrowUp': 'Shift+↑',
  'Shift+ArrowDown': 'Shift+↓',
};

/** Short, as on the key itself. */
function asPrinted(keys: string): string {
  return PRINTED[keys] ?? keys;
}
