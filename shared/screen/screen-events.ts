import type { ScreenHazard } from './screen-hazard.ts';
import type {
  GivenBy,
  ScreenAnswer,
  ScreenAnswers,
  ScreenInformant,
  ScreenRole,
} from './screen-question.ts';
import type { ScreenResult } from './triage.ts';
import type { IncidentId, OperatorId, ScreenId } from '../lib/brand.ts';
import type { AsRead } from '../partition/event-partitions.ts';
import type { Kept } from '../partition/partition.ts';

interface OfScreen {
  readonly incidentId: IncidentId;
  readonly screenId: ScreenId;
}

/**
 * How a suicide screen goes on. What was answered is clinical; dispatch reads the fact answers that follow from
 * it, and `hazard`: how the screen stands after this, as one word for danger.
 */
export type ScreenEvent =
  /** `instrument` is the hash of the wording it is asked in; null where none is installed. */
  | (OfScreen & { readonly type: 'screen.began'; readonly instrument: string | null })
  /** One answer, written at once. A later one to the same question takes its place; both stay. */
  | (OfScreen & {
      readonly type: 'screen.answered';
      readonly given: GivenAnswerTo;
      readonly hazard: ScreenHazard | null;
    })
  /** Nothing more is asked now. The result as it followed from the answers then. */
  | (OfScreen & {
      readonly type: 'screen.finished';
      readonly result: ScreenResult;
      readonly answers: ScreenAnswers;
      readonly hazard: ScreenHazard | null;
    });

export interface GivenAnswerTo {
  readonly role: ScreenRole;
  readonly answer: ScreenAnswer;
  readonly informant: ScreenInformant;
}

interface Stamp {
  readonly at: string;
  readonly by: OperatorId;
}

interface Begun extends OfScreen {
  readonly instrument: string | null;
  /** ISO instant. */
  readonly beganAt: string;
  readonly beganBy: OperatorId;
  readonly hazard: ScreenHazard | null;
  /** Null while it is under way; a correction opens it again. */
  readonly finished: Stamp | null;
}

/** A screen as everybody may keep it: that something was answered, and where the words are. */
export interface KeptScreen extends Begun {
  /** In the order they were given. */
  readonly given: readonly (Stamp & { readonly words: GivenAnswerTo | Kept })[];
}

/** A screen as a clinician reads it. */
export interface Screen extends Begun {
  readonly answers: Readonly<Partial<Record<ScreenRole, RecordedAnswer>>>;
  /** Who gave the last answer; null before the first. */
  readonly informant: ScreenInformant | null;
}

export interface RecordedAnswer extends GivenBy, Stamp {
  /** It was answered differently before. */
  readonly corrected: boolean;
}

export function evolveScreen(
  screen: KeptScreen | null,
  event: AsRead<ScreenEvent>,
  { at, by }: Stamp,
): KeptScreen | null {
  if (event.type === 'screen.began') {
    const { incidentId, screenId, instrument } = event;
    const begun = { incidentId, screenId, instrument, beganAt: at, beganBy: by };
    return { ...begun, given: [], hazard: null, finished: null };
  }
  if (screen === null) return null;
  const { hazard } = event;
  if (event.type === 'screen.finished') return { ...screen, hazard, finished: { at, by } };
  const given = [...screen.given, { words: event.given, at, by }];
  return { ...screen, given, hazard, finished: null };
}

/** Words that are no more are an answer nobody knows: the question counts as not asked. */
export function readScreen(
  { given, ...begun }: KeptScreen,
  words: (words: GivenAnswerTo | Kept) => GivenAnswerTo | null,
): Screen {
  let screen: Screen = { ...begun, answers: {}, informant: null };
  for (const each of given) {
    const said = words(each.words);
    if (said !== null) screen = withGiven(screen, said, each);
  }
  return screen;
}

export function withGiven(
  screen: Screen,
  { role, answer, informant }: GivenAnswerTo,
  { at, by }: Stamp,
): Screen {
  const { [role]: before, ...others } = screen.answers;
  const answers =
    answer === 'not-asked'
      ? others
      : { ...others, [role]: { answer, informant, at, by, corrected: before !== undefined } };
  return { ...screen, informant, answers };
}

/** A commit's entries tell it apart by its name alone. */
export function isOfScreen<Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, { readonly type: `screen.${string}` }> {
  return event.type.startsWith('screen.');
}

/**
 * The one word dispatch hears: high as soon as an answer says so, whichever screen it was in; that nothing
 * is established once the last one was finished like that.
 */
export function hazardOfScreens(screens: readonly KeptScreen[]): ScreenHazard | null {
  if (screens.some(({ hazard }) => hazard === 'high')) return 'high';
  return screens.findLast(({ finished }) => finished !== null)?.hazard ?? null;
}
