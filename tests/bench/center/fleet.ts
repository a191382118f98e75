import type { CenterOnShift } from './center-on-shift.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

/** What a hundred units are: the letter of their call signs, whom they carry, how many there are. */
const TEAMS = [
  { type: 'behavioral-health', sign: 'B', roles: ['paramedic', 'clinician'], share: 0.45 },
  { type: 'substance-use', sign: 'A', roles: ['paramedic', 'recovery-specialist'], share: 0.15 },
  { type: 'police-cit', sign: 'Q', roles: ['cit-officer'], share: 0.25 },
  { type: 'ems', sign: 'X', roles: ['paramedic', 'emt'], share: 0.15 },
] as const;
const ZONES = ['North', 'South'] as const;

/** Puts units on the board beside the seeded ones until there are so many, all available. */
export function putInService(center: CenterOnShift, units: number, seeded: number): UnitId[] {
  return TEAMS.flatMap(({ type: teamType, sign, roles, share }) =>
    Array.from({ length: Math.round((units - seeded) * share) }, (_, number) => {
      const unitId = `${sign}${101 + number}` as UnitId;
      const crew = roles.map((role) => ({
        name: `${role} ${unitId}`,
        role,
        onDuty: true,
        languages: [],
      }));
      const zone = ZONES[number % 2] as string;
      const added = { type: 'unit.added', unitId, teamType, zone, crew, capabilities: [] } as const;
      center.desk.record([added], DESK_OPERATOR);
      center.do('unit.set-status', { unitId, status: 'available' });
      return unitId;
    }),
  );
}

/** The field teams a dispatcher has to send; police and EMS the desk picks itself. */
export class Fleet {
  readonly #free: UnitId[];

  constructor(units: readonly UnitId[]) {
    this.#free = units.filter((unitId) => /^[AB]/.test(unitId));
  }

  /** Who is free longest; undefined when all are out. */
  take(): UnitId | undefined {
    return this.#free.shift();
  }

  giveBack(unitId: UnitId): void {
    this.#free.push(unitId);
  }
}
