import type { CostLine } from './cost-lines.ts';

const OWN_PAYROLL =
  'No published figure was found. Take the center’s own payroll, with benefits and leave.';
const NOBODY_PUBLISHED = 'No published figure was found. Count the center’s own.';

/**
 * The shipped assumptions (domain report 6.3). A starting point and nothing more: each line says where it is
 * from and what is weak about it, and each has to be verified by the center. Without a source it is an
 * assumption of ours; 0 to 0 is not set, counts as nothing, and is said to.
 */
export const DEFAULT_COSTS: readonly CostLine[] = [
  assumed('staff.paramedic', 'Paramedic', 'hour', [45, 55, 75], OWN_PAYROLL),
  assumed('staff.clinician', 'Mental-health clinician', 'hour', [45, 60, 85], OWN_PAYROLL),
  assumed('staff.recovery-specialist', 'Recovery specialist', 'hour', [28, 38, 55], OWN_PAYROLL),
  assumed('staff.cit-officer', 'CIT police officer', 'hour', [70, 95, 180], OWN_PAYROLL),
  assumed('staff.emt', 'EMT', 'hour', [32, 42, 60], OWN_PAYROLL),

  assumed(
    'hours.team',
    'Team hours',
    'hours-a-day',
    [0, 0, 0],
    'Counts only where the roster has no shift in the period: hours of all teams together.',
  ),
  assumed(
    'hours.desk',
    'Clinicians at the desk',
    'hours-a-day',
    [0, 0, 0],
    'The roster plans units, not desks: put in the hours of all clinicians in the center together.',
  ),

  assumed('program.vehicle', 'Vehicle', 'team-hour', [8, 15, 30], NOBODY_PUBLISHED),
  assumed('program.follow-up', 'Follow-up reached', 'follow-up', [10, 20, 40], NOBODY_PUBLISHED),
  assumed('program.supplies', 'Supplies and transport', 'contact', [5, 15, 40], NOBODY_PUBLISHED),
  assumed(
    'program.overhead',
    'Management, training, rent, software',
    'year',
    [0, 0, 0],
    'Until it is put in, everything the program costs is too low.',
  ),

  {
    id: 'price.police',
    part: 'price',
    label: 'Hour of a police officer on a call',
    unit: 'hour',
    low: 90,
    likely: 180,
    high: 220,
    source: 'Houston: about $270 and 1.5 officer-hours per diverted call, so $180 an hour',
    weakness:
      'Derived from one city’s own report. Only the middle is from it; low and high are ours.',
    year: 2018,
  },
  {
    id: 'price.ems',
    part: 'price',
    label: 'EMS run',
    unit: 'run',
    low: 400,
    likely: 1_000,
    high: 1_404,
    source: 'Ambulance ride $400 to $1,200 (an advocacy page); Houston Fire Department run $1,404',
    weakness: 'Prices that are charged, not what a run saves: the ambulance is paid all the same.',
    year: 2018,
  },
  {
    id: 'price.ed',
    part: 'price',
    label: 'Emergency-department visit',
    unit: 'visit',
    low: 1_000,
    likely: 2_264,
    high: 3_000,
    source:
      'Nicks and Manthey 2012: $2,264 per psychiatric patient who boards; $1,000 to $3,000 (an advocacy page)',
    weakness: 'One hospital in 2007 and 2008, mostly lost turnover of its beds.',
    year: 2008,
  },
  {
    id: 'price.jail',
    part: 'price',
    label: 'Day in jail',
    unit: 'day',
    low: 145,
    likely: 169,
    high: 169,
    source: 'Cook County: $145 a day (older); $361.7 million for 5,863 people in 2019, so $169',
    weakness: 'An average: one person less in a jail saves far less than that.',
    year: 2019,
  },

  {
    id: 'rate.police',
    part: 'rate',
    label: 'Police officer hours',
    unit: 'hours-a-contact',
    low: 0.5,
    likely: 1,
    high: 1.5,
    source: 'Houston: 1.5 officer-hours per diverted call',
    weakness:
      'Its highest is the source’s; low and likely are ours. Count your police-handled calls.',
    year: 2018,
  },
  assumed(
    'rate.ems',
    'EMS runs',
    'runs-a-contact',
    [0.05, 0.2, 0.4],
    'Count the EMS runs of your police-handled calls before the program, or where it does not go.',
  ),
  {
    id: 'rate.ed',
    part: 'rate',
    label: 'Emergency-department visits',
    unit: 'visits-a-contact',
    low: 0.2,
    likely: 0.4,
    high: 0.72,
    source:
      'Psychiatric Services 51(9) 1153: 28 % of police-handled cases were managed without hospitalization',
    weakness:
      'Hospitalization is not an emergency-department visit; one county in 1995. Low and likely are ours.',
    year: 1995,
  },
  assumed(
    'rate.jail',
    'Jail days',
    'days-a-contact',
    [0, 0, 0.2],
    'In the same study arrests did not differ. Leave it near 0 unless you can count it.',
  ),
];

function assumed(
  id: string,
  label: string,
  unit: CostLine['unit'],
  [low, likely, high]: readonly [number, number, number],
  weakness: string,
): CostLine {
  const part = id.slice(0, id.indexOf('.')) as CostLine['part'];
  return { id, part, label, unit, low, likely, high, source: '', weakness, year: null };
}
