import { z } from 'zod';
import { shortened, type Mistake, type Place } from './policy-problems.ts';
import { policySchema } from './policy-schema.ts';

/** Where a document does not look as its schema says, in words; empty when it does. */
export function schemaMistakes(document: unknown, like: DocumentSchema = POLICY): Mistake[] {
  const read = like.schema.safeParse(document);
  return read.success ? [] : read.error.issues.flatMap((issue) => inWords(document, issue, like));
}

/** A schema, and where to look when nothing in it says how a member is written. */
export interface DocumentSchema {
  readonly schema: z.ZodType;
  readonly example: string;
}

const POLICY: DocumentSchema = {
  schema: policySchema,
  example: 'Write one as the shipped policy does.',
};

function inWords(document: unknown, issue: z.core.$ZodIssue, like: DocumentSchema): Mistake[] {
  const at = issue.path;
  if (issue.code === 'unrecognized_keys') return unknownMembers(at, issue.keys, like);
  const value = valueAt(document, at);
  const name = at.length === 0 ? 'The document' : `“${shortened(String(at.at(-1)))}”`;
  if (value === undefined)
    return [{ at, message: `${name} is missing.`, remedy: remedyAt(at, like) }];
  return [{ at, message: messageFor(issue, value, name), remedy: remedyAt(at, like) }];
}

function unknownMembers(at: Place, keys: readonly string[], like: DocumentSchema): Mistake[] {
  const { schema } = schemaAt(at, like);
  const title = schema?.meta()?.title ?? 'this object';
  const members = schema instanceof z.ZodObject ? Object.keys(schema.shape).join(', ') : '';
  return keys.map((key) => ({
    at: [...at, key],
    message: `“${shortened(key)}” is no member of ${title}.`,
    remedy: `Correct its name or remove it. The members of ${title} are ${members}.`,
  }));
}

function messageFor(issue: z.core.$ZodIssue, value: unknown, name: string): string {
  // Within a list the number of an entry says nothing; what stands there does.
  const subject = /^“\d+”$/.test(name) ? 'The entry' : name;
  switch (issue.code) {
    case 'invalid_type':
      return `${subject} must be ${KINDS[issue.expected] ?? issue.expected}, and is ${kindOf(value)}.`;
    case 'invalid_value':
      return `${subject} may be ${issue.values.map((each) => quoted(each)).join(', ')}, and is ${kindOf(value)}.`;
    case 'too_small':
      return issue.origin === 'array'
        ? `The list ${subject} needs at least ${issue.minimum} ${issue.minimum === 1 ? 'entry' : 'entries'}.`
        : `${subject} must be at least ${issue.minimum}, and is ${kindOf(value)}.`;
    case 'too_big':
      return tooBig(issue, subject, value);
    case 'invalid_format':
      return badFormat(issue, subject, value);
    default:
      return `${subject} does not fit: ${kindOf(value)}.`;
  }
}

function tooBig(issue: z.core.$ZodIssueTooBig, subject: string, value: unknown): string {
  if (issue.origin === 'array')
    return `The list ${subject} has ${(value as unknown[]).length} entries, at most ${issue.maximum} are allowed.`;
  if (issue.origin === 'string')
    return `${subject} has ${String(value).length} characters, at most ${issue.maximum} are allowed.`;
  return `${subject} must be at most ${issue.maximum}, and is ${kindOf(value)}.`;
}

function badFormat(
  issue: z.core.$ZodIssueInvalidStringFormat,
  subject: string,
  value: unknown,
): string {
  const text = String(value);
  if (issue.format === 'date') return `${subject} is no day of the calendar: ${quoted(text)}.`;
  if (text.trim() === '') return `${subject} is empty.`;
  if (/\p{Cc}/u.test(text))
    return `${subject} has a line break, a tab or another control character.`;
  return `${subject} may not be written ${quoted(text)}.`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function kindOf(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? 'a list' : 'an object';
}

function quoted(value: unknown): string {
  return `“${shortened(String(value))}”`;
}

function remedyAt(at: Place, like: DocumentSchema): string {
  const { description } = schemaAt(at, like);
  return description === undefined ? like.example : `Write: ${description}`;
}

/** The schema of a place, and the nearest description on the way to it. */
function schemaAt(
  at: Place,
  like: DocumentSchema,
): { schema: z.ZodType | undefined; description: string | undefined } {
  let schema: z.ZodType | undefined = like.schema;
  let description: string | undefined;
  for (const step of at) {
    const container = unwrapped(schema);
    schema = undefined;
    if (container instanceof z.ZodArray) schema = container.element as z.ZodType;
    else if (container instanceof z.ZodObject) {
      const shape = container.shape as Readonly<Record<string, z.ZodType>>;
      if (Object.hasOwn(shape, String(step))) schema = shape[String(step)];
    }
    description = schema?.description ?? unwrapped(schema)?.description ?? description;
  }
  return { schema: unwrapped(schema), description };
}

function unwrapped(schema: z.ZodType | undefined): z.ZodType | undefined {
  let inner = schema;
  while (
    inner instanceof z.ZodNullable ||
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodExactOptional
  )
    inner = inner.unwrap() as z.ZodType;
  return inner;
}

function valueAt(document: unknown, at: Place): unknown {
  return at.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    return (value as Record<PropertyKey, unknown>)[step];
  }, document);
}
