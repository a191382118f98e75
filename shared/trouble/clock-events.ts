/** The clock every stamp and every time limit is read from does not go on from where it stood. */
export interface ClockJumped {
  readonly type: 'clock.jumped';
  /** ISO instant it would have shown. */
  readonly expected: string;
  /** ISO instant it shows. */
  readonly found: string;
}

const MINUTE_MS = 60_000;

/** “1 h 5 min forward”. */
export function jumpInWords({ expected, found }: Pick<ClockJumped, 'expected' | 'found'>): string {
  const ms = Date.parse(found) - Date.parse(expected);
  const minutes = Math.round(Math.abs(ms) / MINUTE_MS);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  const parts = [
    ...(days > 0 ? [days === 1 ? '1 day' : `${days} days`] : []),
    ...(hours > 0 ? [`${hours} h`] : []),
    ...(minutes % 60 > 0 || minutes === 0 ? [`${minutes % 60} min`] : []),
  ];
  return `${parts.join(' ')} ${ms < 0 ? 'back' : 'forward'}`;
}
