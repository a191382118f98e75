import { useEffect, useState } from 'react';
import type { EchoLine, EchoList } from '#shared/board/echo-lines.ts';
import { ask } from '../desk/ask.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Button } from '../parts/button.tsx';
import { LevelBadge } from '../parts/level-badge.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { KeyScope } from '../sheets/key-scope.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { countUnread } from './unread-echoes.ts';
import './echo.css';

/** Listed at once; the facts above the list count these. */
const LINES = 100;

/** How it ended: incidents one has put on their way, and others saw through. One's own, and nobody else's. */
export function EchoSheet() {
  const [list, setList] = useState<EchoList | null>(null);
  const [because, setBecause] = useState<string | null>(null);
  const read = useCommand('echo.read');

  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let gone = false;
    void ask('echo.list', { lines: LINES }).then((reply) => {
      if (gone) return;
      if (reply.ok) setList(reply.value);
      setBecause(reply.ok ? null : reply.because);
    });
    return () => {
      gone = true;
    };
  }, [asked]);

  async function readAll() {
    const upTo = list?.lines[0]?.seq;
    if (upTo === undefined || (await read.give({ upTo })) === null) return;
    setAsked((before) => before + 1);
    await countUnread();
  }

  const unread = list?.unread ?? 0;
  return (
    <KeyScope keys={unread > 0 ? { Enter: () => void readAll() } : {}}>
      <Sheet
        title="How it ended"
        subtitle="Incidents you put on their way and others saw through. Only you see this list."
      >
        {because !== null && <p role="alert">{because}</p>}
        {list !== null && list.lines.length === 0 && <NothingYet />}
        {list !== null && list.lines.length > 0 && <Ways list={list} />}
        {unread > 0 && (
          <Button tone="primary" keys="Enter" data-first-focus onClick={() => void readAll()}>
            {unread} read
          </Button>
        )}
        <Refused refusal={read.refusal} />
        <ul className="echo-list">
          {list?.lines.map((line) => (
            <Echo key={line.seq} line={line} />
          ))}
        </ul>
      </Sheet>
    </KeyScope>
  );
}

function Echo({ line }: { readonly line: EchoLine }) {
  const { number, hour, callType, opened, decided, ended, teams, minutes, read } = line;
  const { linkageOpen, arrived } = line;
  return (
    <li data-read={read}>
      <p className="echo-head">
        {!read && <span className="echo-new">● new</span>}
        <strong>Incident {number}</strong>
        <span>{callType}</span>
        <span className="echo-hour">{wallDateTime(hour, deskNow()).replace(/:\d\d$/u, ' h')}</span>
      </p>
      <p>
        {decided === null ? (
          'You opened it.'
        ) : (
          <>
            You {opened ? 'opened it and decided' : 'decided'}{' '}
            <LevelBadge level={decided.level} provisional={false} /> {decided.response}.
          </>
        )}
      </p>
      <p>
        <strong>{ended}</strong> after {minutes} min
        {teams.length > 0 && ` · ${teams.join(', ')}`}
        {arrived && <strong> · they came, and the place has confirmed it</strong>}
        {linkageOpen && (
          <span className="echo-later"> · whether they got there is not known yet</span>
        )}
      </p>
    </li>
  );
}

/** Counts with what they are counted of. No rates, no order of people: it is about the work. */
function Ways({ list: { lines, ways } }: { readonly list: EchoList }) {
  return (
    <section className="echo-ways" aria-label={`How the last ${lines.length} ended`}>
      <h3>
        {lines.length === 1 ? 'The last one' : `The last ${lines.length}`}, by how{' '}
        {lines.length === 1 ? 'it' : 'they'} ended
      </h3>
      <ul>
        {ways.map(({ label, incidents }) => (
          <li key={label}>
            <span className="tabular">{incidents}</span> {label}
          </li>
        ))}
      </ul>
    </section>
  );
}

function NothingYet() {
  return (
    <p className="sheet-empty">
      Nothing yet. When you open a call or decide who goes, and somebody else sees it through, you
      read here how it ended: which team, how long, and how it was closed. No name, no place,
      nothing anybody said.
    </p>
  );
}
