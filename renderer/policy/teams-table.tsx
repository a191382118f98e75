import type { Policy } from '#shared/policy/policy.ts';
import { deskNow } from '../desk/clock.ts';
import { deskStore } from '../desk/desk-store.ts';
import { useActions } from '../keys/actions.ts';
import { LevelBadge } from '../parts/level-badge.tsx';
import { dayInZone } from '#shared/roster/zone-moment.ts';
import { switchCell, textCell, verifyCell } from './cells.tsx';
import { readPath, type Path } from './document-path.ts';
import { LEVEL_CHOICES } from './facts-table.tsx';
import { actingCell, rowOf } from './grid-focus.ts';
import { Grid } from './grid.tsx';
import type { GridCell, GridColumn } from './grid-cell.ts';
import { HoursEditor } from './hours-editor.tsx';
import { markOfRow } from './marks.ts';
import { insertPeriod, rowKeys } from './row-moves.ts';
import { hoursText } from '../parts/service-hours.ts';
import { SetEditor } from './set-editor.tsx';
import { useWorkshop } from './workshop-store.ts';

const COLUMNS: readonly GridColumn[] = [
  { id: 'label', label: 'Team' },
  { id: 'short', label: 'Short' },
  { id: 'requiredRoles', label: 'Crew it must have' },
  { id: 'unarmed', label: 'Unarmed' },
  { id: 'riskCeiling', label: 'Up to', hint: 'The highest level it may be sent to' },
  { id: 'hours', label: 'Hours' },
  { id: 'areas', label: 'Areas' },
  { id: 'callTypes', label: 'Call types' },
  { id: 'checkInMinutes', label: 'Checks in', hint: 'Minutes, while it is with the person' },
  { id: 'checkInGraceMinutes', label: 'Grace', hint: 'Minutes from a late check-in to back-up' },
  { id: 'effectiveFrom', label: 'From' },
  { id: 'effectiveTo', label: 'Until' },
  { id: 'verify', label: 'Verify' },
  { id: 'id', label: 'Id' },
];
const KEYS = rowKeys('teamTypes', 'label');
const EMPTY = { path: ['teamTypes', -1], says: 'No team types yet: no response can be filled.' };

export function teamLabel(policy: Policy, id: string): string {
  return policy.teamTypes.find((team) => team.id === id)?.label || id;
}

/** Every team type once, however many periods it has. */
export function teamChoices(policy: Policy) {
  return [...new Set(policy.teamTypes.map(({ id }) => id))].map((id) => ({
    id,
    label: teamLabel(policy, id),
  }));
}

