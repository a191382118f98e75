/** “40 min”, “5 h”, “3 days”; null where there is none. */
export function hoursWritten(hours: number | null): string | null {
  if (hours === null) return null;
  if (hours < 1) return `${Math.round(60 * hours)} min`;
  return hours < 48 ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} days`;
}
