/** One thing a crew keeps in mind on its way to the door. */
export const APPROACH_MOST = 280;

/**
 * Words of a diagnosis or a treatment. They tell a crew what somebody has, not how to speak to them, and
 * they may not leave the clinical record (740 ILCS 110; 42 CFR Part 2). The list catches slips; it does
 * not take the place of reading what is shared.
 */
const BEGINNINGS = [
  'schizo',
  'bipolar',
  'psychosis',
  'psychotic',
  'borderline',
  'autis',
  'dementia',
  'alzheimer',
  'depressive disorder',
  'major depression',
  'personality disorder',
  'anxiety disorder',
  'addict',
  'alcoholic',
  'alcohol use disorder',
  'opioid use disorder',
  'methadone',
  'suboxone',
  'buprenorphine',
  'naltrexone',
  'detox',
  'rehab',
  'diagnos',
] as const;
const WHOLE_WORDS = ['ptsd', 'ocd', 'adhd', 'hiv'] as const;

const CLINICAL = new RegExp(
  `(?<!\\p{L})(?:(?:${BEGINNINGS.join('|')})\\p{L}*|(?:${WHOLE_WORDS.join('|')})(?!\\p{L}))`,
  'iu',
);

/** The first word in the advice that says what somebody has; null when none does. */
export function clinicalWordIn(advice: string): string | null {
  return CLINICAL.exec(advice)?.[0] ?? null;
}
