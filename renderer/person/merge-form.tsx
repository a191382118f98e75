import { useEffect, useState, type FormEvent } from 'react';
import type { MergePreview, PersonLine } from '#shared/board/known-person-lines.ts';
import { ask } from '../desk/ask.ts';
import { useTyped } from '../desk/use-typed.ts';
import { TextField } from '../parts/field.tsx';
import { Select } from '../plan/select.tsx';
import { PickList } from '../sheets/pick-list.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { EvidenceList } from './candidate.tsx';
import { Buttons, type WithBack } from './note-forms.tsx';
import { showPerson } from './people-store.ts';
import { usePeople } from './use-people.ts';

/** Two records of one person: chosen, seen as it would be, then merged. Nothing of either is lost. */
export function MergeForm({
  with: text,
  ...section
}: WithBack & { /** What the search begins with. */ readonly with: string }) {
  const { page, onBack } = section;
  const [typed, setTyped] = useState(text);
  const [other, setOther] = useState<PersonLine | null>(null);
  const { found, because } = usePeople(typed, 0);
  const first = useFirstFocus<HTMLInputElement>();
  const others = (found?.people ?? []).filter(({ personId }) => personId !== page.personId);
  // Whoever was suggested need not be looked for.
  const [only] = others;
  const suggested = text !== '' && typed === text && others.length === 1 && only !== undefined;
  if (other !== null || suggested)
    return <MergeWith {...section} other={other ?? (only as PersonLine)} />;
  return (
    <div className="person-form" role="group" aria-label="Merge with">
      {because !== null && <p role="alert">{because}</p>}
      <PickList
        ref={first}
        label="Merge with"
        hint="Part of a name, a whole number, or #12. Enter shows what it would be."
        picks={others.map((line) => ({
          id: line.personId,
          title: line.label,
          aside: `person ${line.number}`,
          detail: line.details.join(' · '),
        }))}
        text={typed}
        onText={setTyped}
        onPick={({ id }) => setOther(others.find(({ personId }) => personId === id) ?? null)}
        empty={found === null ? 'Searching…' : 'Nobody else is found so.'}
      />
      <Buttons does="Show what it would be" busy onBack={onBack} />
    </div>
  );
}

const REMAINS = ['this', 'other'] as const;
type Remains = (typeof REMAINS)[number];

function MergeWith({ page, other, onDone, onBack }: WithBack & { readonly other: PersonLine }) {
  const form = { subject: `person/${page.personId}`, form: 'merge' };
  const [remains, setRemains] = useTyped<Remains>(form, 'remains', 'this');
  const [reason, setReason] = useTyped(form, 'reason', '');
  const [preview, setPreview] = useState<MergePreview | null>(null);
  const merge = useCommand('person.merge', form);
  const first = useFirstFocus<HTMLInputElement>();
  const [personId, absorbed] =
    remains === 'this' ? [page.personId, other.personId] : [other.personId, page.personId];
  useEffect(() => {
    let gone = false;
    void ask('person.merge-preview', { personId, absorbed }).then((reply) => {
      if (!gone) setPreview(reply.ok ? reply.value : null);
    });
    return () => {
      gone = true;
    };
  }, [personId, absorbed]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (preview === null) return;
    const seen = preview.match?.evidence.map(({ says }) => says) ?? [];
    if ((await merge.give({ personId, absorbed, seen, reason })) === null) return;
    showPerson(personId);
    onDone(`Merged into person ${preview.after.number}. Shift+U takes it apart again.`);
  }

  return (
    <form className="person-form" onSubmit={submit} aria-label="Merge">
      <TextField
        ref={first}
        label="How you know that they are one person"
        hint={preview?.match == null ? undefined : 'Besides the evidence; may stay empty.'}
        value={reason}
        onText={setReason}
        maxLength={300}
      />
      <Select
        label="Who remains"
        value={remains}
        choices={REMAINS}
        labels={{
          this: `${page.label}, person ${page.number}`,
          other: `${other.label}, person ${other.number}`,
        }}
        onChoose={setRemains}
      />
      {preview !== null && <Preview preview={preview} />}
      <Refused refusal={merge.refusal} />
      <Buttons does="Merge" busy={merge.busy || preview === null} onBack={onBack} />
    </form>
  );
}

function Preview({
  preview: { after, absorbed, match, toldApart },
}: {
  readonly preview: MergePreview;
}) {
  const details = after.details.filter(({ withdrawn }) => withdrawn === null);
  const notes = after.notes.filter(({ standing }) => standing !== 'withdrawn');
  return (
    <section className="merge-preview" aria-label="What it would be" aria-live="polite">
      {toldApart && (
        <p className="sheet-warning">
          Somebody said that these are two people. See who said so below.
        </p>
      )}
      {match === null ? (
        <p className="person-aside">Nothing is known of both. Say how you know.</p>
      ) : (
        <>
          <p>{match.because}</p>
          <EvidenceList evidence={match.evidence} />
        </>
      )}
      <p>
        Then <bdi>{after.label}</bdi>, person {after.number}, stands for both:{' '}
        {[...new Set(details.map(({ says }) => says))].join(' · ')}
      </p>
      <p className="person-aside">
        {counted(after.callsInAll, 'call')}, {counted(notes.length, 'approach note')}
        {after.plan === null ? ', no plan' : ', one plan for next time'}. Person {absorbed.number}{' '}
        keeps its own, and can be taken apart again.
      </p>
    </section>
  );
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
}
