import type { Policy, Rule } from '#shared/policy/policy.ts';
import { useActions } from '../keys/actions.ts';
import { Combobox } from '../parts/combobox.tsx';
import { LevelBadge } from '../parts/level-badge.tsx';
import { responseChoices, responseLabel, textCell, verifyCell } from './cells.tsx';
import { ConditionChips } from './condition-chips.tsx';
import { ConditionsEditor } from './conditions-editor.tsx';
import { readPath, written, type Path } from './document-path.ts';
import { actingCell, rowOf } from './grid-focus.ts';
import { Grid } from './grid.tsx';
import type { GridCell, GridColumn, GridLine } from './grid-cell.ts';
import { markOf } from './marks.ts';
import { gateChoices, insertRule, removeRule, sendToGate, shiftRule } from './rule-moves.ts';
import { goTo, useWorkshop } from './workshop-store.ts';

const COLUMNS: readonly GridColumn[] = [
  { id: 'id', label: 'Rule' },
  { id: 'when', label: 'When all of this is so' },
  { id: 'response', label: 'Response' },
  { id: 'because', label: 'Because' },
  { id: 'source', label: 'Source' },
  { id: 'verify', label: 'Verify', hint: 'The center still has to verify it' },
];

interface Listed {
  readonly id: string;
  readonly level: Policy['gates'][number]['level'] | null;
  readonly title: string;
  readonly response: string;
  readonly rules: readonly Rule[];
  readonly path: Path;
}

/** The rules as one decision table: gates in order, rules in order, the first that matches decides. */
export function RulesTable({ policy }: { readonly policy: Policy }) {
  const before = useWorkshop((state) => state.workshop?.inForce.policy ?? null);
  const verdict = useWorkshop((state) => state.examination?.verdict ?? null);
  const broken = new Set(verdict?.violations.flatMap(({ counterExample: { rule } }) => rule ?? []));
  const lists: Listed[] = [
    { ...policy.medical, level: null, path: ['medical'] },
    ...policy.gates.map((gate, at) => ({ ...gate, path: ['gates', at] as Path })),
  ];
  useActions({
    'policy.add-condition': () => onRule((path) => goTo([...path, 'when'], 'when', 'add')),
    'policy.to-gate': () => onRule((path) => goTo([...path, 'gate'], 'gate', true)),
  });

  const groups = lists.map((gate) => ({
    key: written(gate.path),
    lines: [headOf(policy, gate), ...gate.rules.map((rule, at) => lineOf(policy, gate, rule, at))],
  }));
  function headOf(now: Policy, gate: Listed): GridLine {
    const medical = gate.level === null;
    return {
      key: written(gate.path),
      path: gate.path,
      name: gate.title,
      head: true,
      cells: [
        {
          column: 'id',
          label: 'Title',
          path: [...gate.path, 'title'],
          value: gate.title,
          span: 2,
          kind: { by: 'text' },
          shown: (
            <span className="gate-title">
              {gate.level === null ? (
                <span className="medical-badge">EMS</span>
              ) : (
                <LevelBadge level={gate.level} />
              )}
              <b>{gate.title}</b>
              <small>{medical ? 'all that match' : 'the first that matches'}</small>
            </span>
          ),
        },
        {
          column: 'response',
          label: 'Response',
          path: [...gate.path, 'response'],
          value: gate.response,
          span: 4,
          kind: { by: 'choice', choices: responseChoices(now) },
          shown: (
            <>
              {responseLabel(now, gate.response)}{' '}
              <small>
                {medical ? 'besides whatever else goes' : 'unless a rule says otherwise'}
              </small>
            </>
          ),
        },
      ],
    };
  }
  function lineOf(now: Policy, gate: Listed, rule: Rule, at: number): GridLine {
    const path: Path = [...gate.path, 'rules', at];
    return {
      key: `${rule.id} ${at}`,
      path,
      name: `rule ${rule.id}`,
      mark: before === null ? null : markOf(before, rule, path),
      broken: broken.has(rule.id),
      cells: ruleCells(now, gate, rule, path),
      hidden: [gateCell(now, path)],
    };
  }

  return (
    <Grid
      label="Rules"
      className="rules"
      columns={COLUMNS}
      groups={groups}
      keys={{ add: insertRule, remove: removeRule, shift: shiftRule }}
    />
  );
}

function ruleCells(policy: Policy, gate: Listed, rule: Rule, path: Path): GridCell[] {
  return [
    {
      column: 'id',
      label: 'Id',
      path: [...path, 'id'],
      value: rule.id,
      kind: { by: 'text' },
      shown: <code>{rule.id}</code>,
    },
    {
      column: 'when',
      label: 'Conditions',
      path: [...path, 'when'],
      value: rule.when,
      kind: {
        by: 'below',
        editor: () => (
          <ConditionsEditor policy={policy} list={[...path, 'when']} conditions={rule.when} />
        ),
      },
      shown: <ConditionChips policy={policy} conditions={rule.when} empty="always" />,
    },
    {
      column: 'response',
      label: 'Response',
      path: [...path, 'response'],
      value: rule.response,
      kind: {
        by: 'choice',
        choices: responseChoices(policy),
        absent: { label: `As the gate: ${responseLabel(policy, gate.response)}`, value: undefined },
      },
      shown:
        rule.response === undefined ? (
          <span className="quiet tight">as the gate</span>
        ) : (
          <b>{responseLabel(policy, rule.response)}</b>
        ),
    },
    textCell('because', 'Because', path, rule.because),
    { ...textCell('source', 'Source', path, rule.source), className: 'quiet tight' },
    verifyCell(path, rule.verify),
  ];
}

/** Not in the table: the key that moves a rule to another gate opens it. */
function gateCell(policy: Policy, path: Path): GridCell {
  const choices = gateChoices(policy);
  return {
    column: 'gate',
    label: 'Gate',
    path: [...path, 'gate'],
    value: null,
    shown: null,
    kind: {
      by: 'below',
      editor: () => (
        <Combobox
          label="Move it to the end of"
          none="Type a gate"
          choices={choices}
          value={null}
          onChoose={(id) => id !== null && sendToGate(path, readPath(id))}
        />
      ),
    },
  };
}

/** Runs with the path of the rule the keys act on; false outside of one. */
function onRule(act: (path: Path) => void): void | false {
  const row = rowOf(actingCell());
  if (row === null || !row.includes('.rules[')) return false;
  return act(readPath(row));
}
