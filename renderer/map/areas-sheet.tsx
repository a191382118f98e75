import { useEffect, useState } from 'react';
import type { KeptAreaMaps } from '#shared/place/area-examination.ts';
import { ask } from '../desk/ask.ts';
import { useBoard } from '../desk/board-store.ts';
import { say, useDesk } from '../desk/desk-store.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Refused } from '../sheets/refused.tsx';
import { NOBODY_YET, SecondPerson } from '../sheets/second-person.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { WithReason } from '../sheets/with-reason.tsx';
import { AreaImport } from './area-import.tsx';

/** The maps of the areas: which counts, which waits for a second person, and a new one from a file. */
export function AreasSheet() {
  const areaMap = useBoard((board) => board.areaMap);
  const [kept, setKept] = useState<KeptAreaMaps | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  /** Counted up by what was done here: a proposal changes nothing the board would tell of. */
  const [turn, setTurn] = useState(0);
  const reload = () => setTurn((before) => before + 1);
  useEffect(() => {
    let gone = false;
    void ask('areas.kept', {}).then((reply) => {
      if (gone) return;
      if (reply.ok) setKept(reply.value);
      else setRefused(reply.because);
    });
    return () => {
      gone = true;
    };
  }, [areaMap, turn]);
  return (
    <Sheet wide title="Areas" subtitle="The map of the center’s areas">
      {refused !== null && <p role="alert">{refused}</p>}
      {kept !== null && (
        <div className="areas-sheet">
          <InForce kept={kept} onDone={reload} />
          {kept.waiting === null ? (
            <AreaImport onProposed={reload} />
          ) : (
            <Waiting key={kept.waiting.hash} waiting={kept.waiting} onDone={reload} />
          )}
        </div>
      )}
    </Sheet>
  );
}

function when(instant: string): string {
  return wallDateTime(instant, deskNow());
}

function InForce({
  kept: { inForce, stepBack },
  onDone,
}: {
  readonly kept: KeptAreaMaps;
  readonly onDone: () => void;
}) {
  if (inForce === null)
    return <p className="field-hint">No map is in force. Areas are chosen by hand.</p>;
  const { hash, source, shapes, matched, proposedByName, approvedByName, adoptedAt } = inForce;
  const back = stepBack?.to ?? null;
  return (
    <section aria-labelledby="areas-in-force">
      <h3 id="areas-in-force">In force</h3>
      <p>
        <b dir="auto">{source}</b>: {matched} areas of the policy, {shapes} shapes in all. From{' '}
        {proposedByName}
        {approvedByName === null ? '' : `, approved by ${approvedByName}`}, {when(adoptedAt)}.
      </p>
      {stepBack !== null && (
        <WithReason
          topic="areas.withdraw"
          hash={hash}
          label={back === null ? 'Take this map away' : `Step back to “${back}”`}
          onDone={() =>
            settled(
              back === null ? 'No map is in force now.' : `“${back}” is in force again.`,
              onDone,
            )
          }
        />
      )}
    </section>
  );
}

function Waiting({
  waiting,
  onDone,
}: {
  readonly waiting: NonNullable<KeptAreaMaps['waiting']>;
  readonly onDone: () => void;
}) {
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  const [second, setSecond] = useState(NOBODY_YET);
  const [missing, setMissing] = useState<string | null>(null);
  const approve = useCommand('areas.approve');
  const mine = waiting.proposedBy === me;
  const { hash, source, shapes, matched, note, proposedByName, proposedAt } = waiting;

  async function sign() {
    const { operatorId, passphrase } = second;
    if (mine && operatorId === null)
      return setMissing('Choose who approves it as the second person.');
    setMissing(null);
    const secondPerson = mine && operatorId !== null ? { operatorId, passphrase } : null;
    if ((await approve.give({ hash, secondPerson })) === null) return;
    settled(`The map of “${source}” is in force.`, onDone);
  }
  return (
    <section aria-labelledby="areas-waiting">
      <h3 id="areas-waiting">Waits for a second person</h3>
      <p>
        <b dir="auto">{source}</b>: {matched} areas of the policy, {shapes} shapes in all. Imported
        by {proposedByName}, {when(proposedAt)}.
      </p>
      {note !== '' && <p dir="auto">“{note}”</p>}
      {mine && (
        <SecondPerson
          legend="You imported it, so somebody else approves it: at their console, or here."
          needs="keep-areas"
          draft={second}
          onDraft={setSecond}
          onEnter={() => void sign()}
        />
      )}
      {missing !== null && (
        <p className="field-error" role="alert">
          {missing}
        </p>
      )}
      <Refused refusal={approve.refusal} />
      <Button tone="primary" aria-disabled={approve.busy} onClick={() => void sign()}>
        Approve this map
      </Button>
      <WithReason
        topic="areas.decline"
        hash={hash}
        label={mine ? 'Take it back' : 'Decline'}
        onDone={() => settled(`The map of “${source}” does not come into force.`, onDone)}
      />
    </section>
  );
}

function settled(text: string, onDone: () => void): void {
  say({ tone: 'done', text, cause: null });
  onDone();
}
