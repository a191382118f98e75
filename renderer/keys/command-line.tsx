import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { openCommandLine, useDesk } from '../desk/desk-store.ts';
import { NoticeLine } from '../parts/notice.tsx';
import { Keys } from '../parts/kbd.tsx';
import { useActions } from './actions.ts';
import { parseCommand } from './command-line-parse.ts';
import { runCommand } from './command-line-run.ts';
import { suggestionsFor, type Suggestion } from './command-suggest.ts';

/** The line at the foot of the window: closed it holds the last message, open it takes commands. */
export function CommandLine() {
  const open = useDesk((desk) => desk.commandLineOpen);
  useActions({ command: () => openCommandLine(true) });
  if (open) return <OpenLine />;
  return (
    <div className="command" data-open="false">
      <button type="button" className="command-rest" onClick={() => openCommandLine(true)}>
        <Keys keys="/" /> Command line
      </button>
      <NoticeLine />
    </div>
  );
}

function OpenLine() {
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [line, setLine] = useState('');
  const [marked, setMarked] = useState<number | null>(null);
  const [says, setSays] = useState<string | null>(null);
  const suggestions = suggestionsFor(line);

  useEffect(() => {
    const cameFrom = document.activeElement;
    input.current?.focus();
    return () => {
      const now = document.activeElement;
      if ((now === document.body || now === null) && cameFrom instanceof HTMLElement)
        cameFrom.focus();
    };
  }, []);

  const type = (text: string) => {
    setLine(text);
    setMarked(null);
    setSays(null);
  };
  const run = async () => {
    const sentence = await runCommand(parseCommand(line));
    if (sentence === null) openCommandLine(false);
    else setSays(sentence);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const first = suggestions[marked ?? 0];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setMarked((at) => stepped(at, event.key === 'ArrowDown' ? 1 : -1, suggestions.length));
    } else if (event.key === 'Tab' && !event.shiftKey && first !== undefined) {
      event.preventDefault();
      type(first.line);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const taken = marked === null ? undefined : suggestions[marked];
      if (taken !== undefined && taken.line !== line) type(taken.line);
      else void run();
    }
  };

  return (
    <div className="command" data-open="true">
      <Keys keys="/" />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Command"
        aria-expanded={suggestions.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={marked === null ? undefined : `${list}-${marked}`}
        aria-describedby={says === null ? undefined : `${list}-says`}
        placeholder="send M2 12 · os M2 · find Kedzie"
        autoComplete="off"
        spellCheck={false}
        value={line}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {says !== null && (
        <p id={`${list}-says`} className="command-says" role="alert">
          {says}
        </p>
      )}
      <Suggestions id={list} suggestions={suggestions} marked={marked} onTake={type} />
    </div>
  );
}

function stepped(at: number | null, step: 1 | -1, count: number): number | null {
  if (count === 0) return null;
  if (at === null) return step === 1 ? 0 : count - 1;
  return (at + step + count) % count;
}

function Suggestions({
  id,
  suggestions,
  marked,
  onTake,
}: {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly marked: number | null;
  readonly onTake: (line: string) => void;
}) {
  return (
    <div id={id} role="listbox" aria-label="Commands" className="command-list">
      {suggestions.map((each, at) => (
        <div
          key={each.shows}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === marked}
          tabIndex={-1}
          onPointerDown={(event) => {
            event.preventDefault();
            onTake(each.line);
          }}
        >
          <code>{each.shows}</code> <span dir="auto">{each.label}</span>
        </div>
      ))}
    </div>
  );
}
