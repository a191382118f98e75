import type { CandidateLine, KnownOnCall } from '#shared/board/known-person-lines.ts';
import { CAUTION_LABELS } from '#shared/caution/caution.ts';
import { openSheet } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { contactWords, countContacts, sureness, surenessSign } from './person-words.ts';
import { useKnown, type KnownOf } from './use-known.ts';
import './known-card.css';

/**
 * Whom the call may be about, and what to do about it: quiet, because nothing here is urgent and nothing decides. While
 * nobody may be known it takes no room.
 */
export function KnownCard(of: KnownOf) {
  const { known } = useKnown(of);
  if (known === null) return null;
  const { candidates, sameNumber, crowds } = known;
  if (candidates.length + sameNumber.length + crowds.length === 0) return null;
  const [first] = candidates;
  return (
    <section className="known" aria-label="Known from earlier calls" data-sure={first?.certainty}>
      <header>
        <h3>{first === undefined ? <Unlinked known={known} /> : <Headline first={first} />}</h3>
        <Button tone="quiet" keys="Shift+K" onClick={() => openSheet('who')}>
          {first?.certainty === 'certain' ? 'More' : 'Who?'}
          <span className="spoken"> People known from earlier calls</span>
        </Button>
      </header>
      {first !== undefined && <Told first={first} others={candidates.length - 1} />}
      {first === undefined && sameNumber.length > 0 && (
        <ul className="known-contacts">
          {sameNumber.map((contact) => (
            <li key={contact.number}>{contactWords(contact)}</li>
          ))}
        </ul>
      )}
      {first === undefined && crowds.map((crowd) => <p key={crowd}>{crowd}</p>)}
    </section>
  );
}

function Unlinked({ known: { sameNumber } }: { readonly known: KnownOnCall }) {
  if (sameNumber.length === 0) return <>Nobody in particular</>;
  return (
    <>
      {sameNumber.length === 1 ? 'An earlier call' : `${sameNumber.length} earlier calls`} from this
      number
    </>
  );
}

function Headline({ first }: { readonly first: CandidateLine }) {
  return (
    <>
      <span aria-hidden="true">{surenessSign(first)} </span>
      {sureness(first)}: <bdi>{first.label}</bdi>
    </>
  );
}

/** The advice first, and short: the sheet says who says so, until when, and why it may be them. */
function Told({ first, others }: { readonly first: CandidateLine; readonly others: number }) {
  const { notes, plan, contacts, contactsInAll, cautions } = first;
  const [last] = contacts;
  return (
    <>
      {cautions.map(({ cautionId, kind, text }) => (
        <p key={cautionId} className="known-caution">
          <strong>◆ {CAUTION_LABELS[kind]}:</strong> <bdi>{text}</bdi>
        </p>
      ))}
      {notes.map(({ entry, text, source, standing }) => (
        <p key={entry}>
          <strong>How to approach:</strong> <bdi>{text}</bdi>{' '}
          <small data-standing={standing}>
            <bdi>{source}</bdi>
            {standing === 'to-review' && ', past its review'}
          </small>
        </p>
      ))}
      {plan !== null && (
        <p>
          <strong>Next time:</strong> <bdi>{plan.says}</bdi>
          {!plan.agreed && <small> not agreed with the person</small>}
        </p>
      )}
      <p className="known-last">
        {countContacts(contactsInAll)}
        {last !== undefined && `, last ${contactWords(last)}`}
        {others > 0 && ` · ${others === 1 ? '1 other' : `${others} others`} may fit`}
      </p>
    </>
  );
}
