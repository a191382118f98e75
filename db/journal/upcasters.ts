import type { JournalEvent } from '#shared/journal/journal-event.ts';
import { isKept } from '#shared/partition/partition.ts';

type Upcaster = (stored: Record<string, unknown>) => Record<string, unknown>;

/**
 * Old event shapes, lifted to today's when read; the stored row is never touched. Keyed by the type
 * name the old shape was written under.
 */
const UPCASTERS: Readonly<Record<string, Upcaster>> = {
  'incident.opened': withoutPosition,
  'incident.place-set': withoutPosition,
  // An older decision has no `offered`: who could have gone was not kept with it. Nor has it
  // `alternative`: no response was called alternative yet, so it made nobody eligible.
  'incident.response-decided': (stored) => {
    const decision = stored['decision'] as Record<string, unknown>;
    return 'offered' in decision && 'alternative' in decision
      ? stored
      : { ...stored, decision: { offered: null, alternative: null, ...decision } };
  },
  // An older adoption has no `effectiveFrom`: only the set-up adopted a policy then, and it was in force
  // from the first entry on. An upcaster does not know when its entry was written, and no decision is older
  // than it: any earlier time will do.
  'policy.adopted': (stored) =>
    'effectiveFrom' in stored
      ? stored
      : {
          ...stored,
          effectiveFrom: '1970-01-01T00:00:00.000Z',
          how: 'shipped',
          proposedBy: null,
          approvedBy: null,
          reason: '',
        },
  // Which kind was removed was not kept with it: read as the one fewest may read.
  'caution.removed': (stored) => ({ kind: 'officer-safety', ...stored }),
  // There were no steps and no lines of the policy: a call was offered, and 988 was just 988.
  'phone.transfer-started': (stored) => ({ line: null, ...stored }),
  'phone.transfer-accepted': (stored) => ({ receiver: null, readBack: false, ...stored }),
  // Police/EMS now was not told apart by who had the caller on the line, and asking for a team always
  // ended the conversation.
  'incident.upgraded': (stored) => ({ fromLine: false, ...stored }),
  'phone.escalated': (stored) => ({ stays: false, ...stored }),
  // A referral was a remark at the end of a conversation: nobody could confirm anything of it.
  'phone.referral-made': ({ type: _type, referral, ...stored }) => ({
    ...stored,
    type: 'referral.made',
    kind: 'clinical',
    codeDigest: null,
    referral: isKept(referral) ? referral : referredTo(referral as Record<string, unknown>),
  }),
  // What had been asked and agreed at the end of a conversation was not kept with it.
  'phone.resolved': (stored) => ({ ended: null, ...stored }),
  // Nobody was asked who may pick up.
  'contact.promised': (stored) =>
    'mayAnswer' in stored ? stored : { ...stored, mayAnswer: 'unknown' },
  // Languages and what a vehicle has were not kept: nobody said that there are any.
  'unit.added': (stored) => withLanguages({ capabilities: [], ...stored }),
  'unit.crew-changed': withLanguages,
};

/** An older place has no `position`: nobody could set a point. */
function withoutPosition(stored: Record<string, unknown>): Record<string, unknown> {
  const place = stored['place'] as Record<string, unknown>;
  return 'position' in place ? stored : { ...stored, place: { ...place, position: null } };
}

function referredTo({ to, ...said }: Record<string, unknown>): Record<string, unknown> {
  return { organization: to, phone: '', service: null, code: null, ...said };
}

function withLanguages(stored: Record<string, unknown>): Record<string, unknown> {
  const crew = stored['crew'] as readonly Record<string, unknown>[];
  if (crew.every((member) => 'languages' in member)) return stored;
  return { ...stored, crew: crew.map((member) => ({ languages: [], ...member })) };
}

export function upcast(stored: Record<string, unknown>): JournalEvent {
  const lift = UPCASTERS[String(stored['type'])];
  return (lift === undefined ? stored : lift(stored)) as unknown as JournalEvent;
}
