import { z } from 'zod';
import { UNSERVED_CODES } from '../incident/alternative-course.ts';
import { DISPOSITION_CODES } from '../incident/disposition.ts';
import { CHANNELS, FUNNEL, type FunnelStep } from '../outcomes/counted-call.ts';
import { AGE_BANDS } from '../person/people.ts';
import { LEVELS } from '../routing/level.ts';

const LONGEST_LIST = 1000;

const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^(?=.*\S)[^\p{Cc}]+$/u);

const column = line(200).describe('The name of a column, as the header of the file spells it.');
const columns = z
  .array(column)
  .min(1)
  .max(50)
  .describe('Names of columns. What their cells say is joined.');
const words = z
  .array(z.string().max(200))
  .max(LONGEST_LIST)
  .describe('Cells that say nothing, in any case. An empty cell never says anything.');
const formats = z
  .array(line(80))
  .min(1)
  .max(20)
  .describe(
    'How times are written; tried in order. "iso", "epoch-seconds", "epoch-milliseconds", "excel-serial", or a pattern such as "M/D/YYYY h:mm A".',
  );
const unknown = words.exactOptional();
const optional = z
  .boolean()
  .describe('true when some files of this kind leave the column out.')
  .exactOptional();
const midnight = z
  .enum(['time', 'unknown', 'unknown-unless-near'])
  .describe(
    'What exactly 00:00 means: a time like any other, never a time, or a time only within three hours after the moment before it and in order.',
  )
  .exactOptional();

const moment = z
  .strictObject({
    column: column.exactOptional(),
    columns: columns
      .exactOptional()
      .describe('A column for the day and one for the time, joined by a blank before it is read.'),
    formats: formats.exactOptional(),
    unknown,
    midnight,
    empty: z
      .enum(['unknown', 'did-not-happen'])
      .describe('What an empty cell means. Left out: unknown.')
      .exactOptional(),
    optional,
  })
  .meta({ id: 'moment', title: 'a moment' });

const text = z
  .strictObject({ column, unknown, optional })
  .meta({ id: 'text', title: 'a text column' });

/** A column of categories. `is` are the words they are read as. */
function choiceOf<Word extends z.ZodType<string>>(title: string, is: Word) {
  return z
    .strictObject({
      column: column.exactOptional(),
      values: z
        .array(
          z.strictObject({
            when: z
              .array(z.string().max(200))
              .min(1)
              .max(LONGEST_LIST)
              .describe(
                'Words of the file, in any case; * stands for anything, "" for an empty cell.',
              ),
            is: is.describe('What they mean here.'),
          }),
        )
        .max(LONGEST_LIST)
        .describe('What the words of the file mean, in order: the first that matches decides.')
        .exactOptional(),
      otherwise: is.describe('What every other word means.').exactOptional(),
      always: is
        .describe('What every call of the file is; then there is no column.')
        .exactOptional(),
      unknown,
      optional,
    })
    .meta({ title });
}

const yesNo = choiceOf('a yes-or-no column', z.enum(['yes', 'no'])).meta({ id: 'yesNo' });
const level = choiceOf('a level', z.enum(LEVELS)).meta({ id: 'level' });
const ourId = line(64);

const STEPS: Readonly<Record<FunnelStep, string>> = {
  behavioral: 'The call was about mental health or substance use, whatever its type says.',
  screened: 'It was screened.',
  eligible: 'It was eligible for an alternative response.',
  offered: 'An alternative response was within its hours and area.',
  assigned: 'An alternative response was sent.',
  arrived: 'It arrived.',
  contact: 'It met the person.',
  served: 'The person was served.',
  linked: 'A place confirmed that the person came to it.',
};

const steps = z
  .strictObject(
    Object.fromEntries(
      FUNNEL.map((step) => [step, yesNo.describe(STEPS[step]).exactOptional()]),
    ) as Record<FunnelStep, z.ZodExactOptional<typeof yesNo>>,
  )
  .meta({ id: 'steps', title: 'the steps' });

