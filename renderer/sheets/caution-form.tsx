import type { FormEvent } from 'react';
import type { KnownCaution } from '#shared/board/caution-lines.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { CAUTION_KINDS, CAUTION_LABELS, type CautionKind } from '#shared/caution/caution.ts';
import { centerDate, dateWords, daysAfter } from '../desk/center-date.ts';
import { deskNow } from '../desk/clock.ts';
import { say, useDesk } from '../desk/desk-store.ts';
import { useDraft } from '../desk/drafts.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { Refused } from './refused.tsx';
import { useCommand } from './use-command.ts';

const LASTS_DAYS = 90;

/** A new caution. `renewed` fills it in; the old one runs out by itself. */
export function CautionForm({
  view,
  renewed,
  onRecorded,
}: {
  readonly view: IncidentView | null;
  readonly renewed: KnownCaution | null;
  readonly onRecorded: () => void;
}) {
  // Half a caution typed before is not mixed into the one that is renewed.
  const fresh = view === null ? 'caution/new' : `incident/${view.incidentId}`;
  const subject = renewed === null ? fresh : `caution/${renewed.cautionId}`;
  const was = renewed?.about;
  const form = { subject, form: 'caution' };
  const [person, setPerson] = useTyped(form, 'person', was?.kind === 'person');
  const here = was?.kind === 'address' ? was.address : (view?.place.address ?? '');
  const [address, setAddress] = useTyped(form, 'address', here);
  const [name, setName] = useTyped(form, 'name', was?.kind === 'person' ? was.name : '');
  const [kind, setKind] = useTyped<CautionKind>(form, 'kind', renewed?.kind ?? 'other');
  const text = useDraft(subject, 'caution.text', renewed?.text ?? '');
  const source = useDraft(subject, 'caution.source', renewed?.source ?? '');
  const lasts = daysAfter(centerDate(deskNow()), LASTS_DAYS);
  const [expiresOn, setExpiresOn] = useTyped(form, 'expiresOn', lasts);
  const record = useCommand('caution.record', form);
  const clinician = useDesk((desk) => desk.hello?.session?.role === 'clinician');

  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = await record.give({
      about: person ? { kind: 'person', name } : { kind: 'address', address },
      kind,
      text: text.text,
      source: source.text,
      expiresOn,
    });
    if (done === null) return;
    const until = dateWords(expiresOn);
    say({ tone: 'done', text: `The caution is recorded until ${until}.`, cause: null });
    onRecorded();
  }

  return (
    <form onSubmit={submit} aria-label="Record a caution">
      <fieldset className="caution-about">
        <legend>What it is about</legend>
        <Choice
          name="about"
          label="This address"
          chosen={!person}
          onChoose={() => setPerson(false)}
        />
        <Choice name="about" label="A person" chosen={person} onChoose={() => setPerson(true)} />
      </fieldset>
      {person ? (
        <TextField
          label="Name"
          hint="Shown only where somebody attaches it by hand, by exactly this name."
          value={name}
          onText={setName}
          maxLength={300}
        />
      ) : (
        <TextField
          label="Address"
          hint="The whole address; flat and floor are not compared."
          value={address}
          onText={setAddress}
          maxLength={300}
        />
      )}
      <fieldset className="caution-kinds">
        <legend>Kind</legend>
        {CAUTION_KINDS.filter((each) => !clinician || each !== 'officer-safety').map((each) => (
          <Choice
            key={each}
            name="kind"
            label={CAUTION_LABELS[each]}
            chosen={kind === each}
            onChoose={() => setKind(each)}
          />
        ))}
      </fieldset>
      <TextField
        label="What a team has to know"
        value={text.text}
        onText={text.type}
        maxLength={300}
        data-first-focus
      />
      <TextField
        label="Who says so"
        hint="A person, a crew, a report: a caution without a source is not kept."
        value={source.text}
        onText={source.type}
        maxLength={300}
      />
      <Field label="Last day it counts" hint="A year ahead at most. After it, it is greyed.">
        {(wiring) => (
          <input
            {...wiring}
            type="date"
            required
            value={expiresOn}
            onChange={(event) => setExpiresOn(event.target.value)}
          />
        )}
      </Field>
      <Refused refusal={record.refusal} />
      <Button type="submit" tone="primary" keys="Enter" aria-disabled={record.busy}>
        Record the caution
      </Button>
    </form>
  );
}

function Choice({
  name,
  label,
  chosen,
  onChoose,
}: {
  readonly name: string;
  readonly label: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <label>
      <input type="radio" name={`caution-${name}`} checked={chosen} onChange={onChoose} /> {label}
    </label>
  );
}
