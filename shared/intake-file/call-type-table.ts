import { withoutGuard } from '../lib/csv-line.ts';

/** One line of the table: the other system's words, and the call type they mean here. */
export interface CallTypePattern {
  /** In any case; `*` stands for anything, nothing included. */
  readonly pattern: string;
  readonly callType: string;
  readonly note: string;
}

/** In order: the first pattern that matches decides. */
export type CallTypeTable = readonly CallTypePattern[];

export interface TableLine {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Where a table is broken and what to do about it. */
export interface BrokenTable {
  readonly line: number;
  readonly why: string;
  readonly remedy: string;
}

/** The call type of whatever no pattern matches: ordinary dispatch. */
export const UNMATCHED = 'OTHER';

const HEADER = ['pattern', 'call_type', 'note'] as const;

/**
 * Reads the table's lines, the header first; columns are found by name, the note may be left out.
 * `codes` are the call types of the policy; null takes any. Lines without a pattern and a call type are skipped.
 */
export function readCallTypeTable(
  lines: readonly TableLine[],
  codes: readonly string[] | null,
): CallTypeTable | BrokenTable {
  const [header, ...rest] = lines;
  if (header === undefined)
    return { line: 1, why: 'the table is empty', remedy: `Begin with ${HEADER.join(',')}.` };
  const places = HEADER.map((name) =>
    header.fields.findIndex((field) => field.trim().toLowerCase() === name),
  );
  const [patternAt = -1, callTypeAt = -1, noteAt = -1] = places;
  const missing = HEADER.filter((name, i) => name !== 'note' && places[i] === -1);
  if (missing.length > 0)
    return {
      line: header.line,
      why: `the header does not name ${missing.join(' and ')}`,
      remedy: `Save the table separated by commas, its first line ${HEADER.join(',')}.`,
    };

  const table: CallTypePattern[] = [];
  const decided = new Map<string, { line: number; callType: string }>();
  for (const { line, fields } of rest) {
    // A file CareDesk wrote leads what a spreadsheet would take for a formula by an apostrophe.
    const pattern = fold(withoutGuard(fields[patternAt] ?? ''));
    const callType = (fields[callTypeAt] ?? '').trim().toUpperCase();
    if (pattern === '' && callType === '') continue;
    const broken = brokenLine(line, pattern, callType, codes, decided.get(pattern));
    if (broken !== null) return broken;
    decided.set(pattern, { line, callType });
    table.push({ pattern, callType, note: (fields[noteAt] ?? '').trim() });
  }
  if (table.length > 0) return table;
  return { line: header.line, why: 'no line holds a pattern', remedy: 'Add at least one pattern.' };
}

export function isBrokenTable(table: CallTypeTable | BrokenTable): table is BrokenTable {
  return 'why' in table;
}

/** The call type of the first pattern that matches, or null. */
export function matchCallType(table: CallTypeTable, rawType: string): string | null {
  const text = fold(rawType);
  return table.find(({ pattern }) => matchesPattern(pattern, text))?.callType ?? null;
}

function brokenLine(
  line: number,
  pattern: string,
  callType: string,
  codes: readonly string[] | null,
  decided: { readonly line: number; readonly callType: string } | undefined,
): BrokenTable | null {
  if (pattern === '')
    return { line, why: 'the pattern is empty', remedy: 'Write one, or remove the line.' };
  if (codes !== null && !codes.includes(callType))
    return {
      line,
      why: `the policy has no call type "${callType.slice(0, 20)}"`,
      remedy: `Use one of ${codes.join(', ')}.`,
    };
  if (decided !== undefined && decided.callType !== callType)
    return {
      line,
      why: `its pattern already means ${decided.callType} on line ${decided.line}`,
      remedy: 'Keep one of the two lines: the first would always win.',
    };
  return null;
}

/** Both are folded. Runs through the text once, so that no pattern can be slow. */
export function matchesPattern(pattern: string, text: string): boolean {
  const [head = '', ...parts] = pattern.split('*');
  const tail = parts.pop();
  if (tail === undefined) return text === head;
  if (!text.startsWith(head)) return false;
  let at = head.length;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.length - tail.length >= at && text.endsWith(tail);
}

/** Case and runs of blanks are nobody’s intention. */
export function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
