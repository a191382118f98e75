import { useRef, type FormEvent } from 'react';
import type { IncidentId } from '#shared/lib/brand.ts';
import { isMinor, minorityOf } from '#shared/person/minor.ts';
import {
  AGE_BAND_LABELS,
  AGE_BANDS,
  RELATION_LABELS,
  RELATIONS,
  type AgeBand,
  type People,
  type Relation,
  type Subject,
} from '#shared/person/people.ts';
import { centerDate } from '../desk/center-date.ts';
import { deskNow } from '../desk/clock.ts';
import { useDraft } from '../desk/drafts.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { GuardianFields } from './guardian-fields.tsx';
import { subjectOf } from './note-drafts.ts';
import { emptyPeople, readPeople, withWho } from './people-draft.ts';
import { Select } from './select.tsx';

/** Caller and person. Everything may stay empty: nothing here is in the way of talking. */
export function PeopleForm({
  incidentId,
  callback,
  saved,
  onDone,
}: {
  readonly incidentId: IncidentId;
  readonly callback: string | null;
  readonly saved: People | null;
  readonly onDone: () => void;
}) {
  const subject = subjectOf(incidentId);
  const before = saved ?? emptyPeople(callback);
  const draft = useDraft(subject, 'people', JSON.stringify(before));
  const people = readPeople(draft.text, before);
  const note = useCommand('people.note');
  const first = useFirstFocus<HTMLInputElement>();
  const form = useRef<HTMLFormElement>(null);
  const change = (next: People) => draft.type(JSON.stringify(next));
  const about = (more: Partial<Subject>) =>
    change({ ...people, subject: { ...people.subject, ...more } });

  async function record() {
    const done = await note.give({ incidentId, people });
    if (done === null) return;
    draft.settle();
    onDone();
  }
  useActions({
    'notes.record': () => {
      if (form.current?.contains(document.activeElement) !== true) return false;
      void record();
    },
  });
  const { standing } = minorityOf(people.subject.birth, centerDate(deskNow()));
  return (
    <form
      ref={form}
      className="people-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void record();
      }}
    >
      <fieldset className="people-who">
        <legend>Who is on the line?</legend>
        {WHO.map(({ who, label }) => (
          <label key={who}>
            <input
              ref={people.who === who ? first : undefined}
              type="radio"
              name="who"
              checked={people.who === who}
              onChange={() => change(withWho(people, who, callback))}
            />{' '}
            {label}
          </label>
        ))}
      </fieldset>
      {people.who === 'other' && (
        <div className="people-row">
          <TextField
            label="Name of the caller"
            maxLength={120}
            value={people.caller.name}
            onText={(name) => change({ ...people, caller: { ...people.caller, name } })}
          />
          <Select
            label="Who they are to the person"
            value={people.caller.relation}
            choices={RELATIONS}
            labels={RELATION_LABELS}
            onChoose={(relation: Relation) =>
              change({ ...people, caller: { ...people.caller, relation } })
            }
          />
          <TextField
            label="Number of the caller"
            maxLength={40}
            value={people.caller.callback}
            onText={(number) =>
              change({ ...people, caller: { ...people.caller, callback: number } })
            }
          />
        </div>
      )}
      <div className="people-row">
        <TextField
          label="Name of the person"
          maxLength={120}
          value={people.subject.name}
          onText={(name) => about({ name })}
        />
        <TextField
          label="Wants to be called"
          maxLength={120}
          value={people.subject.addressAs}
          onText={(addressAs) => about({ addressAs })}
        />
        <TextField
          label="Pronouns"
          maxLength={40}
          value={people.subject.pronouns}
          onText={(pronouns) => about({ pronouns })}
        />
        {people.who === 'self' && (
          <TextField
            label="Number to call back"
            maxLength={40}
            value={people.callback}
            onText={(number) => change({ ...people, callback: number })}
          />
        )}
      </div>
      <BirthFields people={people} onBirth={(birth) => about({ birth })} />
      {(isMinor(standing) || people.guardian !== null) && (
        <GuardianFields people={people} onPeople={change} />
      )}
      <Refused refusal={note.refusal} />
      <div className="button-row">
        <Button type="submit" tone="primary" keys="Ctrl+Enter" aria-disabled={note.busy}>
          Put on the record
        </Button>
      </div>
    </form>
  );
}

const WHO = [
  { who: 'self', label: 'The person themself' },
  { who: 'other', label: 'Somebody for them' },
] as const;

const AGES = ['not-said', ...AGE_BANDS, 'date'] as const;
const AGE_LABELS = { ...AGE_BAND_LABELS, 'not-said': 'Not said', date: 'Date of birth…' } as const;

function BirthFields({
  people,
  onBirth,
}: {
  readonly people: People;
  readonly onBirth: (birth: Subject['birth']) => void;
}) {
  const { birth } = people.subject;
  const age =
    birth.known === 'band' ? birth.band : birth.known === 'date' ? 'date' : ('not-said' as const);
  return (
    <div className="people-row">
      <Select
        label="Age"
        value={age}
        choices={AGES}
        labels={AGE_LABELS}
        onChoose={(chosen: 'not-said' | 'date' | AgeBand) =>
          onBirth(
            chosen === 'not-said'
              ? { known: 'nothing' }
              : chosen === 'date'
                ? { known: 'date', date: '' }
                : { known: 'band', band: chosen },
          )
        }
      />
      {birth.known === 'date' && (
        <TextField
          label="Date of birth"
          hint="Year-month-day, as 2009-05-31"
          maxLength={10}
          value={birth.date}
          onText={(date) => onBirth({ known: 'date', date: date.trim() })}
        />
      )}
    </div>
  );
}
