import type { KnownString } from './learn.ts';

/** Words that speak of mental health or substances by themselves. */
const BEHAVIORAL = [
  'suicide',
  'mental',
  'behavioral',
  'emotional',
  'crisis',
  'overdose',
  'poisoning',
  'intoxicated',
  'detox',
  'jumper',
  'dementia',
  'autism',
];

/**
 * The words a type has to be named by. A string without one of them is never proposed as that type:
 * “attempt” or “transport” alone is also said of a burglary and of a prisoner, “check” of a building.
 */
const NAMED_BY: Readonly<Record<string, readonly string[]>> = {
  MHDIST: BEHAVIORAL,
  MHVIOL: BEHAVIORAL,
  MHTRNS: BEHAVIORAL,
  SUITHR: BEHAVIORAL,
  SUIATT: BEHAVIORAL,
  OVERDS: BEHAVIORAL,
  INTOX: BEHAVIORAL,
  WELBNG: ['welfare', 'sleeper', 'sleeping'],
  PERDWN: ['down', 'unconscious', 'altered', 'wheel', 'life'],
  TRESP: ['trespass', 'unwanted', 'refusing', 'squatter'],
  DISTUR: ['disturbance', 'disorderly'],
  DOMEST: ['domestic', 'family'],
  PANHAN: ['panhandling', 'homeless', 'vagrancy', 'sleeping'],
  INDEC: ['indecent', 'lewd', 'exposing', 'obscenity'],
  JUVBEH: ['juvenile', 'unruly', 'truant', 'truancy'],
  MISEND: ['missing', 'runaway', 'endangered', 'awol'],
  HANGUP: ['hang', 'hang-up', 'open', 'silent', 'abandoned'],
};

/** Whether a string with these words may mean the type at all; what is said not to be so is said all the same. */
export function isNamed(callType: string, words: ReadonlySet<string>): boolean {
  const named = NAMED_BY[callType];
  return named === undefined || named.some((word) => words.has(word) || words.has(`not-${word}`));
}

/** Whether a string has to name the type at all. */
export function hasToBeNamed(callType: string): boolean {
  return NAMED_BY[callType] !== undefined;
}

/** Whether a string names mental health or substances, also to say that it is not about them. */
export function namesBehavior(words: ReadonlySet<string>): boolean {
  return BEHAVIORAL.some((word) => words.has(word) || words.has(`not-${word}`));
}

/** Words that are said of everything: a string of only these has to be looked at, whatever it was elsewhere. */
const SAYS_LITTLE: ReadonlySet<string> = new Set(
  (
    'activity assist call circumstances citizen complaint emergency event general incident information ' +
    'investigate investigation misc miscellaneous other person problem public report request service ' +
    'suspicious trouble unknown'
  ).split(' '),
);

export function saysLittle(words: ReadonlySet<string>): boolean {
  return [...words].every((word) => SAYS_LITTLE.has(word));
}

/** Where the field's own words come from, beside the names of centers. */
export const FIELD = 'NENA registry';

/** What the registry of incident types and the labels of our own types say: no center wrote them. */
const WORDS_OF_THE_FIELD: readonly (readonly [callType: string, ...raw: readonly string[]])[] = [
  ['MHDIST', 'MENTAL', 'MNTL EMOTIONALLY DISTURBED PERSON', 'EDP', 'BEHAVIORAL HEALTH', 'CRISIS'],
  ['MHVIOL', 'MENTAL VIOLENT', 'VIOLENT EMOTIONALLY DISTURBED PERSON'],
  ['MHTRNS', 'MENTAL HEALTH TRANSPORT', 'PSYCHIATRIC TRANSPORT'],
  ['SUITHR', 'SUICIDE THREAT', 'SUICIDAL PERSON'],
  ['SUIATT', 'SUICIDE ATTEMPT', 'SUICIDE IN PROGRESS', 'JUMPER'],
  ['OVERDS', 'OVERDOSE', 'POISONING', 'DRUG OVERDOSE'],
  ['INTOX', 'INTOXICATED PERSON', 'DRUNK', 'DETOX'],
  ['WELBNG', 'WELFARE CHECK', 'CHECK WELL BEING'],
  ['PERDWN', 'PERSON DOWN', 'MAN DOWN', 'UNCONSCIOUS PERSON'],
  ['TRESP', 'TRESPASS', 'UNWANTED PERSON', 'REFUSING TO LEAVE'],
  ['DISTUR', 'DISTURBANCE', 'DISORDERLY', 'VERBAL DISTURBANCE'],
  ['DOMEST', 'DOMESTIC', 'DOMESTIC VIOLENCE', 'DOMESTIC DISTURBANCE', 'FAMILY DISTURBANCE'],
  ['PANHAN', 'PANHANDLING', 'HOMELESS', 'VAGRANCY'],
  ['INDEC', 'INDECENT EXPOSURE', 'LEWD EXPOSURE'],
  ['JUVBEH', 'JUVENILE', 'JUVENILE DISTURBANCE', 'UNRULY JUVENILE'],
  ['MISEND', 'MISSING PERSON', 'RUNAWAY', 'ENDANGERED PERSON'],
  ['HANGUP', '911 HANG UP', '911 OPEN LINE', 'ABANDONED 911 CALL'],
];

export const FIELD_STRINGS: readonly KnownString[] = WORDS_OF_THE_FIELD.flatMap(
  ([callType, ...written]) => written.map((raw) => ({ raw, callType, centers: [FIELD] })),
);
