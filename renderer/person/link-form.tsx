import { useState, type FormEvent } from 'react';
import type { CandidateLine } from '#shared/board/known-person-lines.ts';
import { CERTAINTIES, type Certainty } from '#shared/person/known-person.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { ask } from '../desk/ask.ts';
import { useTyped } from '../desk/use-typed.ts';
import { TextField } from '../parts/field.tsx';
import { Select } from '../plan/select.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { EvidenceList } from './candidate.tsx';
import { Buttons, type WithBack } from './note-forms.tsx';

const CERTAINTY_LABELS: Readonly<Record<Certainty, string>> = {
  certain: 'It was them',
  uncertain: 'It may have been, not certain',
};

interface Looked {
  readonly number: string;
  readonly incidentId: IncidentId | null;
  readonly candidate: CandidateLine | null;
}

/** An earlier incident that was theirs, by its number: what speaks for it is read before it is linked. */
export function LinkForm({ page: { personId, label }, onDone, onBack }: WithBack) {
  const form = { subject: `person/${personId}`, form: 'link' };
  const [number, setNumber] = useTyped(form, 'number', '');
  const [looked, setLooked] = useState<Looked | null>(null);
  const [certainty, setCertainty] = useTyped<Certainty>(form, 'certainty', 'certain');
  const [reason, setReason] = useTyped(form, 'reason', '');
  const link = useCommand('person.link', form);
  const first = useFirstFocus<HTMLInputElement>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (looked?.number !== number || looked.incidentId === null) {
      setLooked(await look(number));
      return;
    }
    const { incidentId, candidate } = looked;
    const seen = candidate?.match?.evidence.map(({ says }) => says) ?? [];
    if ((await link.give({ incidentId, personId, certainty, seen, reason })) !== null)
      onDone(`Incident ${number} is linked to ${label}.`);
  }

  async function look(text: string): Promise<Looked> {
    const found = await ask('find.anything', { text });
    const incident = found.ok
      ? found.value.find(
          ({ kind, title }) => kind === 'incident' && title.startsWith(`Incident ${text},`),
        )
      : undefined;
    if (incident === undefined) return { number: text, incidentId: null, candidate: null };
    const incidentId = incident.id as IncidentId;
    const known = await ask('person.known', { incidentId, also: personId });
    const candidates = known.ok ? (known.value?.candidates ?? []) : [];
    const candidate = candidates.find((each) => each.personId === personId) ?? null;
    return { number: text, incidentId, candidate };
  }

  const here = looked?.number === number ? looked : null;
  const evidence = here?.candidate?.match?.evidence ?? [];
  return (
    <form className="person-form" onSubmit={submit} aria-label="Link a call">
      <TextField
        ref={first}
        label="Number of the incident"
        value={number}
        onText={(text) => setNumber(text.trim())}
        error={
          here !== null && here.incidentId === null
            ? `There is no incident ${number}. Nothing was linked.`
            : null
        }
        inputMode="numeric"
        maxLength={9}
      />
      {here !== null && here.incidentId !== null && (
        <>
          {evidence.length > 0 ? (
            <EvidenceList evidence={evidence} />
          ) : (
            <p className="person-aside">Nothing on that incident is also known of {label}.</p>
          )}
          <Select
            label="How sure it is"
            value={certainty}
            choices={CERTAINTIES}
            labels={CERTAINTY_LABELS}
            onChoose={setCertainty}
          />
          <TextField
            label="How you know"
            hint={evidence.length > 0 ? 'Besides the evidence; may stay empty.' : undefined}
            value={reason}
            onText={setReason}
            maxLength={300}
          />
        </>
      )}
      <Refused refusal={link.refusal} />
      <Buttons
        does={here !== null && here.incidentId !== null ? 'Link it' : 'Look'}
        busy={link.busy}
        onBack={onBack}
      />
    </form>
  );
}
