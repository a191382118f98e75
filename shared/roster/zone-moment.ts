const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than reading a hundred clocks with it. */
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

/** Minutes by which the clock of a zone is ahead of UTC at an instant. */
export function offsetAt(zone: string, instant: number): number {
  const parts = formatOf(zone).formatToParts(new Date(instant));
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
  );
  // What is shown has no seconds: they are no part of the difference.
  return Math.round(shown / 60_000) - Math.floor(instant / 60_000);
}

/**
 * The instant at which the clock of the center shows this date (2026-03-08) and time (02:30), as an ISO
 * string. Null when either is not written like that, or when the clock never shows it because it is put
 * forward. Where it shows it twice, the earlier one.
 */
export function momentInZone(zone: string, date: string, time: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return null;
  const shown = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(shown)) return null;
  const found = [-24, 24]
    .map((hours) => shown - offsetAt(zone, shown + hours * 3_600_000) * 60_000)
    .filter((instant) => instant + offsetAt(zone, instant) * 60_000 === shown);
  return found.length === 0 ? null : new Date(Math.min(...found)).toISOString();
}

/** What the center's clock shows at an instant, as two fields write it: 2026-03-08T02:30. */
export function wallInZone(zone: string, instant: number): string {
  const local = new Date(instant + offsetAt(zone, instant) * 60_000);
  return local.toISOString().slice(0, 16);
}

/** The same to the second: 2026-03-08T02:30:15. */
export function wallSecondInZone(zone: string, instant: number): string {
  const local = new Date(instant + offsetAt(zone, instant) * 60_000);
  return local.toISOString().slice(0, 19);
}

/** The center's calendar day at an instant, as a date field writes it: 2026-03-08. */
export function dayInZone(zone: string, instant: number): string {
  return wallInZone(zone, instant).slice(0, 10);
}

/** The instant a calendar day of the center begins, also where its clock is put forward at midnight. */
export function startOfDay(zone: string, date: string): string {
  return (
    momentInZone(zone, date, '00:00') ??
    momentInZone(zone, date, '01:00') ??
    `${date}T00:00:00.000Z`
  );
}

/** The calendar day so many days later. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whether the runtime knows a zone of that name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
