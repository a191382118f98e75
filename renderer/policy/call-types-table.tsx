import type { Policy } from '#shared/policy/policy.ts';
import { textCell, verifyCell } from './cells.tsx';
import { factLabel } from './condition-chips.tsx';
import type { Path } from './document-path.ts';
import { Grid } from './grid.tsx';
import type { GridCell, GridColumn } from './grid-cell.ts';
import { markOfRow } from './marks.ts';
import { rowKeys } from './row-moves.ts';
import { StatesEditor } from './states-editor.tsx';
import { useWorkshop } from './workshop-store.ts';

const COLUMNS: readonly GridColumn[] = [
  { id: 'code', label: 'Code' },
  { id: 'label', label: 'Call type' },
  { id: 'priority', label: 'Priority', hint: '1 is highest' },
  { id: 'behavioral', label: 'Mental health or substance use' },
  { id: 'states', label: 'What the type states by itself' },
  { id: 'source', label: 'Source' },
  { id: 'verify', label: 'Verify' },
];
const BEHAVIORAL = [
  { id: 'yes', label: 'yes' },
  { id: 'no', label: 'no' },
  { id: 'ask', label: 'ask', detail: 'The questions decide' },
];
const KEYS = rowKeys('callTypes', 'code');
const EMPTY = {
  path: ['callTypes', -1],
  says: 'No call types yet: every call is told by its answers alone.',
};

/** The natures of calls: what each says before anybody has asked anything. */
export function CallTypesTable({ policy }: { readonly policy: Policy }) {
  const before = useWorkshop((state) => state.workshop?.inForce.policy.callTypes);
  const lines = policy.callTypes.map((callType, at) => {
    const path: Path = ['callTypes', at];
    return {
      key: `${callType.code} ${at}`,
      path,
      name: `call type ${callType.label || callType.code}`,
      mark: markOfRow(before, callType, ({ code }) => code),
      cells: [
        { ...textCell('code', 'Code', path, callType.code), shown: <code>{callType.code}</code> },
        { ...textCell('label', 'Label', path, callType.label), className: 'strong name' },
        {
          column: 'priority',
          label: 'Priority',
          path: [...path, 'priority'],
          value: callType.priority,
          shown: callType.priority,
          kind: { by: 'number', none: null },
        },
        {
          column: 'behavioral',
          label: 'Mental health or substance use',
          path: [...path, 'behavioral'],
          value: callType.behavioral,
          shown: callType.behavioral,
          kind: { by: 'choice', choices: BEHAVIORAL },
        },
        {
          column: 'states',
          label: 'States',
          path: [...path, 'states'],
          value: callType.states,
          shown:
            callType.states.length === 0 ? (
              <span className="quiet">nothing</span>
            ) : (
              <span className="chips">
                {callType.states.map(({ fact, answer }) => (
                  <span key={fact} className="chip">
                    {factLabel(policy, fact)}: <b>{answer}</b>
                  </span>
                ))}
              </span>
            ),
          kind: {
            by: 'below',
            editor: () => (
              <StatesEditor policy={policy} path={[...path, 'states']} states={callType.states} />
            ),
          },
        },
        { ...textCell('source', 'Source', path, callType.source), className: 'quiet tight' },
        verifyCell(path, callType.verify),
      ] satisfies GridCell[],
    };
  });
  return (
    <Grid
      label="Call types"
      className="call-types-grid"
      columns={COLUMNS}
      groups={[{ key: 'call-types', lines }]}
      keys={KEYS}
      empty={EMPTY}
    />
  );
}
