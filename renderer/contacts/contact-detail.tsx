import type { ContactLine } from '#shared/board/contact-lines.ts';
import {
  ATTEMPT_LABELS,
  ATTEMPTS,
  contactLabel,
  WHOM_LABELS,
  type AttemptResult,
} from '#shared/contact/contact.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Button } from '../parts/button.tsx';
import { AttemptForm } from './attempt-form.tsx';
import { ANSWERING_WORDS, MESSAGE_WORDS, SAYS_WORDS } from './contact-words.ts';
import { ElsewhereForm } from './elsewhere-form.tsx';
import { EndForm } from './end-form.tsx';
import { SafeForm } from './safe-form.tsx';

const TRY_KEYS: Readonly<Record<AttemptResult, string>> = {
  'no-answer': 'n',
  'message-left': 'm',
  busy: 'b',
  'wrong-number': 'w',
  reached: 'r',
};

/** What somebody does with the chosen contact. */
export type ContactStep =
  | { readonly step: 'try'; readonly result: AttemptResult }
  | { readonly step: 'elsewhere' }
  | { readonly step: 'safe' }
  /** `reached`: this moment, so the list may not know it yet. */
  | { readonly step: 'end'; readonly reached: boolean };

/** Where people go instead of 911 is asked at a follow-up. */
export function isFollowUp({ label }: Pick<ContactLine, 'label'>): boolean {
  return label !== contactLabel({ kind: 'callback', after: null });
}

/** Everything needed to call, and what is done with it. */
export function ContactDetail({
  line,
  mine,
  step,
  onStep,
  onTake,
  onTried,
  onElsewhere,
  onEnded,
  onNoted,
}: {
  readonly line: ContactLine;
  readonly mine: boolean;
  readonly step: ContactStep | null;
  readonly onStep: (step: ContactStep) => void;
  readonly onTake: () => void;
  readonly onTried: (result: AttemptResult) => void;
  readonly onElsewhere: () => void;
  readonly onEnded: () => void;
  readonly onNoted: () => void;
}) {
  const { number, whom, message, mayAnswer, safe, reason, tried } = line;
  return (
    <div className="contact-detail">
      <p className="contact-number">
        {number} <small>{WHOM_LABELS[whom]}</small>
      </p>
      <p data-message={message}>
        {MESSAGE_WORDS[message]}; {ANSWERING_WORDS[mayAnswer]}
      </p>
      {safe !== null && (
        <p className="contact-safe">
          {SAYS_WORDS[safe.saysWeAre]}
          {safe.bestTime !== '' && (
            <>
              ; best time: <bdi>{safe.bestTime}</bdi>
            </>
          )}
          {safe.language !== '' && (
            <>
              ; speaks <bdi>{safe.language}</bdi>
            </>
          )}{' '}
          <small>
            written down {wallDateTime(safe.notedAt, deskNow())} by <bdi>{safe.notedByName}</bdi>
          </small>
        </p>
      )}
      <p dir="auto">{reason ?? 'The reason is clinical text: a clinician knows it.'}</p>
      {tried.length > 0 && (
        <ul aria-label="Tried so far">
          {tried.map(({ result, note, at, byName }) => (
            <li key={`${at} ${result}`}>
              {wallDateTime(at, deskNow())} {ATTEMPT_LABELS[result].toLowerCase()},{' '}
              <bdi>{byName}</bdi>
              {note !== null && note !== '' && <span dir="auto"> — {note}</span>}
            </li>
          ))}
        </ul>
      )}
      {step?.step === 'try' && (
        <AttemptForm
          key={step.result}
          contact={line}
          result={step.result}
          onRecorded={() => onTried(step.result)}
        />
      )}
      {step?.step === 'safe' && <SafeForm line={line} onNoted={onNoted} />}
      {step?.step === 'end' && (
        <EndForm contact={line} reachedNow={step.reached} onEnded={onEnded} />
      )}
      {step?.step === 'elsewhere' && <ElsewhereForm contact={line} onRecorded={onElsewhere} />}
      {step === null && (
        <div className="button-row">
          {ATTEMPTS.map((result) => (
            <Button
              key={result}
              keys={TRY_KEYS[result]}
              onClick={() => onStep({ step: 'try', result })}
            >
              {ATTEMPT_LABELS[result]}
            </Button>
          ))}
          {isFollowUp(line) && (
            <Button keys="i" onClick={() => onStep({ step: 'elsewhere' })}>
              Instead of 911
            </Button>
          )}
          <Button keys="s" onClick={() => onStep({ step: 'safe' })}>
            What is safe here
          </Button>
          <Button keys="e" onClick={() => onStep({ step: 'end', reached: false })}>
            End it
          </Button>
          {!mine && (
            <Button keys="t" onClick={onTake}>
              I make this call
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
