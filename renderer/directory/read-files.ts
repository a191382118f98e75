import type { Input } from '#shared/contract/console-contract.ts';
import { textOfFile } from '../desk/file-text.ts';
import { LARGEST_SENT_DIRECTORY } from '#shared/contract/directory-limits.ts';

/** Files somebody chose, as text; or why one of them is none. */
export async function readFiles(
  chosen: readonly File[],
): Promise<Input<'directory.examine'>['files'] | { readonly why: string }> {
  const wanted = chosen.filter(
    ({ name }) => /\.(csv|json)$/i.test(name) && name !== 'datapackage.json',
  );
  if (wanted.length === 0) return { why: 'There is no CSV or JSON file among them.' };
  const size = wanted.reduce((sum, file) => sum + file.size, 0);
  if (size > LARGEST_SENT_DIRECTORY)
    return {
      why: 'They are larger than 64 MiB. Import them with the command line: desk directory.',
    };
  const files: { name: string; text: string }[] = [];
  for (const file of wanted) {
    const text = await textOfFile(file);
    if (text === null)
      return { why: `“${file.name}” is not UTF-8 text. Save it as UTF-8 and choose it again.` };
    files.push({ name: file.name, text });
  }
  return files;
}
