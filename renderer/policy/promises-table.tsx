import type { Policy, Promises } from '#shared/policy/policy.ts';
import { stillCell, textCell, verifyCell } from './cells.tsx';
import type { Path } from './document-path.ts';
import { Grid } from './grid.tsx';
import type { GridCell, GridColumn } from './grid-cell.ts';

const COLUMNS: readonly GridColumn[] = [
  { id: 'what', label: 'Promise' },
  { id: 'value', label: 'Within' },
  { id: 'why', label: 'What it is for' },
];

type Figure = Exclude<keyof Promises, 'source' | 'verify'>;

const FIGURES: readonly {
  readonly member: Figure;
  readonly what: string;
  readonly unit: string;
  readonly why: string;
}[] = [
  {
    member: 'answerSeconds',
    what: 'A call is answered',
    unit: 'seconds',
    why: 'The figure in the strip and the bar beside each waiting call',
  },
  {
    member: 'decideSeconds',
    what: 'A response is decided',
    unit: 'seconds',
    why: 'From the answer to the first unit sent',
  },
  {
    member: 'clinicianMinutes',
    what: 'A clinician is on the phone',
    unit: 'minutes',
    why: 'After that, 988 takes over with the packet',
  },
  {
    member: 'recontactMinutes',
    what: 'The caller is called back',
    unit: 'minutes',
    why: 'While a call is held, or waits for a team from L2 up',
  },
];
const PATH: Path = ['promises'];

/** The times the center promises; everything that shows an age against a promise reads them. */
export function PromisesTable({ policy: { promises } }: { readonly policy: Policy }) {
  const lines = [
    ...FIGURES.map(({ member, what, unit, why }) => ({
      key: member,
      path: [...PATH, member],
      name: what,
      cells: [
        stillCell([...PATH, `${member}-what`], 'what', what, 'strong'),
        {
          column: 'value',
          label: `Within, in ${unit}`,
          path: [...PATH, member],
          value: promises[member],
          shown: `${promises[member]} ${unit}`,
          kind: { by: 'number', none: null },
        },
        stillCell([...PATH, `${member}-why`], 'why', why, 'quiet'),
      ] satisfies GridCell[],
    })),
    {
      key: 'source',
      path: [...PATH, 'source'],
      name: 'promises',
      cells: [
        stillCell([...PATH, 'source-what'], 'what', 'Where they come from', 'quiet'),
        { ...verifyCell(PATH, promises.verify), column: 'value' },
        { ...textCell('source', 'Source', PATH, promises.source), column: 'why' },
      ] satisfies GridCell[],
    },
  ];
  return (
    <Grid
      label="Promises"
      className="promises-grid"
      columns={COLUMNS}
      groups={[{ key: 'promises', lines }]}
      keys={{}}
    />
  );
}
