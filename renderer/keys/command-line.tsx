import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useBoard } from '../desk/board-store.ts';
import { openCommandLine, useDesk } from '../desk/desk-store.ts';
import { NoticeLine } from '../parts/notice.tsx';
import { Keys } from '../parts/kbd.tsx';
import { useActions } from './actions.ts';
import { lineBoard } from './command-board.ts';
import { completionsOf } from './command-complete.ts';
import { linesOf, remember } from './command-history.ts';
import { CommandCompletions } from './command-completions.tsx';
import { readCommand } from './command-line-parse.ts';
import { runCommand } from './command-line-run.ts';
import { previewOf } from './command-preview.ts';

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

/** Where in the list or in the earlier lines the arrows stand. */
interface At {
  readonly marked: number | null;
  /** How many lines back in what was given before; null while this line is a new one. */
  readonly back: number | null;
}

const NOWHERE: At = { marked: null, back: null };

function OpenLine() {
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  // Read where they are kept; these two only say that something has changed there.
  useBoard((board) => board.revision);
  useBoard((board) => board.focus);
  // Begins empty each time: what is left of an order must not become part of the next one.
  const [line, setLine] = useState('');
  const [{ marked, back }, setAt] = useState(NOWHERE);
  const [says, setSays] = useState<string | null>(null);
  const board = lineBoard();
  const completions = completionsOf(line, board);
  const preview = previewOf(readCommand(line, board), board);

  useEffect(() => {
    const cameFrom = document.activeElement;
    input.current?.focus();
    return () => {
      const now = document.activeElement;
      if ((now === document.body || now === null) && cameFrom instanceof HTMLElement)
        cameFrom.focus();
    };
  }, []);

  const change = (text: string, at: At = NOWHERE) => {
    setLine(text);
    setAt(at);
    setSays(null);
  };
  const type = (text: string) => change(text);
  const run = async () => {
    const sentence = await runCommand(readCommand(line, lineBoard()));
    if (line.trim() !== '') remember(me, line.trim());
    if (sentence !== null) return setSays(sentence);
    openCommandLine(false);
  };
  /** Earlier lines while nothing new is typed, what is offered otherwise. */
  const step = (towards: 1 | -1) => {
    const lines = linesOf(me);
    if (back !== null || (line === '' && towards === -1 && lines.length > 0)) {
      const to = (back ?? 0) - towards;
      if (to > lines.length) return;
      change(to < 1 ? '' : (lines.at(-to) ?? ''), to < 1 ? NOWHERE : { marked: null, back: to });
    } else if (completions.length > 0) {
      const at = marked === null && towards === -1 ? completions.length : (marked ?? -1);
      const to = (at + towards + completions.length) % completions.length;
      setAt({ marked: to, back });
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.altKey) return;
    const first = completions[marked ?? 0];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (takes(event) && first !== undefined && first.line !== line) {
      event.preventDefault();
      type(first.line);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const taken = marked === null ? undefined : completions[marked];
      if (taken !== undefined && taken.line !== line) type(taken.line);
      else void run();
    }
  };

  const shown = completions.length > 0;
  return (
    <div className="command" data-open="true">
      <Keys keys="/" />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Command"
        aria-expanded={shown}
        aria-controls={shown ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={marked === null ? undefined : `${list}-${marked}`}
        aria-describedby={says === null ? `${list}-preview` : `${list}-says`}
        placeholder="12 m2 · m2 os · send nolan 12 · find Kedzie"
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
      <CommandCompletions
        id={list}
        completions={completions}
        marked={marked}
        preview={says === null ? preview : null}
        onTake={type}
      />
    </div>
  );
}

/** Tab, and the right arrow at the end of what is typed. */
function takes({ key, shiftKey, currentTarget }: KeyboardEvent<HTMLInputElement>): boolean {
  if (key === 'Tab') return !shiftKey;
  return key === 'ArrowRight' && currentTarget.selectionStart === currentTarget.value.length;
}
