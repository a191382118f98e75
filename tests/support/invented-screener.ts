import { readInstrument } from '#shared/screen/read-instrument.ts';
import type { Instrument } from '#shared/screen/instrument.ts';
import { SCREEN_ROLES, type ScreenRole } from '#shared/screen/screen-question.ts';

/** A screen in CareDesk's own format. The wording is invented and is nobody's instrument. */
export function ownFile(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    format: 'caredesk-screener-1',
    title: 'Invented screen',
    code: 'TEST 1',
    copyright: 'Invented for tests.',
    questions: SCREEN_ROLES.map(ownQuestion),
    ...changes,
  };
}

export function ownQuestion(role: ScreenRole): Record<string, unknown> {
  const before = AFTER[role];
  return {
    linkId: `q-${role}`,
    asks: role,
    wording: { en: `Invented question about ${role}?`, es: `¿Pregunta inventada: ${role}?` },
    ...(before === undefined ? {} : { askedAfter: { question: `q-${before}`, answers: ['yes'] } }),
  };
}

const AFTER: Readonly<Partial<Record<ScreenRole, ScreenRole>>> = {
  method: 'thoughts',
  intent: 'thoughts',
  plan: 'thoughts',
  'behavior-recent': 'behavior',
};

const LOINC: Readonly<Record<ScreenRole, string>> = {
  wish: '93246-7',
  thoughts: '93247-5',
  method: '93248-3',
  intent: '93249-1',
  plan: '93250-9',
  behavior: '93267-3',
  'behavior-recent': '93269-9',
};

export const YES = { code: 'LA33-6', display: 'Yes' };
export const NO = { code: 'LA32-8', display: 'No' };

/** The same as a FHIR R4 Questionnaire. */
export function questionnaire(
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    resourceType: 'Questionnaire',
    title: 'Invented screen',
    code: [{ system: 'http://loinc.org', code: 'TEST-1' }],
    copyright: 'Invented for tests.',
    item: SCREEN_ROLES.map((role) => fhirQuestion(role)),
    ...changes,
  };
}

export function fhirQuestion(
  role: ScreenRole,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const before = AFTER[role];
  return {
    linkId: `/${LOINC[role]}`,
    text: `Invented question about ${role}?`,
    type: 'choice',
    answerOption: [{ valueCoding: YES }, { valueCoding: NO }],
    ...(before === undefined ? {} : { enableWhen: [whenYesTo(before)] }),
    ...changes,
  };
}

export function whenYesTo(role: ScreenRole): Record<string, unknown> {
  return { question: `/${LOINC[role]}`, operator: '=', answerCoding: YES };
}

/** The questionnaire with one question laid over. */
export function withQuestion(
  role: ScreenRole,
  changes: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return questionnaire({
    item: SCREEN_ROLES.map((each) => fhirQuestion(each, each === role ? changes : {})),
  });
}

export function inventedInstrument(): Instrument {
  const { instrument, faults } = readInstrument(ownFile());
  if (instrument === null) throw new Error(faults.join(' '));
  return instrument;
}
