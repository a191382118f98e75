import { isFreeForPhone, speaks, type Clinician } from './clinician.ts';
import { hasPassed, type OfferedPhone } from './offer.ts';
import type { OperatorId } from '../lib/brand.ts';
import type { LanguageNeed } from '../unit/language.ts';

/** Why this clinician and nobody else: the first difference that decided. */
export const ASKED_BECAUSE = ['only-one', 'language', 'longest-free', 'fewest-calls'] as const;
export type AskedBecause = (typeof ASKED_BECAUSE)[number];

/** The next to be asked, and why. */
export interface NextAsked {
  readonly clinician: OperatorId;
  readonly because: AskedBecause;
}

/**
 * Who is asked next: of those who are ready, have fewer calls than the center gives one clinician and were
 * not asked yet, first who speaks the language that is needed, then who has no call, then who has been
 * ready for longest. Null when nobody is left. Deterministic: of two alike the smaller id.
 */
export function whoIsAsked(
  clinicians: readonly Clinician[],
  phone: OfferedPhone,
  language: LanguageNeed | null,
  capacity: number,
): NextAsked | null {
  const could = clinicians.filter((each) => couldBeAsked(each, capacity, phone));
  const fits = (each: Clinician) => (language === null || speaks(each, language.language) ? 0 : 1);
  const load = ({ calls, asked }: Clinician) => calls + asked;
  const [first, ...others] = could.sort(
    (a, b) =>
      fits(a) - fits(b) ||
      load(a) - load(b) ||
      a.since.localeCompare(b.since) ||
      a.operatorId.localeCompare(b.operatorId),
  );
  if (first === undefined) return null;
  const { operatorId: clinician } = first;
  if (others.length === 0) return { clinician, because: 'only-one' };
  if (fits(first) < Math.max(...others.map(fits))) return { clinician, because: 'language' };
  return { clinician, because: load(first) === 0 ? 'longest-free' : 'fewest-calls' };
}

function couldBeAsked(clinician: Clinician, capacity: number, phone: OfferedPhone): boolean {
  const { asked, calls } = clinician;
  return (
    isFreeForPhone(clinician, capacity) &&
    calls + asked < capacity &&
    !hasPassed(phone, clinician.operatorId)
  );
}
