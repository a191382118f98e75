import type { FactLine } from '#shared/board/incident-view.ts';
import type { Answer } from '#shared/facts/fact.ts';
import { AnswerButtons } from '../parts/answer-buttons.tsx';
import { answerOf, FactAnswer, Provenance, READINGS } from './fact-answer.tsx';
import { factRowId } from './fact-focus.ts';

/**
 * One question. The focused one opens: the words to read aloud, why they are asked, and the answers.
 * It is a group and not a button, so that Enter keeps meaning the next step.
 */
export function FactRow({
  line,
  digit,
  current,
  reach,
  onFocus,
  onAnswer,
}: {
  readonly line: FactLine;
  readonly digit: number | null;
  /** The one row of the list that the Tab key reaches. */
  readonly current: boolean;
  /** What an answer can lead to; null where it decides nothing. */
  readonly reach: string | null;
  readonly onFocus: () => void;
  readonly onAnswer: (answer: Answer) => void;
}) {
  const id = factRowId(line.id);
  return (
    <li>
      {/* The focus is where y, n and u go; a button would claim Enter, which is the next step here. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        id={id}
        className="fact"
        role="group"
        aria-label={`${line.label}: ${READINGS[answerOf(line)].word}${line.record?.aged ? ', ask again' : ''}`}
        aria-describedby={current ? `${id}-question` : undefined}
        data-current={current}
        data-settled={line.settled}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={current ? 0 : -1}
        onFocus={onFocus}
      >
        <div className="fact-line">
          <kbd aria-hidden="true">{digit ?? ''}</kbd>
          <span className="fact-label">{line.label}</span>
          <FactAnswer line={line} />
          {!current && <Provenance line={line} full={false} />}
        </div>
        {current && (
          <div className="fact-open">
            {line.record !== null && <Provenance line={line} full />}
            <p id={`${id}-question`} className="question">
              {line.question}
            </p>
            <div className="fact-answers">
              <AnswerButtons onAnswer={onAnswer} />
              <span className="fact-why">
                {line.why}
                {reach !== null && <strong>{reach}</strong>}
              </span>
            </div>
          </div>
        )}
      </div>
    </li>
  );
}
