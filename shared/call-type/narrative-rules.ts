/** What words may speak of. The question to ask is the same for all of them: what this is mainly about. */
export const MEANINGS = {
  suicide: 'thoughts of suicide',
  'self-harm': 'self-harm',
  perception: 'hearing or believing what others do not',
  diagnosis: 'a condition of the mind',
  confusion: 'confusion',
  medication: 'medication that was stopped',
  distress: 'panic or despair',
  overdose: 'an overdose',
  intoxication: 'alcohol or drugs',
  withdrawal: 'withdrawal',
} as const;
export type Meaning = keyof typeof MEANINGS;

/**
 * What in somebody's words may point to mental health or substance use, one phrase a line, as it is said, the
 * surest first. A star at its end stands for any ending; otherwise whole words are looked for. One list for
 * everybody: the queue, the incident and the clinician's list. It only ever adds a reason to look and to ask.
 */
const PHRASES: readonly (readonly [means: Meaning, ...phrases: readonly string[]])[] = [
  ['suicide', 'suicid*', 'kill myself', 'kill himself', 'kill herself', 'kill themselves'],
  ['suicide', 'killing myself', 'killing himself', 'killing herself', 'killing themselves'],
  ['suicide', 'end my life', 'end his life', 'end her life', 'end their life', 'take my life'],
  ['suicide', 'take his life', 'take her life', 'want to die', 'wants to die', 'wanted to die'],
  ['suicide', 'want to live', 'wants to live', 'cannot go on', 'can t go on', 'better off dead'],
  ['self-harm', 'hurt myself', 'hurt himself', 'hurt herself', 'hurt themselves', 'hurting myself'],
  ['self-harm', 'hurting himself', 'hurting herself', 'harm himself', 'harm herself'],
  ['self-harm', 'harming himself', 'harming herself', 'harming themselves', 'self harm*'],
  ['self-harm', 'cutting myself', 'cutting himself', 'cutting herself'],
  ['suicide', 'going to jump', 'wants to jump', 'threatening to jump', 'threatened to jump'],
  ['perception', 'hears voices', 'hearing voices', 'hear voices', 'the voices', 'seeing things'],
  ['perception', 'sees things', 'hallucinat*', 'delusion*', 'paranoi*'],
  ['diagnosis', 'schizo*', 'bipolar', 'manic', 'autis*', 'dementia'],
  ['confusion', 'talking to himself', 'talking to herself', 'talking to nobody'],
  ['confusion', 'talks to himself', 'talks to herself', 'not making sense', 'makes no sense'],
  ['confusion', 'disoriented', 'erratic*', 'not slept'],
  ['medication', 'stopped his medication', 'stopped her medication', 'off his medication'],
  ['medication', 'off her medication', 'off his meds', 'off her meds', 'off my meds'],
  ['distress', 'panic attack*', 'breakdown', 'depress*', 'hopeless', 'mental*', 'psych*'],
  ['overdose', 'overdos*', 'naloxone', 'narcan'],
  ['intoxication', 'intoxicat*', 'drunk', 'drinking', 'high on', 'heroin', 'fentanyl', 'opioid*'],
  ['intoxication', 'meth', 'cocaine'],
  ['withdrawal', 'detox', 'withdrawal*'],
];

export interface NarrativeRule {
  readonly phrase: string;
  readonly means: Meaning;
}

export const NARRATIVE_RULES: readonly NarrativeRule[] = PHRASES.flatMap(([means, ...phrases]) =>
  phrases.map((phrase) => ({ phrase, means })),
);

/** Said with one of these they mean the same, or more: “does not want to live”. */
export const NOT_DENIED: ReadonlySet<string> = new Set([
  'want to live',
  'wants to live',
  'cannot go on',
  'can t go on',
  'not making sense',
  'makes no sense',
  'not slept',
]);

/** One of these up to four words before, in the same sentence, says that it is not so: “not suicidal”. */
export const DENIALS: ReadonlySet<string> = new Set([
  'not',
  'no',
  'never',
  'isn',
  'wasn',
  'aren',
  'hasn',
  'doesn',
  'didn',
  'denies',
  'denied',
  'denying',
  'without',
]);
export const DENIED_WITHIN = 4;
