import { useId, type KeyboardEvent, type RefObject } from 'react';
import type { PersonLine } from '#shared/board/known-person-lines.ts';
import type { PersonId } from '#shared/lib/brand.ts';
import { dateWords } from '../desk/center-date.ts';
import { TextField } from '../parts/field.tsx';

/** A search over those it finds. From the field the arrows move in the list, and the keys stay in the field. */
export function PeopleList({
  text,
  people,
  more,
  answered,
  because,
  chosen,
  onText,
  onMove,
  onChoose,
  searchRef,
  listRef,
}: {
  readonly text: string;
  readonly people: readonly PersonLine[];
  readonly more: boolean;
  readonly answered: boolean;
  readonly because: string | null;
  readonly chosen: PersonId | null;
  readonly onText: (text: string) => void;
  readonly onMove: (by: number) => void;
  readonly onChoose: (personId: PersonId) => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly listRef: RefObject<HTMLDivElement | null>;
}) {
  const id = useId();
  const at = people.findIndex(({ personId }) => personId === chosen);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    if (event.key === 'ArrowUp') onMove(-1);
    else if (at < 0 || event.key === 'ArrowDown') onMove(1);
    else listRef.current?.focus();
  }

  return (
    <>
      <div className="people-search" onKeyDown={onKeyDown} role="presentation">
        <TextField
          ref={searchRef}
          label="Find a person"
          hint="Part of a name, a whole number or address, a date of birth as 1984-03-02, or #12."
          value={text}
          onText={onText}
          maxLength={300}
        />
      </div>
      {because !== null && <p role="alert">{because}</p>}
      <div
        ref={listRef}
        className="people-list"
        role="listbox"
        aria-label={text.trim() === '' ? 'Registered last' : 'Found'}
        aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
        tabIndex={0}
      >
        {people.map((person, index) => (
          // The list holds the keyboard; a row only answers the pointer.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={person.personId}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => onChoose(person.personId)}
          >
            <small>{person.number}</small>
            <span>
              <bdi>{person.label}</bdi>
              <small dir="auto">{person.details.join(' · ')}</small>
            </span>
            <small>{callsOf(person)}</small>
          </div>
        ))}
      </div>
      <p className="people-count" role="status">
        {!answered
          ? ''
          : people.length === 0
            ? text.trim() === ''
              ? 'Nobody is registered yet. At an incident, Shift+K registers who it is about.'
              : `Nobody is found for “${text}”.`
            : more
              ? `The first ${people.length}. Type more to find fewer.`
              : ''}
      </p>
    </>
  );
}

function callsOf({ contacts, lastDay }: PersonLine): string {
  if (contacts === 0) return 'no calls';
  const calls = contacts === 1 ? '1 call' : `${contacts} calls`;
  return lastDay === null ? calls : `${calls}, ${dateWords(lastDay)}`;
}
