import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { findJsonFault } from './json-faults.ts';
import { UnusableFile } from '../import/unusable-file.ts';
import { utf8Text } from '../utf8-text.ts';
import { readPolicy } from '#shared/policy/document/policy-document.ts';
import type { PolicyProblem } from '#shared/policy/document/policy-problems.ts';
import type { Policy } from '#shared/policy/policy.ts';

const LARGEST_MIB = 4;
const LARGEST = LARGEST_MIB * 1024 * 1024;

/**
 * Reads a policy document from a file: the policy, or everything that keeps the document from being one.
 * @throws UnusableFile when there is no such file, it cannot be read, is larger than 4 MiB, or is not
 * JSON in UTF-8; with the line of the first fault.
 */
export function readPolicyFile(
  path: string,
): { readonly policy: Policy } | { readonly problems: readonly PolicyProblem[] } {
  const text = textOf(path, bytesOf(path));
  const fault = findJsonFault(text);
  if (fault !== null)
    throw new UnusableFile(
      path,
      fault.line,
      fault.why,
      `Correct line ${fault.line} and try again.`,
    );
  return readPolicy(JSON.parse(text));
}

function bytesOf(path: string): Buffer {
  try {
    // Asked before opening: to open a pipe would wait for somebody to write into it.
    if (!statSync(path).isFile())
      throw new UnusableFile(path, null, 'it is not a file', 'Name the policy file itself.');
    const file = openSync(path, 'r');
    try {
      return contentOf(path, file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof UnusableFile) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new UnusableFile(path, null, why, 'Check the name and who may read it.');
  }
}

/** The whole content; never more than allowed, whatever the file says its size is. */
function contentOf(path: string, file: number): Buffer {
  const room = Buffer.alloc(LARGEST + 1);
  let length = 0;
  for (let read = -1; read !== 0 && length < room.length; length += read)
    read = readSync(file, room, length, room.length - length, null);
  if (length > LARGEST)
    throw new UnusableFile(
      path,
      null,
      `it is larger than ${LARGEST_MIB} MiB, and a policy never is`,
      'Check that it is the policy file.',
    );
  if (length === 0) throw new UnusableFile(path, null, 'the file is empty', 'Export it again.');
  return room.subarray(0, length);
}

function textOf(path: string, bytes: Buffer): string {
  const again = 'Save it as UTF-8 and try again.';
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) throw new UnusableFile(path, 1, 'the file is UTF-16', again);
  const text = utf8Text(bytes);
  if (text === null) throw new UnusableFile(path, null, 'the file is not UTF-8 text', again);
  return text;
}
