import { useEffect, useState } from 'react';
import { may } from '#shared/roster/permission.ts';
import type { KeptAreaMaps } from '#shared/place/area-examination.ts';
import { ask } from '../desk/ask.ts';
import { useBoard } from '../desk/board-store.ts';
import { say, useDesk } from '../desk/desk-store.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Button } from '../parts/button.tsx';
import { Combobox } from '../parts/combobox.tsx';
import { TextField } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
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
          says={back === null ? 'No map is in force now.' : `“${back}” is in force again.`}
          onDone={onDone}
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
  const passphrases = useDesk((desk) => desk.hello?.passphrases ?? true);
  const operators = useBoard((board) => board.operators);
  const [second, setSecond] = useState<OperatorId | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const approve = useCommand('areas.approve');
  const mine = waiting.proposedBy === me;
  const others = operators.filter(
    ({ operatorId, active, role }) => active && may(role, 'keep-areas') && operatorId !== me,
  );
  const { hash, source, shapes, matched, note, proposedByName, proposedAt } = waiting;

  async function sign() {
    if (mine && second === null) return setMissing('Choose who approves it as the second person.');
    setMissing(null);
    const secondPerson = mine && second !== null ? { operatorId: second, passphrase } : null;
    if ((await approve.give({ hash, secondPerson })) === null) return;
    say({ tone: 'done', text: `The map of “${source}” is in force.`, cause: null });
    onDone();
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
        <fieldset className="second-person">
          <legend>You imported it, so somebody else approves it: at their console, or here.</legend>
          <Combobox
            label="Who approves"
            none={others.length === 0 ? 'Nobody else may' : 'Type a name'}
            choices={others.map(({ operatorId, name }) => ({ id: operatorId, label: name }))}
            value={second}
            onChoose={(id) => setSecond(id as OperatorId | null)}
          />
          {passphrases && (
            <TextField
              label="Their passphrase"
              hint="Typed by them. It is checked and not kept."
              type="password"
              value={passphrase}
              onText={setPassphrase}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                void sign();
              }}
            />
          )}
        </fieldset>
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
        says={`The map of “${source}” does not come into force.`}
        onDone={onDone}
      />
    </section>
  );
}

function WithReason({
  topic,
  hash,
  label,
  says,
  onDone,
}: {
  readonly topic: 'areas.decline' | 'areas.withdraw';
  readonly hash: string;
  readonly label: string;
  readonly says: string;
  readonly onDone: () => void;
}) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const command = useCommand(topic);
  if (!open)
    return (
      <Button tone="quiet" onClick={() => setOpen(true)}>
        {label}
      </Button>
    );
  return (
    <form
      className="areas-reason"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') return setMissing('Say in a line why.');
        setMissing(null);
        void command.give({ hash, reason: reason.trim() }).then((done) => {
          if (done === null) return;
          say({ tone: 'done', text: says, cause: null });
          onDone();
        });
      }}
    >
      <TextField
        label={`${label}: why, in a line`}
        value={reason}
        error={missing}
        maxLength={300}
        onText={setReason}
      />
      <Refused refusal={command.refusal} />
      <Button type="submit" keys="Enter" aria-disabled={command.busy}>
        {label}
      </Button>
    </form>
  );
}
