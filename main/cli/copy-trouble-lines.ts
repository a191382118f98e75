import { EXIT, printAnswer, UnusableArguments, type ExitCode, type Terminal } from './outcome.ts';
import { CopyTrouble, said } from '#main/desk/copies/copy-trouble.ts';

/**
 * A damaged copy or store is an answer, and a bad one; whatever cannot be read or written at all is none.
 * `about` is what the answer says in any case.
 */
export async function tellTrouble(
  terminal: Terminal,
  about: object,
  work: () => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CopyTrouble)) throw error;
    if (error.kind === 'unusable') throw new UnusableArguments(error.message, error.remedy);
    printAnswer(terminal, { ...about, verified: false, because: error.message });
    terminal.err.write(`desk: ${said(error)}\n`);
    return EXIT.bad;
  }
}
