import type { Input } from '#shared/contract/console-contract.ts';
import type { Answer, Informant } from '#shared/facts/fact.ts';
import type { UnservedCode } from '#shared/incident/alternative-course.ts';
import type { DispositionCode } from '#shared/incident/disposition.ts';
import type { OperatorId, UnitId } from '#shared/lib/brand.ts';
import { NOBODY_YET, type SecondPersonDraft } from '../parts/second-person.tsx';

/** A time as it is typed, “14:07” or “1407” on the center's clock; empty where the card has none. */
export interface TimeDraft {
  readonly time: string;
  readonly about: boolean;
}

export interface UnitDraft {
  readonly unitId: string;
  readonly assigned: TimeDraft;
  readonly enRoute: TimeDraft;
  readonly onScene: TimeDraft;
  readonly clear: TimeDraft;
}

/** A paper card while it is typed in. Empty fields are what the card does not say. */
export interface CardDraft {
  readonly card: string;
  readonly keptBy: string;
  /** ISO date of the first time on the card. */
  readonly day: string;
  readonly received: TimeDraft;
  readonly answered: TimeDraft;
  readonly address: string;
  readonly callback: string;
  readonly callType: string | null;
  readonly words: string;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly informant: Informant;
  readonly called: TimeDraft;
  readonly police: boolean;
  readonly ems: boolean;
  readonly decided: TimeDraft;
  readonly response: string;
  readonly reason: string;
  readonly second: SecondPersonDraft;
  readonly clinician: string;
  readonly taken: TimeDraft;
  readonly units: readonly UnitDraft[];
  readonly closed: TimeDraft;
  readonly disposition: DispositionCode | '';
  readonly note: string;
  readonly unserved: UnservedCode | '';
  readonly unservedNote: string;
}

const NO_TIME: TimeDraft = { time: '', about: false };

export const NO_UNIT: UnitDraft = {
  unitId: '',
  assigned: NO_TIME,
  enRoute: NO_TIME,
  onScene: NO_TIME,
  clear: NO_TIME,
};

export function emptyCard(day: string): CardDraft {
  return {
    card: '',
    keptBy: '',
    day,
    received: NO_TIME,
    answered: NO_TIME,
    address: '',
    callback: '',
    callType: null,
    words: '',
    answers: {},
    informant: 'caller-saw',
    called: NO_TIME,
    police: false,
    ems: false,
    decided: NO_TIME,
    response: '',
    reason: '',
    second: NOBODY_YET,
    clinician: '',
    taken: NO_TIME,
    units: [],
    closed: NO_TIME,
    disposition: '',
    note: '',
    unserved: '',
    unservedNote: '',
  };
}

/** A field that cannot be sent as it is, and the sentence that stands beside it. */
export interface FieldError {
  readonly field: string;
  readonly says: string;
}

type Card = Input<'outage.enter-card'>;
type Time = Card['received'];

/**
 * The card as main takes it, or the first field that is missing something. `instantOf` gives the instant of
 * a local date and time, null where that clock did not show it.
 */
export function cardOf(
  draft: CardDraft,
  instantOf: (day: string, time: string) => string | null,
): Card | FieldError {
  let wrong: FieldError | null = null;
  const fail = (field: string, says: string) => {
    wrong ??= { field, says };
  };
  const read = (field: string, { time, about }: TimeDraft): Time | null => {
    if (time === '') return null;
    const clock = clockOf(time);
    if (clock === null) {
      fail(field, 'Write it as 14:07 or 1407.');
      return null;
    }
    const at = instantOf(dayOf(draft, clock), clock);
    if (at === null) {
      fail(field, 'The center’s clock did not show that time.');
      return null;
    }
    return { at, about };
  };
  const must = (field: string, typed: TimeDraft, says: string): Time => {
    const time = read(field, typed);
    if (time === null) fail(field, says);
    return time ?? { at: '', about: false };
  };

  if (draft.card.trim() === '') fail('card', 'Write the number of the card.');
  if (draft.keptBy.trim() === '') fail('keptBy', 'Say who kept the card.');
  const received = must('received', draft.received, 'Write when the call came in.');
  // Most cards have one time for both: the phone rang and was picked up.
  const answered =
    draft.answered.time === '' ? received : (read('answered', draft.answered) ?? received);
  const services = [
    ...(draft.police ? (['police'] as const) : []),
    ...(draft.ems ? (['ems'] as const) : []),
  ];
  const called =
    services.length === 0
      ? null
      : { at: must('called', draft.called, 'Write when they were called.'), services };
  const decided =
    draft.response === ''
      ? null
      : {
          at: must('decided', draft.decided, 'Write when it was decided.'),
          response: draft.response,
          reason: draft.reason.trim() === '' ? null : draft.reason.trim(),
          secondPerson:
            draft.second.operatorId === null
              ? null
              : { operatorId: draft.second.operatorId, passphrase: draft.second.passphrase },
        };
  const phone =
    draft.clinician === ''
      ? null
      : {
          clinician: draft.clinician as OperatorId,
          taken: must('phone', draft.taken, 'Write when the clinician took the call.'),
        };
  const units = draft.units
    .filter(({ unitId }) => unitId !== '')
    .map((unit, at) => ({
      unitId: unit.unitId as UnitId,
      assigned: must(`units.${at}.assigned`, unit.assigned, 'Write when it was sent.'),
      enRoute: read(`units.${at}.enRoute`, unit.enRoute),
      onScene: read(`units.${at}.onScene`, unit.onScene),
      clear: must(
        `units.${at}.clear`,
        unit.clear,
        `Write when it was clear. If ${unit.unitId} is still out, leave it off this card and send it on the board.`,
      ),
    }));
  const closed =
    draft.disposition === ''
      ? null
      : {
          at: must('closed', draft.closed, 'Write when it was closed.'),
          disposition: draft.disposition,
          note: draft.note,
        };
  if (wrong !== null) return wrong;
  return {
    card: draft.card.trim(),
    keptBy: draft.keptBy.trim(),
    received,
    answered,
    address: draft.address.trim(),
    callback: draft.callback.trim() === '' ? null : draft.callback.trim(),
    callType: draft.callType,
    words: draft.words.trim(),
    answers: Object.entries(draft.answers).map(([fact, answer]) => ({
      fact,
      answer,
      informant: draft.informant,
    })),
    called,
    decided,
    phone,
    units,
    closed,
    unserved:
      draft.unserved === '' ? null : { code: draft.unserved, note: draft.unservedNote.trim() },
  };
}

/** A card of a night shift goes over midnight: a morning time on an evening card is the next day's. */
export function isNextDay({ received }: Pick<CardDraft, 'received'>, typed: string): boolean {
  const [first, time] = [clockOf(received.time), clockOf(typed)];
  return first !== null && time !== null && first >= '18:00' && time < '12:00';
}

/** "14:07" of what was typed; null when that is no time of a day. */
export function clockOf(typed: string): string | null {
  const parts = /^(\d{1,2}):?(\d{2})$/.exec(typed.trim());
  const [hour, minute] = [Number(parts?.[1] ?? 24), Number(parts?.[2])];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function dayOf(draft: CardDraft, time: string): string {
  if (!isNextDay(draft, time)) return draft.day;
  const next = Date.parse(`${draft.day}T00:00:00Z`) + 86_400_000;
  return Number.isNaN(next) ? draft.day : new Date(next).toISOString().slice(0, 10);
}
