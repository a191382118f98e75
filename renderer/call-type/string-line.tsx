import type { TypeStringLine } from '#shared/call-type/call-types-view.ts';
import { CONFIDENCE_WORDS, number, STATE_WORDS } from './string-words.ts';

interface Props {
  readonly id: string;
  readonly line: TypeStringLine;
  readonly label: (code: string) => string;
  readonly position: number;
  readonly total: number;
  readonly selected: boolean;
  readonly onChoose: () => void;
}

/** One type string: how many calls came with it, its words, and what they mean or may mean. */
export function StringLine({ id, line, label, position, total, selected, onChoose }: Props) {
  const { shape, word } = STATE_WORDS[line.state];
  return (
    // The list around it holds the keyboard; a row only answers the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="option"
      id={id}
      className="string-line"
      data-state={line.state}
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={total}
      tabIndex={-1}
      onClick={onChoose}
    >
      <span className="string-calls">
        {number(line.calls)}
        <span className="spoken"> calls</span>
      </span>
      <span className="string-raw" dir="auto">
        {line.raw}
      </span>
      <span className="string-meaning">{meaning(line, label)}</span>
      <span className="string-state">
        <span aria-hidden="true">{shape}</span> {word}
      </span>
    </div>
  );
}

function meaning({ state, callType, proposal }: TypeStringLine, label: Props['label']) {
  if (callType !== null) return <b>{label(callType)}</b>;
  if (state === 'reviewed') return 'says too little';
  if (proposal === null) return 'nothing proposed';
  return (
    <>
      {label(proposal.callType)}? <small>{CONFIDENCE_WORDS[proposal.confidence]}</small>
    </>
  );
}
