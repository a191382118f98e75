import {
  called,
  SCREENER_LIMITS,
  type DraftCondition,
  type QuestionDraft,
} from './question-draft.ts';
import { isObject, shortText, textWithin, type ReadFile } from './screener-file.ts';
import { GIVEN_ANSWERS, type GivenAnswer, type ScreenRole } from './screen-question.ts';
import type { Wording } from './instrument.ts';

/** LOINC's numbers for the seven questions; a code or linkId that holds one says what it asks. */
const ROLE_OF_LOINC: Readonly<Record<string, ScreenRole>> = {
  '93246-7': 'wish',
  '93247-5': 'thoughts',
  '93248-3': 'method',
  '93249-1': 'intent',
  '93250-9': 'plan',
  '93267-3': 'behavior',
  '93269-9': 'behavior-recent',
};

const TRANSLATION = 'http://hl7.org/fhir/StructureDefinition/translation';
const LOINC = 'http://loinc.org';
/** LOINC's answers yes and no; other systems are known by the word. */
const YES_NO: Readonly<Record<string, 'yes' | 'no'>> = { 'LA33-6': 'yes', 'LA32-8': 'no' };

/** Reads a FHIR R4 Questionnaire. What it cannot read as a question of yes and no it says, naming it. */
export function readQuestionnaire(document: Readonly<Record<string, unknown>>): ReadFile {
  const faults: string[] = [];
  const warnings: string[] = [];
  const drafts: QuestionDraft[] = [];
  const language = textWithin(document['language'], 35) ?? 'en';
  let seen = 0;

  function walk(given: unknown, depth: number): void {
    if (given === undefined) return;
    if (!Array.isArray(given)) return void faults.push('An “item” of the file is no list.');
    if (depth > SCREENER_LIMITS.depth)
      return void faults.push(
        `Groups lie more than ${SCREENER_LIMITS.depth} deep. No screen does.`,
      );
    for (const each of given as unknown[]) {
      if ((seen += 1) > SCREENER_LIMITS.questions) return;
      if (!isObject(each)) faults.push('An entry of “item” is no object.');
      else read(each, depth);
    }
  }

  function read(entry: Readonly<Record<string, unknown>>, depth: number): void {
    const { linkId: given, type } = entry;
    const linkId = textWithin(given, SCREENER_LIMITS.linkId);
    if (linkId === null) return void faults.push('A question has no linkId. Give it one.');
    const name = called(linkId);
    if (entry['modifierExtension'] !== undefined)
      return void faults.push(`${name} has a modifierExtension, which CareDesk does not know.`);
    if (type === 'group' || type === 'display') {
      if (entry['enableWhen'] !== undefined)
        faults.push(`${name} is a ${type} with an enableWhen. Put it on the questions themselves.`);
      if (type === 'display') warnings.push(`${name} is only a text and is not shown.`);
      return walk(entry['item'], depth + 1);
    }
    const wording = wordingOf(entry, language);
    if (typeof wording === 'string') faults.push(`${name} ${wording}`);
    const kind = answersOf(entry);
    if (kind !== null) faults.push(`${name} ${kind}`);
    const conditions = conditionsOf(entry['enableWhen'], name);
    if (!Array.isArray(conditions)) faults.push(conditions);
    const behavior = entry['enableBehavior'] ?? 'any';
    if (behavior !== 'all' && behavior !== 'any')
      faults.push(`${name} has an enableBehavior that is neither all nor any.`);
    if (typeof wording !== 'string')
      drafts.push({
        linkId,
        role: roleOf(entry, linkId),
        wording,
        conditions: Array.isArray(conditions) ? conditions : [],
        behavior: behavior === 'all' ? 'all' : 'any',
      });
    walk(entry['item'], depth + 1);
  }

  const copyright = document['copyright'] ?? '';
  if (typeof copyright !== 'string' || copyright.length > SCREENER_LIMITS.copyright)
    faults.push('The “copyright” of the file is no text, or too long to stand beside a question.');
  walk(document['item'], 1);
  if (seen > SCREENER_LIMITS.questions)
    faults.push(`The file has more than ${SCREENER_LIMITS.questions} entries. No screen has.`);
  return {
    title: shortText(document['title'], SCREENER_LIMITS.title) ?? 'Screen without a title',
    code: codeOf(document['code']),
    copyright: typeof copyright === 'string' ? copyright : '',
    drafts,
    faults,
    warnings,
  };
}

function codeOf(given: unknown): string | null {
  const coding = (Array.isArray(given) ? (given as unknown[]) : []).find(isObject);
  const code = textWithin(coding?.['code'], 80);
  if (coding === undefined || code === null) return null;
  return coding['system'] === LOINC ? `LOINC ${code}` : code;
}

