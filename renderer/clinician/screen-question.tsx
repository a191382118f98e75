import { useId } from 'react';
import type { RecordedAnswer } from '#shared/screen/screen-events.ts';
import { wordingIn } from '#shared/screen/instrument.ts';
import {
  ROLE_SUMMARIES,
  SCREEN_ANSWER_LABELS,
  SCREEN_INFORMANT_LABELS,
  type ScreenAnswer,
  type ScreenRole,
} from '#shared/screen/screen-question.ts';
import { languageName } from '#shared/unit/language.ts';
import { Button } from '../parts/button.tsx';
import type { WordingOf } from './use-wording.ts';

/** One question, large, word for word as it was installed, and the keys that answer it. */
export function ScreenQuestion({
  role,
  wording,
  language,
  given,
  onAnswer,
}: {
  readonly role: ScreenRole;
  readonly wording: WordingOf;
  /** What is spoken with the person; null for the language of the file. */
  readonly language: string | null;
  readonly given: RecordedAnswer | undefined;
  readonly onAnswer: (answer: ScreenAnswer) => void;
}) {
  const id = useId();
  return (
    <div className="screen-question" role="group" aria-labelledby={id}>
      <div id={id} aria-live="polite">
        <QuestionWords role={role} wording={wording} language={language} />
      </div>
      {given !== undefined && (
        <p className="question-why">
          Answered: <strong>{SCREEN_ANSWER_LABELS[given.answer]}</strong> (
          {SCREEN_INFORMANT_LABELS[given.informant]}). A new answer replaces it; both stay on the
          record.
        </p>
      )}
      <div className="screen-answers">
        <Button keys="y" onClick={() => onAnswer('yes')}>
          Yes
        </Button>
        <Button keys="n" onClick={() => onAnswer('no')}>
          No
        </Button>
        <Button keys="Shift+U" onClick={() => onAnswer('refused')}>
          Refused
        </Button>
        <Button keys="u" onClick={() => onAnswer('unable')}>
          Cannot say
        </Button>
        {given !== undefined && (
          <Button tone="quiet" onClick={() => onAnswer('not-asked')}>
            Was not asked
          </Button>
        )}
      </div>
    </div>
  );
}

/** The installed words in the language that is spoken; without any, what the question is about. */
export function QuestionWords({
  role,
  wording,
  language,
}: {
  readonly role: ScreenRole;
  readonly wording: WordingOf;
  readonly language: string | null;
}) {
  const summary = ROLE_SUMMARIES[role];
  if (wording.state !== 'there')
    return (
      <>
        <p className="screen-words">{summary}</p>
        <p className="screen-unworded">{UNWORDED[wording.state]}</p>
      </>
    );
  const { questions, copyright } = wording.instrument;
  const question = questions.find((each) => each.role === role);
  if (question === undefined) return <p className="screen-words">{summary}</p>;
  const spoken = wordingIn(question, language);
  const words = spoken ?? question.wording[0];
  return (
    <>
      <p className="screen-about">{summary}</p>
      <p className="screen-words" dir="auto" lang={words?.language}>
        {words?.text}
      </p>
      {spoken === null && language !== null && (
        <p className="screen-unworded">
          No wording in {languageName(language)}: ask as trained, or through the interpreter.
        </p>
      )}
      {copyright !== '' && (
        <p className="screen-notice" dir="auto">
          {copyright}
        </p>
      )}
    </>
  );
}

const UNWORDED = {
  none: 'Wording not installed: ask as trained.',
  fetching: 'The wording is being fetched. Ask as trained meanwhile.',
  missing: 'The wording could not be read: ask as trained.',
} as const;
