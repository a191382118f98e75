import type { ScreenLine } from '#shared/board/screen-lines.ts';
import { branchingOf, orderOf } from '#shared/screen/instrument.ts';
import {
  ROLE_SUMMARIES,
  SCREEN_ANSWER_LABELS,
  SCREEN_INFORMANT_LABELS,
  standingOf,
  type GivenAnswer,
  type ScreenRole,
  type Standing,
} from '#shared/screen/screen-question.ts';
import { wallTime } from '../desk/wall-time.ts';
import { instrumentIn, type WordingOf } from './use-wording.ts';

const SIGNS: Readonly<Record<GivenAnswer, string>> = {
  yes: '●',
  no: '○',
  refused: '✕',
  unable: '?',
};

const STANDS: Readonly<Record<Standing, string>> = {
  ask: 'not asked',
  waits: 'waits',
  'ruled-out': 'left out after a no',
  'out-of-reach': 'left out',
};

/** Every question of a screen with its answer; a click or Enter on one asks it again. */
export function ScreenList({
  screen,
  wording,
  current,
  onChoose,
}: {
  readonly screen: ScreenLine;
  readonly wording: WordingOf;
  readonly current: ScreenRole | null;
  /** Null while its answers cannot be changed from here. */
  readonly onChoose: ((role: ScreenRole) => void) | null;
}) {
  const instrument = instrumentIn(wording);
  const branching = branchingOf(instrument);
  return (
    <ol className="screen-list" aria-label="Questions of the screen">
      {orderOf(instrument).map((role) => {
        const given = screen.answers[role];
        const line = (
          <>
            <span className="screen-list-about">{ROLE_SUMMARIES[role]}</span>
            {given === undefined ? (
              <span className="screen-list-open">
                {STANDS[standingOf(role, screen.answers, branching)]}
              </span>
            ) : (
              <span className="screen-given" data-answer={given.answer}>
                <span aria-hidden="true">{SIGNS[given.answer]}</span>{' '}
                {SCREEN_ANSWER_LABELS[given.answer]}
                <span className="screen-given-by">
                  {given.informant === 'third-party' &&
                    ` · ${SCREEN_INFORMANT_LABELS[given.informant]}`}
                  {given.corrected && ' · corrected'} · {wallTime(given.at)}
                </span>
              </span>
            )}
          </>
        );
        return (
          <li
            key={role}
            data-current={role === current}
            aria-current={role === current || undefined}
          >
            {onChoose === null ? (
              <span className="screen-line">{line}</span>
            ) : (
              <button type="button" className="screen-line" onClick={() => onChoose(role)}>
                {line}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
