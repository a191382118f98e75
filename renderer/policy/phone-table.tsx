import type { Policy } from '#shared/policy/policy.ts';
import { responseChoices, responseLabel, stillCell, textCell, verifyCell } from './cells.tsx';
import type { Path } from './document-path.ts';
import { withPhoneDesk } from './edit-lists.ts';
import { Grid, type GridKeys } from './grid.tsx';
import type { GridCell, GridColumn, GridLine } from './grid-cell.ts';
import { PHONE_FIGURES } from './phone-figures.ts';
import { edit, goTo } from './workshop-store.ts';

const COLUMNS: readonly GridColumn[] = [
  { id: 'what', label: 'Phone desk' },
  { id: 'value', label: 'Value' },
  { id: 'why', label: 'What it is for' },
];
const PATH: Path = ['phoneDesk'];
const EMPTY = {
  path: PATH,
  says: 'This policy says nothing of the phone desk; the figures of CareDesk hold.',
  adds: 'writes them down here, to be changed.',
};
const KEYS: GridKeys = {
  add() {
    edit(withPhoneDesk);
    goTo([...PATH, 'capacity'], 'value');
  },
};

/** How calls are answered by phone: who is asked for how long, and what follows when nobody answers. */
export function PhoneTable({ policy }: { readonly policy: Policy }) {
  return (
    <Grid
      label="Phone desk"
      className="promises-grid"
      columns={COLUMNS}
      groups={[{ key: 'phone', lines: linesOf(policy) }]}
      keys={KEYS}
      empty={EMPTY}
    />
  );
}

function linesOf(policy: Policy): GridLine[] {
  const { phoneDesk } = policy;
  if (phoneDesk === undefined) return [];
  const figures = PHONE_FIGURES.map(({ member, what, unit, why }) =>
    line(member, what, why, {
      column: 'value',
      label: `In ${unit}`,
      path: [...PATH, member],
      value: phoneDesk[member],
      shown: `${phoneDesk[member]} ${unit}`,
      kind: { by: 'number', none: null },
    }),
  );
  const fallback = line(
    'fallback',
    'When nobody takes the call',
    'Neither a clinician nor 988: it returns to dispatch, raised, and this is recommended',
    {
      column: 'value',
      label: 'Response',
      path: [...PATH, 'fallback'],
      value: phoneDesk.fallback,
      shown: responseLabel(policy, phoneDesk.fallback),
      kind: {
        by: 'choice',
        choices: responseChoices({
          ...policy,
          responses: policy.responses.filter(({ byPhone }) => !byPhone),
        }),
      },
    },
  );
  const source: GridLine = {
    key: 'source',
    path: [...PATH, 'source'],
    name: 'phone desk',
    cells: [
      stillCell([...PATH, 'source-what'], 'what', 'Where they come from', 'quiet'),
      { ...verifyCell(PATH, phoneDesk.verify), column: 'value' },
      { ...textCell('source', 'Source', PATH, phoneDesk.source), column: 'why' },
    ],
  };
  return [...figures, fallback, source];
}

function line(member: string, what: string, why: string, value: GridCell): GridLine {
  return {
    key: member,
    path: [...PATH, member],
    name: what,
    cells: [
      stillCell([...PATH, `${member}-what`], 'what', what, 'strong'),
      value,
      stillCell([...PATH, `${member}-why`], 'why', why, 'quiet'),
    ],
  };
}
