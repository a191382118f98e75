import { readQuestionnaire } from './fhir-questionnaire.ts';
import { languagesOf, type Instrument } from './instrument.ts';
import { OWN_FORMAT, readOwnFormat } from './own-format.ts';
import { questionsIn } from './question-draft.ts';
import { isObject } from './screener-file.ts';

/** What a file holds: an instrument, or what keeps it from being one. */
export interface ReadInstrument {
  /** Null with any fault. */
  readonly instrument: Instrument | null;
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
}

/** More than these are not read by anybody. */
const MOST_FAULTS = 50;

/** Reads a parsed file: a FHIR R4 Questionnaire, or CareDesk's own format. Total, and of bounded work. */
export function readInstrument(document: unknown): ReadInstrument {
  const format = isObject(document) ? document['format'] : undefined;
  const fhir = isObject(document) && document['resourceType'] === 'Questionnaire';
  if (!isObject(document) || (!fhir && format !== OWN_FORMAT))
    return refused([
      `The file is neither a FHIR R4 Questionnaire nor in CareDesk’s own format (“format”: “${OWN_FORMAT}”).`,
    ]);
  const read = fhir ? readQuestionnaire(document) : readOwnFormat(document);
  // A question that could not be read would be reported a second time as one that is missing.
  if (read.faults.length > 0) return refused(read.faults, read.warnings);
  const checked = questionsIn(read.drafts);
  if ('faults' in checked) return refused(checked.faults, read.warnings);
  const { title, code, copyright } = read;
  const instrument = { title, code, copyright, questions: checked.questions };
  return {
    instrument,
    faults: [],
    warnings: [...read.warnings, ...remarks(instrument)].slice(0, MOST_FAULTS),
  };
}

function* remarks(instrument: Instrument): Generator<string> {
  if (instrument.copyright === '')
    yield 'The file has no copyright notice. The owner’s notice has to stay with the wording.';
  const everywhere = languagesOf(instrument);
  const partly = new Set(
    instrument.questions.flatMap(({ wording }) => wording.map(({ language }) => language)),
  );
  for (const language of partly)
    if (!everywhere.includes(language))
      yield `Not every question is worded in ${language}; where it is not, the first language is shown.`;
}

function refused(faults: readonly string[], warnings: readonly string[] = []): ReadInstrument {
  return {
    instrument: null,
    faults: faults.slice(0, MOST_FAULTS),
    warnings: warnings.slice(0, MOST_FAULTS),
  };
}
