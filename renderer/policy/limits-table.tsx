import type { Policy } from '#shared/policy/policy.ts';
import { limitSubject } from '#shared/policy/difference/status-limit-differences.ts';
import { LIMITED_STATUSES } from '#shared/policy/status-limit.ts';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';
import { LevelBadge } from '../parts/level-badge.tsx';
import { textCell, verifyCell } from './cells.tsx';
import type { Path } from './document-path.ts';
import { LEVEL_CHOICES } from './facts-table.tsx';
import { Grid } from './grid.tsx';
import type { GridCell, GridColumn } from './grid-cell.ts';
import { markOfRow } from './marks.ts';
import { orderedRowKeys } from './row-moves.ts';
import { SetEditor } from './set-editor.tsx';
import { teamChoices, teamLabel } from './teams-table.tsx';
import { useWorkshop } from './workshop-store.ts';
import '../style/time-limits.css';

const COLUMNS: readonly GridColumn[] = [
  { id: 'status', label: 'Status' },
  { id: 'fromLevel', label: 'Level', hint: 'The lowest level of the incident it holds for' },
  { id: 'upToPriority', label: 'Priority', hint: 'Of the call type; 1 is the highest' },
  { id: 'teamTypes', label: 'Team types' },
  { id: 'warnMinutes', label: 'Warns after' },
  { id: 'alertMinutes', label: 'Alerts after', hint: 'Written down, and said to everybody' },
  { id: 'source', label: 'Source' },
  { id: 'verify', label: 'Verify' },
];
const STATUS_CHOICES = LIMITED_STATUSES.map((id) => ({ id, label: UNIT_STATUS[id].label }));
const KEYS = orderedRowKeys('statusLimits', 'status');
const EMPTY = {
  path: ['statusLimits', -1],
  says: 'No limits yet: a unit may stay in a status for ever, and nobody is warned. a adds one.',
};

/** How long a unit may stay in a status. Read from the top: the first that fits holds. */
export function LimitsTable({ policy }: { readonly policy: Policy }) {
  const before = useWorkshop((state) => state.workshop?.inForce.policy.statusLimits);
  const teams = teamChoices(policy);
  const name = (limit: NonNullable<Policy['statusLimits']>[number]) =>
    limitSubject(limit, (id) => teamLabel(policy, id));
  const lines = (policy.statusLimits ?? []).map((limit, at) => {
    const path: Path = ['statusLimits', at];
    return {
      key: `${limit.status} ${at}`,
      path,
      name: `limit ${name(limit)}`,
      mark: markOfRow(before, limit, name),
      cells: [
        {
          column: 'status',
          label: 'Status',
          path: [...path, 'status'],
          value: limit.status,
          shown: UNIT_STATUS[limit.status].label,
          className: 'strong name',
          kind: { by: 'choice', choices: STATUS_CHOICES },
        },
        {
          column: 'fromLevel',
          label: 'From level',
          path: [...path, 'fromLevel'],
          value: limit.fromLevel,
          shown:
            limit.fromLevel === null ? (
              <span className="quiet">every level</span>
            ) : (
              <>
                <LevelBadge level={limit.fromLevel} /> and up
              </>
            ),
          kind: {
            by: 'choice',
            choices: LEVEL_CHOICES,
            absent: { label: 'Every level', value: null },
          },
        },
        {
          column: 'upToPriority',
          label: 'Up to priority',
          path: [...path, 'upToPriority'],
          value: limit.upToPriority,
          shown:
            limit.upToPriority === null ? (
              <span className="quiet">all</span>
            ) : limit.upToPriority === 1 ? (
              '1'
            ) : (
              `1 to ${limit.upToPriority}`
            ),
          kind: { by: 'number', none: 'all' },
        },
        {
          column: 'teamTypes',
          label: 'Team types',
          path: [...path, 'teamTypes'],
          value: limit.teamTypes,
          shown:
            limit.teamTypes === null ? (
              <span className="quiet">all</span>
            ) : (
              limit.teamTypes.map((id) => teamLabel(policy, id)).join(', ')
            ),
          kind: {
            by: 'below',
            editor: () => (
              <SetEditor
                path={[...path, 'teamTypes']}
                value={limit.teamTypes}
                choices={teams}
                all="All team types"
              />
            ),
          },
        },
        minutesCell('warnMinutes', 'Warns after', path, limit.warnMinutes),
        minutesCell('alertMinutes', 'Alerts after', path, limit.alertMinutes),
        { ...textCell('source', 'Source', path, limit.source), className: 'quiet tight' },
        verifyCell(path, limit.verify),
      ] satisfies GridCell[],
    };
  });
  return (
    <Grid
      label="Status limits"
      className="limits-grid"
      columns={COLUMNS}
      groups={[{ key: 'limits', lines }]}
      keys={KEYS}
      empty={EMPTY}
    />
  );
}

function minutesCell(column: string, label: string, path: Path, value: number): GridCell {
  return {
    column,
    label: `${label}, in minutes`,
    path: [...path, column],
    value,
    shown: `${value} min`,
    kind: { by: 'number', none: null },
  };
}
