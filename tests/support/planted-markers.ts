import { ADULT, A_PLAN, PILLS, PLAYS_GUITAR } from './plan-examples.ts';
import type { JournalEvent, NewEvent } from '#shared/journal/journal-event.ts';
import type {
  CautionId,
  ContactId,
  HandOverId,
  IncidentId,
  OperatorId,
  ScreenId,
  ReferralId,
} from '#shared/lib/brand.ts';
import { EVENT_PARTITIONS } from '#shared/partition/event-partitions.ts';
import type { KeptPartition } from '#shared/partition/partition.ts';
import { PART_2_FIELD } from '#shared/plan/note-fields.ts';
import type { ScreenInformant } from '#shared/screen/screen-question.ts';

type Table = typeof EVENT_PARTITIONS;
export type ProtectedType = {
  [Type in keyof Table]: Table[Type] extends 'dispatch' ? never : Type;
}[keyof Table];
type EventOf<Type extends NewEvent['type']> = Extract<NewEvent, { type: Type }>;

/** The incident the markers are planted on, and who is about. */
export interface PlantedOn {
  readonly incidentId: IncidentId;
  readonly dana: OperatorId;
  readonly cleo: OperatorId;
  readonly imani: OperatorId;
}

export const PLANTED_IDS = {
  contactId: 'planted-contact' as ContactId,
  handOverId: 'planted-hand-over' as HandOverId,
  cautionId: 'planted-caution' as CautionId,
  screenId: 'planted-screen' as ScreenId,
  referralId: 'planted-referral' as ReferralId,
};
const PART_2_REFERRAL = 'planted-part-2-referral' as ReferralId;
const REFERRALS = [
  ['clinical', PLANTED_IDS.referralId],
  ['part-2', PART_2_REFERRAL],
] as const;
const TO = { phone: '', receiver: null, service: null, how: '', when: '', code: null };
const REMOVED = 'planted-removed-caution' as CautionId;
const ENDED = 'planted-ended-contact' as ContactId;

/** Unique for a member of an event in a partition, and the same wherever it is looked for. */
export function markerOf(partition: KeptPartition, type: string, member: string): string {
  return `planted ${partition} in ${type} ${member};`;
}

/** For what has no free text: a further member that goes wherever the value itself goes. */
function riding<Value extends object>(value: Value, marker: string): Value {
  return { ...value, marker };
}

interface Planting<Event> {
  readonly in: KeptPartition;
  /** Writes the marker of each protected member into it. Only what is not protected comes from `on`. */
  readonly event: (mark: (member: string) => string, on: PlantedOn) => Event;
  /** No view shows it to anybody: it is on the record only. */
  readonly shown?: false;
}

const promised = {
  kind: 'callback',
  after: null,
  whom: 'caller',
  number: '312-555-0100',
  message: 'no',
  mayAnswer: 'only-them',
  clinical: true,
  due: { from: '2026-03-03T18:20:00.000Z', by: '2026-03-03T18:25:00.000Z' },
} as const;

/** Where no example's incident is: a caution there would keep their units from going. */
export const PLANTED_ADDRESS = '1723 Invented Street, Uptown';

const officerSafety = {
  about: { kind: 'address', address: PLANTED_ADDRESS },
  kind: 'officer-safety',
  expiresOn: '2026-06-01',
} as const;

/**
 * Every protected event, once for each partition its words may be in, in an order in which they may happen. A new
 * line in the table of partitions needs one here, or nothing compiles.
 */
