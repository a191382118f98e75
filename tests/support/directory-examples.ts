import type { DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import { NO_FILTER } from '#shared/directory/directory-search.ts';
import type { ServiceId } from '#shared/lib/brand.ts';

type DirectoryTopic = Extract<keyof Examples, `directory.${string}` | `service.${string}`>;

/** Three invented services in one invented town. */
export const INVENTED_DIRECTORY = [
  {
    id: 'crisis-line',
    name: 'Harbor Crisis Line',
    status: 'active',
    description: 'Somebody to talk to, at any hour.',
    organization: { id: 'harbor', name: 'Harbor House', description: 'An invented place.' },
    phones: [{ id: 'p1', number: '312-555-0140', type: 'voice' }],
    schedules: [{ id: 's1', freq: 'WEEKLY', opens_at: '00:00', closes_at: '24:00' }],
    languages: [{ id: 'l1', code: 'es', name: 'Spanish' }],
    fees_description: 'Free of charge',
    assured_date: '2026-02-01',
  },
  {
    id: 'sober-living',
    name: 'Lakeside Sober Living',
    status: 'active',
    description: 'A home for people in recovery.',
    minimum_age: 18,
    organization: { id: 'lakeside', name: 'Lakeside Homes', description: 'An invented place.' },
    service_at_locations: [
      {
        id: 'sl1',
        location: {
          id: 'place-1',
          location_type: 'physical',
          name: 'Lakeside House',
          latitude: 41.96,
          longitude: -87.66,
          addresses: [
            {
              id: 'a1',
              address_1: '1 Example Street',
              city: 'Chicago',
              state_province: 'IL',
              postal_code: '60640',
              country: 'US',
              address_type: 'physical',
            },
          ],
        },
      },
    ],
    schedules: [
      { id: 's2', freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opens_at: '09:00', closes_at: '17:00' },
    ],
  },
  {
    id: 'pantry',
    name: 'Corner Food Pantry',
    status: 'active',
    description: 'Canned goods for families.',
    organization: { id: 'corner', name: 'Corner Church', description: 'An invented place.' },
  },
];

export function directoryFile(
  services: readonly unknown[] = INVENTED_DIRECTORY,
): Input<'directory.examine'> {
  return {
    source: 'invented.json',
    files: [{ name: 'invented.json', text: JSON.stringify(services) }],
  };
}

/** Looks at a directory and puts it in force. */
export function directoryInForce(
  atWork: DeskAtWork,
  services: readonly unknown[] = INVENTED_DIRECTORY,
): string {
  const sam = atWork.as('Sam');
  const { hash, faults } = atWork.do(sam, 'directory.examine', directoryFile(services));
  if (hash === null) throw new Error(faults[0]?.why);
  atWork.do(sam, 'directory.adopt', { hash });
  return hash;
}

const CRISIS_LINE = 'crisis-line' as ServiceId;
const nothing = [{ extra: 1 }, [], 'text'];
const noService = [
  { serviceId: '' },
  { serviceId: null },
  { serviceId: 'x'.repeat(65) },
  { by: 'Sam' },
];
const noHash = [{ hash: '' }, { hash: 'abc' }, { hash: null }, { hash: 'g'.repeat(64) }];
const noReason = [{ reason: ' ' }, { reason: null }, { reason: 'x'.repeat(301) }];

function withDirectory<T>(input: T): (atWork: DeskAtWork) => T {
  return (atWork) => {
    directoryInForce(atWork);
    return input;
  };
}

export const DIRECTORY_EXAMPLES: Pick<Examples, DirectoryTopic> = {
  'directory.overview': {
    as: 'Pat',
    good: withDirectory({ incidentId: null }),
    bad: [{ incidentId: '' }, { incidentId: 7 }, ...nothing],
  },
  'directory.search': {
    as: 'Pat',
    good: withDirectory({
      text: 'crisis',
      filter: NO_FILTER,
      order: 'words' as const,
      offset: 0,
      incidentId: null,
    }),
    bad: [
      { text: null },
      { text: 'x'.repeat(301) },
      { filter: { ...NO_FILTER, kind: 'pizza' } },
      { filter: { ...NO_FILTER, age: -1 } },
      { filter: { ...NO_FILTER, age: 1.5 } },
      { filter: { ...NO_FILTER, withinKm: 0 } },
      { filter: { ...NO_FILTER, withinKm: Infinity } },
      { filter: { ...NO_FILTER, language: '' } },
      { filter: { ...NO_FILTER, more: 1 } },
      { order: 'price' },
      { offset: -1 },
      { extra: 1 },
    ],
  },
  'directory.service': {
    as: 'Cleo',
    good: withDirectory({ serviceId: CRISIS_LINE, incidentId: null }),
    bad: noService,
  },
  'directory.print': {
    as: 'Pat',
    good: withDirectory({ serviceId: CRISIS_LINE }),
    bad: noService,
    refusedHere: true,
  },
  'directory.examine': {
    as: 'Ada',
    good: () => directoryFile(),
    bad: [
      { files: [] },
      { files: [{ name: '', text: '' }] },
      { files: [{ name: 'a.json', text: null }] },
      { files: [{ name: 'a.json', text: '', more: 1 }] },
      { source: ' ' },
      { extra: 1 },
    ],
  },
  'directory.adopt': {
    as: 'Sam',
    good: (atWork) => {
      const { hash } = atWork.do(atWork.as('Sam'), 'directory.examine', directoryFile());
      return { hash: hash ?? '' };
    },
    bad: noHash,
  },
  'directory.withdraw': {
    as: 'Sam',
    good: (atWork) => ({ hash: directoryInForce(atWork), reason: 'Wrong town.' }),
    bad: [...noHash, ...noReason],
  },
  'directory.export': {
    as: 'Ada',
    good: withDirectory({ as: 'json' as const }),
    bad: [{ as: 'xml' }, { as: null }, { extra: 1 }],
  },
  'service.note-capacity': {
    as: 'Sam',
    good: withDirectory({ serviceId: CRISIS_LINE, state: 'open' as const, places: 2, note: '' }),
    bad: [
      ...noService,
      { state: 'busy' },
      { places: -1 },
      { places: 1.5 },
      { note: 'x'.repeat(301) },
    ],
  },
  'service.verify': {
    as: 'Ada',
    good: withDirectory({ serviceId: CRISIS_LINE, how: 'Called the desk.' }),
    bad: [...noService, { how: ' ' }, { how: null }],
  },
  'service.close-for-now': {
    as: 'Sam',
    good: withDirectory({ serviceId: CRISIS_LINE, until: '2026-03-10', reason: 'Burst pipe.' }),
    bad: [...noService, ...noReason, { until: 'soon' }, { until: '2026-02-30' }],
  },
  'service.open-again': {
    as: 'Sam',
    good: (atWork) => {
      directoryInForce(atWork);
      const closing = { serviceId: CRISIS_LINE, until: null, reason: 'Burst pipe.' };
      atWork.do(atWork.as('Sam'), 'service.close-for-now', closing);
      return { serviceId: CRISIS_LINE };
    },
    bad: noService,
  },
  'service.mark-substance-use': {
    as: 'Sam',
    good: withDirectory({ serviceId: CRISIS_LINE, substanceUse: false }),
    bad: [...noService, { substanceUse: null }, { substanceUse: 'no' }],
  },
};
