import { utf8Text } from '../utf8-text.ts';

/** A file of a directory, as text. What is no text never gets this far. */
export interface DirectoryFile {
  readonly name: string;
  readonly text: string;
}

/** Of all files together: a directory of a big city has about a third of it. */
export const LARGEST_DIRECTORY = 128 * 1024 * 1024;

/** The text of bytes, or why they are none. */
export function textOfBytes(bytes: Uint8Array): string | { readonly why: string } {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { why: 'It is UTF-16. Save it as UTF-8 and try again.' };
  return utf8Text(bytes) ?? { why: 'It is not UTF-8 text. Save it as UTF-8 and try again.' };
}
