import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  fhirQuestion,
  NO,
  ownFile,
  ownQuestion,
  questionnaire,
  whenYesTo,
  withQuestion,
  YES,
} from '../support/invented-screener.ts';
import { branchingOf, languagesOf, orderOf, wordingIn } from '#shared/screen/instrument.ts';
import { readInstrument } from '#shared/screen/read-instrument.ts';
import { PLAIN_BRANCHING, SCREEN_ROLES } from '#shared/screen/screen-question.ts';

const faultsOf = (document: unknown) => readInstrument(document).faults.join('\n');

test('a FHIR questionnaire and our own format give the same screen', () => {
  for (const document of [questionnaire(), ownFile()]) {
    const { instrument, faults } = readInstrument(document);
    expect(faults).toEqual([]);
    expect(orderOf(instrument)).toEqual(SCREEN_ROLES);
    expect(branchingOf(instrument)).toEqual(PLAIN_BRANCHING);
  }
});

test('wording stays word for word, whatever letters it is in', () => {
  const text = '  هل تشعر\u200f “so” 🙂\n— weiß?  ';
  const { instrument } = readInstrument(withQuestion('wish', { text }));
  expect(instrument?.questions[0]?.wording).toEqual([{ language: 'en', text }]);
});

test('translations are kept by their language, and a region is not waited for', () => {
  const translated = (lang: string, words: string) => ({
    url: 'http://hl7.org/fhir/StructureDefinition/translation',
    extension: [
      { url: 'lang', valueCode: lang },
      { url: 'content', valueString: words },
    ],
  });
  const _text = { extension: [translated('es', '¿Inventada?'), translated('pl', 'Zmyślone?')] };
  const { instrument, warnings } = readInstrument(withQuestion('plan', { _text }));
  const plan = instrument!.questions.find(({ role }) => role === 'plan')!;
  expect(wordingIn(plan, 'es-MX')?.text).toBe('¿Inventada?');
  expect(wordingIn(plan, 'fr')).toBeNull();
  expect(languagesOf(instrument!)).toEqual(['en']);
  expect(warnings.join('\n')).toMatch(/worded in es/);
  expect(languagesOf(readInstrument(ownFile()).instrument!)).toEqual(['en', 'es']);
});

test('questions in groups are read in order; texts are named and left out', () => {
  const { instrument, warnings } = readInstrument(
    questionnaire({
      item: [
        { linkId: 'intro', type: 'display', text: 'Invented introduction.' },
        { linkId: 'all', type: 'group', item: SCREEN_ROLES.map((role) => fhirQuestion(role)) },
      ],
    }),
  );
  expect(orderOf(instrument)).toEqual(SCREEN_ROLES);
  expect(warnings).toContain('Question intro is only a text and is not shown.');
});

test('a LOINC code says what a question asks, whatever its linkId', () => {
  const code = [{ system: 'http://loinc.org', code: '93246-7' }];
  const { instrument } = readInstrument(withQuestion('wish', { linkId: 'first', code }));
  expect(instrument?.questions[0]).toMatchObject({ linkId: 'first', role: 'wish' });
});

