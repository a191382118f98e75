import type { Policy } from '#shared/policy/policy.ts';
import { LevelBadge } from '../parts/level-badge.tsx';
import { responseChoices, responseLabel, switchCell, textCell, verifyCell } from './cells.tsx';
import { ConditionChips } from './condition-chips.tsx';
import { ConditionsEditor } from './conditions-editor.tsx';
import type { Path } from './document-path.ts';
import { LEVEL_CHOICES } from './facts-table.tsx';
import { Grid } from './grid.tsx';
import type { GridCell, GridColumn } from './grid-cell.ts';
import { markOfRow } from './marks.ts';
import { OrderEditor } from './order-editor.tsx';
import { rowKeys } from './row-moves.ts';
import { teamChoices, teamLabel } from './teams-table.tsx';
import { useWorkshop } from './workshop-store.ts';

const COLUMNS: readonly GridColumn[] = [
  { id: 'label', label: 'Response' },
  { id: 'level', label: 'Level' },
  { id: 'who', label: 'Who goes' },
  { id: 'promiseMinutes', label: 'Promise' },
  { id: 'teamTypes', label: 'Filled by, best first' },
  { id: 'sends', label: 'Sends' },
  { id: 'fallbacks', label: 'When nobody is free' },
  { id: 'needs', label: 'Only when this is so' },
  { id: 'unarmedOnly', label: 'Unarmed' },
  { id: 'byPhone', label: 'Phone' },
  { id: 'verify', label: 'Verify' },
  { id: 'id', label: 'Id' },
];
const SENDS = [
  { id: 'one-of', label: 'one of them' },
  { id: 'one-of-each', label: 'one of each' },
];
const KEYS = rowKeys('responses', 'label');
const EMPTY = { path: ['responses', -1], says: 'No responses yet: nobody can be sent.' };

/** What can be sent: by whom it is filled, how soon, and what is offered when nobody is free. */
export function ResponsesTable({ policy }: { readonly policy: Policy }) {
  const before = useWorkshop((state) => state.workshop?.inForce.policy.responses);
  const lines = policy.responses.map((response, at) => {
    const path: Path = ['responses', at];
    const needs = response.needs ?? [];
    return {
      key: `${response.id} ${at}`,
      path,
      name: `response ${response.label || response.id}`,
      mark: markOfRow(before, response, ({ id }) => id),
      cells: [
        { ...textCell('label', 'Label', path, response.label), className: 'strong name' },
        { ...textCell('id', 'Id', path, response.id), shown: <code>{response.id}</code> },
        textCell('who', 'Who goes', path, response.who),
        {
          column: 'level',
          label: 'Level',
          path: [...path, 'level'],
          value: response.level,
          shown: <LevelBadge level={response.level} />,
          kind: { by: 'choice', choices: LEVEL_CHOICES },
        },
        switchCell('unarmedOnly', 'Unarmed only', path, response.unarmedOnly, 'unarmed', 'no'),
        switchCell('byPhone', 'By phone', path, response.byPhone, 'phone', 'no'),
        {
          column: 'teamTypes',
          label: 'Teams',
          path: [...path, 'teamTypes'],
          value: response.teamTypes,
          shown: (
            <Ordered names={response.teamTypes.map((id) => teamLabel(policy, id))} none="no team" />
          ),
          kind: {
            by: 'below',
            editor: () => (
              <OrderEditor
                path={[...path, 'teamTypes']}
                value={response.teamTypes}
                choices={teamChoices(policy)}
                add="Another team"
              />
            ),
          },
        },
        {
          column: 'sends',
          label: 'Sends',
          path: [...path, 'sends'],
          value: response.sends,
          shown: SENDS.find(({ id }) => id === response.sends)?.label ?? response.sends,
          kind: { by: 'choice', choices: SENDS },
        },
        {
          column: 'promiseMinutes',
          label: 'Promise, in minutes',
          path: [...path, 'promiseMinutes'],
          value: response.promiseMinutes,
          shown: `${response.promiseMinutes} min`,
          kind: { by: 'number', none: null },
        },
        {
          column: 'fallbacks',
          label: 'Fallbacks',
          path: [...path, 'fallbacks'],
          value: response.fallbacks,
          shown: (
            <Ordered
              names={response.fallbacks.map((id) => responseLabel(policy, id))}
              none="nothing"
            />
          ),
          kind: {
            by: 'below',
            editor: () => (
              <OrderEditor
                path={[...path, 'fallbacks']}
                value={response.fallbacks}
                choices={responseChoices(policy).filter(({ id }) => id !== response.id)}
                add="Then"
              />
            ),
          },
        },
        {
          column: 'needs',
          label: 'Needs',
          path: [...path, 'needs'],
          value: needs,
          shown: <ConditionChips policy={policy} conditions={needs} empty="anything" />,
          kind: {
            by: 'below',
            editor: () => (
              <ConditionsEditor policy={policy} list={[...path, 'needs']} conditions={needs} />
            ),
          },
        },
        verifyCell(path, response.verify),
      ] satisfies GridCell[],
    };
  });
  return (
    <Grid
      label="Responses"
      className="responses-grid"
      columns={COLUMNS}
      groups={[{ key: 'responses', lines }]}
      keys={KEYS}
      empty={EMPTY}
    />
  );
}

function Ordered({ names, none }: { readonly names: readonly string[]; readonly none: string }) {
  if (names.length === 0) return <span className="quiet">{none}</span>;
  return (
    <ol className="ordered">
      {names.map((name, at) => (
        <li key={`${name} ${at}`}>{name}</li>
      ))}
    </ol>
  );
}
