import type { FactLine } from '#shared/board/incident-view.ts';
import type { Answer } from '#shared/facts/fact.ts';
import { useId } from 'react';
import { Button } from '../parts/button.tsx';
import { answerOf, isDanger, READINGS } from './fact-answer.tsx';
import { isFolded, type FactGroup } from './fact-groups.ts';
import { FactRow } from './fact-row.tsx';

/** A group: open with its questions, or closed as one line that still tells every answer. */
export function FactGroupLines(props: {
  readonly group: FactGroup;
  readonly label: string;
  /** Lines to show; null when the group is closed. */
  readonly shown: readonly FactLine[] | null;
  readonly current: FactLine | null;
  /** What an answer to the current one can lead to, in words. */
  readonly reach: string | null;
  readonly unfolded: boolean;
  readonly onUnfold: () => void;
  readonly onGo: (line: FactLine | undefined) => void;
  readonly onAnswer: (line: FactLine, answer: Answer) => void;
  readonly onNone: () => void;
}) {
  const { group, label, shown, current, reach, unfolded } = props;
  const heading = useId();
  const folded = group.lines.filter(isFolded).length;
  const open = shown !== null;
  return (
    <section className="fact-group" data-open={open} aria-labelledby={heading}>
      <h4>
        <button
          type="button"
          className="fact-group-head"
          aria-expanded={open}
          onClick={() => props.onGo(group.lines.find((line) => !isFolded(line)) ?? group.lines[0])}
        >
          <span id={heading}>{label}</span>
          <GroupSummary group={group} />
          <span className={group.open > 0 ? 'fact-group-left to-ask' : 'fact-group-left'}>
            {group.open > 0 ? `${group.open} to ask` : 'settled'}
          </span>
        </button>
      </h4>
      {open && (
        <>
          <ul>
            {shown.map((line, at) => (
              <FactRow
                key={line.id}
                line={line}
                digit={at < 9 ? at + 1 : null}
                current={line.id === current?.id}
                reach={line.id === current?.id ? reach : null}
                onFocus={() => line.id !== current?.id && props.onGo(line)}
                onAnswer={(answer) => props.onAnswer(line, answer)}
              />
            ))}
          </ul>
          <div className="fact-group-foot">
            {group.open > 0 && (
              <Button tone="quiet" keys="Shift+N" onClick={props.onNone}>
                None of these
              </Button>
            )}
            {folded > 0 && (
              <Button tone="quiet" aria-expanded={unfolded} onClick={props.onUnfold}>
                {unfolded ? 'Hide the settled ones' : `${folded} more, settled`}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

/** A yes is named; the rest is counted. */
function GroupSummary({ group }: { readonly group: FactGroup }) {
  const yes = group.lines.filter((line) => answerOf(line) === 'yes');
  const counts = (['no', 'unknown'] as const).flatMap((answer) => {
    const count = group.lines.filter((line) => answerOf(line) === answer).length;
    return count === 0 ? [] : [`${count} ${READINGS[answer].word}`];
  });
  const aged = group.lines.filter((line) => line.record?.aged === true).length;
  return (
    <span className="fact-group-summary">
      {yes.map((line) => (
        <span key={line.id} className="answer" data-answer="yes" data-danger={isDanger(line)}>
          <span aria-hidden="true">{READINGS.yes.sign}</span> {line.label}
        </span>
      ))}
      {counts.length > 0 && <span>{counts.join(', ')}</span>}
      {aged > 0 && <strong className="ask-again">↻ ask {aged} again</strong>}
    </span>
  );
}