function roleOf(entry: Readonly<Record<string, unknown>>, linkId: string): ScreenRole | null {
  const codes = (Array.isArray(entry['code']) ? (entry['code'] as unknown[]) : [])
    .filter(isObject)
    .map(({ code }) => code);
  const named = [...codes, linkId.replace(/^\//, '')];
  const known = named.find(
    (code) => typeof code === 'string' && Object.hasOwn(ROLE_OF_LOINC, code),
  );
  return known === undefined ? null : (ROLE_OF_LOINC[known as string] ?? null);
}

/** The wordings, or what is wrong with them. */
function wordingOf(
  entry: Readonly<Record<string, unknown>>,
  language: string,
): readonly Wording[] | string {
  const text = textWithin(entry['text'], SCREENER_LIMITS.wording);
  if (text === null)
    return `has no text, or one longer than ${SCREENER_LIMITS.wording} letters. There is nothing to ask.`;
  const primitive = entry['_text'];
  const given: unknown = isObject(primitive) ? primitive['extension'] : undefined;
  const extensions = Array.isArray(given) ? (given as unknown[]).filter(isObject) : [];
  const translations = extensions.filter(({ url }) => url === TRANSLATION);
  if (translations.length >= SCREENER_LIMITS.languages)
    return `has more than ${SCREENER_LIMITS.languages} languages.`;
  const wording = [{ language, text }];
  for (const { extension } of translations) {
    const parts = Array.isArray(extension) ? (extension as unknown[]).filter(isObject) : [];
    const part = (url: string) => parts.find((each) => each['url'] === url);
    const tag = textWithin(part('lang')?.['valueCode'], 35);
    const content = part('content');
    const words = textWithin(
      content?.['valueString'] ?? content?.['valueMarkdown'],
      SCREENER_LIMITS.wording,
    );
    if (tag === null || words === null) return 'has a translation without its language or words.';
    if (wording.some((each) => each.language === tag)) return `is worded twice in ${tag}.`;
    wording.push({ language: tag, text: words });
  }
  return wording;
}

/** What is wrong with the answers it allows; null when they are yes and no. */
function answersOf({ type, answerOption }: Readonly<Record<string, unknown>>): string | null {
  if (type === 'boolean') return null;
  if (type !== 'choice')
    return `is of the type ${JSON.stringify(type)?.slice(0, 40) ?? 'none'}; a screen asks for yes or no (choice or boolean).`;
  const options = Array.isArray(answerOption) ? (answerOption as unknown[]) : [];
  const meant = options.map((each) =>
    isObject(each) ? meantBy(each['valueCoding'] ?? each['valueString']) : null,
  );
  return meant.length === 2 && meant.includes('yes') && meant.includes('no')
    ? null
    : 'offers other answers than yes and no. A screen has these two; what was refused CareDesk keeps itself.';
}

function meantBy(value: unknown): 'yes' | 'no' | null {
  const words = isObject(value) ? [value['code'], value['display']] : [value];
  for (const word of words) {
    if (typeof word !== 'string') continue;
    if (Object.hasOwn(YES_NO, word)) return YES_NO[word] ?? null;
    const plain = word.trim().toLowerCase();
    if (plain === 'yes' || plain === 'no') return plain;
  }
  return null;
}

/** The conditions, or what is wrong with one of them. */
function conditionsOf(given: unknown, name: string): DraftCondition[] | string {
  if (given === undefined) return [];
  if (!Array.isArray(given)) return `${name} has an enableWhen that is no list.`;
  if (given.length > SCREENER_LIMITS.conditions)
    return `${name} has more than ${SCREENER_LIMITS.conditions} conditions in its enableWhen.`;
  const conditions: DraftCondition[] = [];
  for (const each of given as unknown[]) {
    if (!isObject(each)) return `${name} has a condition that is no object.`;
    const question = textWithin(each['question'], SCREENER_LIMITS.linkId);
    if (question === null) return `${name} has a condition that names no question.`;
    const holdsFor = holdsForOf(each);
    if (typeof holdsFor === 'string') return `${name} ${holdsFor}`;
    conditions.push({ question, holdsFor });
  }
  return conditions;
}

function holdsForOf(condition: Readonly<Record<string, unknown>>): GivenAnswer[] | string {
  const { operator } = condition;
  const value =
    condition['answerBoolean'] ?? condition['answerCoding'] ?? condition['answerString'];
  if (operator === 'exists') {
    if (typeof value !== 'boolean')
      return 'asks whether an answer exists, and not yes or no to it.';
    return value ? [...GIVEN_ANSWERS] : [];
  }
  if (operator !== '=' && operator !== '!=')
    return `compares with the operator ${JSON.stringify(operator)?.slice(0, 40) ?? 'none'}; =, != and exists are known. Correct its enableWhen.`;
  const answer = typeof value === 'boolean' ? (value ? 'yes' : 'no') : meantBy(value);
  if (answer === null) return 'compares with an answer that is neither yes nor no.';
  return GIVEN_ANSWERS.filter((each) => (each === answer) === (operator === '='));
}
