export type Urgency = 'calm' | 'warn' | 'alert';

/** mm:ss under an hour, then h:mm with the letter, so that 1:05 h is never read as one minute. */
export function writtenAge(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${two(minutes)}:${two(seconds % 60)}`;
  const hours = Math.floor(minutes / 60);
  return hours < 100 ? `${hours}:${two(minutes % 60)} h` : `${Math.floor(hours / 24)} d`;
}

export function spokenAge(written: string): string {
  const [first = '0', second = '0'] = written.replace(' h', '').split(':');
  if (written.endsWith('d')) return `${Number.parseInt(written, 10)} days`;
  const [large, small] = written.endsWith('h') ? ['hours', 'minutes'] : ['minutes', 'seconds'];
  return `${Number(first)} ${large} ${Number(second)} ${small}`;
}

/** "3 min": how long something has lasted, where the second does not matter. */
export function roughSpan(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} d`;
}

/** "2 min", "just now": how long ago, where the second does not matter. */
export function roughAge(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} d ago`;
}

/** Calm until three quarters of the promised time are gone, then warn, after it alert. */
export function urgencyOf(
  promise: { readonly from: string; readonly until: string },
  now: number,
): Urgency {
  const from = Date.parse(promise.from);
  const until = Date.parse(promise.until);
  if (now >= until) return 'alert';
  return now - from >= (until - from) * 0.75 ? 'warn' : 'calm';
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
