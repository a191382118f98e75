import { called, SCREENER_LIMITS, type QuestionDraft } from './question-draft.ts';
import { isObject, textWithin, type ReadFile } from './screener-file.ts';
import { GIVEN_ANSWERS, SCREEN_ROLES, type GivenAnswer } from './screen-question.ts';
import type { Wording } from './instrument.ts';

/** The first member of a file in CareDesk's own format, described in docs/screener.md. */
export const OWN_FORMAT = 'caredesk-screener-1';

const FILE = ['format', 'title', 'code', 'copyright', 'questions'];
const QUESTION = ['linkId', 'asks', 'wording', 'askedAfter'];
const AFTER = ['question', 'answers'];

/** Reads CareDesk's own format, strictly: a member it does not know is a fault and not a remark. */
export function readOwnFormat(document: Readonly<Record<string, unknown>>): ReadFile {
  const faults = [...unknownIn(document, FILE, 'The file')];
  const title = textWithin(document['title'], SCREENER_LIMITS.title);
  if (title === null)
    faults.push(`The file needs a title of at most ${SCREENER_LIMITS.title} letters.`);
  const code = document['code'] ?? null;
  const known = code === null ? null : textWithin(code, 80);
  if (code !== null && known === null) faults.push('The “code” of the file is no text.');
  const copyright = document['copyright'] ?? '';
  if (typeof copyright !== 'string' || copyright.length > SCREENER_LIMITS.copyright)
    faults.push('The “copyright” of the file is no text, or too long.');
  const drafts: QuestionDraft[] = [];
  const { questions } = document;
  if (!Array.isArray(questions) || questions.length > SCREENER_LIMITS.questions)
    faults.push(`The file needs a list of “questions”, ${SCREENER_LIMITS.questions} at most.`);
  else
    for (const each of questions as unknown[]) {
      const read = readQuestion(each, faults);
      if (read !== null) drafts.push(read);
    }
  return {
    title: title ?? '',
    code: known,
    copyright: typeof copyright === 'string' ? copyright : '',
    drafts,
    faults,
    warnings: [],
  };
}

function readQuestion(given: unknown, faults: string[]): QuestionDraft | null {
  if (!isObject(given)) {
    faults.push('A question of the file is no object.');
    return null;
  }
  const linkId = textWithin(given['linkId'], SCREENER_LIMITS.linkId);
  if (linkId === null) {
    faults.push('A question has no linkId. Give it one.');
    return null;
  }
  const name = called(linkId);
  faults.push(...unknownIn(given, QUESTION, name));
  const role = SCREEN_ROLES.find((each) => each === given['asks']) ?? null;
  if (role === null) faults.push(`${name} needs “asks”, one of ${SCREEN_ROLES.join(', ')}.`);
  const wording = wordingOf(given['wording']);
  if (typeof wording === 'string') faults.push(`${name} ${wording}`);
  const after = afterOf(given['askedAfter'], name, faults);
  if (role === null || typeof wording === 'string') return null;
  return { linkId, role, wording, conditions: after === null ? [] : [after], behavior: 'all' };
}

function wordingOf(given: unknown): Wording[] | string {
  if (!isObject(given)) return 'needs “wording”, a text for each language.';
  const wording = Object.entries(given);
  if (wording.length === 0 || wording.length > SCREENER_LIMITS.languages)
    return `needs wording in 1 to ${SCREENER_LIMITS.languages} languages.`;
  const read: Wording[] = [];
  for (const [language, words] of wording) {
    const text = textWithin(words, SCREENER_LIMITS.wording);
    if (text === null || language === '' || language.length > 35)
      return `has no wording in “${language.slice(0, 35)}”, or one longer than ${SCREENER_LIMITS.wording} letters.`;
    read.push({ language, text });
  }
  return read;
}

function afterOf(
  given: unknown,
  name: string,
  faults: string[],
): QuestionDraft['conditions'][number] | null {
  if (given === undefined || given === null) return null;
  if (!isObject(given)) {
    faults.push(`${name} has an “askedAfter” that is no object.`);
    return null;
  }
  faults.push(...unknownIn(given, AFTER, `${name}, “askedAfter”,`));
  const question = textWithin(given['question'], SCREENER_LIMITS.linkId);
  const answers: unknown = given['answers'];
  const named = Array.isArray(answers) ? (answers as unknown[]) : [];
  const unknown = named.find((each) => !GIVEN_ANSWERS.includes(each as GivenAnswer));
  if (question === null || named.length === 0 || unknown !== undefined) {
    faults.push(
      `${name} needs in “askedAfter” a “question” and its “answers”, some of ${GIVEN_ANSWERS.join(', ')}.`,
    );
    return null;
  }
  return { question, holdsFor: GIVEN_ANSWERS.filter((each) => named.includes(each)) };
}

function* unknownIn(
  given: Readonly<Record<string, unknown>>,
  known: readonly string[],
  name: string,
): Generator<string> {
  for (const member of Object.keys(given))
    if (!known.includes(member))
      yield `${name} has the member “${member.slice(0, 40)}”, which this format does not have.`;
}
