import { useState } from 'react';
import type { ClinicalWork } from '#shared/board/clinical-work.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { isMinor } from '#shared/person/minor.ts';
import {
  AGE_BAND_LABELS,
  CONSENT_LABELS,
  REACHABLE_LABELS,
  RELATION_LABELS,
  TOLD_LABELS,
  type People,
} from '#shared/person/people.ts';
import { draftText } from '../desk/kept-drafts.ts';
import { Button } from '../parts/button.tsx';
import { subjectOf } from './note-drafts.ts';
import { PeopleForm } from './people-form.tsx';
import './people.css';

/** Who is on the line and whom it is about: two things, above everything that is said. */
export function PeopleLine({
  incidentId,
  callback,
  work,
}: {
  readonly incidentId: IncidentId;
  readonly callback: string | null;
  readonly work: ClinicalWork;
}) {
  // Half typed when the window closed: it is open again, and nobody has to look for it.
  const [open, setOpen] = useState(draftText(subjectOf(incidentId), 'people') !== undefined);
  const { people, callerChanged, minority } = work;
  const ask = people === null || callerChanged;
  return (
    <section className="people" aria-label="Caller and person" data-ask={ask}>
      <div className="people-said">
        {people === null ? (
          <p>Who is on the line, and whom is it about?</p>
        ) : (
          <Said people={people.value} years={minority.years} />
        )}
        <Button tone={ask ? 'plain' : 'quiet'} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Close' : ask ? 'Write it down' : 'Change'}
          <span className="spoken"> who calls and whom it is about</span>
        </Button>
      </div>
      {callerChanged && (
        <p role="status" className="people-ask">
          Somebody else has been on the line since. Ask again who it is.
        </p>
      )}
      {minority.says !== null && (
        <p className="people-minor">
          <strong>{minority.says}</strong> <small>({minority.source})</small>
        </p>
      )}
      {isMinor(minority.standing) && people !== null && <GuardianSaid people={people.value} />}
      {open && (
        <PeopleForm
          incidentId={incidentId}
          callback={callback}
          saved={people?.value ?? null}
          onDone={() => setOpen(false)}
        />
      )}
    </section>
  );
}

function Said({ people, years }: { readonly people: People; readonly years: number | null }) {
  const { subject } = people;
  return (
    <p>
      {people.who === 'other' && (
        <>
          <span className="people-word">On the line</span> <Name name={people.caller.name} />
          {people.caller.relation !== 'not-said' &&
            `, ${RELATION_LABELS[people.caller.relation].toLowerCase()}`}
          {people.caller.callback !== '' && `, ${people.caller.callback}`}{' '}
        </>
      )}
      <span className="people-word">
        {people.who === 'self' ? 'On the line, for themself' : 'About'}
      </span>{' '}
      <Name name={subject.name} />
      {ageOf(people, years) !== null && `, ${ageOf(people, years)}`}
      {subject.pronouns !== '' && (
        <>
          , <bdi>{subject.pronouns}</bdi>
        </>
      )}
      {subject.addressAs !== '' && (
        <>
          {' '}
          <span className="people-word">Say</span> <Name name={subject.addressAs} />
        </>
      )}
    </p>
  );
}

function Name({ name }: { readonly name: string }) {
  return name === '' ? 'no name said' : <strong dir="auto">{name}</strong>;
}

function ageOf({ subject: { birth } }: People, years: number | null): string | null {
  if (birth.known === 'band') return AGE_BAND_LABELS[birth.band].toLowerCase();
  return birth.known === 'date' ? `${years ?? '?'} (born ${birth.date})` : null;
}

function GuardianSaid({ people: { guardian } }: { readonly people: People }) {
  if (guardian === null)
    return <p className="people-ask">Guardian: nobody written down. Ask who it is.</p>;
  const { name, number, reachable, told, consent, note } = guardian;
  return (
    <p>
      <span className="people-word">Guardian</span> <Name name={name} />
      {number !== '' && `, ${number}`}
      {' · '}
      {[REACHABLE_LABELS[reachable], TOLD_LABELS[told], CONSENT_LABELS[consent]].join(' · ')}
      {note !== '' && (
        <>
          {' · '}
          <bdi>{note}</bdi>
        </>
      )}
    </p>
  );
}
