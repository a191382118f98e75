import { useId, useState } from 'react';
import { pasted, tooLong } from './note-limit.ts';
import { phraseOf, Phrases } from './phrases.tsx';

/** One step of the plan. What is known already is offered below it while it is written. */
export function PlanStep({
  heading,
  asks,
  text,
  suggestions,
  offered,
  onText,
  onEnter,
}: {
  readonly heading: string;
  readonly asks: string;
  readonly text: string;
  readonly suggestions: readonly string[];
  /** Stays with the step worked on last: nothing moves under a pointer on its way to a button. */
  readonly offered: boolean;
  readonly onText: (text: string) => void;
  readonly onEnter: () => void;
}) {
  const id = useId();
  const [said, setSaid] = useState<string | null>(null);
  const type = (next: string) => {
    const no = tooLong(next);
    setSaid(no);
    if (no === null) onText(next);
  };
  const put = (line: string) => type(text.trim() === '' ? line : `${text.trimEnd()}\n${line}`);
  return (
    <li>
      <label htmlFor={id}>{heading}</label>
      <textarea
        id={id}
        rows={1}
        dir="auto"
        placeholder={asks}
        value={text}
        onChange={({ target }) => type(target.value)}
        onPaste={(event) => {
          const no = pasted(event);
          setSaid(no);
          if (no !== null) event.preventDefault();
        }}
        onKeyDown={(event) => {
          const phrase = phraseOf(event, suggestions);
          if (phrase === null) return;
          event.preventDefault();
          put(phrase);
        }}
        onFocus={onEnter}
      />
      {offered && <Phrases label="Known already" phrases={suggestions} onPhrase={put} />}
      {said !== null && (
        <p role="alert" className="field-error">
          {said}
        </p>
      )}
    </li>
  );
}
