import type { ContactRow } from '#shared/board/contact-lines.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Elapsed } from '../parts/elapsed.tsx';
import { STATE_WORDS, triedWords } from './contact-words.ts';

/** One promised call in a line: how it stands, what, for which incident, when, whose. */
export function ContactHead({
  id,
  line,
  open,
  first,
  onOpen,
}: {
  readonly id: string;
  readonly line: ContactRow;
  readonly open: boolean;
  readonly first: boolean;
  readonly onOpen: () => void;
}) {
  const { label, incidentNumber, due, ownerName, state, attempts } = line;
  const promise = { from: due.from, until: due.by, what: label };
  return (
    <button
      type="button"
      id={id}
      className="contact-head"
      aria-expanded={open}
      {...(first ? { 'data-first-focus': true } : {})}
      onClick={onOpen}
    >
      <span className="contact-state" data-state={state}>
        {STATE_WORDS[state]}
      </span>
      <span className="contact-label">{label}</span>
      <span className="contact-when">
        {wallDateTime(due.from, deskNow())}{' '}
        {state !== 'coming' && <Elapsed since={due.from} promise={promise} />}
      </span>
      <span className="contact-owner">
        incident {incidentNumber} · <bdi>{ownerName}</bdi> · {triedWords(attempts)}
      </span>
    </button>
  );
}
