import type { Birth } from './people.ts';

/** How far somebody decides alone, as far as their age says. */
export type AgeStanding = 'under-12' | '12-17' | 'adult' | 'not-known';

export interface Minority {
  readonly standing: AgeStanding;
  /** Full years, where a date is known. */
  readonly years: number | null;
  /** What has to be kept in mind, as a sentence; null when nothing has. */
  readonly says: string | null;
  readonly source: string | null;
}

const SOURCE = 'Illinois MHDDCA, 740 ILCS 110/4–5; verify locally';

const SAYS: Readonly<Record<AgeStanding, string | null>> = {
  'under-12':
    'Under 12: a parent or guardian decides. Find out who that is and whether they can be reached.',
  '12-17':
    '12 to 17: has rights of their own over the record. Ask the person before a parent or guardian is told more than safety needs.',
  adult: null,
  'not-known': null,
};

/** `today` is the center's date. */
export function minorityOf(birth: Birth, today: string): Minority {
  const years = birth.known === 'date' ? yearsOn(birth.date, today) : null;
  const standing = standingOf(birth, years);
  const says = SAYS[standing];
  return { standing, years, says, source: says === null ? null : SOURCE };
}

export function isMinor(standing: AgeStanding): boolean {
  return standing === 'under-12' || standing === '12-17';
}

function standingOf(birth: Birth, years: number | null): AgeStanding {
  switch (birth.known) {
    case 'nothing':
      return 'not-known';
    case 'band':
      return birth.band === 'under-12' || birth.band === '12-17' ? birth.band : 'adult';
    case 'date':
      if (years === null) return 'not-known';
      return years < 12 ? 'under-12' : years < 18 ? '12-17' : 'adult';
  }
}

/** A real date, not after today and not longer ago than people live. */
export function isBirthDate(date: string, today: string): boolean {
  const years = yearsOn(date, today);
  return years !== null && years <= 130;
}

/** Null for what is no date, or one to come. */
function yearsOn(date: string, today: string): number | null {
  const [year, month, day] = partsOf(date);
  if (!isRealDate(date) || date > today) return null;
  const [nowYear, nowMonth, nowDay] = partsOf(today);
  const had = nowMonth > month || (nowMonth === month && nowDay >= day);
  return nowYear - year - (had ? 0 : 1);
}

function partsOf(date: string): readonly [number, number, number] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [year, month, day];
}

function isRealDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) return false;
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}
