import {
  PLAIN_BRANCHING,
  SCREEN_ROLES,
  type AskedAfter,
  type Branching,
  type ScreenRole,
} from './screen-question.ts';

/** The questions of a screen in their owner's words, installed by the center. */
export interface Instrument {
  readonly title: string;
  /** What it is known by, such as `LOINC 93373-9`; null when the file does not say. */
  readonly code: string | null;
  /** The notice that has to stay with the wording; empty when the file has none. */
  readonly copyright: string;
  /** In asking order; each role once. */
  readonly questions: readonly InstrumentQuestion[];
}

export interface InstrumentQuestion {
  readonly linkId: string;
  readonly role: ScreenRole;
  /** By BCP-47 tag, word for word as in the file; the first one is the file's own. */
  readonly wording: readonly Wording[];
  readonly after: AskedAfter | null;
}

export interface Wording {
  readonly language: string;
  readonly text: string;
}

/** The questions in the order they are asked; the protocol's own where no wording is installed. */
export function orderOf(instrument: Instrument | null): readonly ScreenRole[] {
  return instrument === null ? SCREEN_ROLES : instrument.questions.map(({ role }) => role);
}

export function branchingOf(instrument: Instrument | null): Branching {
  if (instrument === null) return PLAIN_BRANCHING;
  const after = instrument.questions.map(({ role, after }) => [role, after] as const);
  return { ...PLAIN_BRANCHING, ...Object.fromEntries(after) };
}

/** Languages every question is worded in, the file's own first. */
export function languagesOf({ questions }: Instrument): string[] {
  const [first, ...rest] = questions;
  return (first?.wording ?? [])
    .map(({ language }) => language)
    .filter((tag) => rest.every(({ wording }) => wording.some(({ language }) => language === tag)));
}

/** The wording in a language; a region is not waited for (`es` serves `es-MX`), and null is none. */
export function wordingIn(
  { wording }: InstrumentQuestion,
  language: string | null,
): Wording | null {
  if (language === null) return wording[0] ?? null;
  const [base] = language.split('-');
  return (
    wording.find((each) => each.language === language) ??
    wording.find((each) => each.language.split('-')[0] === base) ??
    null
  );
}
