import { Suspense, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useDesk } from '../desk/desk-store.ts';
import { useActions } from '../keys/actions.ts';
import { sectionsOf, type Section } from './sections.ts';
import './administration.css';

/** What keeps the console running: its sections on the left, the chosen one beside them. */
export function AdministrationHome() {
  const role = useDesk((desk) => desk.hello?.session?.role ?? null);
  const sections = role === null ? [] : sectionsOf(role);
  const [chosenId, setChosenId] = useState('');
  const chosen = sections.find(({ id }) => id === chosenId) ?? sections[0];
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, []);

  function choose(section: Section | undefined) {
    if (section === undefined) return false;
    setChosenId(section.id);
    document.getElementById(tabId(section))?.focus();
    return undefined;
  }
  useActions(
    Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((digit) => [
        `administration.section-${digit}`,
        () => choose(sections[digit - 1]),
      ]),
    ),
  );

  function onKeyDown(event: KeyboardEvent) {
    const at = chosen === undefined ? -1 : sections.indexOf(chosen);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: sections.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose(sections[to]);
  }

  return (
    <main className="administration" data-place="administration" aria-label="Administration">
      <section className="pane" aria-label="Sections">
        <header className="pane-head">
          <h2>Administration</h2>
        </header>
        <div
          ref={list}
          role="tablist"
          aria-orientation="vertical"
          aria-label="Sections"
          className="administration-sections"
          tabIndex={-1}
          onKeyDown={onKeyDown}
        >
          {sections.map((section, at) => (
            <button
              key={section.id}
              id={tabId(section)}
              type="button"
              role="tab"
              aria-selected={section === chosen}
              aria-controls="administration-body"
              aria-keyshortcuts={String(at + 1)}
              tabIndex={section === chosen ? 0 : -1}
              onClick={() => setChosenId(section.id)}
            >
              <kbd aria-hidden="true">{at + 1}</kbd>
              <span>{section.label}</span>
              <small>{section.about}</small>
            </button>
          ))}
        </div>
      </section>
      {chosen !== undefined && (
        <section
          id="administration-body"
          className="administration-body pane"
          role="tabpanel"
          aria-labelledby={tabId(chosen)}
        >
          <Suspense fallback={<p className="teach">Fetching…</p>}>
            <chosen.Body key={chosen.id} />
          </Suspense>
        </section>
      )}
    </main>
  );
}

function tabId({ id }: Section): string {
  return `administration-${id}`;
}
