/** What somebody can be helped with there. */
export const SERVICE_KINDS = [
  'crisis',
  'mental-health',
  'substance-use',
  'housing',
  'food',
  'medical',
  'violence',
  'benefits-legal',
  'youth',
  'older-adults',
] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

export const KIND_LABELS: Readonly<Record<ServiceKind, string>> = {
  crisis: 'Crisis',
  'mental-health': 'Mental health',
  'substance-use': 'Substance use',
  housing: 'Shelter and housing',
  food: 'Food',
  medical: 'Medical',
  violence: 'Domestic violence',
  'benefits-legal': 'Benefits and legal',
  youth: 'Youth and families',
  'older-adults': 'Older adults',
};

/** Whether a service is for substance use. `unsure` waits for a person who knows the place. */
export type SubstanceUse = 'yes' | 'no' | 'unsure';

/** What a directory says of a service, by how much each says. */
export interface ServiceWords {
  /** Its names, the terms it is filed under, its keywords: what it is. */
  readonly is: readonly string[];
  /** Descriptions and conditions: what it also mentions. */
  readonly mentions: readonly string[];
}

const WORDS: Readonly<Record<Exclude<ServiceKind, 'substance-use'>, RegExp>> = {
  crisis:
    /\bcris[ie]s\b|\bsuicid|\bhotlines?\b|\bwarm ?lines?\b|\bemergency psychiatr|\bpsychiatric emergency/i,
  'mental-health':
    /\bmental|\bpsych(iatr|olog|other)|\bcounsel|\btherap(y|ist|ies|eutic)\b|\bbehavio(u)?ral health|\bdepress|\banxiety|\bgrief|\bbereave|\btrauma|\bpeer support/i,
  housing:
    /\bshelters?\b|\bhousing\b|\bhomeless|\beviction|\brent(al)? assist|\bhelp pay for (housing|rent)|\brespite/i,
  food: /\bfood|\bmeals?\b|\bpantr(y|ies)\b|\bnutrition|\bsoup kitchen/i,
  medical:
    /\bmedical|\bclinics?\b|\bhealth care\b|\bhealthcare\b|\bdental|\bhospitals?\b|\bnurs(e|ing)\b|\bprimary care/i,
  violence:
    /\bdomestic (violence|abuse)|\bintimate partner|\bsexual (assault|abuse|violence)|\bescape violence|\brape\b|\bbattered/i,
  'benefits-legal':
    /\blegal|\blaw\b|\bbenefits?\b|\bimmigra|\bmedicaid|\bsnap\b|\bemergency cash|\bfinancial assist/i,
  youth: /\byouths?\b|\bchild(ren)?\b|\bteens?\b|\badolescen|\bparent(s|ing)?\b|\bfamil(y|ies)\b/i,
  'older-adults': /\bolder adults?\b|\bseniors?\b|\belder|\baging\b|\bgeriatric/i,
};

/** Nobody writes these of a service that is not for substance use. */
const SUBSTANCE =
  /\bsubstance[- ](use|abuse|misuse|dependenc)|\baddict|\balcohol|\bopioid|\bopiate|\bheroin|\bmethadone|\bbuprenorphine|\bsuboxone|\bnaloxone|\bnarcan|\boverdose|\bdetox|\bsober\b|\bsobriety|\bwithdrawal management|\bneedle exchange|\bsyringe|\bharm reduction|\bnarcotics anonymous|\bdrug[- ](use|abuse|misuse|treatment|dependenc|rehab|counsel|problem|court)|\bmedication[- ]assisted/i;
/** Written of such services, and of others. */
const MAY_BE_SUBSTANCE =
  /\brecovery\b|\brehab|\bdual diagnos|\bco-?occurring|\bchemical dependenc|\btwelve[- ]step|\b12[- ]step|\bintoxicat|\bdrugs?\b/i;

export function substanceUseByWords({ is, mentions }: ServiceWords): SubstanceUse {
  if (is.some((text) => SUBSTANCE.test(text))) return 'yes';
  const maybe = (text: string) => SUBSTANCE.test(text) || MAY_BE_SUBSTANCE.test(text);
  return is.some(maybe) || mentions.some(maybe) ? 'unsure' : 'no';
}

/** What it is decides; only when that says nothing does what it mentions. */
export function kindsByWords(words: ServiceWords): ServiceKind[] {
  const kinds = kindsIn(words.is);
  const found = kinds.length > 0 ? kinds : kindsIn(words.mentions);
  const substance: ServiceKind[] = substanceUseByWords(words) === 'yes' ? ['substance-use'] : [];
  return SERVICE_KINDS.filter((kind) => [...found, ...substance].includes(kind));
}

function kindsIn(texts: readonly string[]): ServiceKind[] {
  const kinds = Object.keys(WORDS) as (keyof typeof WORDS)[];
  return kinds.filter((kind) => texts.some((text) => WORDS[kind].test(text)));
}
