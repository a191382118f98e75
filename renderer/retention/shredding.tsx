import { useRef, useState } from 'react';
import type { PartitionStanding, RetentionView } from '#shared/board/retention-view.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import { PARTITION_LABELS } from '#shared/partition/partition.ts';
import { SHREDDED_AT_ONCE } from '#shared/retention/retention.ts';
import { say } from '../desk/desk-store.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { SignedByTwo } from '../sheets/signed-by-two.tsx';
import { useCommand } from '../sheets/use-command.ts';

/** What is past its schedule, and the two people it takes to let it go. */
export function Shredding({
  view,
  onShredded,
}: {
  readonly view: RetentionView;
  readonly onShredded: () => void;
}) {
  const [chosen, setChosen] = useState<PartitionStanding | null>(null);
  const due = view.partitions.filter((each) => each.due > 0);
  const [first] = due;
  useActions({ 'retention.shred': () => (first === undefined ? false : setChosen(first)) });
  const buttons = useRef<HTMLDivElement>(null);
  const cancel = () => {
    buttons.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    setChosen(null);
  };
  return (
    <section aria-labelledby="retention-due">
      <h3 id="retention-due">Past the schedule</h3>
      {due.length === 0 && (
        <p className="retention-hint">
          {view.partitions.every(({ years }) => years === null)
            ? 'Everything is kept for ever. Write years above, and what is past them stands here.'
            : 'Nothing is past its years.'}
        </p>
      )}
      <div ref={buttons} className="button-row">
        {due.map((each) => (
          <Button
            key={each.partition}
            keys={each === first ? 's' : undefined}
            aria-expanded={chosen?.partition === each.partition}
            onClick={() => setChosen(each)}
          >
            {`Shred ${PARTITION_LABELS[each.partition]}: ${each.due} ${each.due === 1 ? 'record' : 'records'}`}
          </Button>
        ))}
      </div>
      {chosen !== null && (
        <ShredForm
          key={chosen.partition}
          standing={chosen}
          onShredded={onShredded}
          onCancel={cancel}
        />
      )}
    </section>
  );
}

function ShredForm({
  standing,
  onShredded,
  onCancel,
}: {
  readonly standing: PartitionStanding;
  readonly onShredded: () => void;
  readonly onCancel: () => void;
}) {
  const shred = useCommand('retention.shred');
  const { partition, due, years } = standing;
  const goes = Math.min(due, SHREDDED_AT_ONCE);
  const records = goes === 1 ? 'record' : 'records';
  const label = PARTITION_LABELS[partition];

  async function sign(secondPerson: Input<'retention.shred'>['secondPerson']) {
    if ((await shred.give({ partition, expected: due, secondPerson })) === null) return;
    const text = `The ${label} words of ${goes} ${records} are shredded. It stands on the record.`;
    say({ tone: 'done', text, cause: null });
    onShredded();
  }

  return (
    <SignedByTwo
      className="retention-form"
      label={`Shred ${label}`}
      means={
        <>
          The {label} words of {goes} {records}, quiet for more than {years}{' '}
          {years === 1 ? 'year' : 'years'}, will be gone for good, here and in every copy that can
          be reached. A copy that cannot is named below until it is done.
          {goes < due && ` ${due - goes} more are left for the next time: so many go at once.`}
        </>
      }
      legend="Shredding takes two people"
      needs="keep-retention"
      act="Shred for good"
      tone="danger"
      command={shred}
      onSigned={(second) => void sign(second)}
      onCancel={onCancel}
    />
  );
}
