import type { Asked } from '#shared/disclosure/cut-packet.ts';
import type { Consent } from '#shared/disclosure/consent.ts';
import {
  SECTIONS,
  SECTION_FORMS,
  type PacketContent,
  type PacketHead,
  type SectionId,
} from '#shared/disclosure/packet.ts';
import type { ConsentId } from '#shared/lib/brand.ts';
import { PARTITIONS } from '#shared/partition/partition.ts';
import { cleo, incidentId, START } from './given.ts';

/** A word that is found again wherever the section goes. */
export function markerOf(id: SectionId): string {
  return `planted-${id}-words`;
}

const caution = {
  kind: 'Weapon',
  text: 'a rifle in the hall closet',
  source: 'sister',
  recordedAt: START,
  expiresOn: '2026-12-31',
};

/** A form with a marker in every section, in its lines and in its codes. */
export const CONTENT = {
  ...Object.fromEntries(
    SECTIONS.map((id) => [
      id,
      {
        id,
        lines: [
          { label: SECTION_FORMS[id].title, text: markerOf(id), said: 'caller saw it, 12:01' },
        ],
        coded: null,
      },
    ]),
  ),
  hazards: {
    id: 'hazards',
    lines: [{ label: 'Weapon nearby', text: markerOf('hazards'), said: 'caller saw it, 12:01' }],
    coded: { cautions: [{ ...caution, text: `${caution.text} ${markerOf('hazards')}` }] },
  },
  justice: {
    id: 'justice',
    lines: [{ label: 'Caution, officer safety', text: markerOf('justice'), said: null }],
    coded: { cautions: [{ ...caution, kind: 'Officer safety', text: markerOf('justice') }] },
  },
  location: {
    id: 'location',
    lines: [{ label: 'Address', text: markerOf('location'), said: null }],
    coded: {
      address: markerOf('location'),
      area: 'Uptown',
      position: { lat: 41.965, lon: -87.655 },
    },
  },
  people: {
    id: 'people',
    lines: [{ label: 'Callback', text: markerOf('people'), said: null }],
    coded: { callback: '312-555-0100' },
  },
  happened: {
    id: 'happened',
    lines: [{ label: 'In the caller’s words', text: markerOf('happened'), said: null }],
    coded: {
      callType: 'SUITHR',
      callTypeLabel: 'Suicide threat',
      receivedAt: START,
      answeredAt: START,
    },
  },
  done: {
    id: 'done',
    lines: [{ label: 'Note', text: markerOf('done'), said: null }],
    coded: { closed: 'services-transfer' },
  },
  units: {
    id: 'units',
    lines: [{ label: 'N1', text: markerOf('units'), said: null }],
    coded: {
      units: [
        {
          unitId: 'N1',
          teamType: 'co-response-north',
          team: markerOf('units'),
          status: 'en-route',
        },
        { unitId: 'E31', teamType: 'ems', team: 'EMS', status: 'on-scene' },
      ],
    },
  },
} as unknown as PacketContent;

export const HEAD: PacketHead = {
  center: 'Test Center',
  psapId: 'TEST-1',
  timeZone: 'America/Chicago',
  number: 7,
  position: 'position 1',
  training: false,
  madeBy: 'Cleo, clinician',
  madeById: 'cleo',
};

export function asked(changes: Partial<Asked> = {}): Asked {
  return {
    recipient: 'ems',
    purpose: 'treatment',
    readable: PARTITIONS,
    refusesPart2: false,
    consents: [],
    now: START,
    asOf: START,
    installedNotice: null,
    ...changes,
  };
}

/** Given at the start, for a day. */
export function consent(changes: Partial<Consent> = {}): Consent {
  return {
    consentId: 'consent-1' as ConsentId,
    incidentId,
    consenter: 'adult',
    recipient: 'ems',
    partitions: ['clinical'],
    purposes: ['treatment'],
    way: 'written',
    givenAt: START,
    recordedBy: cleo,
    expiresAt: '2026-03-04T18:00:00.000Z',
    ended: null,
    ...changes,
  };
}
