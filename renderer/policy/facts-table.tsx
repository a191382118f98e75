import { FACT_TOPICS, type Policy } from '#shared/policy/policy.ts';
import { LEVELS } from '#shared/routing/level.ts';
import { LevelBadge } from '../parts/level-badge.tsx';
import { switchCell, textCell, verifyCell } from './cells.tsx';
import type { Path } from './document-path.ts';
import { Grid } from './grid.tsx';
import type { GridCell, GridColumn } from './grid-cell.ts';
import { markOfRow } from './marks.ts';
import { rowKeys } from './row-moves.ts';
import { useWorkshop } from './workshop-store.ts';

const COLUMNS: readonly GridColumn[] = [
  { id: 'label', label: 'Fact' },
  { id: 'question', label: 'Question, as read aloud' },
  { id: 'mandatory', label: 'Asked', hint: 'Must: not asked, no unarmed-only response may go' },
  { id: 'agesAfterMinutes', label: 'Ages after', hint: 'Minutes until it is asked again' },
  { id: 'atLeast', label: 'At least', hint: 'A yes is never routed below this level' },
  { id: 'hearsayNo', label: 'Hearsay no', hint: 'How a “no” by hearsay reads' },
  { id: 'reach', label: 'Leads to', hint: 'Levels its answers can lead to' },
  { id: 'why', label: 'Why it is asked' },
  { id: 'topic', label: 'Topic' },
  { id: 'verify', label: 'Verify' },
  { id: 'id', label: 'Id' },
];

const KEYS = rowKeys('facts', 'label');
const EMPTY = {
  path: ['facts', -1],
  says: 'No facts yet: nothing is asked, and no rule can read an answer.',
};

export const LEVEL_CHOICES = LEVELS.map((level) => ({ id: level, label: level }));

/** What is asked, how long an answer holds, and where it can lead. */
export function FactsTable({ policy }: { readonly policy: Policy }) {
  const before = useWorkshop((state) => state.workshop?.inForce.policy.facts);
  const reach = useWorkshop((state) => state.examination?.reach);
  const lines = policy.facts.map((fact, at) => {
    const path: Path = ['facts', at];
    const leads = reach?.find((each) => each.fact === fact.id);
    return {
      key: `${fact.id} ${at}`,
      path,
      name: `fact ${fact.label || fact.id}`,
      mark: markOfRow(before, fact, ({ id }) => id),
      cells: [
        { ...textCell('label', 'Label', path, fact.label), className: 'strong name' },
        { ...textCell('id', 'Id', path, fact.id), shown: <code>{fact.id}</code> },
        {
          column: 'topic',
          label: 'Topic',
          path: [...path, 'topic'],
          value: fact.topic,
          shown: fact.topic,
          kind: { by: 'choice', choices: FACT_TOPICS.map((id) => ({ id, label: id })) },
        },
        textCell('question', 'Question', path, fact.question),
        { ...textCell('why', 'Why', path, fact.why), className: 'quiet tight' },
        switchCell('mandatory', 'Must be asked', path, fact.mandatory, 'must', 'may'),
        {
          column: 'agesAfterMinutes',
          label: 'Ages after, in minutes',
          path: [...path, 'agesAfterMinutes'],
          value: fact.agesAfterMinutes,
          shown:
            fact.agesAfterMinutes === null ? (
              <span className="quiet">never</span>
            ) : (
              `${fact.agesAfterMinutes} min`
            ),
          kind: { by: 'number', none: 'never' },
        },
        {
          column: 'atLeast',
          label: 'At least',
          path: [...path, 'atLeast'],
          value: fact.atLeast,
          shown:
            fact.atLeast === undefined ? (
              <span className="quiet">–</span>
            ) : (
              <LevelBadge level={fact.atLeast} />
            ),
          kind: {
            by: 'choice',
            choices: LEVEL_CHOICES,
            absent: { label: 'No floor', value: undefined },
          },
        },
        {
          column: 'hearsayNo',
          label: 'A no by hearsay reads as',
          path: [...path, 'hearsayNo'],
          value: fact.hearsayNo,
          shown: fact.hearsayNo ?? <span className="quiet">no</span>,
          kind: {
            by: 'choice',
            choices: [{ id: 'unknown', label: 'unknown' }],
            absent: { label: 'no', value: undefined },
          },
        },
        {
          column: 'reach',
          label: 'Leads to',
          path: [...path, 'reach'],
          value: null,
          shown:
            leads === undefined ? null : leads.levels.length === 0 && !leads.ems ? (
              <span className="quiet">nothing</span>
            ) : (
              <span className="reach">
                {leads.ems && <span className="medical-badge">EMS</span>}
                {leads.levels.map((level) => (
                  <LevelBadge key={level} level={level} />
                ))}
              </span>
            ),
          kind: { by: 'nothing' },
        },
        verifyCell(path, fact.verify),
      ] satisfies GridCell[],
    };
  });
  return (
    <Grid
      label="Facts"
      className="facts-grid"
      columns={COLUMNS}
      groups={[{ key: 'facts', lines }]}
      keys={KEYS}
      empty={EMPTY}
    />
  );
}
