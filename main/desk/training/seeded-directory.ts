import { INVENTED_SERVICES, type InventedService } from './invented-services.ts';
import type { Desk } from '../desk.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { ServiceId } from '#shared/lib/brand.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';
import { dayAfter } from '#shared/roster/zone-moment.ts';

/** The directory of the training center, and what somebody already asked there today. */
export function seedDirectory(desk: Desk): void {
  const today = desk.now().toISOString().slice(0, 10);
  const text = JSON.stringify(INVENTED_SERVICES.map((each) => serviceOf(each, today)));
  const examined = desk.directory.examine([{ name: 'invented.json', text }], 'Invented directory');
  desk.directory.adopt(examined, DESK_OPERATOR, 'training');
  const asked: NewEvent[] = [
    capacity('training-crisis-house', 'open', 2),
    capacity('training-shelter', 'waitlist', null),
    capacity('training-sober-house', 'full', null),
  ];
  desk.record(asked, DESK_OPERATOR);
}

function capacity(
  id: string,
  state: 'open' | 'waitlist' | 'full',
  places: number | null,
): NewEvent {
  return { type: 'service.capacity-noted', serviceId: id as ServiceId, state, places, note: '' };
}

/** As the standard has it. */
function serviceOf(each: InventedService, today: string): unknown {
  const { id, hours, ages, point, access } = each;
  const owner = each.organization.toLowerCase().replaceAll(' ', '-');
  return {
    id,
    name: each.name,
    description: each.description,
    status: 'active',
    organization: { id: owner, name: each.organization, description: 'An invented place.' },
    application_process: each.apply ?? '',
    fees_description: each.fees ?? '',
    assured_date: dayAfter(today, -each.checkedDaysAgo),
    ...(ages?.[0] == null ? {} : { minimum_age: ages[0] }),
    ...(ages?.[1] == null ? {} : { maximum_age: ages[1] }),
    phones: [{ id: `${id}-phone`, number: each.phone, type: 'voice' }],
    languages: (each.languages ?? []).map((code) => ({ id: `${id}-${code}`, code })),
    required_documents: (each.documents ?? []).map((document, at) => ({
      id: `${id}-paper-${at}`,
      document,
    })),
    service_areas: [{ id: `${id}-area`, name: each.areas }],
    schedules: [
      hours === null
        ? { id: `${id}-hours`, freq: 'WEEKLY', opens_at: '00:00', closes_at: '24:00' }
        : {
            id: `${id}-hours`,
            freq: 'WEEKLY',
            byday: hours[0],
            opens_at: hours[1],
            closes_at: hours[2],
          },
    ],
    service_at_locations: [
      {
        id: `${id}-there`,
        location: {
          id: `${id}-place`,
          location_type: 'physical',
          name: each.name,
          latitude: point[0],
          longitude: point[1],
          addresses: [
            {
              id: `${id}-address`,
              address_1: each.street,
              city: 'Chicago',
              state_province: 'IL',
              postal_code: each.zip,
              country: 'US',
              address_type: 'physical',
            },
          ],
          accessibility: access === undefined ? [] : [{ id: `${id}-access`, description: access }],
        },
      },
    ],
  };
}
