import type { ScreenAnswers, ScreenInformant, ScreenRole } from './screen-question.ts';
import type { ScreenResult } from './triage.ts';
import type { Answer, Informant, Reading } from '../facts/fact.ts';
import type { FactReport } from '../incident/decide-intake.ts';
import type { Policy } from '../policy/policy.ts';
import type { Readings } from '../routing/evaluate.ts';

/** Who a fact answer comes from: what the person says of themselves is no hearsay, anything else is. */
const SAID_BY: Readonly<Record<ScreenInformant, Informant>> = {
  person: 'caller-saw',
  'third-party': 'caller-was-told',
};

const IDEATION: readonly ScreenRole[] = ['wish', 'thoughts', 'method', 'intent', 'plan'];

/** What a screen says of the two routing questions; null leaves one as it is. */
export interface ScreenSays {
  readonly thoughts: Answer | null;
  /** Plan, intent or recent behavior. Whether the means are at hand nobody asks here: it counts as yes. */
  readonly high: Answer | null;
}

/**
 * How the screen answers the policy's routing questions. A no is said only by a finished screen in which
 * the person answered everything; a screen that establishes nothing says that nobody knows.
 */
export function screenSays(
  result: ScreenResult,
  answers: ScreenAnswers,
  finished: boolean,
): ScreenSays {
  const ideation = IDEATION.some((role) => answers[role]?.answer === 'yes');
  const thoughts = ideation ? 'yes' : 'unknown';
  if (result.kind === 'not-established') {
    const underWay = !finished && result.because.every(({ why }) => why === 'not-asked');
    if (result.atLeast === null && underWay) return { thoughts: null, high: null };
    return { thoughts, high: 'unknown' };
  }
  switch (result.severity) {
    case 'high':
      return { thoughts, high: 'yes' };
    case 'moderate':
      return { thoughts, high: 'unknown' };
    case 'low':
      return { thoughts: 'yes', high: finished ? 'no' : null };
    case 'none':
      return finished ? { thoughts: 'no', high: 'no' } : { thoughts: null, high: null };
  }
}

/**
 * The fact answers that follow, for the facts the policy names as its screen: the first is about thoughts,
 * the others about high risk. The screen raises and never lowers: what is yes stays yes until a person
 * answers that question itself.
 */
export function factsFromScreen(
  says: ScreenSays,
  answers: ScreenAnswers,
  now: ScreenInformant,
  { screen = [] }: Pick<Policy, 'screen'>,
  read: Readings,
): FactReport[] {
  return screen.flatMap((fact, at): FactReport[] => {
    const answer = at === 0 ? says.thoughts : says.high;
    if (answer === null || !mayWrite(answer, read(fact))) return [];
    return [{ fact, answer, informant: SAID_BY[informantOf(answer, answers, now)] }];
  });
}

function mayWrite(answer: Answer, reading: Reading): boolean {
  switch (answer) {
    case 'yes':
      return reading !== 'yes';
    case 'unknown':
      return reading === 'not-asked' || reading === 'no';
    case 'no':
      return reading === 'not-asked' || reading === 'unknown';
  }
}

/** A yes is the person's own as soon as one of theirs stands behind it. */
function informantOf(
  answer: Answer,
  answers: ScreenAnswers,
  now: ScreenInformant,
): ScreenInformant {
  if (answer !== 'yes') return now;
  const own = Object.values(answers).some(
    (given) => given.answer === 'yes' && given.informant === 'person',
  );
  return own ? 'person' : 'third-party';
}
