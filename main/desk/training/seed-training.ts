import type { Desk } from '../desk.ts';
import { shippedAdoption, shippedPolicy } from '../shipped-policy.ts';
import { IMANI, TRAINING_OPERATORS } from './colleagues.ts';
import { keepTrainingRoster } from './seeded-shifts.ts';
import { schematicAreas } from './schematic-areas.ts';
import { seedDirectory } from './seeded-directory.ts';
import { seededCautions } from './seeded-cautions.ts';
import { seededPeople } from './seeded-people.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';
import type { CrewMember } from '#shared/unit/unit.ts';
import type { UnitStatus } from '#shared/unit/unit-status.ts';

interface SeededUnit {
  readonly id: string;
  readonly teamType: string;
  readonly zone: 'North' | 'South';
  readonly crew: readonly CrewMember[];
  readonly capabilities?: readonly string[];
  readonly status?: UnitStatus;
}

function on(role: string, name: string, ...languages: readonly string[]): CrewMember {
  return { name, role, onDuty: true, languages };
}

const behavioral = (paramedic: string, clinician: string) => {
  return [on('paramedic', paramedic), on('clinician', clinician)];
};
const substance = (paramedic: string, specialist: string) => {
  return [on('paramedic', paramedic), on('recovery-specialist', specialist)];
};
const coResponse = (officer: string, paramedic: string, clinician: string) => {
  return [on('cit-officer', officer), on('paramedic', paramedic), on('clinician', clinician)];
};
const ambulance = (paramedic: string, emt: string) => [on('paramedic', paramedic), on('emt', emt)];

/** Invented people on the units of one evening. M3 waits for its clinician, R2 for its van. */
const UNITS: readonly SeededUnit[] = [
  {
    id: 'M1',
    teamType: 'behavioral-health',
    zone: 'North',
    crew: [on('paramedic', 'Marisol Vega', 'es'), on('clinician', 'Jonah Adler')],
    capabilities: ['quiet-van'],
  },
  {
    id: 'M2',
    teamType: 'behavioral-health',
    zone: 'North',
    crew: behavioral('Deshawn Pruitt', 'Anneke Visser'),
    capabilities: ['wheelchair-lift', 'child-seat'],
  },
  {
    id: 'M3',
    teamType: 'behavioral-health',
    zone: 'South',
    crew: [
      on('paramedic', 'Colleen Fahey'),
      { ...on('clinician', 'Rafael Quiñones', 'es'), onDuty: false },
    ],
  },
  {
    id: 'M4',
    teamType: 'behavioral-health',
    zone: 'South',
    crew: [on('paramedic', 'Tobias Lindgren'), on('clinician', 'Nkechi Eze', 'yo', 'ase')],
    capabilities: ['quiet-van'],
  },
  {
    id: 'R1',
    teamType: 'substance-use',
    zone: 'North',
    crew: substance('Lucille Baptiste', 'Earl Simmons'),
  },
  {
    id: 'R2',
    teamType: 'substance-use',
    zone: 'South',
    crew: [on('paramedic', 'Goran Petrovic'), on('recovery-specialist', 'Wanda Kowalczyk', 'pl')],
    status: 'out-of-service',
  },
  {
    id: 'N1',
    teamType: 'co-response-north',
    zone: 'North',
    crew: [
      on('cit-officer', 'Ofc. Bridget Nolan'),
      on('paramedic', 'Hiro Tanabe'),
      on('clinician', 'Salma Haddad', 'ar'),
    ],
    capabilities: ['stretcher', 'secure-transport'],
  },
  {
    id: 'S1',
    teamType: 'co-response-south',
    zone: 'South',
    crew: coResponse('Ofc. Marcus Dell', 'Priya Raman', 'Owen Castellano'),
    capabilities: ['stretcher', 'secure-transport'],
  },
  {
    id: 'P11',
    teamType: 'police-cit',
    zone: 'North',
    crew: [on('cit-officer', 'Ofc. Ray Tillman')],
  },
  {
    id: 'P14',
    teamType: 'police-cit',
    zone: 'North',
    crew: [on('cit-officer', 'Ofc. Ines Maldonado')],
  },
  {
    id: 'P22',
    teamType: 'police-cit',
    zone: 'South',
    crew: [on('cit-officer', 'Ofc. Kurt Weiss')],
  },
  {
    id: 'P25',
    teamType: 'police-cit',
    zone: 'South',
    crew: [on('cit-officer', 'Ofc. Latoya Greer')],
  },
  {
    id: 'E31',
    teamType: 'ems',
    zone: 'North',
    crew: ambulance('Pavel Novotny', 'Shanice Boyd'),
    capabilities: ['stretcher'],
  },
  {
    id: 'E38',
    teamType: 'ems',
    zone: 'South',
    crew: ambulance('Grace Obi', 'Liam Devlin'),
    capabilities: ['stretcher'],
  },
  {
    id: 'E54',
    teamType: 'ems',
    zone: 'South',
    crew: ambulance('Carmen Ibarra', 'Joel Stein'),
    capabilities: ['stretcher'],
  },
];

/** Fills an empty training folder: policy (unless one is in force), center, people, units, a day of shifts. */
export function seedTraining(desk: Desk): void {
  const timeZone = 'America/Chicago';
  const events: NewEvent[] = [
    ...(desk.policy() === null ? [shippedAdoption(desk.now())] : []),
    {
      type: 'center.set-up',
      name: 'Chicago Training Center',
      psapId: 'TRAIN-1',
      timeZone,
    },
    ...TRAINING_OPERATORS.map(({ operatorId, name, role }): NewEvent => {
      return { type: 'operator.added', operatorId, name, role };
    }),
    // The simulated clinician sits at her desk all shift.
    { type: 'operator.signed-on', operatorId: IMANI.operatorId },
    ...UNITS.flatMap(({ id, teamType, zone, crew, capabilities = [], status }): NewEvent[] => {
      const unitId = id as UnitId;
      return [
        { type: 'unit.added', unitId, teamType, zone, crew, capabilities },
        {
          type: 'unit.status-changed',
          unitId,
          from: 'off-duty',
          to: status ?? 'available',
          incidentId: null,
          reason: null,
        },
      ];
    }),
    ...schematicAreas(desk.policy()?.policy ?? shippedPolicy().policy),
    ...seededCautions(desk.now(), timeZone),
    ...seededPeople(desk.now(), timeZone),
  ];
  desk.record(events, DESK_OPERATOR);
  seedDirectory(desk);
  keepTrainingRoster(desk);
}
