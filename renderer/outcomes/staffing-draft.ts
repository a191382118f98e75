import type { StaffingBasis } from '#shared/board/staffing-basis.ts';
import { OWN_TIMES_NEEDED, type Busy, type Demand } from '#shared/outcomes/staffing/demand.ts';
import type { PlannedTeam, StaffingPlan } from '#shared/outcomes/staffing/plan.ts';
import type { StaffingAsked } from './staffing-run.ts';

export const MOST_UNITS = 40;
const LONGEST_PATIENCE = 240;

/** What is being tried. Numbers as they are typed, so that half a number is no other number. */
export interface StaffingDraft {
  readonly teams: readonly (Omit<PlannedTeam, 'units'> & { readonly units: string })[];
  readonly patience: string;
  /** Minutes a call takes a team; only asked while the center knows too few of its own. */
  readonly busy: string;
  readonly clinicians: string;
  readonly clinicianHours: PlannedTeam['hours'];
  /** Minutes a clinician has a call; only asked likewise. */
  readonly handle: string;
}

const ALWAYS = [{ days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 1440 }];

/** Waits longer than the mobile standard go to police or EMS; the times are those of the domain report 4.7. */
export function draftOf({ teams, phone }: StaffingBasis): StaffingDraft {
  return {
    teams: teams.map((team) => ({ ...team, units: String(team.units) })),
    patience: '60',
    busy: '65',
    clinicians: String(phone.clinicians),
    clinicianHours: ALWAYS,
    handle: '20',
  };
}

/** A whole number between two ends; null when it is none. */
export function wholeNumber(text: string, least: number, most: number): number | null {
  if (!/^\d{1,5}$/.test(text.trim())) return null;
  const number = Number(text);
  return number >= least && number <= most ? number : null;
}

export const readUnits = (text: string) => wholeNumber(text, 0, MOST_UNITS);
export const readPatience = (text: string) => wholeNumber(text, 1, LONGEST_PATIENCE);
export const readMinutes = (text: string) => wholeNumber(text, 1, 720);

/** The calls of the basis as they are played. */
export function demandOf({ weeks, areas, calls }: StaffingBasis): Demand {
  return {
    weeks: weeks?.count ?? 0,
    calls: calls.at.map((at, place) => {
      const area = calls.area[place] ?? null;
      const busySeconds = calls.busy[place] ?? null;
      return { at, areaId: area === null ? null : (areas[area]?.id ?? null), busySeconds };
    }),
  };
}

/** Times of the center's own that are known. */
export function ownTimes({ calls }: StaffingBasis): number[] {
  return calls.busy.filter((each) => each !== null);
}

export function hasOwnTimes(basis: StaffingBasis): boolean {
  return ownTimes(basis).length >= OWN_TIMES_NEEDED;
}

/** What is to be played; null while a number cannot be read. */
export function askedOf(basis: StaffingBasis, draft: StaffingDraft): StaffingAsked | null {
  const patienceMinutes = readPatience(draft.patience);
  const assumedMinutes = hasOwnTimes(basis) ? 0 : readMinutes(draft.busy);
  const teams = draft.teams.map(({ units, ...team }) => ({ ...team, units: readUnits(units) }));
  if (patienceMinutes === null || assumedMinutes === null) return null;
  const read = teams.flatMap((team) =>
    team.units === null ? [] : [{ ...team, units: team.units }],
  );
  if (read.length < teams.length) return null;
  const busy: Busy = { samples: ownTimes(basis), assumedMinutes };
  const changed: StaffingPlan = { teams: read, patienceMinutes };
  const first = read.find(({ id }) => id === variedTeam(basis, read));
  return {
    history: demandOf(basis),
    busy,
    present: { teams: basis.teams, patienceMinutes },
    changed,
    varied: first === undefined ? null : { id: first.id, most: Math.max(6, first.units + 3) },
    // Always the same, so that a plan has the same figures whenever it is played.
    seed: 2026,
  };
}

/** The team that was changed; while none was, the first. */
function variedTeam({ teams }: StaffingBasis, read: readonly PlannedTeam[]): string | undefined {
  const changed = read.find((team, place) => {
    const before = teams[place];
    return before?.units !== team.units || before.hours !== team.hours;
  });
  return (changed ?? read[0])?.id;
}
