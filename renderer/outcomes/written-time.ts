/** “45 s”, “4 min 10 s”, “1 h 05 min”: a measured time as somebody says it. */
export function writtenTime(seconds: number | null): string {
  if (seconds === null) return '–';
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 10) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
  if (minutes < 60) return `${Math.round(whole / 60)} min`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0
    ? `${hours} h`
    : `${hours} h ${String(minutes % 60).padStart(2, '0')} min`;
}
