import { z } from 'zod';
import { schemaMistakes } from '../policy/document/schema-mistakes.ts';
import { unfitShape } from '../policy/document/document-shape.ts';
import { problemsIn, type PolicyProblem } from '../policy/document/policy-problems.ts';

/**
 * How the records of one controller are written. Every center’s differs, so it is data. Signs that cannot be
 * typed are written by name: `<STX>`, `<CR><LF>`.
 */
const signs = z
  .string()
  .min(1)
  .max(40)
  .regex(/^(?:<(?:NUL|SOH|STX|ETX|EOT|ENQ|ACK|NAK|LF|FF|CR|CAN|ESC|SP)>|[!-;=?-~])+$/u)
  .describe('Characters; those that cannot be typed by name, such as <STX> or <CR><LF>.');

const count = (least: number, most: number) => z.number().int().min(least).max(most);
const line = count(1, 60).describe('Line of the record, from 1. Left out: the first.');
const label = z.string().min(1).max(40);

const place = z.union([
  z.strictObject({
    line: line.exactOptional(),
    column: count(1, 4096).describe('First character, from 1.'),
    width: count(1, 512),
  }),
  z.strictObject({
    after: label.describe('Words it stands after, anywhere in the record or in the line.'),
    line: line.exactOptional(),
    width: count(1, 512)
      .describe('Left out: up to two blanks or the end of the line.')
      .exactOptional(),
  }),
]);

const field = z
  .union([place, z.array(place).min(1).max(6)])
  .describe('Where it stands; of several places the parts are joined in their order.');

export const ALI_FIELDS = [
  'number',
  'callback',
  'pseudoAni',
  'classOfService',
  'name',
  'houseNumber',
  'houseSuffix',
  'preDirectional',
  'street',
  'streetSuffix',
  'postDirectional',
  'community',
  'state',
  'location',
  'esn',
  'carrier',
  'law',
  'fire',
  'ems',
  'date',
  'time',
  'latitude',
  'longitude',
  'altitude',
  'uncertainty',
  'confidence',
] as const;
export type AliField = (typeof ALI_FIELDS)[number];

export const aliLayoutSchema = z.strictObject({
  name: z
    .string()
    .max(60)
    .regex(/^[\w .-]+$/u),
  remarks: z.array(z.string().max(500)).max(20).exactOptional(),
  encoding: z.enum(['ascii', 'latin-1', 'utf-8']),
  record: z.discriminatedUnion('by', [
    z.strictObject({
      by: z.literal('marks'),
      start: signs.exactOptional(),
      end: signs,
      most: count(16, 8192).describe('Bytes of the longest record.'),
    }),
    z.strictObject({
      by: z.literal('length'),
      bytes: count(16, 8192),
      end: signs.describe('What its last bytes are: by them the beginning is found again.'),
    }),
    z.strictObject({
      by: z.literal('lines'),
      lines: count(2, 60),
      first: label.describe('What only the first line has: by it the beginning is found again.'),
      most: count(16, 8192),
    }),
  ]),
  heartbeat: z
    .strictObject({ sign: signs, answer: signs.exactOptional() })
    .describe('What the controller sends when there is nothing to say, and what it wants to hear.')
    .exactOptional(),
  answer: signs.describe('What is sent back for each record that was taken.').exactOptional(),
  fields: z.strictObject(
    Object.fromEntries(ALI_FIELDS.map((name) => [name, field.exactOptional()])) as Record<
      AliField,
      z.ZodExactOptional<typeof field>
    >,
  ),
  /** Whether the record says that it is a new call or a re-bid of one. */
  bid: z
    .strictObject({
      at: place,
      newCall: z.array(label).min(1).max(10),
      reBid: z.array(label).min(1).max(10),
    })
    .exactOptional(),
  classes: z
    .record(z.string().min(1).max(20), z.string().min(1).max(8))
    .describe('What the record writes, and the class of service it stands for.')
    .exactOptional(),
  noRecord: z
    .array(label)
    .max(20)
    .describe('Words that say that the database has nothing of the number.')
    .exactOptional(),
  longitudes: z
    .enum(['signed', 'west'])
    .describe('west: a longitude without a sign is west of Greenwich. Left out: signed.')
    .exactOptional(),
  uncertaintyIn: z.enum(['meters', 'feet']).describe('Left out: meters.').exactOptional(),
});

export type AliLayout = z.infer<typeof aliLayoutSchema>;
export type FieldPlace = z.infer<typeof place>;

const LIKE_THE_EXAMPLES = {
  schema: aliLayoutSchema,
  example: 'Write one as the examples in docs/ali-layouts.md do.',
};

/** Reads a JSON value as a layout, or everything that keeps it from being one. Never throws. */
export function readAliLayout(
  document: unknown,
): { readonly layout: AliLayout } | { readonly problems: readonly PolicyProblem[] } {
  const unfit = unfitShape(document);
  if (unfit !== null) return { problems: problemsIn(document, [unfit]) };
  const unlike = schemaMistakes(document, LIKE_THE_EXAMPLES);
  if (unlike.length > 0) return { problems: problemsIn(document, unlike) };
  const layout = document as AliLayout;
  const { number, callback } = layout.fields;
  if (number !== undefined || callback !== undefined) return { layout };
  const mistake = {
    at: ['fields'],
    message: 'No field is the number that calls.',
    remedy: 'Add "number", with its place.',
  };
  return { problems: problemsIn(document, [mistake]) };
}

const NAMED: Readonly<Record<string, string>> = {
  NUL: '\0',
  SOH: '\u0001',
  STX: '\u0002',
  ETX: '\u0003',
  EOT: '\u0004',
  ENQ: '\u0005',
  ACK: '\u0006',
  NAK: '\u0015',
  LF: '\n',
  FF: '\f',
  CR: '\r',
  CAN: '\u0018',
  ESC: '\u001b',
  SP: ' ',
};

/** The characters that a layout writes by their names. */
export function charactersOf(written: string): string {
  return written.replace(/<([A-Z]{2,3})>/gu, (whole, name: string) => NAMED[name] ?? whole);
}
