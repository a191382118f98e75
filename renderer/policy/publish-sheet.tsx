import { useState, type FormEvent } from 'react';
import type { Input } from '#shared/contract/console-contract.ts';
import type { Workshop } from '#shared/policy/workshop-view.ts';
import { deskNow } from '../desk/clock.ts';
import { openSheet, say, useDesk } from '../desk/desk-store.ts';
import { useDraft } from '../desk/drafts.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { dayInZone, momentInZone } from '#shared/roster/zone-moment.ts';
import { counted, momentText, publishBar } from './draft-words.ts';
import { nextVersion } from './edit-lists.ts';
import type { Draft } from './draft-shape.ts';
import { useChanged } from './use-changed.ts';
import { draftWasProposed, reloadWorkshop } from './workshop-exchange.ts';
import { replaceDraft, useWorkshop } from './workshop-store.ts';

/** Puts the draft to a second supervisor: under which version, from when on, and why. */
export function PublishSheet() {
  const workshop = useWorkshop((state) => state.workshop);
  const document = useWorkshop((state) => state.document);
  const examination = useWorkshop((state) => state.examination);
  const fresh = useWorkshop((state) => state.examined === state.document);
  const changed = useChanged();
  if (workshop === null || document === null) return null;
  const bar = publishBar(examination, changed, fresh, workshop);
  return (
    <Sheet
      title="Publish this draft"
      subtitle={
        bar === null
          ? `${counted(examination?.differences.length ?? 0, 'change')}, proved`
          : undefined
      }
    >
      {bar === null ? (
        <ProposeForm workshop={workshop} document={document} />
      ) : (
        <p className="sheet-empty" role="status">
          <strong>Not yet.</strong> {bar}
        </p>
      )}
    </Sheet>
  );
}

const FORM = { subject: 'policy', form: 'publish' };

interface Wrong {
  readonly version?: string;
  readonly from?: string;
  readonly note?: string;
}

function ProposeForm({
  workshop,
  document,
}: {
  readonly workshop: Workshop;
  readonly document: Draft;
}) {
  const zone = useDesk((desk) => desk.hello?.center?.timeZone ?? 'UTC');
  const inForce = workshop.inForce.policy.version;
  const written = typeof document['version'] === 'string' ? document['version'] : '';
  const named = written === inForce || written === '' ? nextVersion(inForce) : written;
  const [version, setVersion] = useTyped(FORM, 'version', named);
  const [later, setLater] = useTyped(FORM, 'later', false);
  const [day, setDay] = useTyped(FORM, 'day', dayInZone(zone, deskNow() + 86_400_000));
  const [time, setTime] = useTyped(FORM, 'time', '06:00');
  const note = useDraft('policy', 'publish.note', '');
  const [wrong, setWrong] = useState<Wrong>({});
  const propose = useCommand('policy.propose', FORM);
  const moment = later ? momentInZone(zone, day, time) : null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const found = whatIsWrong();
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    const proposed = { ...document, version: version.trim() };
    const done = await propose.give({
      document: proposed as Input<'policy.propose'>['document'],
      effectiveFrom: moment,
      note: note.text.trim(),
    });
    if (done === null) return;
    draftWasProposed();
    // Only now: a changed draft would be proved anew, and this form would make way for that.
    replaceDraft(proposed);
    say({
      tone: 'done',
      text: `Policy ${proposed.version} waits for a second supervisor.`,
      cause: null,
    });
    await reloadWorkshop();
    openSheet('policy-proposal');
  }

  function whatIsWrong(): Wrong {
    const taken = workshop.history.some((line) => line.version === version.trim());
    return {
      ...(version.trim() === '' ? { version: 'Give the version a name, such as 2026.3.' } : {}),
      ...(taken ? { version: 'There was a policy of this version already. Count on.' } : {}),
      ...(later && moment === null
        ? { from: 'The center’s clock does not show that moment. Choose another.' }
        : {}),
      ...(moment !== null && Date.parse(moment) <= deskNow()
        ? { from: 'That moment is over. Choose a later one, or “when it is approved”.' }
        : {}),
      ...(note.text.trim() === '' ? { note: 'Say in a line why the policy changes.' } : {}),
    };
  }

  return (
    <form className="publish" onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label="Version"
        value={version}
        error={wrong.version}
        hint={`In force is ${inForce}.`}
        onText={setVersion}
      />
      <fieldset>
        <legend>In force from</legend>
        <label>
          <input type="radio" name="from" checked={!later} onChange={() => setLater(false)} />
          The moment it is approved
        </label>
        <label>
          <input type="radio" name="from" checked={later} onChange={() => setLater(true)} />A date
          and time
        </label>
      </fieldset>
      {later && (
        <div className="publish-moment">
          <TextField label="Date" type="date" value={day} error={wrong.from} onText={setDay} />
          <TextField label="Time" type="time" value={time} onText={setTime} />
          <p className="field-hint">
            {moment === null
              ? 'On the center’s clock.'
              : `${momentText(moment)} on the center’s clock.`}
          </p>
        </div>
      )}
      <TextField
        label="Why, in a line"
        value={note.text}
        maxLength={300}
        error={wrong.note}
        hint="The second supervisor reads it first. It stays on record."
        onText={note.type}
      />
      <Refused refusal={propose.refusal} />
      <Button type="submit" tone="primary" keys="Enter" aria-disabled={propose.busy}>
        Propose {version.trim()}
      </Button>
      <p className="field-hint">
        Nothing changes until a second supervisor has signed, here or at their own console.
      </p>
    </form>
  );
}