export const mappingSchema = z
  .strictObject({
    id: z
      .string()
      .max(64)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .describe('Lower-case words joined by hyphens. Calls are known by it: never change it.'),
    title: line(120).describe('What the export is called.'),
    remarks: z.array(line(500)).max(200).describe('For people; not read.').exactOptional(),
    file: z
      .strictObject({
        delimiter: z
          .enum([',', ';', '\t', '|'])
          .describe('What stands between two columns. Left out: a comma.')
          .exactOptional(),
        encoding: z
          .enum(['utf-8', 'windows-1252'])
          .describe('How letters are written. Left out: utf-8.')
          .exactOptional(),
        linesBefore: z
          .int()
          .min(0)
          .max(100)
          .describe('Lines before the header, or before the first call, that are not read.')
          .exactOptional(),
        header: z
          .boolean()
          .describe('false when no row names the columns. Left out: true.')
          .exactOptional(),
        columns: z
          .array(column)
          .min(1)
          .max(500)
          .describe('Names of all columns in order, instead of those in the header.')
          .exactOptional(),
      })
      .meta({ id: 'file', title: 'the file' })
      .exactOptional()
      .describe('How the file is written.'),
    unknown: unknown.describe('Cells that say nothing, in every column. Left out: "NULL".'),
    times: z
      .strictObject({
        formats: formats.exactOptional(),
        written: z
          .enum(['wall-clock', 'utc'])
          .describe('What clock times without an offset are of. Left out: wall-clock.')
          .exactOptional(),
        zone: line(64)
          .describe('IANA zone of the exporting center. Left out: that of this center.')
          .exactOptional(),
        midnight,
        longestHours: z
          .int()
          .min(1)
          .max(720)
          .describe('A moment further than this from the call is absurd. Left out: 24.')
          .exactOptional(),
        unusable: z
          .enum(['count', 'reject-row'])
          .describe(
            'What a time that cannot be read does: it is counted and left out, or its row is rejected. Left out: count.',
          )
          .exactOptional(),
      })
      .meta({ id: 'times', title: 'the times' })
      .exactOptional()
      .describe('How times are written, in every column.'),
    withdrawn: words
      .exactOptional()
      .describe('Words in the received time or the type that say the center withdrew the row.'),
    recordNumber: text.exactOptional().describe('The number the center knows the call by.'),
    received: moment.describe('When the call came in. A row without it is no call.'),
    answered: moment.exactOptional().describe('When it was answered.'),
    decided: moment.exactOptional().describe('When it was entered for dispatch, or decided.'),
    dispatched: moment.exactOptional().describe('When the first unit was sent.'),
    enRoute: moment.exactOptional().describe('When the first unit was on its way.'),
    arrived: moment.exactOptional().describe('When the first unit arrived.'),
    cleared: moment.exactOptional().describe('When the units were free again.'),
    closed: moment.exactOptional().describe('When the record was closed.'),
    checked: z
      .array(column)
      .max(50)
      .exactOptional()
      .describe('Further columns of times. They are not kept, but have to be times.'),
    type: z
      .strictObject({
        columns: columns.exactOptional(),
        always: line(200)
          .describe('The type of every call of the file; then there are no columns.')
          .exactOptional(),
      })
      .meta({ id: 'type', title: 'the type' })
      .describe('The type in the words of the file; call-types.csv says what they mean.'),
    address: z
      .strictObject({ columns })
      .meta({ id: 'address', title: 'the address' })
      .exactOptional()
      .describe('Where it was, joined by commas.'),
    latitude: text.exactOptional().describe('Degrees, WGS84.'),
    longitude: text.exactOptional().describe('Degrees, WGS84.'),
    area: z
      .strictObject({
        ...choiceOf('an area', ourId.describe('Id of an area of the policy.')).shape,
        from: z
          .enum(['place'])
          .describe('"place": the area of the center’s map that latitude and longitude lie in.')
          .exactOptional(),
      })
      .meta({ id: 'area', title: 'the area' })
      .exactOptional()
      .describe('The area; without values by its id or name in the policy.'),
    priority: text.exactOptional().describe('Kept as it is written.'),
    agency: text.exactOptional().describe('Kept as it is written.'),
    disposition: text.exactOptional().describe('How it ended, kept as it is written.'),
    outcome: choiceOf('an outcome', z.enum(DISPOSITION_CODES))
      .meta({ id: 'outcome' })
      .exactOptional()
      .describe('How it ended, in our codes.'),
    channel: choiceOf('a channel', z.enum(CHANNELS))
      .meta({ id: 'channel' })
      .exactOptional()
      .describe('The door it came in by. Left out: 911.'),
    language: choiceOf('a language', ourId.describe('BCP-47 tag, such as es.'))
      .meta({ id: 'language' })
      .exactOptional()
      .describe('What had to be spoken.'),
    age: z
      .strictObject({
        ...choiceOf('an age', z.enum(AGE_BANDS)).shape,
        formats: formats
          .describe('Set when the column holds the birth date. Only the age band is kept.')
          .exactOptional(),
      })
      .meta({ id: 'age', title: 'the age' })
      .exactOptional()
      .describe('Whole years, a band, or a birth date.'),
    person: z
      .strictObject({ columns, unknown })
      .meta({ id: 'person', title: 'the person' })
      .exactOptional()
      .describe('Columns that tell a person apart. They are made into a pseudonym, never kept.'),
    response: choiceOf(
      'a response',
      ourId.describe('"police", "ems", or the id of a response or team type of the policy.'),
    )
      .meta({ id: 'response' })
      .exactOptional()
      .describe('Who was sent.'),
    unserved: choiceOf('a reason', z.enum(UNSERVED_CODES))
      .meta({ id: 'unserved' })
      .exactOptional()
      .describe('Why an eligible call got no alternative response.'),
    level: level.exactOptional().describe('The level it was decided at.'),
    recommendedLevel: level.exactOptional().describe('The level that was recommended.'),
    highestLevel: level.exactOptional().describe('The highest level it needed before it ended.'),
    direction: choiceOf('a direction', z.enum(['same', 'up', 'down']))
      .meta({ id: 'direction' })
      .exactOptional()
      .describe('How what was decided stands to what was recommended.'),
    overridden: yesNo.exactOptional().describe('Something else was decided than recommended.'),
    backUp: yesNo.exactOptional().describe('Police were asked for after an unarmed team came.'),
    dangerFound: yesNo.exactOptional().describe('Violence, a weapon, an injury or a crime.'),
    policeOnScene: yesNo.exactOptional().describe('Police were there.'),
    steps: steps
      .exactOptional()
      .describe('How far it got; what is left out follows from the rest.'),
  })
  .meta({ title: 'a mapping' });

/** What the columns of one center's export mean, as anybody can write it down. */
export type Mapping = z.infer<typeof mappingSchema>;
export type MomentColumn = z.infer<typeof moment>;
export type TextColumn = z.infer<typeof text>;

/** The JSON Schema (draft 2020-12) of a mapping file, for editors outside CareDesk. */
export function mappingJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(mappingSchema);
  return { $schema, ...schema, title: 'CareDesk mapping of an export' };
}
