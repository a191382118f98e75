import { RECEIVER_KIND_WORDS } from '#shared/policy/difference/phone-desk-differences.ts';
import { RECEIVER_KINDS } from '#shared/policy/phone-desk.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { switchCell, textCell, verifyCell } from './cells.tsx';
import type { Path } from './document-path.ts';
import { LIST_PATHS } from './edit-lists.ts';
import { Grid } from './grid.tsx';
import type { GridCell, GridColumn } from './grid-cell.ts';
import { markOfRow } from './marks.ts';
import { orderedRowKeys } from './row-moves.ts';
import { useWorkshop } from './workshop-store.ts';
import '../style/time-limits.css';

const COLUMNS: readonly GridColumn[] = [
  { id: 'label', label: 'Receiver' },
  { id: 'kind', label: 'Line of' },
  { id: 'dial', label: 'Dialed as', hint: 'tel: or sip:, handed to the center’s phone' },
  { id: 'acceptsPart2', label: 'Substance-use text', hint: '42 CFR Part 2; with consent only' },
  { id: 'source', label: 'Source' },
  { id: 'verify', label: 'Verify' },
  { id: 'id', label: 'Id' },
];
const KIND_CHOICES = RECEIVER_KINDS.map((id) => ({ id, label: RECEIVER_KIND_WORDS[id] }));
const KEYS = orderedRowKeys('receivers', 'label');
const EMPTY = {
  path: [...LIST_PATHS.receivers, -1],
  says: 'This policy names nobody a call could be transferred to; 988 alone is known.',
};

/** The lines a call can be transferred to, in the order in which the clinicians see them. */
export function ReceiversTable({ policy }: { readonly policy: Policy }) {
  const before = useWorkshop((state) => state.workshop?.inForce.policy.phoneDesk?.receivers);
  const lines = (policy.phoneDesk?.receivers ?? []).map((receiver, at) => {
    const path: Path = [...LIST_PATHS.receivers, at];
    return {
      key: `${receiver.id} ${at}`,
      path,
      name: `receiver ${receiver.label || receiver.id}`,
      mark: markOfRow(before, receiver, ({ id }) => id),
      cells: [
        { ...textCell('label', 'Label', path, receiver.label), className: 'strong name' },
        {
          column: 'kind',
          label: 'Line of',
          path: [...path, 'kind'],
          value: receiver.kind,
          shown: RECEIVER_KIND_WORDS[receiver.kind],
          kind: { by: 'choice', choices: KIND_CHOICES },
        },
        {
          column: 'dial',
          label: 'Dialed as, tel: or sip:',
          path: [...path, 'dial'],
          value: receiver.dial,
          shown:
            receiver.dial === null ? (
              <span className="quiet">not dialed</span>
            ) : (
              <code>{receiver.dial}</code>
            ),
          kind: { by: 'text', none: 'not dialed' },
        },
        switchCell(
          'acceptsPart2',
          'Substance-use text',
          path,
          receiver.acceptsPart2,
          'with consent',
          'never',
        ),
        { ...textCell('source', 'Source', path, receiver.source), className: 'quiet tight' },
        verifyCell(path, receiver.verify),
        { ...textCell('id', 'Id', path, receiver.id), shown: <code>{receiver.id}</code> },
      ] satisfies GridCell[],
    };
  });
  return (
    <Grid
      label="Receivers"
      className="limits-grid"
      columns={COLUMNS}
      groups={[{ key: 'receivers', lines }]}
      keys={KEYS}
      empty={EMPTY}
    />
  );
}
