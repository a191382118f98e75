import type { Mapping } from './mapping-schema.ts';
import type { DispositionCode } from '../incident/disposition.ts';

/** By what the words of an outcome say; the first that fits. */
const OUTCOME_WORDS: readonly (readonly [word: RegExp, code: DispositionCode])[] = [
  [/unable to (locate|contact)|no contact|not (found|located)|gone|\bgoa\b|\butl\b/, 'no-contact'],
  [/refus|declin/, 'refused'],
  [/\b988\b/, '988-accepted'],
  [/emergency (dep|room)|hospital|\bed\b|\ber\b/, 'services-transfer'],
  [/transport|detox|sober|walk.?in|respite|shelter|crisis (center|unit)/, 'services-transport'],
  [/arrest|jail|police|law enforcement|\bems\b/, 'escalated-police-ems'],
  [/phone|telephone/, 'resolved-by-phone'],
  [/referr/, 'referred'],
  [/community|engaged|served|resolved|stabili|assist/, 'services'],
];

/** What the words of an outcome column may mean; those nothing fits are left for somebody to decide. */
export function guessOutcomes(
  column: string | undefined,
  categories: readonly string[] | null,
  remarks: string[],
): NonNullable<Mapping['outcome']> | null {
  if (column === undefined || categories === null) return null;
  const meant = new Map<DispositionCode, string[]>();
  const left: string[] = [];
  for (const word of categories) {
    const code = OUTCOME_WORDS.find(([words]) => words.test(word.toLowerCase()))?.[1];
    if (code === undefined) left.push(word);
    else meant.set(code, [...(meant.get(code) ?? []), word]);
  }
  if (left.length > 0)
    remarks.push(`${column}: nothing is guessed of ${left.join(', ')}.`.slice(0, 500));
  if (meant.size === 0) return null;
  return { column, values: [...meant].map(([is, when]) => ({ when, is })) };
}