test.each<[string, unknown, RegExp]>([
  ['no object', [], /neither a FHIR R4 Questionnaire nor/],
  ['another resource', { resourceType: 'Patient' }, /neither a FHIR R4 Questionnaire nor/],
  ['no questions', questionnaire({ item: [] }), /lacks wish, thoughts, method, intent, plan, beh/],
  ['items that are no list', questionnaire({ item: {} }), /no list/],
  ['an item that is none', questionnaire({ item: ['x'] }), /no object/],
  ['no linkId', withQuestion('wish', { linkId: '' }), /has no linkId/],
  ['no text', withQuestion('wish', { text: ' ' }), /Question \/93246-7 has no text/],
  ['a huge text', withQuestion('wish', { text: 'x'.repeat(2001) }), /longer than 2000/],
  ['a score', withQuestion('plan', { type: 'integer' }), /93250-9 is of the type "integer"/],
  [
    'a third answer',
    withQuestion('plan', {
      answerOption: [YES, NO, { code: 'x', display: 'Perhaps' }].map((valueCoding) => ({
        valueCoding,
      })),
    }),
    /93250-9 offers other answers/,
  ],
  [
    'an unknown question',
    questionnaire({
      item: [
        ...SCREEN_ROLES.map((role) => fhirQuestion(role)),
        fhirQuestion('wish', { linkId: 'x' }),
      ],
    }),
    /Question x is no known question/,
  ],
  [
    'the same linkId twice',
    questionnaire({ item: [...SCREEN_ROLES, 'wish' as const].map((role) => fhirQuestion(role)) }),
    /Question \/93246-7 is there twice/,
  ],
  [
    'an unknown operator',
    withQuestion('plan', { enableWhen: [{ ...whenYesTo('thoughts'), operator: '>' }] }),
    /93250-9 compares with the operator ">"/,
  ],
  [
    'a condition on nothing',
    withQuestion('plan', { enableWhen: [{ ...whenYesTo('thoughts'), question: 'gone' }] }),
    /93250-9 depends on gone, which is not in the file/,
  ],
  [
    'a circle',
    questionnaire({
      item: SCREEN_ROLES.map((role) =>
        fhirQuestion(role, role === 'thoughts' ? { enableWhen: [whenYesTo('plan')] } : {}),
      ),
    }),
    /93247-5 depends on \/93250-9, and that depends on it again/,
  ],
  [
    'itself',
    withQuestion('wish', { enableWhen: [whenYesTo('wish')] }),
    /93246-7 depends on \/93246-7, and that depends on it again/,
  ],
  [
    'a later question',
    questionnaire({
      item: ['wish', 'method', 'thoughts', 'intent', 'plan', 'behavior', 'behavior-recent'].map(
        (role) => fhirQuestion(role as 'wish'),
      ),
    }),
    /93248-3 depends on \/93247-5, which is asked after it/,
  ],
  [
    'behavior hidden behind thoughts',
    withQuestion('behavior', { enableWhen: [whenYesTo('thoughts')] }),
    /93267-3 \(behavior\) has to be asked always/,
  ],
  [
    'intent hidden behind method',
    withQuestion('intent', { enableWhen: [whenYesTo('method')] }),
    /93249-1 \(intent\) may depend on the question about thoughts only/,
  ],
  [
    'asked after a no only',
    withQuestion('intent', { enableWhen: [{ ...whenYesTo('thoughts'), answerCoding: NO }] }),
    /93249-1 would not be asked after a yes/,
  ],
  [
    'conditions that cannot all hold',
    withQuestion('intent', {
      enableBehavior: 'all',
      enableWhen: [whenYesTo('thoughts'), { ...whenYesTo('thoughts'), answerCoding: NO }],
    }),
    /would not be asked after a yes/,
  ],
  ['a modifier', withQuestion('wish', { modifierExtension: [] }), /modifierExtension/],
  [
    'a condition on a group',
    questionnaire({ item: [{ linkId: 'g', type: 'group', enableWhen: [], item: [] }] }),
    /Question g is a group with an enableWhen/,
  ],
  ['own: an unknown member', ownFile({ score: 1 }), /member “score”/],
  ['own: no title', ownFile({ title: ' ' }), /needs a title/],
  [
    'own: an unknown role',
    ownFile({ questions: [{ ...ownQuestion('wish'), asks: 'mood' }] }),
    /q-wish needs “asks”, one of wish,/,
  ],
  [
    'own: no wording',
    ownFile({ questions: [{ ...ownQuestion('wish'), wording: {} }] }),
    /q-wish needs wording in 1 to 20/,
  ],
  [
    'own: a condition on an answer there is not',
    ownFile({
      questions: [
        { ...ownQuestion('plan'), askedAfter: { question: 'q-thoughts', answers: ['maybe'] } },
      ],
    }),
    /q-plan needs in “askedAfter”/,
  ],
])('refused with the question named: %s', (_name, document, says) => {
  const { instrument } = readInstrument(document);
  expect(instrument).toBeNull();
  expect(faultsOf(document)).toMatch(says);
});

test('groups without end and files without end are refused in bounded work', () => {
  let nested: unknown = fhirQuestion('wish');
  for (let depth = 0; depth < 3000; depth += 1)
    nested = { linkId: `g${depth}`, type: 'group', item: [nested] };
  expect(faultsOf(questionnaire({ item: [nested] }))).toMatch(/more than 6 deep/);
  const many = Array.from({ length: 20_000 }, (_, at) => ({ linkId: `d${at}`, type: 'display' }));
  expect(faultsOf(questionnaire({ item: many }))).toMatch(/more than 60 entries/);
  const faults = Array.from({ length: 59 }, () => ({ type: 'choice' }));
  expect(readInstrument(questionnaire({ item: faults })).faults.length).toBeLessThanOrEqual(50);
});

test('whatever JSON a file holds, it is read to an end: a screen or sentences', () => {
  const question = fc.record(
    {
      linkId: fc.constantFrom('/93246-7', 'x', '', 7),
      type: fc.constantFrom('choice', 'group', 'boolean', 'display', 1),
      text: fc.option(fc.string()),
      enableWhen: fc.jsonValue(),
      item: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const files = fc.oneof(
    fc.jsonValue(),
    fc.record({ resourceType: fc.constant('Questionnaire'), item: fc.array(question) }),
    fc.record({ format: fc.constant('caredesk-screener-1'), questions: fc.jsonValue() }),
  );
  fc.assert(
    fc.property(files, (document) => {
      const { instrument, faults } = readInstrument(document);
      expect(instrument === null).toBe(faults.length > 0);
      for (const fault of faults) expect(fault).toMatch(/^\S.{10,}\.$/s);
    }),
  );
});

// The protocol's wording belongs to its owner, so it is not in this repository; where it lies beside it, it
// is read.
const CSSRS = join(
  import.meta.dirname,
  '../../../shared/data/cssrs/cssrs-screener-recent.questionnaire.json',
);
const absent = !existsSync(CSSRS);
if (absent)
  process.stderr.write(
    'SKIPPED: the real questionnaire of the protocol is not on this computer.\n',
  );

test.skipIf(absent)(`a real questionnaire is read${absent ? ' (skipped: absent)' : ''}`, () => {
  const document = JSON.parse(readFileSync(CSSRS, 'utf8')) as {
    item: { text: string }[];
    copyright: string;
  };
  const { instrument, faults } = readInstrument(document);
  expect(faults).toEqual([]);
  expect(instrument).toMatchObject({ code: 'LOINC 93373-9', copyright: document.copyright });
  expect(orderOf(instrument)).toEqual(SCREEN_ROLES);
  expect(branchingOf(instrument)).toEqual(PLAIN_BRANCHING);
  expect(instrument!.questions.map(({ wording }) => wording[0]?.text)).toEqual(
    document.item.map(({ text }) => text),
  );
});
