import { contactLabel, type Contact } from './contact.ts';
import type { ContactEvent } from './contact-events.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import type { Channel } from '../outcomes/counted-call.ts';

/** Doors in a crisis that are not 911. */
export const COMMUNITY_CHANNELS = [
  '988',
  '311-or-211',
  'partner-line',
  'walk-in',
] as const satisfies readonly Channel[];
export type CommunityChannel = (typeof COMMUNITY_CHANNELS)[number];

export const SAID_BY = ['person', 'partner'] as const;
export const SAID_BY_LABELS: Readonly<Record<(typeof SAID_BY)[number], string>> = {
  person: 'the person',
  partner: 'the place they went to',
};

/** In a crisis the person went somewhere else than to 911. Which place it was is not in it: that is clinical. */
export interface WentElsewhere {
  /** ISO date of the center. */
  readonly on: string;
  readonly channel: CommunityChannel;
  readonly saidBy: (typeof SAID_BY)[number];
  /** Whether they did as agreed for the next time; null when it is not known. */
  readonly planUsed: boolean | null;
}

/** Heard at a follow-up, also after it has ended. Once for each time they went. */
export function wentElsewhere(
  contact: Contact,
  went: WentElsewhere,
  today: string,
): ContactEvent[] | Refusal {
  const { contactId, incidentId, kind, attempts } = contact;
  if (kind !== 'follow-up')
    return refuse(
      'no-follow-up',
      `Where people go instead of 911 is asked at a follow-up, and this is a ${contactLabel(contact).toLowerCase()}. Nothing was recorded.`,
    );
  if (went.on > today)
    return refuse(
      'in-the-future',
      `${went.on} has not come yet. Nothing was recorded; ask for the day.`,
    );
  if (went.saidBy === 'person' && !attempts.some(({ result }) => result === 'reached'))
    return refuse(
      'not-reached-yet',
      'Nobody has recorded that they were reached, so they cannot have said it. Nothing was recorded; record “Reached” first.',
    );
  return [{ type: 'contact.went-elsewhere', contactId, incidentId, ...went }];
}
