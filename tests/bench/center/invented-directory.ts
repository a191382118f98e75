import { SeededChance } from '../policy/seeded-chance.ts';
import type { DirectoryContent, Row } from '#shared/directory/rows.ts';

const WHO = [
  'Harbor',
  'Lakeside',
  'Prairie',
  'Corner',
  'Northgate',
  'Riverbend',
  'Elm Street',
  'Sunrise',
];
const HOUSES = ['House', 'Center', 'Network', 'Clinic', 'Church', 'Foundation', 'Collective'];
const WHAT = [
  ['Outpatient Counseling', 'Talking therapy for depression, anxiety and grief.'],
  ['Crisis Line', 'Somebody to talk to at any hour, and a visit within a day.'],
  ['Substance Use Treatment', 'Assessment, medication and groups for alcohol and opioid use.'],
  ['Emergency Shelter', 'A bed for the night, a meal and a locker.'],
  ['Food Pantry', 'Canned goods and fresh bread for families every week.'],
  ['Primary Care', 'A doctor without an appointment, and vaccinations.'],
  ['Youth Drop-in', 'A warm room after school, with somebody who listens.'],
  ['Legal Aid', 'Help with eviction, benefits and immigration.'],
  ['Peer Support Group', 'People who have been there meet on Tuesdays.'],
  ['Senior Day Program', 'Company, lunch and a ride for older adults.'],
] as const;
const TONGUES = ['Spanish', 'Polish', 'Arabic', 'Mandarin', 'Urdu'];
const DAYS = ['MO,TU,WE,TH,FR', 'MO,TU,WE,TH,FR,SA', 'MO,TU,WE,TH,FR,SA,SU', 'TU,TH'];

/** A directory of so many services in one invented city; the same for the same seed. */
export function inventedDirectory(services: number, seed = 41): DirectoryContent {
  const draw = new SeededChance(seed);
  const chance = () => draw.next();
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const tables: Record<string, Row[]> = {
    organization: [],
    service: [],
    service_at_location: [],
    location: [],
    address: [],
    phone: [],
    schedule: [],
    language: [],
    cost_option: [],
    service_area: [],
  };
  const put = (table: string, row: Row) => tables[table]?.push(row);
  const organizations = Math.ceil(services / 5);
  for (let at = 0; at < organizations; at += 1)
    put('organization', {
      id: `o${at}`,
      name: `${pick(WHO)} ${pick(HOUSES)} ${at}`,
      description: 'An invented place that helps people in the neighborhood.',
      website: `https://place-${at}.example`,
    });
  for (let at = 0; at < services; at += 1) {
    const [name, description] = pick(WHAT);
    const id = `s${at}`;
    put('service', {
      id,
      organization_id: `o${at % organizations}`,
      name: `${name} ${pick(WHO)}`,
      description: `${description} ${pick(WHAT)[1]} Call first, or come to the front desk.`,
      status: 'active',
      eligibility_description: pick([
        'Open to everybody.',
        'Residents of the county.',
        'Adults only.',
      ]),
      application_process: pick(['Walk in.', 'Call for an appointment.', 'Referral needed.']),
      fees_description: pick(['Free of charge', 'Sliding scale', 'Medicaid accepted']),
      assured_date: pick(['2025-06-01', '2026-01-15', '2024-03-03']),
      ...(draw.hits(0.4) ? { minimum_age: 18 } : {}),
    });
    put('location', {
      id: `l${at}`,
      location_type: 'physical',
      name: `${pick(WHO)} building`,
      latitude: 41.65 + chance() * 0.37,
      longitude: -87.85 + chance() * 0.3,
    });
    put('service_at_location', { id: `sl${at}`, service_id: id, location_id: `l${at}` });
    put('address', {
      id: `a${at}`,
      location_id: `l${at}`,
      address_1: `${100 + (at % 900)} Example Street`,
      city: 'Chicago',
      state_province: 'IL',
      postal_code: `606${String(at % 60).padStart(2, '0')}`,
      country: 'US',
      address_type: 'physical',
    });
    put('phone', { id: `p${at}`, service_id: id, number: '312-555-0142', type: 'voice' });
    put('schedule', {
      id: `h${at}`,
      service_id: id,
      freq: 'WEEKLY',
      byday: pick(DAYS),
      opens_at: pick(['08:00', '09:00', '12:00']),
      closes_at: pick(['16:00', '17:30', '20:00']),
    });
    put('language', { id: `t${at}`, service_id: id, name: pick(TONGUES) });
    put('service_area', {
      id: `z${at}`,
      service_id: id,
      name: pick(['North Side', 'South Side', 'Cook County']),
    });
  }
  return tables as DirectoryContent;
}