/** Teams as they are staffed: one row for each period, because crews, hours and areas change. */
export function TeamsTable({ policy }: { readonly policy: Policy }) {
  const before = useWorkshop((state) => state.workshop?.inForce.policy.teamTypes);
  useActions({ 'policy.add-period': beginPeriod });
  const roles = [
    ...new Set([
      ...policy.teamTypes.flatMap(({ requiredRoles }) => requiredRoles),
      ...(policy.policeRoles ?? []),
    ]),
  ].map((id) => ({ id, label: id }));
  const areas = policy.areas.map(({ id, name, zone }) => ({ id, label: name, detail: zone }));
  const callTypes = policy.callTypes.map(({ code, label }) => ({
    id: code,
    label: `${code} ${label}`,
  }));

  const lines = policy.teamTypes.map((team, at) => {
    const path: Path = ['teamTypes', at];
    return {
      key: `${team.id} ${at}`,
      path,
      name: `team ${team.label || team.id}`,
      mark: markOfRow(before, team, ({ id, effectiveFrom }) => `${id} ${effectiveFrom}`),
      cells: [
        { ...textCell('label', 'Label', path, team.label), className: 'strong name' },
        { ...textCell('id', 'Id', path, team.id), shown: <code>{team.id}</code> },
        textCell('short', 'Short', path, team.short),
        {
          column: 'requiredRoles',
          label: 'Crew',
          path: [...path, 'requiredRoles'],
          value: team.requiredRoles,
          shown: <Several names={team.requiredRoles} none="nobody" />,
          kind: {
            by: 'below',
            editor: () => (
              <SetEditor
                path={[...path, 'requiredRoles']}
                value={team.requiredRoles}
                choices={roles}
                other="Another role"
              />
            ),
          },
        },
        switchCell('unarmed', 'Unarmed', path, team.unarmed, 'unarmed', 'armed'),
        {
          column: 'riskCeiling',
          label: 'Up to',
          path: [...path, 'riskCeiling'],
          value: team.riskCeiling,
          shown: <LevelBadge level={team.riskCeiling} />,
          kind: { by: 'choice', choices: LEVEL_CHOICES },
        },
        {
          column: 'hours',
          label: 'Hours',
          path: [...path, 'hours'],
          value: team.hours,
          shown: hoursText(team.hours),
          kind: {
            by: 'below',
            editor: () => <HoursEditor path={[...path, 'hours']} hours={team.hours} />,
          },
        },
        {
          column: 'areas',
          label: 'Areas',
          path: [...path, 'areas'],
          value: team.areas,
          shown:
            team.areas === null ? (
              'everywhere'
            ) : (
              <Counted
                names={team.areas.map((id) => areas.find((each) => each.id === id)?.label ?? id)}
                one="area"
              />
            ),
          kind: {
            by: 'below',
            editor: () => (
              <SetEditor
                path={[...path, 'areas']}
                value={team.areas}
                choices={areas}
                all="Everywhere"
              />
            ),
          },
        },
        {
          column: 'callTypes',
          label: 'Call types',
          path: [...path, 'callTypes'],
          value: team.callTypes,
          shown:
            team.callTypes == null ? 'all' : <Counted names={team.callTypes} one="call type" />,
          kind: {
            by: 'below',
            editor: () => (
              <SetEditor
                path={[...path, 'callTypes']}
                value={team.callTypes}
                choices={callTypes}
                all="All call types"
              />
            ),
          },
        },
        minutesCell('checkInMinutes', 'Checks in every', path, team.checkInMinutes, 'never'),
        minutesCell('checkInGraceMinutes', 'Grace', path, team.checkInGraceMinutes, 'none'),
        dateCell('effectiveFrom', 'From', path, team.effectiveFrom, null),
        dateCell('effectiveTo', 'Until', path, team.effectiveTo, 'open'),
        verifyCell(path, team.verify),
      ] satisfies GridCell[],
    };
  });
  return (
    <Grid
      label="Team types"
      className="teams-grid"
      columns={COLUMNS}
      groups={[{ key: 'teams', lines }]}
      keys={KEYS}
      empty={EMPTY}
    />
  );
}

function dateCell(
  column: string,
  label: string,
  path: Path,
  value: string | null,
  none: string | null,
): GridCell {
  return {
    column,
    label,
    path: [...path, column],
    value,
    shown: value ?? <span className="quiet">{none}</span>,
    kind: { by: 'date', none },
  };
}

/** Minutes that may be left out of the document. */
function minutesCell(
  column: string,
  label: string,
  path: Path,
  value: number | undefined,
  none: string,
): GridCell {
  return {
    column,
    label: `${label}, in minutes`,
    path: [...path, column],
    value,
    shown: value === undefined ? <span className="quiet">{none}</span> : `${value} min`,
    kind: { by: 'number', none, absent: true },
  };
}

function Several({ names, none }: { readonly names: readonly string[]; readonly none: string }) {
  return names.length === 0 ? <span className="quiet">{none}</span> : names.join(' + ');
}

function Counted({ names, one }: { readonly names: readonly string[]; readonly one: string }) {
  if (names.length <= 2)
    return names.length === 0 ? <span className="quiet">none</span> : names.join(', ');
  return <span title={names.join(', ')}>{`${names.length} ${one}s`}</span>;
}

/** From tomorrow on, because today's calls are routed by what holds today. */
function beginPeriod(): void | false {
  const row = rowOf(actingCell());
  if (row === null) return false;
  const zone = deskStore.getState().hello?.center?.timeZone ?? 'UTC';
  insertPeriod(readPath(row), dayInZone(zone, deskNow() + 86_400_000));
}
