import type {
  CandidateLine,
  EarlierContact,
  PersonNoteLine,
} from '#shared/board/known-person-lines.ts';
import { STRENGTH_LABELS } from '#shared/person/match-person.ts';
import { REFERRAL_STATE_LABELS } from '#shared/referral/referral.ts';
import { dateWords } from '../desk/center-date.ts';

/** How sure it is, in the words of the card: what a human said stands before what was found. */
export function sureness({ certainty, match }: Pick<CandidateLine, 'certainty' | 'match'>): string {
  if (certainty === 'certain') return 'Confirmed';
  if (certainty === 'uncertain') return 'May be, not certain';
  return match === null ? 'Nothing agrees' : STRENGTH_LABELS[match.strength];
}

/** A shape beside the word: full for sure, half for likely, empty for may be. */
export function surenessSign({
  certainty,
  match,
}: Pick<CandidateLine, 'certainty' | 'match'>): string {
  if (certainty === 'certain') return '●';
  return certainty === null && match?.strength === 'strong' ? '◐' : '○';
}

/** “Mar 1, 2026, 14:02”. */
export function localWords(receivedLocal: string): string {
  const [date = '', time = ''] = receivedLocal.split('T');
  return time === '' ? dateWords(date) : `${dateWords(date)}, ${time}`;
}

export function contactWords({ receivedLocal, callType, ended, referral }: EarlierContact): string {
  const sentOn = referral === null ? '' : ` · referral ${REFERRAL_STATE_LABELS[referral]}`;
  return `${localWords(receivedLocal)} · ${callType} · ${ended}${sentOn}`;
}

export function countContacts(count: number): string {
  if (count === 0) return 'No earlier contact';
  return count === 1 ? '1 earlier contact' : `${count.toLocaleString('en-US')} earlier contacts`;
}

const STANDING: Readonly<Record<PersonNoteLine['standing'], string>> = {
  current: '',
  'to-review': 'past its review: ask whether it still holds',
  expired: 'expired, not shown at intake',
  withdrawn: 'withdrawn',
};

/** Who says so and until when, and what is wrong with it. */
export function noteFrom(note: PersonNoteLine): string {
  const until = `until ${dateWords(note.expiresOn)}`;
  return [note.source, until, STANDING[note.standing]].filter((each) => each !== '').join(' · ');
}
