/** One word of a type string: what it means here, and how it was written. */
export interface TypeWord {
  readonly word: string;
  readonly written: string;
}

/** A type string is a few words; whatever is longer is no type, and its end says nothing of it. */
const MOST_LETTERS = 200;
const MOST_WORDS = 24;

/**
 * What the short forms of dispatch systems mean, one family a line: the word first. A form that means two
 * things in the field (VIOL: violent, violation; ATT: attempt, attention) is not among them.
 */
const FAMILIES: readonly (readonly [word: string, ...written: readonly string[]])[] = [
  ['suicide', 'suic', 'suicid', 'suicidal', 'suicides', 'sui'],
  ['mental', 'mntl', 'mtl', 'psy', 'psych', 'psychiatric', 'psychotic', 'psychiat', 'mh', '10-96'],
  ['mental', '1096', '5150', '51-50', 'edp', 'demented', 'mentally', 'mentl', 'bh', 'bhu'],
  ['behavioral', 'behavioural', 'behav', 'behavorial', 'beh'],
  ['emotional', 'emot', 'emotionally'],
  ['crisis', 'cit'],
  ['overdose', 'od', 'overdosed', 'ovrdose', 'overdoses', 'ods'],
  ['intoxicated', 'intox', 'intoxication', 'intoxic', 'intoxiac', 'drunk', 'inebriated', 'etoh'],
  ['detox', 'detoxification'],
  ['attempt', 'attmpt', 'attempted', 'attempts', 'attempting', 'atmpt'],
  ['threat', 'threats', 'thrt', 'thrts', 'threaten', 'threatening', 'thrtening', 'thr'],
  ['violent', 'violnt', 'vlnt'],
  ['not-violent', 'nonviolent', 'non-violent', 'nonviol', 'n-viol', 'non-viol'],
  ['not-suicide', 'nonsuicidal', 'non-suicidal'],
  ['welfare', 'welf', 'wellbeing', 'well-being', 'well', 'wlfr'],
  ['check', 'chk', 'ck', 'checks'],
  ['disturbance', 'disturb', 'disturbnce', 'dist', 'disturbances', 'distb', 'disturbing'],
  ['disorderly', 'disord'],
  ['disorder', 'disordr'],
  ['domestic', 'dom', 'dv'],
  ['family', 'fam'],
  ['trespass', 'trespassing', 'trespasser', 'tresp', 'trspass'],
  ['unwanted', 'unwnted', 'unwted', 'unw'],
  ['homeless', 'unhoused', 'hmls'],
  ['panhandling', 'panhandler', 'panhandle', 'begging'],
  ['indecent', 'indecency', 'indec'],
  ['lewd', 'lewdness'],
  ['exposing', 'exposure', 'expos', 'flashing'],
  ['missing', 'miss', 'msng'],
  ['runaway', 'runawy', 'runaways'],
  ['juvenile', 'juv', 'youth', 'juveniles'],
  ['unconscious', 'unconsc', 'uncon', 'unresponsive', 'passed-out'],
  ['transport', 'trnsport', 'trans', 'transp', 'pickup', 'pick-up'],
  ['person', 'pers', 'persn', 'prs', 'subject', 'subj', 'patient', 'pt', 'individual'],
  ['weapon', 'wpn', 'weap', 'wp', 'weapons', 'weapn', 'armed'],
  ['in-progress', 'i/p', 'ip/jo', 'i/p-j/h', 'ip', 'progress', 'prog', 'progr'],
  ['jumper', 'jumping'],
  ['dementia', 'alzheimer', 'alzheimers', 'alz'],
  ['hang-up', 'hangup', 'hangups', 'hung-up'],
  ['assault', 'aslt', 'aslts', 'assaults'],
  ['vehicle', 'veh', 'auto', 'car', 'mvc', 'mva'],
  ['accident', 'acc', 'accidents', 'collision', 'crash'],
  ['traffic', 'traf', 'traff', 'tfc', 'traffc'],
  ['narcotics', 'narcotic', 'narc', 'nars', 'drug', 'drugs'],
  ['suspicious', 'susp', 'suspic'],
  ['burglary', 'burg'],
  ['property', 'prop'],
  ['officer', 'ofc'],
  ['information', 'info'],
  ['report', 'rpt', 'reports'],
  ['alarm', 'alr', 'alarms', 'alrm'],
];

const MEANING: ReadonlyMap<string, string> = new Map(
  FAMILIES.flatMap(([word, ...written]) => written.map((each) => [each, word] as const)),
);

/** Words that stand in types of every kind. */
const SAYS_NOTHING = new Set(
  'a an and at be by for from has in into is it its of on or the this to with w was are as dept'.split(
    ' ',
  ),
);

const DENIALS = new Set(['not', 'non', 'no', 'nt', 'without', 'w/o']);

/** A code of the other system before the words: “127D_”, “34 - ”, “--”, “PSE/31- ”. */
const LEADING_CODE =
  /^[\s*.-]*(?:(?=[a-z/]{0,5}\d)(?!10-?96|51-?50|911)[a-z0-9/]{1,8}(?:_|\s*[-:]\s+|-\s))?/i;

/**
 * The words of a type string, each once and in its order: short forms are spelled out, and “not” goes with
 * the word after it. The same words in another writing are the same words.
 */
export function typeWords(raw: string): TypeWord[] {
  const text = raw.slice(0, MOST_LETTERS).replace(/\s+/g, ' ').toLowerCase();
  const bare = text.replace(LEADING_CODE, '');
  const words = new Map<string, string>();
  let denied: string | null = null;
  for (const written of bare.match(
    /10-?96|51-?50|[a-z]+(?:\/[a-z]{1,2}\b|-(?:viol\w*|suicidal|being|up|out|j\/h)\b)*(?:\/jo)?|911/g,
  ) ?? []) {
    if (words.size === MOST_WORDS) break;
    for (const part of partsOf(written)) {
      if (DENIALS.has(part)) {
        denied = part;
        continue;
      }
      const word = MEANING.get(part) ?? part;
      if (SAYS_NOTHING.has(word) || (word.length < 2 && denied === null)) continue;
      const meant = denied === null ? word : `not-${word}`;
      const shown = denied === null ? part : `${denied} ${part}`;
      denied = null;
      if (!words.has(meant)) words.set(meant, shown);
    }
  }
  return [...words].map(([word, written]) => ({ word, written }));
}

/** “i/p” is one word; “down/overdose” is two. */
function partsOf(written: string): string[] {
  return MEANING.has(written) || DENIALS.has(written) ? [written] : written.split(/[/-]/);
}
