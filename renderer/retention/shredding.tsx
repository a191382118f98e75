import { useRef, useState, type FormEvent } from 'react';
import type { PartitionStanding, RetentionView } from '#shared/board/retention-view.ts';
import { PARTITION_LABELS } from '#shared/partition/partition.ts';
import { SHREDDED_AT_ONCE } from '#shared/retention/retention.ts';
import { say } from '../desk/desk-store.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { NOBODY_CHOSEN, NOBODY_YET, SecondPerson } from '../parts/second-person.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';

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
  const [second, setSecond] = useState(NOBODY_YET);
  const [missing, setMissing] = useState(false);
  const shred = useCommand('retention.shred');
  // What will be gone is read before anybody signs for it.
  const first = useFirstFocus<HTMLFormElement>();
  const { partition, due, years } = standing;
  const goes = Math.min(due, SHREDDED_AT_ONCE);
  const records = goes === 1 ? 'record' : 'records';
  const label = PARTITION_LABELS[partition];

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    const { operatorId, passphrase } = second;
    setMissing(operatorId === null);
    if (operatorId === null) return;
    const secondPerson = { operatorId, passphrase };
    if ((await shred.give({ partition, expected: due, secondPerson })) === null) return;
    const text = `The ${label} words of ${goes} ${records} are shredded. It stands on the record.`;
    say({ tone: 'done', text, cause: null });
    onShredded();
  }

  return (
    <form
      ref={first}
      tabIndex={-1}
      className="retention-form"
      aria-label={`Shred ${label}`}
      onSubmit={(event) => void submit(event)}
    >
      <p>
        The {label} words of {goes} {records}, quiet for more than {years}{' '}
        {years === 1 ? 'year' : 'years'}, will be gone for good, here and in every copy that can be
        reached. A copy that cannot is named below until it is done.
        {goes < due && ` ${due - goes} more are left for the next time: so many go at once.`}
      </p>
      <SecondPerson
        legend="Shredding takes two people"
        needs="keep-retention"
        draft={second}
        onDraft={setSecond}
        onEnter={() => void submit()}
        missing={missing ? NOBODY_CHOSEN : null}
      />
      <Refused refusal={shred.refusal} />
      <div className="button-row">
        <Button type="submit" tone="danger" aria-disabled={shred.busy}>
          Shred for good
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
