import { readText } from './text-file.ts';
import { findJsonFault } from '#main/desk/policy/json-faults.ts';
import { UnusableFile } from '#main/desk/import/unusable-file.ts';
import type { Mapping } from '#shared/intake-file/mapping-schema.ts';
import { readMapping } from '#shared/intake-file/mapping.ts';
import type { PolicyProblem } from '#shared/policy/document/policy-problems.ts';

const LARGEST = {
  bytes: 1024 * 1024,
  why: 'it is larger than 1 MB, and a mapping never is',
  remedy: 'Check that it is the mapping file.',
  what: 'the mapping file',
} as const;

/** A file whose every fault is told at once, one line each. */
export class FaultyMapping extends Error {
  readonly file: string;
  readonly problems: readonly PolicyProblem[];

  constructor(file: string, problems: readonly PolicyProblem[]) {
    super(`${file} is no mapping`);
    this.name = 'FaultyMapping';
    this.file = file;
    this.problems = problems;
  }
}

/**
 * Reads a mapping from a file.
 * @throws UnusableFile when it is no JSON in UTF-8, FaultyMapping when it is no mapping.
 */
export function readMappingFile(file: string): Mapping {
  const text = readText(file, LARGEST).replace(/^\uFEFF/, '');
  const fault = findJsonFault(text);
  if (fault !== null)
    throw new UnusableFile(file, fault.line, fault.why, `Correct line ${fault.line}.`);
  const read = readMapping(JSON.parse(text));
  if ('problems' in read) throw new FaultyMapping(file, read.problems);
  return read.mapping;
}
