import { ask } from '../desk/ask.ts';

/** Writes the directory in force into files of this computer. Answers what became of it, in a sentence. */
export async function saveDirectory(
  as: 'json' | 'csv',
): Promise<{ readonly said: string; readonly refused: boolean }> {
  const reply = await ask('directory.export', { as });
  if (!reply.ok) return { said: reply.because, refused: true };
  const { files, leftOut } = reply.value;
  for (const { name, text } of files) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(
      new Blob([text], { type: as === 'json' ? 'application/json' : 'text/csv' }),
    );
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  }
  const left = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
  const many = files.length === 1 ? files[0]?.name : `${files.length} CSV files`;
  return {
    said: `${many} written.${left > 0 ? ` ${left} rows belong to no service; the CSV files hold them too.` : ''}`,
    refused: false,
  };
}
