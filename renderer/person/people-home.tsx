import { useEffect, useRef, useState } from 'react';
import type { PersonPage as Page } from '#shared/board/known-person-lines.ts';
import type { PersonId } from '#shared/lib/brand.ts';
import { useBoard } from '../desk/board-store.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Keys } from '../parts/kbd.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { PeopleList } from './people-list.tsx';
import { showPerson, useShownPerson } from './people-store.ts';
import { PersonPage } from './person-page.tsx';
import { KNOWN_BY_NOTHING, RegisterForm } from './register-form.tsx';
import { usePeople, usePersonPage } from './use-people.ts';
import './people.css';
import './who-sheet.css';

/** Who the center knows from earlier calls: found on the left, one of them in full on the right. */
export function PeopleHome() {
  const shown = useShownPerson();
  const [text, setText] = useState('');
  const [registering, setRegistering] = useState(false);
  const revision = useBoard((board) => board.revision);
  const { found, because } = usePeople(text, revision);
  const people = found?.people ?? [];
  const { page, because: notShown, askAgain } = usePersonPage(shown, revision);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const at = people.findIndex(({ personId }) => personId === page?.personId);

  // Somebody who came for one person reads their page; else the search has the keys.
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    (shown === null ? search.current : list.current)?.focus();
    // Only on coming here.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  function move(to: number) {
    const line = people[Math.min(people.length - 1, Math.max(0, to))];
    if (line === undefined) return;
    setRegistering(false);
    showPerson(line.personId);
    list.current?.focus();
  }

  useActions({
    'people.search': () => {
      search.current?.focus();
      search.current?.select();
    },
    'people.next': () => move(at + 1),
    'people.previous': () => move(at < 0 ? 0 : at - 1),
    'people.register': () => setRegistering(true),
  });

  return (
    <main className="people-home" data-place="people" aria-label="People">
      <section
        className="people-found pane"
        aria-label="Find people"
        data-pane="people"
        tabIndex={-1}
      >
        <header className="pane-head">
          <h2>People</h2>
          <Button tone="quiet" keys="n" onClick={() => setRegistering(true)}>
            New person
          </Button>
        </header>
        <PeopleList
          {...{ text, people, because }}
          more={found?.more ?? false}
          answered={found !== null}
          chosen={page?.personId ?? null}
          onText={setText}
          onMove={(by) => move(at + by)}
          onChoose={(personId) => {
            setRegistering(false);
            showPerson(personId);
          }}
          searchRef={search}
          listRef={list}
        />
      </section>
      <section className="person-pane pane" aria-label="Person" tabIndex={-1} data-pane="person">
        {registering ? (
          <div className="person-body">
            <h2>A new person</h2>
            <RegisterForm
              incidentId={null}
              from={KNOWN_BY_NOTHING}
              onRegistered={(personId: PersonId) => {
                setRegistering(false);
                showPerson(personId);
                askAgain();
                list.current?.focus();
              }}
              onBack={() => setRegistering(false)}
            />
          </div>
        ) : (
          <Shown page={page} because={notShown} askAgain={askAgain} />
        )}
      </section>
      <NoticeBeside causes={['person.page']} />
    </main>
  );
}

function Shown({
  page,
  because,
  askAgain,
}: {
  readonly page: Page | null;
  readonly because: string | null;
  readonly askAgain: () => void;
}) {
  if (because !== null) return <p role="alert">{because}</p>;
  if (page !== null) return <PersonPage key={page.personId} page={page} onChanged={askAgain} />;
  return (
    <div className="teach">
      <p>
        <strong>Nobody is chosen.</strong>
      </p>
      <p>
        Here stands what somebody is known by, how to meet them, what to do next time, their calls,
        and who said so. Their history never changes who is recommended.
      </p>
      <p>
        <Keys keys="f" /> searches, <Keys keys="j" /> <Keys keys="k" /> move, <Keys keys="n" />{' '}
        registers somebody; at an incident <Keys keys="Shift+K" /> asks who it is.
      </p>
    </div>
  );
}
