import {
  UNSERVED_REASONS,
  type ReasonNeeded,
  type UnservedCode,
} from '#shared/incident/alternative-course.ts';
import '../style/unserved.css';
import { useTyped, type TypedForm } from '../desk/use-typed.ts';

const KEYS: Readonly<Record<UnservedCode, string>> = {
  'out-of-hours': 'h',
  'out-of-area': 'a',
  'all-busy': 'b',
  'timed-out': 't',
  overridden: 'o',
  'caller-insisted': 'i',
  other: 'w',
};

export interface UnservedAnswer {
  /** What is chosen; at first what CareDesk suggests. Null while nothing is, or nothing is asked. */
  readonly code: UnservedCode | null;
  readonly choose: (code: UnservedCode) => void;
  /** A key for each reason; none while nothing is asked. */
  readonly keys: Readonly<Record<string, () => void>>;
  /** What is missing, in one sentence; null when it may go. `words` is what “something else” is put in. */
  readonly missing: (words: string) => string | null;
  /** The member of the command, or nothing at all while nothing is asked. */
  readonly member: (words: string) => { unserved?: { code: UnservedCode; note: string } };
}

/** Kept with the form it is asked in. */
export function useUnserved(needed: ReasonNeeded | null, form: TypedForm): UnservedAnswer {
  const [picked, choose] = useTyped<UnservedCode | null>(form, 'unserved', null);
  const code = needed === null ? null : (picked ?? needed.suggested);
  return {
    code,
    choose,
    keys:
      needed === null
        ? {}
        : Object.fromEntries(
            UNSERVED_REASONS.map((each) => [KEYS[each.code], () => choose(each.code)]),
          ),
    missing: (words) => {
      if (needed === null) return null;
      if (code === null) return 'Choose why no alternative response goes.';
      return code === 'other' && words.trim() === ''
        ? 'Say in a few words what kept the alternative response away.'
        : null;
    },
    member: (words) =>
      code === null ? {} : { unserved: { code, note: code === 'other' ? words.trim() : '' } },
  };
}

/** Why no alternative response goes or came: one key each, the one that is known chosen already. */
export function UnservedChoice({
  legend,
  suggested,
  answer,
}: {
  readonly legend: string;
  readonly suggested: UnservedCode | null;
  readonly answer: UnservedAnswer;
}) {
  return (
    <fieldset className="unserved-choice">
      <legend>{legend}</legend>
      {UNSERVED_REASONS.map(({ code, label }) => (
        <label key={code}>
          <input
            type="radio"
            name="unserved"
            value={code}
            checked={answer.code === code}
            onChange={() => answer.choose(code)}
          />
          <kbd aria-hidden="true">{KEYS[code]}</kbd> {label}
          {code === suggested && <span className="quiet"> (suggested)</span>}
        </label>
      ))}
    </fieldset>
  );
}
