const DAY = 86_400_000;

/** ISO date of the Monday of the week a wall-clock moment (or date) is in. */
export function weekOf(local: string): string {
  const at = Date.parse(`${local.slice(0, 10)}T00:00:00Z`);
  return new Date(at - daysIntoWeek(at) * DAY).toISOString().slice(0, 10);
}

/** 0 is Monday from midnight, 167 Sunday from 23:00. */
export function hourOfWeek(local: string): number {
  const at = Date.parse(`${local.slice(0, 10)}T00:00:00Z`);
  return daysIntoWeek(at) * 24 + Number(local.slice(11, 13));
}

/** 1970-01-01 was a Thursday. */
function daysIntoWeek(at: number): number {
  return (((Math.floor(at / DAY) + 3) % 7) + 7) % 7;
}