export const PLANTINGS: {
  readonly [Type in ProtectedType]: readonly Planting<EventOf<Type>>[];
} = {
  'incident.note-added': (['clinical', 'part-2', 'justice'] as const).map((kind) => ({
    in: kind,
    event: (mark, { incidentId }) => {
      return { type: 'incident.note-added', incidentId, kind, text: mark('text') };
    },
  })),
  'contact.promised': [PLANTED_IDS.contactId, ENDED].map((contactId) => ({
    in: 'clinical',
    event: (mark, { incidentId, cleo }) => {
      const reason = mark('reason');
      return { type: 'contact.promised', contactId, incidentId, owner: cleo, reason, ...promised };
    },
  })),
  'contact.attempted': [
    {
      in: 'clinical',
      event: (mark, { incidentId }) => ({
        type: 'contact.attempted',
        contactId: PLANTED_IDS.contactId,
        incidentId,
        result: 'no-answer',
        note: mark('note'),
        clinical: true,
        due: null,
      }),
    },
  ],
  'contact.ended': [
    {
      in: 'clinical',
      event: (mark, { incidentId }) => ({
        type: 'contact.ended',
        contactId: ENDED,
        incidentId,
        outcome: 'spoke',
        note: mark('note'),
        clinical: true,
      }),
    },
  ],
  'referral.made': REFERRALS.map(([kind, referralId]) => ({
    in: kind,
    event: (mark, { incidentId }) => ({
      type: 'referral.made',
      referralId,
      incidentId,
      kind,
      consent: 'share',
      codeDigest: null,
      referral: { ...TO, organization: mark('referral') },
    }),
  })),
  'referral.accepted': REFERRALS.map(([kind, referralId]) => ({
    in: kind,
    event: (mark, { incidentId }) => ({
      type: 'referral.accepted',
      referralId,
      incidentId,
      kind,
      appointment: null,
      words: { saidBy: mark('words'), note: '', reason: null },
    }),
  })),
  'referral.waitlisted': REFERRALS.map(([kind, referralId]) => ({
    in: kind,
    event: (mark, { incidentId }) => ({
      type: 'referral.waitlisted',
      referralId,
      incidentId,
      kind,
      until: '2026-03-09T18:00:00.000Z',
      words: { saidBy: '', note: mark('words'), reason: null },
    }),
  })),
  'referral.declined': REFERRALS.map(([kind, referralId]) => ({
    in: kind,
    event: (mark, { incidentId }) => ({
      type: 'referral.declined',
      referralId,
      incidentId,
      kind,
      words: { saidBy: '', note: mark('words'), reason: 'full' },
    }),
  })),
  'hand-over.offered': [
    {
      in: 'clinical',
      event: (mark, { cleo, imani }) => ({
        type: 'hand-over.offered',
        handOverId: PLANTED_IDS.handOverId,
        from: cleo,
        to: imani,
        remark: mark('remark'),
        clinical: true,
        answerBy: '2026-03-03T18:15:00.000Z',
      }),
    },
  ],
  'people.noted': [
    {
      in: 'clinical',
      event: (mark, { incidentId }) => ({
        type: 'people.noted',
        incidentId,
        people: { ...ADULT, subject: { ...ADULT.subject, name: mark('people') } },
      }),
    },
  ],
  'note.field-written': (['clinical', 'part-2'] as const).map((partition) => ({
    in: partition,
    event: (mark, { incidentId }) => ({
      type: 'note.field-written',
      incidentId,
      field: partition === 'part-2' ? PART_2_FIELD : 'concern',
      text: mark('text'),
    }),
  })),
  'safety-plan.written': [
    {
      in: 'clinical',
      event: (mark, { incidentId }) => ({
        type: 'safety-plan.written',
        incidentId,
        plan: { ...A_PLAN, own: [mark('plan')] },
      }),
    },
  ],
  'means.discussed': [
    {
      in: 'clinical',
      event: (mark, { incidentId }) => ({
        type: 'means.discussed',
        incidentId,
        discussion: { ...PILLS, agreed: mark('discussion') },
      }),
    },
  ],
  'strength.noted': [
    {
      in: 'clinical',
      event: (mark, { incidentId }) => ({
        type: 'strength.noted',
        incidentId,
        strength: { ...PLAYS_GUITAR, text: mark('strength') },
      }),
    },
  ],
  // One of its words is shown as it stands; no free text is in it.
  'screen.answered': [
    {
      in: 'clinical',
      event: (mark, { incidentId }) => ({
        type: 'screen.answered',
        incidentId,
        screenId: PLANTED_IDS.screenId,
        given: { role: 'wish', answer: 'yes', informant: mark('given') as ScreenInformant },
        hazard: null,
      }),
    },
  ],
  // Said in words of its own.
  'screen.finished': [
    {
      in: 'clinical',
      shown: false,
      event: (mark, { incidentId }) => ({
        type: 'screen.finished',
        incidentId,
        screenId: PLANTED_IDS.screenId,
        result: riding({ kind: 'established', severity: 'low' }, mark('result')),
        answers: riding({ wish: { answer: 'yes', informant: 'person' } }, mark('answers')),
        hazard: null,
      }),
    },
  ],
  'caution.recorded': [PLANTED_IDS.cautionId, REMOVED].map((cautionId) => ({
    in: 'justice',
    event: (mark) => {
      const [text, source] = [mark('text'), mark('source')];
      return { type: 'caution.recorded', cautionId, text, source, ...officerSafety };
    },
  })),
  'caution.removed': [
    {
      in: 'justice',
      shown: false,
      event: (mark) => {
        const reason = mark('reason');
        return { type: 'caution.removed', cautionId: REMOVED, kind: 'officer-safety', reason };
      },
    },
  ],
};

export interface Marker {
  readonly text: string;
  readonly partition: KeptPartition;
  readonly type: JournalEvent['type'];
  readonly shown: boolean;
}

/** The members of an event type that are kept apart, whoever may read them. */
export function membersApart(type: ProtectedType): readonly string[] {
  return EVENT_PARTITIONS[type].members;
}

export const MARKERS: readonly Marker[] = Object.entries(PLANTINGS).flatMap(([key, plantings]) => {
  const type = key as ProtectedType;
  const partitions = new Map(plantings.map((each) => [each.in, each.shown ?? true]));
  return [...partitions].flatMap(([partition, shown]) =>
    membersApart(type).map((member) => {
      return { text: markerOf(partition, type, member), partition, type, shown };
    }),
  );
});

/** Every protected event, with its markers, after what it goes on from. */
export function plantedEvents(on: PlantedOn): NewEvent[] {
  const { incidentId } = on;
  const { screenId } = PLANTED_IDS;
  const began: NewEvent = { type: 'screen.began', incidentId, screenId, instrument: null };
  const planted = Object.entries(PLANTINGS).flatMap(([type, plantings]) =>
    plantings.map(({ in: partition, event }) =>
      event((member) => markerOf(partition, type, member), on),
    ),
  );
  return [began, ...planted];
}
