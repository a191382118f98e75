/** A place that helps, as somebody would say it. */
export interface InventedService {
  readonly id: string;
  readonly name: string;
  readonly organization: string;
  readonly description: string;
  readonly phone: string;
  readonly street: string;
  readonly zip: string;
  readonly point: readonly [number, number];
  /** Days, opening and closing time; null is day and night. */
  readonly hours: readonly [string, string, string] | null;
  readonly languages?: readonly string[];
  readonly fees?: string;
  readonly ages?: readonly [number | null, number | null];
  readonly apply?: string;
  readonly documents?: readonly string[];
  readonly access?: string;
  readonly areas: string;
  readonly checkedDaysAgo: number;
}

const WEEKDAYS = 'MO,TU,WE,TH,FR';
const DAILY = 'MO,TU,WE,TH,FR,SA,SU';

/** Invented places that help, so that somebody who explores has something to look up. */
export const INVENTED_SERVICES: readonly InventedService[] = [
  {
    id: 'training-crisis-house',
    name: 'Harbor Crisis House',
    organization: 'Harbor Collective',
    description:
      'A living room instead of an emergency department: somebody to talk to, and a bed for up to five nights.',
    phone: '312-555-0151',
    street: '4810 N Example Ave',
    zip: '60640',
    point: [41.9691, -87.6602],
    hours: null,
    languages: ['es'],
    fees: 'Free of charge',
    ages: [18, null],
    apply: 'Call first; a peer worker comes to the door.',
    access: 'Step-free, two quiet rooms',
    areas: 'North Side',
    checkedDaysAgo: 10,
  },
  {
    id: 'training-counseling-north',
    name: 'Prairie Counseling, North',
    organization: 'Prairie Community Health',
    description:
      'Talking therapy and psychiatry for adults: depression, anxiety, grief, psychosis.',
    phone: '312-555-0152',
    street: '1200 W Example St',
    zip: '60657',
    point: [41.9397, -87.6589],
    hours: [WEEKDAYS, '08:30', '18:00'],
    languages: ['es', 'pl'],
    fees: 'Sliding scale, Medicaid accepted',
    ages: [18, null],
    apply: 'Walk in for a first talk before noon, or call for an appointment.',
    documents: ['Photo identification, if there is any'],
    access: 'Elevator',
    areas: 'North Side',
    checkedDaysAgo: 49,
  },
  {
    id: 'training-counseling-south',
    name: 'Prairie Counseling, South',
    organization: 'Prairie Community Health',
    description: 'Talking therapy and psychiatry for adults and couples.',
    phone: '312-555-0153',
    street: '7900 S Example Ave',
    zip: '60620',
    point: [41.7502, -87.6441],
    hours: [WEEKDAYS, '08:30', '17:00'],
    fees: 'Sliding scale, Medicaid accepted',
    ages: [18, null],
    apply: 'Call for an appointment.',
    areas: 'South Side',
    checkedDaysAgo: 400,
  },
  {
    id: 'training-sober-house',
    name: 'Lakeside Sober Living',
    organization: 'Lakeside Homes',
    description: 'A home without alcohol and drugs for up to a year, with a group every evening.',
    phone: '312-555-0154',
    street: '3300 W Example Blvd',
    zip: '60624',
    point: [41.8791, -87.7095],
    hours: [DAILY, '10:00', '20:00'],
    fees: 'Rent by income',
    ages: [18, null],
    apply: 'Call; an interview on the same or the next day.',
    areas: 'West Side',
    checkedDaysAgo: 29,
  },
  {
    id: 'training-opioid-clinic',
    name: 'Same-day Opioid Clinic',
    organization: 'Riverbend Medical',
    description:
      'Buprenorphine and methadone started on the day somebody comes, without an appointment.',
    phone: '312-555-0155',
    street: '2800 W Example St',
    zip: '60623',
    point: [41.8524, -87.6963],
    hours: [WEEKDAYS, '06:30', '15:00'],
    languages: ['es'],
    fees: 'Free of charge',
    ages: [16, null],
    apply: 'Come before two in the afternoon.',
    access: 'Step-free',
    areas: 'Cook County',
    checkedDaysAgo: 5,
  },
  {
    id: 'training-recovery-cafe',
    name: 'Second Step Recovery Café',
    organization: 'Second Step',
    description: 'Coffee, meals and company; groups for whoever wants one.',
    phone: '312-555-0156',
    street: '5200 S Example St',
    zip: '60632',
    point: [41.7985, -87.7032],
    hours: [DAILY, '11:00', '21:00'],
    fees: 'Free',
    areas: 'South Side',
    checkedDaysAgo: 77,
  },
  {
    id: 'training-shelter',
    name: 'Elm Street Night Shelter',
    organization: 'Elm Street Mission',
    description: 'A bed for the night, a meal and a locker; pets stay with their people.',
    phone: '312-555-0157',
    street: '900 N Example St',
    zip: '60622',
    point: [41.8988, -87.6912],
    hours: [DAILY, '18:00', '08:00'],
    fees: 'Free',
    ages: [18, null],
    apply: 'Come after six in the evening.',
    areas: 'West Side',
    checkedDaysAgo: 3,
  },
  {
    id: 'training-youth',
    name: 'Northgate Youth Drop-in',
    organization: 'Northgate Network',
    description:
      'A warm room, food, showers and somebody who listens, for young people on their own.',
    phone: '312-555-0158',
    street: '4500 N Example St',
    zip: '60640',
    point: [41.9642, -87.6531],
    hours: [WEEKDAYS, '12:00', '20:00'],
    languages: ['es'],
    fees: 'Free',
    ages: [12, 24],
    areas: 'North Side',
    checkedDaysAgo: 31,
  },
  {
    id: 'training-food',
    name: 'Corner Food Pantry',
    organization: 'Corner Church',
    description: 'Canned goods, bread and vegetables for families.',
    phone: '312-555-0159',
    street: '6300 S Example Ave',
    zip: '60636',
    point: [41.7786, -87.6625],
    hours: ['TU,TH,SA', '09:00', '13:00'],
    fees: 'Free',
    areas: 'South Side',
    checkedDaysAgo: 520,
  },
  {
    id: 'training-safe-home',
    name: 'Sunrise Safe Home',
    organization: 'Sunrise Alliance',
    description:
      'Shelter and advice for people who flee domestic violence. The address is given by phone only.',
    phone: '312-555-0160',
    street: 'By phone only',
    zip: '60601',
    point: [41.8858, -87.6229],
    hours: null,
    languages: ['es', 'pl', 'ar'],
    fees: 'Free',
    areas: 'Cook County',
    checkedDaysAgo: 20,
  },
  {
    id: 'training-older',
    name: 'Golden Table Day Program',
    organization: 'Golden Table',
    description: 'Company, lunch and a ride for older adults; a nurse twice a week.',
    phone: '312-555-0161',
    street: '5900 W Example St',
    zip: '60638',
    point: [41.7917, -87.7711],
    hours: [WEEKDAYS, '09:00', '15:30'],
    languages: ['pl'],
    fees: 'Free',
    ages: [60, null],
    areas: 'South Side',
    checkedDaysAgo: 53,
  },
  {
    id: 'training-legal',
    name: 'Tenants’ Legal Desk',
    organization: 'Open Law',
    description: 'Help with eviction, benefits and guardianship.',
    phone: '312-555-0162',
    street: '100 W Example St',
    zip: '60602',
    point: [41.8832, -87.6315],
    hours: [WEEKDAYS, '09:00', '16:00'],
    fees: 'Free',
    areas: 'Cook County',
    checkedDaysAgo: 133,
  },
];
