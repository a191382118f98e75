import { useEffect, useRef, useState } from 'react';
import type { CandidateLine, KnownOnCall } from '#shared/board/known-person-lines.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { CallId } from '#shared/lib/brand.ts';
import { useBoard } from '../desk/board-store.ts';
import { say, useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { KeyScope } from '../sheets/key-scope.tsx';
import { incidentLine, NoIncident } from '../sheets/no-incident.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { Candidate } from './candidate.tsx';
import { CandidateList } from './candidate-list.tsx';
import { NamedForm } from './named-form.tsx';
import { openPerson } from './people-store.ts';
import { contactWords } from './person-words.ts';
import { RegisterForm } from './register-form.tsx';
import { ofIncident, useKnown } from './use-known.ts';
import './who-sheet.css';

/** Who is this? Nobody is linked by itself: a person reads the evidence and says so. */
export function WhoSheet() {
  const selection = useDesk((desk) => desk.selection);
  const focused = useBoard((board) => board.focus);
  if (selection?.kind === 'call') return <WhoCalls callId={selection.id as CallId} />;
  return focused === null || focused.incidentId !== selection?.id ? (
    <NoIncident title="Who is this?" />
  ) : (
    <WhoOn key={focused.incidentId} view={focused} />
  );
}

function WhoCalls({ callId }: { readonly callId: CallId }) {
  const { known, because } = useKnown({ of: { callId }, since: '' });
  const [chosen, setChosen] = useState<string | null>(null);
  const candidate = chosenIn(known, chosen);
  return (
    <Sheet title="Who is this?" subtitle="The call still waits" wide>
      {because !== null && <p role="alert">{because}</p>}
      <CandidateList known={known} chosen={candidate?.personId ?? null} onChoose={setChosen} />
      {candidate !== null && <Candidate candidate={candidate} />}
      {known !== null && <SameNumber known={known} />}
      <p className="sheet-empty">Answer the call first; then you can say who it is.</p>
    </Sheet>
  );
}

function WhoOn({ view }: { readonly view: IncidentView }) {
  const { incidentId } = view;
  const { known, because } = useKnown(ofIncident(view));
  const [chosen, setChosen] = useState<string | null>(null);
  const [registering, setRegistering] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const link = useCommand('person.link');
  const ruleOut = useCommand('person.rule-out');
  const candidate = chosenIn(known, chosen);

  // With nobody to choose from, the next thing is what was said.
  const nobody = known !== null && known.candidates.length === 0;
  useEffect(() => {
    if (nobody && document.activeElement === list.current) name.current?.focus();
  }, [nobody]);

  async function isThem(certainty: 'certain' | 'uncertain') {
    if (candidate === null || candidate.certainty === certainty) return;
    ruleOut.forget();
    const { personId, label } = candidate;
    const seen = seenOf(candidate);
    if ((await link.give({ incidentId, personId, certainty, seen, reason: '' })) === null) return;
    const text =
      certainty === 'certain'
        ? `Confirmed: incident ${view.number} is about ${label}.`
        : `Incident ${view.number} may be about ${label}. It counts in no figure.`;
    say({ tone: 'done', text, cause: null });
  }

  async function isNotThem() {
    if (candidate === null) return;
    link.forget();
    const { personId, label } = candidate;
    if ((await ruleOut.give({ incidentId, personId, seen: seenOf(candidate) })) === null) return;
    setChosen(null);
    list.current?.focus();
    const text = `Not ${label}. They are not suggested for this call again.`;
    say({ tone: 'done', text, cause: null });
  }

  const keys = {
    y: () => void isThem('certain'),
    u: () => void isThem('uncertain'),
    n: () => void isNotThem(),
    r: () => setRegistering(true),
    f: () => name.current?.focus(),
    o: () => candidate !== null && openPerson(candidate.personId),
  };
  const subject = view.clinical?.work.people?.value.subject;
  const noted = view.known.name === '' && view.known.birthDate === null;
  const fromNotes = noted && subject !== undefined && subject.name !== '';
  const said = {
    name: fromNotes ? subject.name : view.known.name,
    birthDate:
      fromNotes && subject.birth.known === 'date' ? subject.birth.date : view.known.birthDate,
  };
  return (
    <KeyScope keys={keys}>
      <Sheet title="Who is this?" subtitle={incidentLine(view)} wide>
        {because !== null && <p role="alert">{because}</p>}
        <CandidateList
          known={known}
          chosen={candidate?.personId ?? null}
          onChoose={setChosen}
          frame={list}
        />
        {candidate !== null && (
          <Candidate candidate={candidate}>
            <Says candidate={candidate} keys={keys} busy={link.busy || ruleOut.busy} />
            <Refused refusal={link.refusal ?? ruleOut.refusal} />
          </Candidate>
        )}
        {known !== null && registering ? (
          <section aria-label="A new person">
            <h3>A new person</h3>
            <RegisterForm
              incidentId={incidentId}
              from={{
                name: view.known.name,
                birthDate: view.known.birthDate,
                phone: known.phone ?? '',
                address: known.address ?? '',
              }}
              onRegistered={(personId) => {
                setRegistering(false);
                setChosen(personId);
                say({ tone: 'done', text: 'Registered. It is them on this call.', cause: null });
              }}
              onBack={() => setRegistering(false)}
            />
          </section>
        ) : (
          <section aria-label="What was said">
            <NamedForm
              key={`${said.name}|${said.birthDate ?? ''}`}
              {...{ incidentId, said, fromNotes }}
              nameRef={name}
              onNoted={() => list.current?.focus()}
            />
            <Button keys="r" onClick={keys.r}>
              Register a new person
            </Button>
          </section>
        )}
        {known !== null && <SameNumber known={known} />}
      </Sheet>
    </KeyScope>
  );
}

/** What a human can say of whom is marked. */
function Says({
  candidate: { certainty, number },
  keys,
  busy,
}: {
  readonly candidate: CandidateLine;
  readonly keys: Readonly<Record<'y' | 'u' | 'n' | 'o', () => void>>;
  readonly busy: boolean;
}) {
  return (
    <div className="button-row" role="group" aria-label="Say who it is">
      {certainty !== 'certain' && (
        <>
          <Button tone="primary" keys="y" aria-disabled={busy} onClick={keys.y}>
            It is them
          </Button>
          {certainty !== 'uncertain' && (
            <Button keys="u" aria-disabled={busy} onClick={keys.u}>
              May be, not certain
            </Button>
          )}
          <Button keys="n" aria-disabled={busy} onClick={keys.n}>
            Not the same
          </Button>
        </>
      )}
      <Button tone="quiet" keys="o" onClick={keys.o}>
        Page of person {number}
      </Button>
    </div>
  );
}

function SameNumber({ known: { sameNumber } }: { readonly known: KnownOnCall }) {
  if (sameNumber.length === 0) return null;
  return (
    <section aria-label="Earlier calls from this number">
      <h3>Earlier calls from this number, nobody’s yet</h3>
      <ul className="same-number">
        {sameNumber.map((contact) => (
          <li key={contact.number}>
            <span>Incident {contact.number}</span> {contactWords(contact)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whom somebody marked; else the first. */
function chosenIn(known: KnownOnCall | null, chosen: string | null): CandidateLine | null {
  const candidates = known?.candidates ?? [];
  return candidates.find(({ personId }) => personId === chosen) ?? candidates[0] ?? null;
}

function seenOf({ match }: CandidateLine): string[] {
  return match?.evidence.map(({ says }) => says) ?? [];
}
