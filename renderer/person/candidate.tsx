import type { ReactNode } from 'react';
import type { CandidateLine } from '#shared/board/known-person-lines.ts';
import { CAUTION_LABELS } from '#shared/caution/caution.ts';
import type { Evidence } from '#shared/person/match-person.ts';
import { contactWords, countContacts, noteFrom, sureness } from './person-words.ts';

/** What speaks for it and what against, in lines: a sign, a word for who hears it, and the sentence. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  return (
    <ul className="evidence">
      {evidence.map(({ speaks, says }) => (
        <li key={says} data-speaks={speaks}>
          <span aria-hidden="true">{speaks === 'for' ? '✓' : '✗'}</span>
          <span className="spoken">{speaks === 'for' ? 'For it: ' : 'Against it: '}</span>
          <span dir="auto">{says}</span>
        </li>
      ))}
    </ul>
  );
}

/** Somebody it may be, with everything a human decides on. */
export function Candidate({
  candidate,
  children,
}: {
  readonly candidate: CandidateLine;
  /** What can be said of it, right under the evidence. */
  readonly children?: ReactNode;
}) {
  const { label, number, match, notes, plan, cautions, contacts, contactsInAll } = candidate;
  return (
    <section className="candidate" aria-label={`Person ${number}`} aria-live="polite">
      <h3>
        {sureness(candidate)}: <bdi>{label}</bdi> <small>person {number}</small>
      </h3>
      {match !== null && (
        <>
          <p className="candidate-why">{match.because}</p>
          <EvidenceList evidence={match.evidence} />
        </>
      )}
      {children}
      <dl>
        {cautions.map(({ cautionId, kind, text, source }) => (
          <div key={cautionId}>
            <dt>◆ {CAUTION_LABELS[kind]}</dt>
            <dd>
              <bdi>{text}</bdi> <small>{source}</small>
            </dd>
          </div>
        ))}
        {notes.map((note) => (
          <div key={note.entry}>
            <dt>How to approach</dt>
            <dd>
              <bdi>{note.text}</bdi> <small data-standing={note.standing}>{noteFrom(note)}</small>
            </dd>
          </div>
        ))}
        {plan !== null && (
          <div>
            <dt>Next time</dt>
            <dd>
              <bdi>{plan.says}</bdi>{' '}
              <small>{plan.agreed ? 'agreed with the person' : 'not agreed with the person'}</small>
            </dd>
          </div>
        )}
        <div>
          <dt>{countContacts(contactsInAll)}</dt>
          <dd>
            <ul>
              {contacts.map((contact) => (
                <li key={contact.number ?? contact.receivedLocal}>
                  {contactWords(contact)}
                  {contact.certainty === 'uncertain' && ' · not certain that it was theirs'}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </section>
  );
}
