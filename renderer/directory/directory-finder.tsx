import type { KeyboardEvent, RefObject } from 'react';
import { DirectoryFilters } from './directory-filters.tsx';
import { ServiceList } from './service-list.tsx';
import type { DirectorySearch } from './use-directory.ts';

/** The field, the filters and what they find: the same for looking something up and for a referral. */
export function DirectoryFinder({
  search,
  field,
  onEnter,
}: {
  readonly search: DirectorySearch;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Enter in the field: what is selected is meant. */
  readonly onEnter: () => void;
}) {
  const { text, look, total, instead, refused, move } = search;

  /** From the field the arrows move through what was found; the letters belong to the field. */
  function moveOn(event: KeyboardEvent<HTMLInputElement>) {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (event.altKey || event.ctrlKey) return;
    if (by !== undefined) move(by);
    else if (event.key === 'Enter') onEnter();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <>
      <input
        ref={field}
        type="search"
        className="directory-find"
        data-first-focus
        aria-label="Find a service"
        placeholder="What, who, where: counseling spanish, shelter, Lakeside…"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        maxLength={200}
        value={text}
        onChange={(event) => look(event.target.value)}
        onKeyDown={moveOn}
      />
      <DirectoryFilters search={search} />
      <p className="directory-count" role="status">
        {total === null ? 'Looking…' : countWords(total)}
        {instead !== null && (
          <>
            {' '}
            · nothing has those words; shown for <b>{instead}</b>
          </>
        )}
      </p>
      {refused !== null && (
        <p role="alert" className="directory-refused">
          {refused}
        </p>
      )}
      {total === 0 ? (
        <p className="directory-none">
          Nothing fits. Take a word or a filter away, or look for what it is rather than what it is
          called.
        </p>
      ) : (
        <ServiceList search={search} />
      )}
    </>
  );
}

function countWords(total: number): string {
  return total === 1 ? '1 service' : `${total.toLocaleString('en-US')} services`;
}
