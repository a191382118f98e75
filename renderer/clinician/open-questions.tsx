import { useRef } from 'react';
import type { FactLine, IncidentView } from '#shared/board/incident-view.ts';
import { INFORMANT_LABELS, type Answer } from '#shared/facts/fact.ts';
import { tell } from '../desk/ask.ts';
import { deskStore, nextInformant, useDesk } from '../desk/desk-store.ts';
import { FactAnswer } from '../incident/fact-answer.tsx';
import { isOpen, nextOpen } from '../incident/fact-groups.ts';
import { useActions } from '../keys/actions.ts';
import { AnswerButtons } from '../parts/answer-buttons.tsx';
import { Button } from '../parts/button.tsx';
import { NoticeBeside } from '../parts/notice.tsx';

/** What nobody has asked yet and could still change who goes. The keys answer the marked one. */
export function OpenQuestions({
  view,
  canAnswer,
  marked,
  onMark,
}: {
  readonly view: IncidentView;
  readonly canAnswer: boolean;
  /** The question chosen by hand, answered or not; null leaves it to the asking order. */
  readonly marked: string | null;
  readonly onMark: (fact: string | null) => void;
}) {
  const { incidentId, facts } = view;
  const informant = useDesk((desk) => desk.informant);
  const last = useRef<string | null>(null);
  const open = inAskingOrder(facts.filter(isOpen));
  const current = facts.find((line) => line.id === marked) ?? open[0] ?? null;
  const correcting = current !== null && !open.includes(current) ? current : null;

  function answer(line: FactLine | null, given: Answer) {
    if (line === null) return;
    const said = deskStore.getState().informant;
    void tell('incident.answer-fact', {
      incidentId,
      fact: line.id,
      answer: given,
      informant: said,
    });
    // At once, so that a second key answers the next question and never this one again.
    last.current = line.id;
    onMark(nextOpen(open, line.id)?.id ?? null);
  }

  const answers = {
    'facts.yes': () => answer(current, 'yes'),
    'facts.no': () => answer(current, 'no'),
    'facts.unknown': () => answer(current, 'unknown'),
    'phone.next-question': () => onMark(nextOpen(open, current?.id ?? null)?.id ?? null),
    'phone.last-question': () => onMark(last.current),
    'facts.said-by': nextInformant,
  };
  useActions(canAnswer ? answers : {});

  return (
    <section className="questions" aria-label="Questions still open">
      <header>
        <h3>
          Still open <span className="phone-list-count">{open.length}</span>
        </h3>
        {canAnswer && open.length > 0 && (
          <Button tone="quiet" keys="w" onClick={nextInformant}>
            Said by: {INFORMANT_LABELS[informant]}
          </Button>
        )}
      </header>
      <NoticeBeside causes={['incident.answer-fact']} />
      {open.length === 0 && <p>Everything that could change the decision has been asked.</p>}
      {canAnswer && correcting !== null && (
        <div className="question-again" data-current="true">
          <p className="question-why">
            Answered: <FactAnswer line={correcting} />. The new answer replaces it; both stay on the
            record.
          </p>
          <Asked line={correcting} onAnswer={(given) => answer(correcting, given)} />
        </div>
      )}
      <ol>
        {open.map((line) => (
          <li key={line.id} data-current={canAnswer && line === current}>
            {canAnswer && line === current ? (
              <Asked line={line} onAnswer={(given) => answer(line, given)} />
            ) : canAnswer ? (
              <button type="button" className="question-line" onClick={() => onMark(line.id)}>
                {line.label}
                {line.mandatory && <span className="question-must">must ask</span>}
              </button>
            ) : (
              <span className="question-line">
                {line.label}
                {line.mandatory && <span className="question-must">must ask</span>}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Asked({
  line,
  onAnswer,
}: {
  readonly line: FactLine;
  readonly onAnswer: (answer: Answer) => void;
}) {
  return (
    <div role="group" aria-label={line.label}>
      <p className="question-words">{line.question}</p>
      <p className="question-why">
        {line.mandatory && <span className="question-must">must ask</span>} {line.why}
      </p>
      <div className="button-row">
        <AnswerButtons onAnswer={onAnswer} />
      </div>
    </div>
  );
}

/** Mandatory ones first; otherwise as the policy asks them. */
function inAskingOrder(lines: readonly FactLine[]): FactLine[] {
  return lines.toSorted((a, b) => Number(b.mandatory) - Number(a.mandatory));
}
