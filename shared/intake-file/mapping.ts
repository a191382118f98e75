import { fold } from './call-type-table.ts';
import type { ChoiceRule } from './choice.ts';
import { CHOICES, MOMENT_MEMBERS, momentColumns } from './mapping-columns.ts';
import { mappingSchema, type Mapping, type MomentColumn } from './mapping-schema.ts';
import { compileFormats } from './time-pattern.ts';
import {
  problemsIn,
  type Mistake,
  type Place,
  type PolicyProblem,
} from '../policy/document/policy-problems.ts';
import { schemaMistakes } from '../policy/document/schema-mistakes.ts';
import { unfitShape } from '../policy/document/document-shape.ts';
import { isTimeZone } from '../roster/zone-moment.ts';

/** How times are written where a mapping does not say. */
export const USUAL_FORMATS = ['iso'] as const;
export const USUAL_UNKNOWN = ['NULL'] as const;
export const USUAL_LONGEST_HOURS = 24;

const LIKE_THE_EXAMPLES = {
  schema: mappingSchema,
  example: 'Write one as the examples in docs/examples do.',
};

/**
 * Reads a JSON value as a mapping, or everything that keeps it from being one, in the order of the
 * document, each with its place and what to do. Never throws.
 */
export function readMapping(
  document: unknown,
): { readonly mapping: Mapping } | { readonly problems: readonly PolicyProblem[] } {
  const unfit = unfitShape(document);
  if (unfit !== null) return { problems: problemsIn(document, [unfit]) };
  const unlike = schemaMistakes(document, LIKE_THE_EXAMPLES);
  if (unlike.length > 0) return { problems: problemsIn(document, unlike) };
  const mapping = document as Mapping;
  const mistakes = [
    ...momentMistakes(mapping),
    ...choiceMistakes(mapping),
    ...otherMistakes(mapping),
  ];
  return mistakes.length > 0 ? { problems: problemsIn(document, mistakes) } : { mapping };
}

function momentMistakes(mapping: Mapping): Mistake[] {
  const usual = formatMistakes(mapping.times?.formats, ['times', 'formats']);
  const members = ['received', ...Object.values(MOMENT_MEMBERS), 'closed'] as const;
  return members.reduce<Mistake[]>((mistakes, member) => {
    const moment = mapping[member];
    if (moment === undefined) return mistakes;
    const own = formatMistakes(moment.formats, [member, 'formats']);
    return [...mistakes, ...sourceMistakes(moment, [member]), ...own];
  }, usual);
}

function sourceMistakes(moment: MomentColumn, at: Place): Mistake[] {
  if (moment.column !== undefined && moment.columns !== undefined)
    return [
      {
        at,
        message: 'Both “column” and “columns” are given.',
        remedy: 'Keep “column” for one column, “columns” for a day and a time that stand apart.',
      },
    ];
  if (momentColumns(moment).length > 0) return [];
  return [{ at, message: 'No column is named.', remedy: 'Write: "column": "Name in the header".' }];
}

function formatMistakes(formats: readonly string[] | undefined, at: Place): Mistake[] {
  return (formats ?? []).flatMap((format, index) => {
    const compiled = compileFormats([format]);
    if (typeof compiled === 'function') return [];
    const remedy =
      'Write a pattern such as "M/D/YYYY h:mm A"; docs/mapping-files.md lists the parts.';
    return [{ at: [...at, index], message: `The format ${compiled.why}.`, remedy }];
  });
}

interface Choice extends ChoiceRule {
  readonly column?: string;
  readonly always?: string;
  readonly from?: string;
}

function choiceMistakes(mapping: Mapping): Mistake[] {
  const all: [Place, Choice][] = CHOICES.flatMap((member): [Place, Choice][] => {
    const choice = mapping[member];
    return choice === undefined ? [] : [[[member], choice]];
  });
  for (const [step, choice] of Object.entries(mapping.steps ?? {}))
    all.push([['steps', step], choice]);
  return all.flatMap(([at, choice]) => [...oneSource(choice, at), ...twoMeanings(choice, at)]);
}

function oneSource({ column, always, from }: Choice, at: Place): Mistake[] {
  const given = [column, always, from].filter((each) => each !== undefined).length;
  if (given === 1) return [];
  return [
    given === 0
      ? { at, message: 'Nothing says where it is read.', remedy: 'Name its “column”, or “always”.' }
      : {
          at,
          message: 'It says more than once where it is read.',
          remedy: 'Keep one of “column”, “always” and “from”.',
        },
  ];
}

function twoMeanings({ values = [] }: Choice, at: Place): Mistake[] {
  const first = new Map<string, string>();
  const mistakes: Mistake[] = [];
  for (const [index, { when, is }] of values.entries())
    for (const [place, word] of when.entries()) {
      const before = first.get(fold(word));
      if (before !== undefined && before !== is)
        mistakes.push({
          at: [...at, 'values', index, 'when', place],
          message: `The same words already mean ${before}.`,
          remedy: 'Keep one of the two: the first would always win.',
        });
      first.set(fold(word), before ?? is);
    }
  return mistakes;
}

function otherMistakes({ file, type, latitude, longitude, area, age, times }: Mapping): Mistake[] {
  const mistakes: Mistake[] = [];
  if (file?.header === false && file.columns === undefined)
    mistakes.push({
      at: ['file', 'columns'],
      message: 'No row names the columns, and neither does the mapping.',
      remedy: 'List the names of all columns in order.',
    });
  const repeated = file?.columns?.find(
    (name, at, all) => all.findIndex((each) => fold(each) === fold(name)) < at,
  );
  if (repeated !== undefined)
    mistakes.push({
      at: ['file', 'columns'],
      message: `Two columns are called “${repeated.slice(0, 40)}”.`,
      remedy: 'Give each column a name of its own.',
    });
  if ((type.columns === undefined) === (type.always === undefined))
    mistakes.push({
      at: ['type'],
      message: 'The type needs either “columns” or “always”.',
      remedy: 'Name the columns the type stands in, or the one type of all calls.',
    });
  if ((latitude === undefined) !== (longitude === undefined))
    mistakes.push({
      at: [latitude === undefined ? 'latitude' : 'longitude'],
      message: 'Of latitude and longitude only one is named.',
      remedy: 'Name both, or neither.',
    });
  if (area?.from === 'place' && latitude === undefined)
    mistakes.push({
      at: ['area', 'from'],
      message: 'The area is to be found from the place, and no place is read.',
      remedy: 'Name the columns of latitude and longitude.',
    });
  mistakes.push(...birthMistakes(age?.formats), ...zoneMistakes(times?.zone));
  return mistakes;
}

function birthMistakes(formats: readonly string[] | undefined): Mistake[] {
  return formatMistakes(formats, ['age', 'formats']);
}

function zoneMistakes(zone: string | undefined): Mistake[] {
  if (zone === undefined || isTimeZone(zone)) return [];
  return [
    {
      at: ['times', 'zone'],
      message: `“${zone}” is no time zone.`,
      remedy: 'Write a name such as America/Chicago.',
    },
  ];
}
