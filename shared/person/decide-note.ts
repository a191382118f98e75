import {
  noteStanding,
  type ApproachNote,
  type KnownPerson,
  type NextTimePlan,
} from './known-person.ts';
import type { KnownPersonEvent } from './known-person-events.ts';
import { isExpired } from '../caution/caution.ts';
import { oneYearAfter } from '../caution/decide-caution.ts';
import type { DecideContext } from '../incident/context.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import { APPROACH_MOST, clinicalWordIn } from '../plan/approach.ts';

type Answered = KnownPersonEvent[] | Refusal;
type Today = Pick<DecideContext, 'local'>;

export type NoteDraft = Pick<ApproachNote, 'text' | 'source' | 'reviewOn' | 'expiresOn'>;
export type NextTimeDraft = Pick<NextTimePlan, 'says' | 'agreed' | 'expiresOn'>;

/** How to meet this person, for everybody who answers them: what to do, with who says so and until when. */
export function writeNote({ personId }: KnownPerson, draft: NoteDraft, today: Today): Answered {
  const text = oneLine(draft.text);
  const wrong = wrongWords(text) ?? wrongDays(draft, today);
  return wrong ?? [{ type: 'person.note-written', personId, ...draft, text }];
}

/** Somebody has looked, and it is still true: until the next day to look. */
export function reviewNote(
  person: KnownPerson,
  { entry, reviewOn, expiresOn }: Pick<ApproachNote, 'entry' | 'reviewOn' | 'expiresOn'>,
  today: Today,
): Answered {
  const note = person.notes.find((each) => each.entry === entry);
  if (note === undefined) return noNote();
  if (noteStanding(note, today.local.date) === 'withdrawn')
    return refuse(
      'withdrawn',
      'This note was withdrawn. Nothing was changed; write it anew if it holds after all.',
    );
  const wrong = wrongDays({ reviewOn, expiresOn }, today);
  if (wrong !== null) return wrong;
  if (note.reviewOn === reviewOn && note.expiresOn === expiresOn) return [];
  const { personId } = person;
  return [{ type: 'person.note-reviewed', personId, entry, reviewOn, expiresOn }];
}

export function withdrawNote(person: KnownPerson, entry: number, reason: string): Answered {
  const note = person.notes.find((each) => each.entry === entry);
  if (note === undefined) return noNote();
  if (note.withdrawn !== null) return [];
  return [{ type: 'person.note-withdrawn', personId: person.personId, entry, reason }];
}

/** What to do next time. A new one takes the place of what stood there; both stay on the record. */
export function writeNextTime(
  { personId, plan }: KnownPerson,
  draft: NextTimeDraft,
  today: Today,
): Answered {
  const says = oneLine(draft.says);
  const { agreed, expiresOn } = draft;
  const wrong = wrongWords(says) ?? wrongLastDay(expiresOn, today);
  if (wrong !== null) return wrong;
  const same =
    plan !== null && plan.says === says && plan.agreed === agreed && plan.expiresOn === expiresOn;
  return same ? [] : [{ type: 'person.plan-written', personId, says, agreed, expiresOn }];
}

export function withdrawNextTime({ personId, plan }: KnownPerson, reason: string): Answered {
  return plan === null ? [] : [{ type: 'person.plan-withdrawn', personId, reason }];
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

/** Every dispatcher and every crew reads it: what somebody has stays in the clinical record. */
function wrongWords(text: string): Refusal | null {
  if (text === '')
    return refuse('nothing-said', 'Say what to do in a sentence. Nothing was recorded.');
  if (text.length > APPROACH_MOST)
    return refuse(
      'too-long',
      `This has ${text.length} characters; ${APPROACH_MOST} are read while somebody waits. Nothing was recorded; shorten it.`,
    );
  const word = clinicalWordIn(text);
  return word === null
    ? null
    : refuse(
        'clinical-word',
        `“${word}” says what somebody has, and that stays in the clinical record. Nothing was recorded; say what to do instead.`,
      );
}

function wrongDays(
  { reviewOn, expiresOn }: Pick<ApproachNote, 'reviewOn' | 'expiresOn'>,
  today: Today,
): Refusal | null {
  if (reviewOn < today.local.date)
    return refuse(
      'review-passed',
      `${reviewOn} has passed. Nothing was recorded; choose a later day to look at it again.`,
    );
  if (reviewOn > expiresOn)
    return refuse(
      'review-too-late',
      `It would expire on ${expiresOn}, before anybody looks at it again. Nothing was recorded; choose an earlier day to review it.`,
    );
  return wrongLastDay(expiresOn, today);
}

function wrongLastDay(expiresOn: string, { local }: Today): Refusal | null {
  if (isExpired({ expiresOn }, local.date))
    return refuse(
      'expiry-passed',
      `${expiresOn} has passed, so it would never be shown. Nothing was recorded; choose a later day.`,
    );
  const latest = oneYearAfter(local.date);
  return expiresOn > latest
    ? refuse(
        'expiry-too-far',
        `It lasts a year at most, until ${latest}. Nothing was recorded; choose an earlier day and review it then.`,
      )
    : null;
}

function noNote(): Refusal {
  return refuse('no-note', 'This note is not on their record. Nothing was changed; look again.');
}
