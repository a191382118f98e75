const DAY = 86_400_000;

interface WallDay {
  readonly monday: string;
  /** Hours from the beginning of the week to midnight before it. */
  readonly hours: number;
}

/** Days looked at before: calls are counted by the million and fall on a few thousand days. */
const days = new Map<string, WallDay>();
const MOST_DAYS = 10_000;

/** ISO date of the Monday of the week a wall-clock moment (or date) is in. */
export function weekOf(local: string): string {
  return dayOf(local.slice(0, 10)).monday;
}

/** 0 is Monday from midnight, 167 Sunday from 23:00. */
export function hourOfWeek(local: string): number {
  return dayOf(local.slice(0, 10)).hours + Number(local.slice(11, 13));
}

function dayOf(date: string): WallDay {
  let day = days.get(date);
  if (day === undefined) {
    const at = Date.parse(`${date}T00:00:00Z`);
    const into = daysIntoWeek(at);
    const monday = new Date(at - into * DAY).toISOString().slice(0, 10);
    day = { monday, hours: into * 24 };
    if (days.size >= MOST_DAYS) days.clear();
    days.set(date, day);
  }
  return day;
}

/** 1970-01-01 was a Thursday. */
function daysIntoWeek(at: number): number {
  return (((Math.floor(at / DAY) + 3) % 7) + 7) % 7;
}
