import type { ScreenHazard } from './screen-hazard.ts';
import {
  ROLE_SUMMARIES,
  SCREEN_ROLES,
  type ScreenAnswers,
  type ScreenRole,
} from './screen-question.ts';
import { highestYes, SEVERITY_OF_YES, type NotEstablished, type ScreenResult } from './triage.ts';

export type ResultWord = 'High' | 'Moderate' | 'Low' | 'None' | 'Not established';

const WORDS = { high: 'High', moderate: 'Moderate', low: 'Low', none: 'None' } as const;

export function wordOf(result: ScreenResult): ResultWord {
  return result.kind === 'established' ? WORDS[result.severity] : 'Not established';
}

const WHY: Readonly<Record<NotEstablished['why'], string>> = {
  refused: 'refused',
  unable: 'could not be answered',
  'third-party': 'answered by somebody else',
  'not-asked': 'not asked',
};

/** Why the screen says what it says, in a sentence or two. */
export function sayResult(result: ScreenResult, answers: ScreenAnswers): string {
  if (result.kind === 'not-established') {
    const because = result.because
      .map(({ why, roles }) => `${WHY[why]}: ${listed(roles)}`)
      .join('; ');
    const then =
      result.atLeast === null
        ? 'It is never read as low.'
        : 'With a yes it counts as moderate at least.';
    return `${capital(because)}. ${then}`;
  }
  const { severity } = result;
  if (severity === 'none')
    return 'Everything there was to ask was asked, and the person answered no.';
  const roles = SCREEN_ROLES.filter(
    (role) => answers[role]?.answer === 'yes' && SEVERITY_OF_YES[role] === highestYes(answers),
  );
  const hearsay = roles.every((role) => answers[role]?.informant === 'third-party');
  const who = hearsay ? ', as somebody else says' : '';
  return `${capital(listed(roles))}${who}. The most severe answer counts.`;
}

/** What dispatch hears of a finished screen: a word for danger and no answer. Null when there is none. */
export function hazardOf(result: ScreenResult): ScreenHazard | null {
  if (result.kind === 'not-established') return 'not-established';
  return result.severity === 'high' ? 'high' : null;
}

function listed(roles: readonly ScreenRole[]): string {
  return roles.map((role) => ROLE_SUMMARIES[role].toLowerCase()).join(', ');
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
