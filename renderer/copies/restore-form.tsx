import { useId, useState } from 'react';
import type { DrillView } from '#shared/board/copies-view.ts';
import { Button } from '../parts/button.tsx';
import { NOBODY_YET, SecondPerson, type SecondPersonDraft } from '../parts/second-person.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { agoWords, entriesWords, momentWords, type ChosenCopy } from './copies-words.ts';
import { useMinute } from './use-copies.ts';

/** A restore is guided: it says what is lost, wants the copy rehearsed first, and takes two people. */
export function RestoreForm({
  chosen: { targetId, line },
  drill,
  onRehearse,
  onCancel,
}: {
  readonly chosen: ChosenCopy;
  readonly drill: DrillView | null;
  readonly onRehearse: () => void;
  readonly onCancel: () => void;
}) {
  const [second, setSecond] = useState<SecondPersonDraft>(NOBODY_YET);
  const [missing, setMissing] = useState<string | null>(null);
  const restore = useCommand('copies.restore');
  const title = useId();
  const now = useMinute();
  const rehearsed =
    drill !== null && drill.copy === line.name && drill.result.state === 'done'
      ? drill.result
      : null;

  async function give() {
    const { operatorId, passphrase } = second;
    if (operatorId === null) return setMissing('Somebody else has to sign it.');
    setMissing(null);
    await restore.give({ targetId, copy: line.name, secondPerson: { operatorId, passphrase } });
  }
  return (
    <form
      className="copies-restore"
      aria-labelledby={title}
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <h3 id={title}>
        Restore the copy made {agoWords(line.madeAt, now)}, {momentWords(line.madeAt)}
      </h3>
      <ol>
        <li>
          {rehearsed === null ? (
            <>
              Rehearse it first: it says what would be missing.{' '}
              <Button tone="quiet" onClick={onRehearse}>
                Rehearse it
              </Button>
            </>
          ) : rehearsed.newer === 0 ? (
            'Nothing of the store in force would be missing.'
          ) : (
            `${entriesWords(rehearsed.newer)} of the store in force would not be in force any more. The store before is kept in the folder under another name.`
          )}
        </li>
        <li>
          While it is restored this console is closed, for a minute as a rule:{' '}
          <strong>police and EMS are sent by radio and telephone, calls go on paper.</strong>
        </li>
        <li>Everybody signs on again. Open incidents of the copy stand first.</li>
      </ol>
      <SecondPerson
        legend="A second supervisor or an administrator signs"
        needs="keep-copies"
        draft={second}
        onDraft={setSecond}
        onEnter={() => void give()}
        missing={missing}
      />
      <Refused refusal={restore.refusal} />
      <div className="copies-acts">
        <Button tone="danger" type="submit" disabled={rehearsed === null || restore.busy}>
          {restore.busy ? 'Restoring…' : 'Close the desk and restore it'}
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          Leave it
        </Button>
      </div>
    </form>
  );
}
