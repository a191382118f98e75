import type { ContactLine } from '#shared/board/contact-lines.ts';
import { MESSAGE_WORDS, STATE_WORDS, triedWords } from '../contacts/contact-words.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';

/** Promised calls with what is needed to make them. */
export function ContactLines({
  contacts,
  changed,
}: {
  readonly contacts: readonly { readonly key: string; readonly line: ContactLine }[];
  readonly changed: ReadonlySet<string>;
}) {
  return (
    <ul className="shift-lines">
      {contacts.map(({ key, line }) => (
        <li key={key} data-changed={changed.has(key)}>
          <p className="shift-line">
            <span className="contact-state" data-state={line.state}>
              {STATE_WORDS[line.state]}
            </span>
            <span className="shift-what">
              {line.label} · incident {line.incidentNumber}
            </span>
            <span>{wallDateTime(line.due.from, deskNow())}</span>
          </p>
          <p className="shift-more">
            {changed.has(key) && <strong>◆ changed · </strong>}
            <bdi>{line.ownerName}</bdi> · {line.number} · {MESSAGE_WORDS[line.message]} ·{' '}
            {triedWords(line.attempts)}
          </p>
          <p className="shift-more" dir="auto">
            {line.reason ?? 'The reason is clinical text: a clinician knows it.'}
          </p>
        </li>
      ))}
    </ul>
  );
}
